<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Petalpost authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name>shop</name>
    <message>
        <source>내용 확인</source>
        <translation>Check your order</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Flowers</translation>
    </message>
    <message>
        <source>변경</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>총 금액</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>배송비 포함</source>
        <translation>delivery included</translation>
    </message>
    <message>
        <source>취소와 환불</source>
        <translation>Cancelling and refunds</translation>
    </message>
    <message>
        <source>취소 규정을 확인했어요 (필수)</source>
        <translation>I have read the cancellation rules (required)</translation>
    </message>
    <message>
        <source>{{total}} 결제하기</source>
        <translation>Pay {{total}}</translation>
    </message>
    <message>
        <source>결제하는 동안 배송 시간을 20분 잡아 둬요.</source>
        <translation>We hold your delivery time for 20 minutes while you pay.</translation>
    </message>
    <message>
        <source>개인정보처리방침</source>
        <translation>Privacy policy</translation>
    </message>
    <message>
        <source>취소·환불 안내</source>
        <translation>Cancelling and refunds</translation>
    </message>
    <message>
        <source>본문으로 건너뛰기</source>
        <translation>Skip to content</translation>
    </message>
    <message>
        <source>주요 메뉴</source>
        <translation>Main menu</translation>
    </message>
    <message>
        <source>꽃 보기</source>
        <translation>Flowers</translation>
    </message>
    <message>
        <source>주문 조회</source>
        <translation>Find my order</translation>
    </message>
    <message>
        <source>지금은 품절이에요. 다른 꽃을 골라 주세요.</source>
        <translation>Sold out at the moment. Please choose other flowers.</translation>
    </message>
    <message>
        <source>언제 보낼까요?</source>
        <translation>When shall we deliver?</translation>
    </message>
    <message>
        <source>다른 날짜 보기</source>
        <translation>Show more dates</translation>
    </message>
    <message>
        <source>주문서 쓰기</source>
        <translation>Order these</translation>
    </message>
    <message>
        <source>후기</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>아직 후기가 없어요.</source>
        <translation>No reviews yet.</translation>
    </message>
    <message>
        <source>오늘, 꽃을 보내세요</source>
        <translation>Send flowers today</translation>
    </message>
    <message>
        <source>지금 주문하면 &lt;strong&gt;{{earliest}}&lt;/strong&gt;부터 배송할 수 있어요.</source>
        <translation>Order now for delivery from &lt;strong&gt;{{earliest}}&lt;/strong&gt;.</translation>
    </message>
    <message>
        <source>지금은 받을 수 있는 배송 시간이 없어요.</source>
        <translation>There is no delivery time to order for at the moment.</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>꽃집에 전화하기 {{shopPhone}}</source>
        <translation>Call the shop {{shopPhone}}</translation>
    </message>
    <message>
        <source>꽃집 답글</source>
        <translation>Reply from the shop</translation>
    </message>
    <message>
        <source>주문서</source>
        <translation>Your order</translation>
    </message>
    <message>
        <source>다음: 내용 확인</source>
        <translation>Next: check your order</translation>
    </message>
    <message>
        <source>금액</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>골라 주세요</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>수량</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>제가 직접 받아요</source>
        <translation>I will receive them myself</translation>
    </message>
    <message>
        <source>받는 분 이름</source>
        <translation>Recipient's name</translation>
    </message>
    <message>
        <source>받는 분 전화번호</source>
        <translation>Recipient's phone number</translation>
    </message>
    <message>
        <source>기사님이 도착 전에 연락드려요. 다른 용도로 쓰지 않아요.</source>
        <translation>The driver calls before arriving. Used for nothing else.</translation>
    </message>
    <message>
        <source>도로명 주소</source>
        <translation>Street address</translation>
    </message>
    <message>
        <source>예: 서울 강남구 역삼로 180</source>
        <translation>For example: 180 Yeoksam-ro, Gangnam-gu, Seoul</translation>
    </message>
    <message>
        <source>상세 주소 · 출입 방법</source>
        <translation>Flat number · how to get in</translation>
    </message>
    <message>
        <source>(선택)</source>
        <translation>(optional)</translation>
    </message>
    <message>
        <source>동·호수, 공동 현관 출입 방법</source>
        <translation>Building and flat, how to get past the front door</translation>
    </message>
    <message>
        <source>우편번호</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>카드에 적을 말</source>
        <translation>Message for the card</translation>
    </message>
    <message>
        <source>200자까지 적을 수 있어요. 이모지 일부는 인쇄되지 않아요.</source>
        <translation>Up to 200 characters. Some emoji cannot be printed.</translation>
    </message>
    <message>
        <source>카드에 이름을 넣지 않을게요</source>
        <translation>Leave my name off the card</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>보내는 분 이름</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>보내는 분 휴대폰 번호</source>
        <translation>Your mobile number</translation>
    </message>
    <message>
        <source>주문 상황을 문자로 알려 드려요</source>
        <translation>We text you how your order is going</translation>
    </message>
    <message>
        <source>리본이나 요청사항이 있어요</source>
        <translation>Add a ribbon or a note for the shop</translation>
    </message>
    <message>
        <source>리본 문구 (경조사어)</source>
        <translation>Words on the ribbon</translation>
    </message>
    <message>
        <source>리본에 적을 보내는 분</source>
        <translation>Sender on the ribbon</translation>
    </message>
    <message>
        <source>꽃집에 남길 말</source>
        <translation>Note for the shop</translation>
    </message>
    <message>
        <source>개인정보 수집·이용에 동의해요 (필수)</source>
        <translation>I agree to the use of this personal data (required)</translation>
    </message>
    <message>
        <source>무엇을 왜 모으나요?</source>
        <translation>What do you collect, and why?</translation>
    </message>
    <message>
        <source>보내는 분과 받는 분의 이름·전화번호·주소를 꽃을 만들고 배송하고 주문 상황을 알려 드리는 데에만 써요. 배송이 끝나면 법이 정한 기간만 보관하고 지워요. 동의하지 않을 수 있지만, 그러면 주문을 받을 수 없어요.</source>
        <translation>We use the sender's and recipient's names, phone numbers and address only to make and deliver the flowers and to tell you how the order is going. After delivery we keep them as long as the law requires, then delete them. You may refuse, but then we cannot take the order.</translation>
    </message>
    <message>
        <source>후기를 남겨 주셔서 고마워요.</source>
        <translation>Thank you for your review.</translation>
    </message>
    <message>
        <source>별점</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>후기 글</source>
        <translation>Your review</translation>
    </message>
    <message>
        <source>10자부터 500자까지 적어 주세요.</source>
        <translation>From 10 to 500 characters.</translation>
    </message>
    <message>
        <source>보이는 이름: {{publicName}}</source>
        <translation>Shown as: {{publicName}}</translation>
    </message>
    <message>
        <source>후기 올리기</source>
        <translation>Post review</translation>
    </message>
    <message>
        <source>주문으로 돌아가기</source>
        <translation>Back to the order</translation>
    </message>
    <message>
        <source>결제완료: 지금 바로 취소할 수 있고 전액 환불해 드려요. 카드사에는 3~5영업일 뒤 반영돼요.</source>
        <translation>Paid: you can cancel now for a full refund. Your card shows it in 3–5 business days.</translation>
    </message>
    <message>
        <source>제작중부터 배송완료 전까지: 취소를 요청하면 꽃집이 확인하고 답해 드려요.</source>
        <translation>From making until delivery: you can ask to cancel and the shop will answer.</translation>
    </message>
    <message>
        <source>생화는 다시 팔 수 없어, 완성된 뒤에는 마음이 바뀐 취소는 받지 못해요.</source>
        <translation>Fresh flowers cannot be resold: once they are made we cannot accept a change of mind.</translation>
    </message>
    <message>
        <source>설명과 다르거나 시든 꽃은 받은 날부터 3개월, 안 날부터 30일 안에 알려 주시면 환불하거나 다시 보내 드려요.</source>
        <translation>If they are wrong or wilted, tell us within 3 months of delivery and 30 days of noticing: we refund or resend.</translation>
    </message>
    <message>
        <source>시험 결제 · TEST</source>
        <translation>TEST payment</translation>
    </message>
    <message>
        <source>연습용 결제 화면이에요. 돈은 움직이지 않아요.</source>
        <translation>This payment page is for practice. No money moves.</translation>
    </message>
    <message>
        <source>결제 승인</source>
        <translation>Approve payment</translation>
    </message>
    <message>
        <source>결제 거절</source>
        <translation>Decline payment</translation>
    </message>
    <message>
        <source>꽃집으로 돌아가기</source>
        <translation>Back to the shop</translation>
    </message>
    <message>
        <source>입력한 내용을 확인해 주세요</source>
        <translation>Please check what you entered</translation>
    </message>
    <message>
        <source>주문 {{orderId}}</source>
        <translation>Order {{orderId}}</translation>
    </message>
    <message>
        <source>취소를 요청하셨어요. 꽃집이 확인하고 답해 드려요.</source>
        <translation>You asked to cancel. The shop will check and answer.</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>후기 남기기</source>
        <translation>Leave a review</translation>
    </message>
    <message>
        <source>왜 취소하시나요?</source>
        <translation>Why are you cancelling?</translation>
    </message>
    <message>
        <source>돌아가기</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>이 화면은 스스로 새로 확인해요.</source>
        <translation>This page updates itself.</translation>
    </message>
    <message>
        <source>마지막 확인 &lt;time id="checked"&gt;{{checked}}&lt;/time&gt;</source>
        <translation>Last checked &lt;time id="checked"&gt;{{checked}}&lt;/time&gt;</translation>
    </message>
    <message>
        <source>결제를 확인하고 있어요</source>
        <translation>We are checking your payment</translation>
    </message>
    <message>
        <source>이 화면은 5초마다 새로 확인해요. 다시 결제하지 않으셔도 돼요.</source>
        <translation>This page checks again every 5 seconds. There is no need to pay again.</translation>
    </message>
    <message>
        <source>2분이 지나도 그대로면 전화해 주세요: &lt;a href="tel:{{shopPhoneDigits}}"&gt;{{shopPhone}}&lt;/a&gt;</source>
        <translation>If nothing changes in 2 minutes, please call: &lt;a href="tel:{{shopPhoneDigits}}"&gt;{{shopPhone}}&lt;/a&gt;</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>카드 이름</source>
        <translation>Name on the card</translation>
    </message>
    <message>
        <source>넣지 않아요</source>
        <translation>Left off</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>화면을 연 지 오래됐어요. 내용을 보고 한 번 더 눌러 주세요.</source>
        <translation>This page was open for a long time. Please check it and press once more.</translation>
    </message>
    <message>
        <source>취소 규정을 확인해 주세요</source>
        <translation>Please confirm the cancellation rules</translation>
    </message>
    <message>
        <source>오류: 주문서</source>
        <translation>Error: Your order</translation>
    </message>
    <message>
        <source>오류: 내용 확인</source>
        <translation>Error: Check your order</translation>
    </message>
    <message>
        <source>마감</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>%1자리 남음</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>가능</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>휴무</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>별점 5점 중 %1점</source>
        <translation>%1 out of 5 stars</translation>
    </message>
    <message>
        <source>%1: 오늘 만든 꽃을 원하는 시간에 보내 드려요.</source>
        <translation>%1: flowers made today, delivered when you want them.</translation>
    </message>
    <message>
        <source>%1 배송 시간</source>
        <translation>Delivery times on %1</translation>
    </message>
    <message>
        <source>이 날은 받을 수 있는 시간이 없어요. 다른 날을 골라 주세요.</source>
        <translation>No delivery time is left on this day. Please choose another day.</translation>
    </message>
    <message>
        <source>지난 날짜예요. 다른 날을 골라 주세요</source>
        <translation>That day is past. Please choose another day</translation>
    </message>
    <message>
        <source>%1일 뒤까지만 주문할 수 있어요</source>
        <translation>You can order up to %1 days ahead</translation>
    </message>
    <message>
        <source>그날은 쉬어요. 다른 날을 골라 주세요</source>
        <translation>We are closed that day. Please choose another day</translation>
    </message>
    <message>
        <source>그날은 쉬어요 (%1). 다른 날을 골라 주세요</source>
        <translation>We are closed that day (%1). Please choose another day</translation>
    </message>
    <message>
        <source>그 시간은 주문이 마감됐어요. 다른 시간을 골라 주세요</source>
        <translation>Orders for that time have closed. Please choose another time</translation>
    </message>
    <message>
        <source>그 시간은 방금 마감됐어요. 다른 시간을 골라 주세요</source>
        <translation>That time has just filled up. Please choose another time</translation>
    </message>
    <message>
        <source>그 시간은 방금 마감됐어요. 가장 가까운 시간은 %1예요</source>
        <translation>That time has just filled up. The nearest free time is %1</translation>
    </message>
    <message>
        <source>배송 시간을 골라 주세요</source>
        <translation>Please choose a delivery time</translation>
    </message>
    <message>
        <source>받는 분 이름을 입력해 주세요</source>
        <translation>Enter the recipient's name</translation>
    </message>
    <message>
        <source>보내는 분 이름을 입력해 주세요</source>
        <translation>Enter your name</translation>
    </message>
    <message>
        <source>배송할 주소를 찾아서 골라 주세요</source>
        <translation>Enter the address to deliver to</translation>
    </message>
    <message>
        <source>이 칸을 입력해 주세요</source>
        <translation>Please fill this in</translation>
    </message>
    <message>
        <source>받는 분 전화번호를 0으로 시작하는 숫자 9~12자리로 입력해 주세요</source>
        <translation>Enter the recipient's phone number: 9 to 12 digits that start with 0</translation>
    </message>
    <message>
        <source>보내는 분 휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요</source>
        <translation>Enter your mobile number: 10 or 11 digits that start with 01</translation>
    </message>
    <message>
        <source>%1: 쓸 수 없는 글자가 있어 지웠어요. 다시 확인해 주세요</source>
        <translation>%1: we removed characters that cannot be used. Please check it</translation>
    </message>
    <message>
        <source>%1자까지 적을 수 있어요 (지금 %2자)</source>
        <translation>Up to %1 characters (now %2)</translation>
    </message>
    <message>
        <source>그날 만들 수 있는 수량이 다 찼어요. 다른 날을 골라 주세요</source>
        <translation>We cannot make more of these that day. Please choose another day</translation>
    </message>
    <message>
        <source>한 번에 주문할 수 있는 금액을 넘었어요. 수량을 줄여 주세요</source>
        <translation>That is more than one order can cost. Please order fewer</translation>
    </message>
    <message>
        <source>우편번호 5자리를 입력해 주세요</source>
        <translation>Enter the 5 digits of the postal code</translation>
    </message>
    <message>
        <source>수량을 1부터 %1까지 숫자로 입력해 주세요</source>
        <translation>Enter a quantity from 1 to %1</translation>
    </message>
    <message>
        <source>%1: 다시 확인해 주세요</source>
        <translation>%1: please check this</translation>
    </message>
    <message>
        <source>개인정보 수집·이용에 동의해 주세요</source>
        <translation>Please agree to the use of this personal data</translation>
    </message>
    <message>
        <source>이 요청은 받을 수 없어요</source>
        <translation>We cannot accept this request</translation>
    </message>
    <message>
        <source>다른 사이트에서 왔거나 오래된 화면이에요. 처음부터 다시 해 주세요.</source>
        <translation>It came from another site or from an old page. Please start again.</translation>
    </message>
    <message>
        <source>찾는 페이지가 없어요</source>
        <translation>This page does not exist</translation>
    </message>
    <message>
        <source>주소가 바뀌었거나 잘못 적혔을 수 있어요.</source>
        <translation>The address may have changed or been mistyped.</translation>
    </message>
    <message>
        <source>시간 안에 받지 못했어요</source>
        <translation>It did not arrive in time</translation>
    </message>
    <message>
        <source>연결을 확인하고 다시 보내 주세요.</source>
        <translation>Please check your connection and send it again.</translation>
    </message>
    <message>
        <source>보낸 내용이 너무 커요</source>
        <translation>That was too much to send</translation>
    </message>
    <message>
        <source>내용을 줄여서 다시 보내 주세요.</source>
        <translation>Please shorten it and send it again.</translation>
    </message>
    <message>
        <source>요청이 너무 많아요</source>
        <translation>Too many requests</translation>
    </message>
    <message>
        <source>잠시 뒤에 다시 해 주세요.</source>
        <translation>Please try again in a moment.</translation>
    </message>
    <message>
        <source>잠시 점검 중이에요</source>
        <translation>We are down for a moment</translation>
    </message>
    <message>
        <source>조금 뒤에 다시 열어 주세요. 결제됐다면 주문은 안전해요.</source>
        <translation>Please come back shortly. If you have paid, your order is safe.</translation>
    </message>
    <message>
        <source>보낸 내용을 읽을 수 없어요</source>
        <translation>We could not read what you sent</translation>
    </message>
    <message>
        <source>앞 화면으로 돌아가 다시 보내 주세요.</source>
        <translation>Please go back and send it again.</translation>
    </message>
    <message>
        <source>저희 쪽 문제예요</source>
        <translation>Something went wrong on our side</translation>
    </message>
    <message>
        <source>결제됐다면 주문은 안전해요. 잠시 뒤에 다시 해 주세요.</source>
        <translation>If you have paid, your order is safe. Please try again in a moment.</translation>
    </message>
    <message>
        <source>결제한 뒤 보내 드린 문자에 주문을 볼 수 있는 주소가 있어요. 문자를 찾을 수 없으면 전화해 주세요.</source>
        <translation>The text message that we sent after you paid has the address of your order. If you cannot find it, please call us.</translation>
    </message>
    <message>
        <source>보내는 분과 받는 분의 이름·전화번호·주소를 꽃을 만들고 배송하고 주문 상황을 알려 드리는 데에만 써요.</source>
        <translation>We use the sender's and recipient's names, phone numbers and address only to make and deliver the flowers and to tell you how the order is going.</translation>
    </message>
    <message>
        <source>문자를 보내는 회사와 결제 회사에는 그 일에 필요한 것만 전해요.</source>
        <translation>The companies that send texts and take payments get only what that needs.</translation>
    </message>
    <message>
        <source>법이 정한 기간이 지나면 이름·전화번호·주소·카드 글을 지워요. 그 전에 보거나 고치거나 지우고 싶으면 전화해 주세요.</source>
        <translation>When the time that the law requires is over we delete names, phone numbers, addresses and card messages. To see, correct or delete them earlier, please call us.</translation>
    </message>
    <message>
        <source>주문이 어디까지 왔는지에 따라 이렇게 해 드려요.</source>
        <translation>What we do depends on how far your order has come.</translation>
    </message>
    <message>
        <source>5점 · 아주 좋아요</source>
        <translation>5 · Excellent</translation>
    </message>
    <message>
        <source>4점 · 좋아요</source>
        <translation>4 · Good</translation>
    </message>
    <message>
        <source>3점 · 보통이에요</source>
        <translation>3 · Fine</translation>
    </message>
    <message>
        <source>2점 · 조금 아쉬워요</source>
        <translation>2 · Could be better</translation>
    </message>
    <message>
        <source>1점 · 아쉬워요</source>
        <translation>1 · Disappointing</translation>
    </message>
    <message>
        <source>별점을 골라 주세요</source>
        <translation>Please choose a rating</translation>
    </message>
    <message>
        <source>쓸 수 없는 글자가 있어요. 지우고 다시 보내 주세요</source>
        <translation>It has characters that cannot be used. Please remove them and send it again</translation>
    </message>
    <message>
        <source>후기를 10자 이상 적어 주세요</source>
        <translation>Please write at least 10 characters</translation>
    </message>
    <message>
        <source>꽃이 도착하면 후기를 남길 수 있어요.</source>
        <translation>You can leave a review once the flowers have arrived.</translation>
    </message>
    <message>
        <source>후기는 배송 뒤 30일 동안 남길 수 있어요.</source>
        <translation>Reviews are open for 30 days after delivery.</translation>
    </message>
    <message>
        <source>오류: 후기</source>
        <translation>Error: Review</translation>
    </message>
    <message>
        <source>이미 승인한 결제예요.</source>
        <translation>This payment was approved already.</translation>
    </message>
    <message>
        <source>이미 거절한 결제예요.</source>
        <translation>This payment was declined already.</translation>
    </message>
    <message>
        <source>시험 결제</source>
        <translation>TEST payment</translation>
    </message>
    <message>
        <source>M월 d일 (ddd)</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>today</translation>
    </message>
    <message>
        <source>내일</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>%1–%2시</source>
        <translation>%1–%2h</translation>
    </message>
    <message>
        <source>%1 %2부터 배송</source>
        <translation>Delivery %1 from %2</translation>
    </message>
    <message>
        <source>주문접수</source>
        <translation>Order received</translation>
    </message>
    <message>
        <source>결제완료</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>제작중</source>
        <translation>Making</translation>
    </message>
    <message>
        <source>제작완료</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>배송중</source>
        <translation>Out for delivery</translation>
    </message>
    <message>
        <source>배송완료</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>기한만료</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>결제가 안 됐어요. 주문 내용은 그대로 있어요</source>
        <translation>The payment did not go through. Your order is still here</translation>
    </message>
    <message>
        <source>결제를 기다려요</source>
        <translation>Waiting for your payment</translation>
    </message>
    <message>
        <source>꽃집이 주문을 받았어요</source>
        <translation>The shop has your order</translation>
    </message>
    <message>
        <source>꽃을 만들고 있어요</source>
        <translation>We are making your flowers</translation>
    </message>
    <message>
        <source>꽃이 완성됐어요</source>
        <translation>Your flowers are ready</translation>
    </message>
    <message>
        <source>지금 배송 중이에요</source>
        <translation>Your flowers are on their way</translation>
    </message>
    <message>
        <source>잘 전해 드렸어요</source>
        <translation>Your flowers have been delivered</translation>
    </message>
    <message>
        <source>주문이 취소됐어요</source>
        <translation>The order was cancelled</translation>
    </message>
    <message>
        <source>결제 시간이 지났어요</source>
        <translation>The time to pay is over</translation>
    </message>
    <message>
        <source>결제대기</source>
        <translation>Waiting for payment</translation>
    </message>
    <message>
        <source>승인 중</source>
        <translation>Confirming</translation>
    </message>
    <message>
        <source>결제실패</source>
        <translation>Payment failed</translation>
    </message>
    <message>
        <source>확인 중</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>환불 처리중</source>
        <translation>Refund on its way</translation>
    </message>
    <message>
        <source>환불완료</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>일부 환불</source>
        <translation>Partly refunded</translation>
    </message>
    <message>
        <source>환불 실패</source>
        <translation>Refund failed</translation>
    </message>
    <message>
        <source>도착하면 문자로 알려 드려요</source>
        <translation>We text you on arrival</translation>
    </message>
    <message>
        <source>매장에서 받아요</source>
        <translation>Pick-up at the shop</translation>
    </message>
    <message>
        <source>%1 사이 도착 예정</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>다시 결제</source>
        <translation>Pay again</translation>
    </message>
    <message>
        <source>%1 결제하기</source>
        <translation>Pay %1</translation>
    </message>
    <message>
        <source>취소 요청</source>
        <translation>Ask to cancel</translation>
    </message>
    <message>
        <source>취소 요청하기</source>
        <translation>Ask to cancel</translation>
    </message>
    <message>
        <source>꽃을 만들기 시작했어요. 취소를 요청하면 꽃집이 확인하고 답해 드려요. 급하면 %1</source>
        <translation>We have started your flowers. You can ask to cancel and the shop will answer; if it is urgent, call %1</translation>
    </message>
    <message>
        <source>주문 취소</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>지금 바로 취소할 수 있고 전액 환불해 드려요. 카드사에는 3~5영업일 뒤 반영돼요.</source>
        <translation>You can cancel now for a full refund. Your card shows it in 3–5 business days.</translation>
    </message>
    <message>
        <source>아직 결제하지 않은 주문이에요. 취소해도 돈은 나가지 않아요.</source>
        <translation>This order is not paid yet. Cancelling costs nothing.</translation>
    </message>
    <message>
        <source>환불 금액 %1</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>%1 환불받고 취소</source>
        <translation>Cancel and refund %1</translation>
    </message>
    <message>
        <source>주문 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>그 사이 주문 상태가 바뀌었어요. 아래에서 지금 할 수 있는 일을 확인해 주세요.</source>
        <translation>The order has moved on meanwhile. Please see below what is possible now.</translation>
    </message>
    <message>
        <source>지금은 결제 회사와 연결되지 않아요. 돈은 나가지 않았어요. 잠시 뒤 다시 눌러 주세요.</source>
        <translation>The payment company cannot be reached right now. No money was taken. Please press again in a moment.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>결제완료 %1%2 배송</source>
        <translation>Paid. Delivery %1 %2</translation>
    </message>
    <message>
        <source>결제완료</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>꽃을 만들기 시작했어요. %2 도착 예정</source>
        <translation>We have started your flowers, due %2</translation>
    </message>
    <message>
        <source>꽃을 만들기 시작했어요</source>
        <translation>We have started your flowers</translation>
    </message>
    <message>
        <source>꽃이 완성됐어요. %2 도착 예정</source>
        <translation>Your flowers are ready, due %2</translation>
    </message>
    <message>
        <source>꽃이 완성됐어요</source>
        <translation>Your flowers are ready</translation>
    </message>
    <message>
        <source>배송 출발! %2 도착 예정</source>
        <translation>Out for delivery, due %2</translation>
    </message>
    <message>
        <source>배송 출발!</source>
        <translation>Out for delivery</translation>
    </message>
    <message>
        <source>배송완료(%3). 후기 남기기</source>
        <translation>Delivered %3. Leave a review</translation>
    </message>
    <message>
        <source>주문 %4 취소, %5 환불 접수. 카드 3~5일</source>
        <translation>Order %4 cancelled. Refund %5, 3-5 business days</translation>
    </message>
    <message>
        <source>주문 %4 취소됐어요</source>
        <translation>Order %4 cancelled</translation>
    </message>
    <message>
        <source>%5 환불완료. 카드사 반영 3~5영업일 걸려요</source>
        <translation>Refunded %5. Your card shows it in 3-5 business days</translation>
    </message>
    <message>
        <source>결제가 안 됐어요. 20분 안에 다시 결제</source>
        <translation>Payment failed. Retry within 20 min</translation>
    </message>
    <message>
        <source>취소 요청을 받아 드리지 못했어요. 자세한 내용은 주문 조회에서</source>
        <translation>We could not accept your cancellation. Details on the order page</translation>
    </message>
</context>
</TS>
