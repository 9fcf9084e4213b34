<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Petalpost authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name>petalpost::desk::CataloguePage</name>
    <message>
        <source>메뉴</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>이름으로 찾기</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>새 상품</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>상품 목록</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>%1 · 품절로 바꿨어요</source>
        <translation>%1 · sold out now</translation>
    </message>
    <message>
        <source>%1 · 다시 팔아요</source>
        <translation>%1 · on sale again</translation>
    </message>
    <message>
        <source>%1 · 메뉴에서 숨겼어요</source>
        <translation>%1 · hidden from the menu</translation>
    </message>
    <message>
        <source>%1 · 메뉴에 다시 보여요</source>
        <translation>%1 · on the menu again</translation>
    </message>
    <message>
        <source>%1 · 메뉴에 올렸어요</source>
        <translation>%1 · put on the menu</translation>
    </message>
    <message>
        <source>%1 · 저장했어요</source>
        <translation>%1 · saved</translation>
    </message>
    <message>
        <source>다시 팔기</source>
        <translation>Sell again</translation>
    </message>
    <message>
        <source>품절로 바꾸기</source>
        <translation>Mark sold out</translation>
    </message>
    <message>
        <source>메뉴에 보이기</source>
        <translation>Show on the menu</translation>
    </message>
    <message>
        <source>메뉴에서 숨기기</source>
        <translation>Hide from the menu</translation>
    </message>
    <message>
        <source>아직 없어요</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>찾는 상품이 없어요</source>
        <translation>No product found</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::FiguresPage</name>
    <message>
        <source>결제한 날</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>매출</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>날짜별 매출</source>
        <translation>Sales by day</translation>
    </message>
    <message>
        <source>상품별 매출</source>
        <translation>Sales by product</translation>
    </message>
    <message>
        <source>%1일</source>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>CSV 파일로 저장</source>
        <translation>Save as CSV</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>이번 주</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>이번 달</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>%1 기준</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>연결되면 볼 수 있어요.</source>
        <translation>Shown once there is a connection.</translation>
    </message>
    <message>
        <source>연결되면 새로 받아요</source>
        <translation>new ones once there is a connection</translation>
    </message>
    <message>
        <source>CSV 파일 (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>매출을 저장했어요</source>
        <translation>Sales saved</translation>
    </message>
    <message>
        <source>저장하지 못했어요: %1</source>
        <translation>Could not be saved: %1</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ProductDelegate</name>
    <message>
        <source>전송 전</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ProductForm</name>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>영어 이름</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>가격</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>제한 없음</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>하루 판매 수량</source>
        <translation>Sold a day</translation>
    </message>
    <message>
        <source>설명</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>영어 설명</source>
        <translation>English description</translation>
    </message>
    <message>
        <source>배송 시간을 골라야 해요</source>
        <translation>Needs a delivery window</translation>
    </message>
    <message>
        <source>면세 (생화)</source>
        <translation>Free of VAT (fresh flowers)</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>● 저장하지 않은 내용이 있어요</source>
        <translation>● Not saved yet</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ProductModel</name>
    <message>
        <source>전송 전</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>저장하지 않은 내용 있음</source>
        <translation>not saved yet</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SalesChart</name>
    <message>
        <source>매출 그래프</source>
        <translation>Sales chart</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SalesModel</name>
    <message>
        <source>합계</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>개수</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>매출</source>
        <translation>Sales</translation>
    </message>
</context>
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
        <source>먼저 주문한 결제를 확인하고 있어요. 잠시 뒤에 다시 눌러 주세요</source>
        <translation>We are still checking the payment of your earlier order. Please press again in a moment</translation>
    </message>
    <message>
        <source>입금을 기다리는 주문이 있어요. 입금하거나 취소한 뒤 다시 주문해 주세요</source>
        <translation>One of your orders is waiting for its bank transfer. Please pay or cancel it, then order again</translation>
    </message>
    <message>
        <source>결제하지 않은 주문이 너무 많아요. 먼저 결제하거나 취소하거나, %1분 뒤에 다시 눌러 주세요</source>
        <translation>There are too many unpaid orders. Please pay or cancel one first, or press again in %1 min</translation>
    </message>
    <message>
        <source>결제가 너무 늦게 도착했어요. %1, 그대로 돌려드려요.</source>
        <translation>The payment came too late. All of it, %1, goes back.</translation>
    </message>
    <message>
        <source>주문과 다른 금액이 결제됐어요. %1, 그대로 돌려드려요.</source>
        <translation>Another amount than the order’s was charged. All of it, %1, goes back.</translation>
    </message>
    <message>
        <source>결제가 한 번 더 됐어요. %1, 그대로 돌려드려요.</source>
        <translation>You were charged once more than needed. All of it, %1, goes back.</translation>
    </message>
    <message>
        <source>카드사에는 3~5영업일 뒤 반영돼요.</source>
        <translation>Your card shows it in 3–5 business days.</translation>
    </message>
    <message>
        <source>돌려드리는 데 문제가 생겨 꽃집이 확인하고 있어요.</source>
        <translation>The refund did not go through yet: the shop is looking into it.</translation>
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
        <translation>Available</translation>
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
        <source>승인한 결제예요.</source>
        <translation>This payment is approved.</translation>
    </message>
    <message>
        <source>거절한 결제예요.</source>
        <translation>This payment is declined.</translation>
    </message>
    <message>
        <source>조금 뒤에 승인되는 결제예요.</source>
        <translation>This payment will be approved in a moment.</translation>
    </message>
    <message>
        <source>다른 경우 시험하기</source>
        <translation>Try other cases</translation>
    </message>
    <message>
        <source>세 단계로 승인</source>
        <translation>Approve in three steps</translation>
    </message>
    <message>
        <source>늦게 승인</source>
        <translation>Approve late</translation>
    </message>
    <message>
        <source>응답 없음</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>알림보다 먼저 돌아가기</source>
        <translation>Return before the notice</translation>
    </message>
    <message>
        <source>알림만 보내고 돌아가지 않기</source>
        <translation>Send the notice, do not return</translation>
    </message>
    <message>
        <source>1/3 본인 확인</source>
        <translation>1/3 Your identity</translation>
    </message>
    <message>
        <source>확인했어요</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>2/3 카드사 인증</source>
        <translation>2/3 Card company</translation>
    </message>
    <message>
        <source>3/3 결제 승인</source>
        <translation>3/3 Approve payment</translation>
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
    <message>
        <source>&lt;time datetime="{{payUntilIso}}"&gt;{{payUntil}}&lt;/time&gt;까지 결제해 주세요.</source>
        <translation>Please pay by &lt;time datetime="{{payUntilIso}}"&gt;{{payUntil}}&lt;/time&gt;.</translation>
    </message>
    <message>
        <source>이 결제는 자바스크립트가 있어야 해요. 자바스크립트를 켜고 새로 고치거나, 아래 다른 방법으로 결제하거나, 꽃집에 전화해 주세요.</source>
        <translation>This payment needs JavaScript. Please turn it on and reload, pay another way below, or call the shop.</translation>
    </message>
    <message>
        <source>결제창을 불러오지 못했어요. 돈은 나가지 않았어요. &lt;a href="{{selfUrl}}"&gt;다시 불러오기&lt;/a&gt;</source>
        <translation>The payment window could not be loaded. No money has moved. &lt;a href="{{selfUrl}}"&gt;Load it again&lt;/a&gt;</translation>
    </message>
    <message>
        <source>결제 약관에 동의해 주세요.</source>
        <translation>Please agree to the payment terms.</translation>
    </message>
    <message>
        <source>결제창이 열리지 않았어요. 돈은 나가지 않았어요. 다시 눌러 주세요.</source>
        <translation>The payment window did not open. No money has moved. Please press again.</translation>
    </message>
    <message>
        <source>다른 방법으로 결제</source>
        <translation>Pay another way</translation>
    </message>
    <message>
        <source>돈은 나가지 않았어요. 꽃을 다시 골라 주문해 주세요.</source>
        <translation>No money has moved. Please choose your flowers and order again.</translation>
    </message>
    <message>
        <source>국내 카드·간편결제·계좌 (토스페이먼츠)</source>
        <translation>Korean cards, easy pay and bank transfer (Toss Payments)</translation>
    </message>
    <message>
        <source>해외 카드 (Stripe)</source>
        <translation>International cards (Stripe)</translation>
    </message>
    <message>
        <source>입금을 기다리고 있어요</source>
        <translation>We are waiting for your transfer</translation>
    </message>
    <message>
        <source>아래 계좌로 보내 주세요</source>
        <translation>Please transfer to this account</translation>
    </message>
    <message>
        <source>은행</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>계좌번호</source>
        <translation>Account number</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>보낼 금액</source>
        <translation>Amount to transfer</translation>
    </message>
    <message>
        <source>입금 기한</source>
        <translation>Transfer by</translation>
    </message>
    <message>
        <source>입금되면 바로 알려 드리고 꽃을 준비해요. 기한이 지나면 계좌가 닫히고 주문이 취소돼요.</source>
        <translation>We tell you as soon as it arrives and prepare your flowers. After this time the account closes and the order is cancelled.</translation>
    </message>
    <message>
        <source>산업은행</source>
        <translation>Korea Development Bank</translation>
    </message>
    <message>
        <source>기업은행</source>
        <translation>IBK</translation>
    </message>
    <message>
        <source>국민은행</source>
        <translation>KB Kookmin Bank</translation>
    </message>
    <message>
        <source>수협은행</source>
        <translation>Suhyup Bank</translation>
    </message>
    <message>
        <source>농협은행</source>
        <translation>NH Nonghyup Bank</translation>
    </message>
    <message>
        <source>우리은행</source>
        <translation>Woori Bank</translation>
    </message>
    <message>
        <source>SC제일은행</source>
        <translation>SC First Bank</translation>
    </message>
    <message>
        <source>씨티은행</source>
        <translation>Citibank Korea</translation>
    </message>
    <message>
        <source>iM뱅크(대구)</source>
        <translation>iM Bank (Daegu)</translation>
    </message>
    <message>
        <source>부산은행</source>
        <translation>Busan Bank</translation>
    </message>
    <message>
        <source>광주은행</source>
        <translation>Kwangju Bank</translation>
    </message>
    <message>
        <source>제주은행</source>
        <translation>Jeju Bank</translation>
    </message>
    <message>
        <source>전북은행</source>
        <translation>Jeonbuk Bank</translation>
    </message>
    <message>
        <source>경남은행</source>
        <translation>Kyongnam Bank</translation>
    </message>
    <message>
        <source>새마을금고</source>
        <translation>MG Community Credit Cooperative</translation>
    </message>
    <message>
        <source>신협</source>
        <translation>Credit Union (Shinhyup)</translation>
    </message>
    <message>
        <source>우체국</source>
        <translation>Korea Post</translation>
    </message>
    <message>
        <source>하나은행</source>
        <translation>Hana Bank</translation>
    </message>
    <message>
        <source>신한은행</source>
        <translation>Shinhan Bank</translation>
    </message>
    <message>
        <source>케이뱅크</source>
        <translation>K Bank</translation>
    </message>
    <message>
        <source>카카오뱅크</source>
        <translation>KakaoBank</translation>
    </message>
    <message>
        <source>토스뱅크</source>
        <translation>Toss Bank</translation>
    </message>
    <message>
        <source>배송 시간</source>
        <translation>Delivery time</translation>
    </message>
    <message>
        <source>주문을 그대로 두기로 하셨어요.</source>
        <translation>You chose to keep the order as it is.</translation>
    </message>
    <message>
        <source>답이 없어서 주문을 그대로 두었어요.</source>
        <translation>There was no answer, so the order stays as it is.</translation>
    </message>
    <message>
        <source>그 사이 바꿀 수 없게 되어 주문은 그대로예요. 추가로 내신 돈은 돌려 드려요.</source>
        <translation>The change was no longer possible, so the order stays as it is. Whatever you paid for it goes back.</translation>
    </message>
    <message>
        <source>%1만 더 결제하면 이렇게 바뀌어요.</source>
        <translation>It changes once you have paid %1 more.</translation>
    </message>
    <message>
        <source>바꾸면 %1 돌려 드려요.</source>
        <translation>You get %1 back for this change.</translation>
    </message>
    <message>
        <source>금액은 그대로예요.</source>
        <translation>The price stays the same.</translation>
    </message>
    <message>
        <source>네, 바꿔 주세요</source>
        <translation>Yes, please change it</translation>
    </message>
    <message>
        <source>결제 회사와 연결되지 않아요</source>
        <translation>The payment company cannot be reached</translation>
    </message>
    <message>
        <source>돈은 나가지 않았고 주문도 그대로예요. 잠시 뒤 다시 눌러 주세요.</source>
        <translation>No money has moved and the order is as it was. Please press again in a moment.</translation>
    </message>
    <message>
        <source>꽃집이 이렇게 바꾸려고 해요</source>
        <translation>The florist would like to change this</translation>
    </message>
    <message>
        <source>카드나 받는 분 정보도 바뀌어요.</source>
        <translation>The card or the recipient's details change, too.</translation>
    </message>
    <message>
        <source>괜찮아요, 그대로</source>
        <translation>No thanks, keep it</translation>
    </message>
    <message>
        <source>답을 기다리는 때: &lt;time datetime="{{changeUntilIso}}"&gt;{{changeUntil}}&lt;/time&gt;. 그때까지 답이 없으면 주문은 그대로예요.</source>
        <translation>Please answer by &lt;time datetime="{{changeUntilIso}}"&gt;{{changeUntil}}&lt;/time&gt;. Without an answer the order stays as it is.</translation>
    </message>
    <message>
        <source>배송 기사님 화면</source>
        <translation>Driver's page</translation>
    </message>
    <message>
        <source>꽃집에서 받은 코드 8자리를 넣어 주세요. 코드는 10분 동안 한 번만 쓸 수 있어요.</source>
        <translation>Enter the 8-digit code from the shop. It works once, within 10 minutes.</translation>
    </message>
    <message>
        <source>코드 8자리</source>
        <translation>8-digit code</translation>
    </message>
    <message>
        <source>이 휴대폰으로 시작</source>
        <translation>Start on this phone</translation>
    </message>
    <message>
        <source>보낼 것 {n}건 · 연결되면 보내요</source>
        <translation>{n} to send · they leave when there is a connection</translation>
    </message>
    <message>
        <source>보내는 중 {n}건</source>
        <translation>Sending {n}</translation>
    </message>
    <message>
        <source>보내지 못한 것이 너무 많아요. 연결되면 다시 눌러 주세요.</source>
        <translation>Too many wait to be sent. Press again when there is a connection.</translation>
    </message>
    <message>
        <source>오늘 배송</source>
        <translation>Today's deliveries</translation>
    </message>
    <message>
        <source>지금 배송할 꽃이 없어요. 꽃이 완성되면 여기에 나와요.</source>
        <translation>Nothing to deliver now. Flowers appear here when they are made.</translation>
    </message>
    <message>
        <source>보내는 분 {{sender}}</source>
        <translation>From {{sender}}</translation>
    </message>
    <message>
        <source>전화 &lt;span class="whole"&gt;{{phone}}&lt;/span&gt;</source>
        <translation>Call &lt;span class="whole"&gt;{{phone}}&lt;/span&gt;</translation>
    </message>
    <message>
        <source>지도</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>배송 시작</source>
        <translation>Start delivery</translation>
    </message>
    <message>
        <source>인수자</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>전해 드리지 못했어요</source>
        <translation>I could not deliver</translation>
    </message>
    <message>
        <source>왜 전하지 못했나요?</source>
        <translation>Why not?</translation>
    </message>
    <message>
        <source>마지막 확인 &lt;time&gt;{{checked}}&lt;/time&gt;</source>
        <translation>Last checked &lt;time&gt;{{checked}}&lt;/time&gt;</translation>
    </message>
    <message>
        <source>{{deviceName}} · 이 휴대폰 연결 끊기</source>
        <translation>{{deviceName}} · disconnect this phone</translation>
    </message>
    <message>
        <source>끊으면 이 휴대폰에서 배송이 보이지 않아요. 다시 쓰려면 꽃집에서 코드를 새로 받아야 해요.</source>
        <translation>Deliveries no longer show on this phone. To use it again, get a new code from the shop.</translation>
    </message>
    <message>
        <source>연결 끊기</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>가족</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>경비실</source>
        <translation>Security desk</translation>
    </message>
    <message>
        <source>문 앞</source>
        <translation>At the door</translation>
    </message>
    <message>
        <source>기타</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>본인</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>받는 분이 안 계세요</source>
        <translation>Nobody is there</translation>
    </message>
    <message>
        <source>주소를 찾을 수 없어요</source>
        <translation>I cannot find the address</translation>
    </message>
    <message>
        <source>받지 않겠다고 하세요</source>
        <translation>They will not take it</translation>
    </message>
    <message>
        <source>다른 까닭</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>코드 시간이 지났어요. 꽃집에서 새로 받아 주세요.</source>
        <translation>The code has expired. Please get a new one from the shop.</translation>
    </message>
    <message>
        <source>요청이 너무 많아요. 10분 뒤에 다시 해 주세요.</source>
        <translation>Too many tries. Please try again in 10 minutes.</translation>
    </message>
    <message>
        <source>코드가 달라요. 8자리를 다시 확인해 주세요.</source>
        <translation>The code is wrong. Please check the 8 digits.</translation>
    </message>
    <message>
        <source>그 사이 바뀌었어요. 지금은 %1.</source>
        <translation>It changed meanwhile. Now: %1.</translation>
    </message>
    <message>
        <source>이 배송은 목록에서 빠졌어요. 꽃집에 물어봐 주세요.</source>
        <translation>This delivery is no longer on the list. Please ask the shop.</translation>
    </message>
    <message>
        <source>저장하지 못했어요. 다시 눌러 주세요.</source>
        <translation>It was not saved. Please press again.</translation>
    </message>
    <message>
        <source>시간 없음</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>%1 · 늦었어요</source>
        <translation>%1 · late</translation>
    </message>
    <message>
        <source>손님이 취소를 요청했어요. 꽃집에 먼저 물어봐 주세요.</source>
        <translation>The customer asked to cancel. Please ask the shop first.</translation>
    </message>
    <message>
        <source>다시 가는 배송이에요.</source>
        <translation>This is a second try.</translation>
    </message>
    <message>
        <source>이 휴대폰은 꽃집과 연결이 끊겼어요.</source>
        <translation>This phone is no longer connected to the shop.</translation>
    </message>
    <message>
        <source>꽃집 컴퓨터를 위한 코드예요. 기사님 코드를 새로 받아 주세요.</source>
        <translation>That code is for the shop's computer. Please get a driver's code.</translation>
    </message>
    <message>
        <source>찾기</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>어느 주소인가요?</source>
        <translation>Which address is it?</translation>
    </message>
    <message>
        <source>직접 입력할게요</source>
        <translation>I will type it myself</translation>
    </message>
    <message>
        <source>%1 외 %2곳</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>찾는 주소가 없어요. 저희는 %1에 배송해요. 도로명과 번호, 동과 번지, 건물 이름으로 찾거나 주소를 직접 적어 주세요.</source>
        <translation>No such address found. We deliver to %1. Try the road and number, the neighbourhood and lot, or a building's name; or type the address yourself.</translation>
    </message>
    <message>
        <source>더 있어요. 번호까지 적고 다시 찾으면 줄어들어요.</source>
        <translation>There are more. With the number there will be fewer.</translation>
    </message>
    <message>
        <source>저희는 %1에 배송해요. 다른 곳은 전화로 물어봐 주세요</source>
        <translation>We deliver to %1. For other places please call us</translation>
    </message>
    <message>
        <source>지금은 주문을 쉬고 있어요. %1부터 다시 받아요.</source>
        <translation>We are not taking orders right now. We start again at %1.</translation>
    </message>
    <message>
        <source>상호</source>
        <translation>Business name</translation>
    </message>
    <message>
        <source>대표자</source>
        <translation>Represented by</translation>
    </message>
    <message>
        <source>이메일</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>사업자등록번호</source>
        <translation>Business registration no.</translation>
    </message>
    <message>
        <source>통신판매업 신고</source>
        <translation>Mail-order report</translation>
    </message>
    <message>
        <source>호스팅 제공자</source>
        <translation>Hosting by</translation>
    </message>
    <message>
        <source>개인정보 보호책임자</source>
        <translation>Privacy officer</translation>
    </message>
    <message>
        <source>%1 뒤에 다시 해 주세요.</source>
        <translation>Please try again in %1.</translation>
    </message>
    <message>
        <source>%1분</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>&lt;strong class="whole"&gt;{{phone}}&lt;/strong&gt; 번호로 주문하신 적이 있으면 문자를 보냈어요. 5분 안에 입력해 주세요.</source>
        <translation>If there are orders from &lt;strong class="whole"&gt;{{phone}}&lt;/strong&gt;, we have sent a text to it. Please enter the code within 5 minutes.</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>가격과 배송</source>
        <translation>Price and delivery</translation>
    </message>
    <message>
        <source>결제: %1. 금액과 주문 번호, 결제에 필요한 것만 전해요.</source>
        <translation>Payment: %1. They get the amount, the order number and what a payment needs.</translation>
    </message>
    <message>
        <source>결제: 금액과 결제사의 거래 번호, 입금할 계좌. 카드 번호는 결제사만 알고 꽃집에는 오지 않아요.</source>
        <translation>Payment: the amount, the provider's reference, and the account for a transfer. Card numbers stay with the provider and never reach the shop.</translation>
    </message>
    <message>
        <source>결제됐다면 주문은 안전해요.</source>
        <translation>If you paid, your order is safe.</translation>
    </message>
    <message>
        <source>결제한 뒤 보내 드린 문자에도 주문을 볼 수 있는 주소가 있어요.</source>
        <translation>The texts we sent after your payment also hold the address of your order.</translation>
    </message>
    <message>
        <source>계좌로 입금하는 주문은 안내한 입금 기한까지 기다려요.</source>
        <translation>An order paid by transfer waits until the date named beside the account.</translation>
    </message>
    <message>
        <source>고른 날짜와 시간대 안에 보내 드려요. 늦어지거나 전할 수 없으면 전화나 문자로 알려 드려요.</source>
        <translation>We deliver on the day and within the window you chose. If we run late or cannot hand the flowers over, we call or text you.</translation>
    </message>
    <message>
        <source>고른 시간은 결제하는 20분 동안 비워 둬요. 그 안에 결제하지 않으면 주문은 없던 일이 되고 돈은 나가지 않아요.</source>
        <translation>Your window is kept free for 20 minutes while you pay. If you do not pay within them, the order lapses and no money moves.</translation>
    </message>
    <message>
        <source>그 밖의 누구에게도 팔거나 넘기지 않아요.</source>
        <translation>Nobody else: we neither sell nor pass on your data.</translation>
    </message>
    <message>
        <source>기록은 꽃집의 서버와 꽃집 컴퓨터에만 있어요.</source>
        <translation>The records are on the shop's server and the shop's computers only.</translation>
    </message>
    <message>
        <source>기한이 지났거나 꽃집이 내린 페이지예요.</source>
        <translation>Its time is over, or the shop took it down.</translation>
    </message>
    <message>
        <source>꽃이 없어 다른 꽃으로 바꾸거나 금액이 달라져야 하면 먼저 여쭤봐요. 괜찮다고 답하지 않으시면 주문은 그대로예요.</source>
        <translation>If we lack a flower and would replace it, or the price would change, we ask you first. Unless you agree, your order stays as it is.</translation>
    </message>
    <message>
        <source>꽃집의 답이 충분하지 않으면 개인정보침해신고센터(국번 없이 118)에 물어볼 수 있어요.</source>
        <translation>If our answer does not satisfy you, you can turn to the Korean privacy report centre (dial 118).</translation>
    </message>
    <message>
        <source>내 정보를 보거나 고치려면</source>
        <translation>To see or correct your data</translation>
    </message>
    <message>
        <source>내 주문</source>
        <translation>My orders</translation>
    </message>
    <message>
        <source>내용 확인 화면에서 결제까지 마치면 계약이 이루어지고, 문자로 알려 드려요.</source>
        <translation>The contract is made when you have paid at the end of the check page; we confirm it by text.</translation>
    </message>
    <message>
        <source>누가 파나요?</source>
        <translation>Who sells?</translation>
    </message>
    <message>
        <source>누가 함께 다루나요?</source>
        <translation>Who else handles it?</translation>
    </message>
    <message>
        <source>다른 사람의 개인정보나 욕설이 든 후기는 꽃집이 이유를 적어 두고 숨길 수 있어요.</source>
        <translation>The shop may hide a review that holds somebody's personal data or abuse, and records the reason.</translation>
    </message>
    <message>
        <source>다툼이 생기면</source>
        <translation>If we disagree</translation>
    </message>
    <message>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>먼저 꽃집과 이야기해 주세요. 나머지는 전자상거래 등에서의 소비자보호에 관한 법률과 소비자분쟁해결기준을 따라요.</source>
        <translation>Please talk to the shop first. Beyond that, the Korean Act on Consumer Protection in Electronic Commerce and the Consumer Dispute Resolution Standards apply.</translation>
    </message>
    <message>
        <source>무엇을 왜 저장하나요?</source>
        <translation>What do we store, and why?</translation>
    </message>
    <message>
        <source>개인정보 보호책임자: %1</source>
        <translation>Privacy officer: %1</translation>
    </message>
    <message>
        <source>문자: 받은 번호와 내용, 보낸 시각.</source>
        <translation>Texts: the number, the text and when it was sent.</translation>
    </message>
    <message>
        <source>문자가 오지 않으면 전화해 주세요: &lt;a href="tel:{{shopPhoneDigits}}"&gt;{{shopPhone}}&lt;/a&gt;</source>
        <translation>If no text comes, please call: &lt;a href="tel:{{shopPhoneDigits}}"&gt;{{shopPhone}}&lt;/a&gt;</translation>
    </message>
    <message>
        <source>문자로 받은 숫자 6자리를 입력해 주세요</source>
        <translation>Please enter the 6 digits from the text</translation>
    </message>
    <message>
        <source>문자를 보내는 회사: 받는 번호와 문자 내용만 전해요.</source>
        <translation>The company that sends our texts: the number and the text only.</translation>
    </message>
    <message>
        <source>배송 기사님: 그날 배송에 필요한 것만 보고, 결제와 카드 글은 보지 않아요.</source>
        <translation>Our driver: what the day's deliveries need, without payments and cards.</translation>
    </message>
    <message>
        <source>번호 다시 적기</source>
        <translation>Change the number</translation>
    </message>
    <message>
        <source>별점 5점 중 평균 %1점</source>
        <translation>%1 out of 5 stars on average</translation>
    </message>
    <message>
        <source>보기, 고치기, 지우기, 그만 쓰게 하기를 언제든 부탁할 수 있어요. 법이 보관하라고 정한 것은 그 기간이 지난 뒤에 지워요.</source>
        <translation>You can ask at any time to see, correct or erase your data, or that we stop using it. What the law tells us to keep is erased when its time is over.</translation>
    </message>
    <message>
        <source>보이는 가격에는 배송비가 들어 있어요. 내용 확인 화면의 총 금액만 결제해요.</source>
        <translation>Prices include delivery. You pay the total of the check page and nothing else.</translation>
    </message>
    <message>
        <source>새 후기</source>
        <translation>Newer reviews</translation>
    </message>
    <message>
        <source>시행일</source>
        <translation>In force since</translation>
    </message>
    <message>
        <source>쓸 수 없는 내용이 있어요</source>
        <translation>Something cannot be used as it is</translation>
    </message>
    <message>
        <source>앞 화면으로 돌아가 적은 것을 확인하고 다시 보내 주세요.</source>
        <translation>Please go back, check what you entered and send it again.</translation>
    </message>
    <message>
        <source>얼마나 보관하나요?</source>
        <translation>How long do we keep it?</translation>
    </message>
    <message>
        <source>오류: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>이 번호로 보낸 주문이 없어요.</source>
        <translation>There are no orders from this number.</translation>
    </message>
    <message>
        <source>이 인증번호는 더 쓸 수 없어요. 새로 받아 주세요</source>
        <translation>This code can no longer be used. Please get a new one</translation>
    </message>
    <message>
        <source>이 페이지의 꽃은 아래 꽃집이 직접 팔고 보내 드려요: %1</source>
        <translation>The flowers on these pages are sold and delivered by the shop itself: %1</translation>
    </message>
    <message>
        <source>이용약관</source>
        <translation>Terms of use</translation>
    </message>
    <message>
        <source>이전 주문 보기</source>
        <translation>Earlier orders</translation>
    </message>
    <message>
        <source>이전 후기</source>
        <translation>Older reviews</translation>
    </message>
    <message>
        <source>이제 없는 페이지예요</source>
        <translation>This page is gone</translation>
    </message>
    <message>
        <source>인증번호</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>인증번호 6자리</source>
        <translation>6-digit code</translation>
    </message>
    <message>
        <source>인증번호 받기</source>
        <translation>Get a code</translation>
    </message>
    <message>
        <source>인증번호가 달라요. %1번 더 입력할 수 있어요</source>
        <translation>That is not the code. Tries left: %1</translation>
    </message>
    <message>
        <source>인증번호를 다시 받아 주세요</source>
        <translation>Please get a new code</translation>
    </message>
    <message>
        <source>인터넷 주소: 결제를 기다리는 동안과 인증번호를 받은 뒤 하루 동안, 알아볼 수 없게 바꾸어 요청 수를 세는 데에만 써요.</source>
        <translation>Internet address: only as a hash, to count requests, while a payment is awaited and for a day after a code was asked for.</translation>
    </message>
    <message>
        <source>전자상거래 등에서의 소비자보호에 관한 법률에 따라 계약과 결제 기록은 5년, 불만과 분쟁 기록은 3년 동안 보관해요. 그 뒤에는 꽃집이 이름과 전화번호, 주소, 카드 글을 지워요.</source>
        <translation>The Korean Act on Consumer Protection in Electronic Commerce has us keep records of contracts and payments for 5 years, of complaints and disputes for 3. After that the shop erases names, phone numbers, addresses and cards.</translation>
    </message>
    <message>
        <source>주문 조회: 인증번호를 받은 휴대폰 번호와 시각은 하루, 로그인은 12시간 동안만 남아요. 인증번호는 저장하지 않아요.</source>
        <translation>Looking up orders: the phone number and time of a code stay for a day, a sign-in for 12 hours. The code itself is not stored.</translation>
    </message>
    <message>
        <source>주문: 보내는 분과 받는 분의 이름과 전화번호, 받을 주소, 카드와 리본 글, 꽃집에 남긴 말, 고른 시간. 꽃을 만들고 배송하고 주문 상황을 알려 드리는 데에만 써요.</source>
        <translation>Orders: names and phone numbers of sender and recipient, the address, the texts of card and ribbon, your note to the shop and the window. We use them only to make and deliver the flowers and to tell you how the order stands.</translation>
    </message>
    <message>
        <source>주문과 계약</source>
        <translation>Order and contract</translation>
    </message>
    <message>
        <source>주문이 바뀔 때</source>
        <translation>When an order changes</translation>
    </message>
    <message>
        <source>주문한 날</source>
        <translation>Ordered on</translation>
    </message>
    <message>
        <source>주문할 때 적은 보내는 분 휴대폰 번호로 인증번호를 보내 드려요.</source>
        <translation>We text a code to the sender's mobile number of your order.</translation>
    </message>
    <message>
        <source>최근 주문 보기</source>
        <translation>Newest orders</translation>
    </message>
    <message>
        <source>쿠키: 쓰던 주문(하루), 인증번호 요청(5분), 로그인(12시간). 광고와 방문 통계 쿠키는 없어요.</source>
        <translation>Cookies: an order being written (a day), a request for a code (5 minutes), a sign-in (12 hours). None for advertising or statistics.</translation>
    </message>
    <message>
        <source>화면이 오래됐어요. 한 번 더 눌러 주세요</source>
        <translation>This page was open too long. Please press once more</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>후기 %1개</source>
        <translation>Reviews: %1</translation>
    </message>
    <message>
        <source>후기 쪽</source>
        <translation>Pages of reviews</translation>
    </message>
    <message>
        <source>후기: 가린 이름, 별점, 글.</source>
        <translation>Reviews: a masked name, the rating and the text.</translation>
    </message>
    <message>
        <source>후기는 배송 뒤 30일 동안, 주문마다 한 번 남길 수 있고 이름은 가려져요.</source>
        <translation>Each order can be reviewed once within 30 days of delivery; your name is masked.</translation>
    </message>
    <message>
        <source>휴대폰 번호</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요</source>
        <translation>Please enter a mobile number of 10 or 11 digits that starts with 01</translation>
    </message>
    <message>
        <source>사진 더 보기</source>
        <translation>More photos</translation>
    </message>
    <message>
        <source>{{itemName}} 다른 사진</source>
        <translation>Another photo of {{itemName}}</translation>
    </message>
    <message>
        <source>완성된 꽃 사진</source>
        <translation>Photo of the finished flowers</translation>
    </message>
    <message>
        <source>꽃집이 완성한 꽃이에요</source>
        <translation>Your flowers, finished at the shop</translation>
    </message>
    <message>
        <source>배송한 곳 사진</source>
        <translation>Photo of where they were left</translation>
    </message>
    <message>
        <source>이렇게 전해 드렸어요</source>
        <translation>How they were handed over</translation>
    </message>
    <message>
        <source>사진을 보내지 못했어요. 배송 기록은 그대로예요.</source>
        <translation>The photo was not sent. The delivery itself is noted.</translation>
    </message>
    <message>
        <source>놓은 곳 사진</source>
        <translation>Photo of where you left them</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>%1-%2시</source>
        <translation>%1-%2h</translation>
    </message>
    <message>
        <source>M/d(ddd)</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>%1원</source>
        <translation>%1 won</translation>
    </message>
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
        <source>주문 %4에 쓰지 못한 결제 %5 환불 접수. 카드 3~5일</source>
        <translation>Order %4 could not use %5. Refunded in 3-5 business days</translation>
    </message>
    <message>
        <source>결제가 안 됐어요. 20분 안에 다시 결제</source>
        <translation>Payment failed. Retry within 20 min</translation>
    </message>
    <message>
        <source>취소 요청을 받아 드리지 못했어요. 자세한 내용은 주문 조회에서</source>
        <translation>We could not accept your cancellation. Details on the order page</translation>
    </message>
    <message>
        <source>10분 넘게 확인 안 된 주문 %6건. 컴퓨터를 봐 주세요</source>
        <translation>Paid orders nobody has opened for 10 min: %6. Please look at the desk</translation>
    </message>
    <message>
        <source>추가 결제 %5. 바뀌는 내용 확인</source>
        <translation>%5 more to pay for a change. See</translation>
    </message>
    <message>
        <source>바뀌는 내용을 확인해 주세요</source>
        <translation>Please check a change to your order</translation>
    </message>
    <message>
        <source>꽃을 다시 보내 드려요. %1%2 배송</source>
        <translation>We send your flowers again %1 %2</translation>
    </message>
    <message>
        <source>꽃을 다시 보내 드려요</source>
        <translation>We send your flowers again</translation>
    </message>
    <message>
        <source>인증번호 %7. 5분 안에 넣고, 남에게 알려 주지 마세요</source>
        <translation>Code %7, valid for 5 min. Do not share it with anyone</translation>
    </message>
    <message>
        <source>주문 %4 취소, %5 환불</source>
        <translation>Order %4 cancelled. Refund %5</translation>
    </message>
    <message>
        <source>%5 환불완료</source>
        <translation>Refunded %5</translation>
    </message>
    <message>
        <source>%5 입금 확인했어요. 고맙습니다</source>
        <translation>%5 received, thank you</translation>
    </message>
</context>
<context>
    <name>Ageing</name>
    <message>
        <source>%1분</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1시간</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1시간 %2분</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>제작 마감</source>
        <translation>Making</translation>
    </message>
    <message>
        <source>픽업 마감</source>
        <translation>Pick-up</translation>
    </message>
    <message>
        <source>출발 마감</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>배송 마감</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>%1 지남</source>
        <comment>a day</comment>
        <translation>due %1</translation>
    </message>
    <message>
        <source>%1 지남</source>
        <comment>a stretch of time</comment>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>%1 남음</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 완료</source>
        <translation>done %1</translation>
    </message>
    <message>
        <source>%1 %2 지남</source>
        <comment>a stretch of time</comment>
        <extracomment>name of the deadline, how long ago it was</extracomment>
        <translation>%1 due %2 ago</translation>
    </message>
    <message>
        <source>%1 %2 지남</source>
        <comment>a day</comment>
        <extracomment>name of the deadline, the day it was on</extracomment>
        <translation>%1 due %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>name of the deadline, its day, its time</extracomment>
        <translation>%1 due %2 %3</translation>
    </message>
    <message>
        <source>%1까지 %2</source>
        <extracomment>name of the deadline, time left until it</extracomment>
        <translation>%1 due in %2</translation>
    </message>
</context>
<context>
    <name>BalanceWords</name>
    <message>
        <source>입금 확인 문자</source>
        <translation>Text: money received</translation>
    </message>
    <message>
        <source>결제완료 문자</source>
        <translation>Text: paid</translation>
    </message>
    <message>
        <source>제작중 문자</source>
        <translation>Text: making</translation>
    </message>
    <message>
        <source>제작완료 문자</source>
        <translation>Text: made</translation>
    </message>
    <message>
        <source>배송중 문자</source>
        <translation>Text: out for delivery</translation>
    </message>
    <message>
        <source>배송완료 문자</source>
        <translation>Text: delivered</translation>
    </message>
    <message>
        <source>취소 문자</source>
        <translation>Text: cancelled</translation>
    </message>
    <message>
        <source>환불 문자</source>
        <translation>Text: refunded</translation>
    </message>
    <message>
        <source>다시 보냄 문자</source>
        <translation>Text: sent again</translation>
    </message>
    <message>
        <source>늦은 결제 문자</source>
        <translation>Text: late payment</translation>
    </message>
    <message>
        <source>추가 결제 문자</source>
        <translation>Text: extra payment</translation>
    </message>
    <message>
        <source>결제실패 문자</source>
        <translation>Text: payment failed</translation>
    </message>
    <message>
        <source>취소 요청 거절 문자</source>
        <translation>Text: cancel request declined</translation>
    </message>
    <message>
        <source>사장님께 보내는 문자</source>
        <translation>Text to the owner</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>none</translation>
    </message>
    <message>
        <source>장부 %1</source>
        <translation>Ledger %1</translation>
    </message>
    <message>
        <source>결제사 %1</source>
        <translation>Provider %1</translation>
    </message>
    <message>
        <source>주문 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>들어온 돈 %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>돌려줄 돈 %1</source>
        <translation>To give back %1</translation>
    </message>
    <message>
        <source>가져간 돈 %1</source>
        <translation>Taken back %1</translation>
    </message>
    <message>
        <source>버튼을 누르면 결제사에 환불을 한 번 더 부탁해요.</source>
        <translation>The button asks the provider for the refund once more.</translation>
    </message>
    <message>
        <source>버튼을 누르면 결제사에 지금 다시 물어보고 장부를 맞춰요.</source>
        <translation>The button asks the provider again now and corrects the ledger.</translation>
    </message>
    <message>
        <source>주문을 열어 보고, 만들지 않을 주문이면 돈을 돌려주세요.</source>
        <translation>Open the order; if it will not be made, give the money back.</translation>
    </message>
    <message>
        <source>주문을 열어 어떻게 결제했는지 확인해 주세요.</source>
        <translation>Open the order and find out how it was paid.</translation>
    </message>
    <message>
        <source>결제사 관리자 페이지에서 이 결제를 찾아 확인해 주세요.</source>
        <translation>Look this payment up on the provider’s own pages.</translation>
    </message>
    <message>
        <source>결제사 관리자 페이지에서 이 환불을 찾아 확인해 주세요.</source>
        <translation>Look this refund up on the provider’s own pages.</translation>
    </message>
    <message>
        <source>결제사 관리자 페이지에서 까닭을 보고, 이의가 있으면 기한 안에 알려 주세요.</source>
        <translation>See the reason on the provider’s own pages and, if you object, say so before the deadline.</translation>
    </message>
    <message>
        <source>잠시 뒤에 다시 확인해 주세요.</source>
        <translation>Check again in a little while.</translation>
    </message>
    <message>
        <source>손님이 꼭 알아야 하는 내용이면 전화로 알려 주세요.</source>
        <translation>If the customer has to know, please call.</translation>
    </message>
    <message>
        <source>두 번 가지 않게 다시 보내지 않았어요. 필요하면 전화로 알려 주세요.</source>
        <translation>It was not sent again, so as not to arrive twice. Call if it matters.</translation>
    </message>
    <message>
        <source>이 프로그램을 새 버전으로 바꾸면 무엇인지 알 수 있어요.</source>
        <translation>A newer version of this program will know what it is.</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>토스페이먼츠</source>
        <translation>Toss Payments</translation>
    </message>
    <message>
        <source>시험 결제</source>
        <translation>Test payment</translation>
    </message>
    <message>
        <source>차이가 없어요. 주문, 장부, 결제사 목록, 문자가 모두 맞아요.</source>
        <translation>No differences. Orders, ledger, the providers’ lists and texts all agree.</translation>
    </message>
    <message>
        <source>비교한 것에는 차이가 없어요.</source>
        <translation>No differences in what was compared.</translation>
    </message>
    <message numerus="yes">
        <source>맞지 않는 것이 %n건 있어요.</source>
        <translation>
            <numerusform>%n thing does not add up.</numerusform>
            <numerusform>%n things do not add up.</numerusform>
        </translation>
    </message>
    <message>
        <source>이날은 내역이 너무 많아서 다 비교하지는 못했어요.</source>
        <translation>This day has more than could be compared.</translation>
    </message>
    <message numerus="yes">
        <source>결제한 주문 %n건</source>
        <translation>
            <numerusform>%n paid order</numerusform>
            <numerusform>%n paid orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>이 가운데 가게에서 직접 받은 주문 %n건 (%1)</source>
        <translation>
            <numerusform>%n of them paid in the shop (%1)</numerusform>
            <numerusform>%n of them paid in the shop (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>읽지 못함</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>쓰지 않음</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>일치</source>
        <translation>Agrees</translation>
    </message>
    <message numerus="yes">
        <source>차이 %n건</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message>
        <source>결제사는 돈을 받았는데 장부에는 없어요</source>
        <translation>The provider took money that is not in the ledger</translation>
    </message>
    <message>
        <source>결제완료 주문인데 들어온 돈이 없어요</source>
        <translation>The order is paid, but no money came in</translation>
    </message>
    <message>
        <source>돈은 들어왔는데 주문이 결제완료가 아니에요</source>
        <translation>Money came in for an order that is not paid</translation>
    </message>
    <message>
        <source>장부와 결제사의 금액이 달라요</source>
        <translation>Ledger and provider have different amounts</translation>
    </message>
    <message>
        <source>장부에 있는 결제가 결제사 목록에는 없어요</source>
        <translation>The provider does not list a payment of the ledger</translation>
    </message>
    <message>
        <source>결제사에서 나간 환불이 장부에는 없어요</source>
        <translation>The provider gave money back that is not in the ledger</translation>
    </message>
    <message>
        <source>장부에 있는 환불이 결제사 목록에는 없어요</source>
        <translation>The provider does not list a refund of the ledger</translation>
    </message>
    <message>
        <source>결제사가 환불을 받아들이지 않았어요</source>
        <translation>The provider refused a refund</translation>
    </message>
    <message>
        <source>더 받은 돈을 아직 돌려주지 못했어요</source>
        <translation>Money taken by mistake is not back yet</translation>
    </message>
    <message>
        <source>환불이 한 시간 넘게 끝나지 않았어요</source>
        <translation>A refund has been under way for more than an hour</translation>
    </message>
    <message>
        <source>손님이 결제했는지 아직 알 수 없어요</source>
        <translation>Nobody knows yet whether the customer paid</translation>
    </message>
    <message>
        <source>손님의 카드사나 은행이 돈을 도로 가져갔어요</source>
        <translation>The customer’s bank took the money back</translation>
    </message>
    <message>
        <source>결제사 목록을 읽지 못해서 비교하지 못했어요</source>
        <translation>The provider’s list could not be read, so nothing was compared</translation>
    </message>
    <message>
        <source>이제 쓰지 않는 결제사라서 비교하지 못했어요</source>
        <translation>This provider is no longer in use, so nothing was compared</translation>
    </message>
    <message>
        <source>보냈어야 할 문자가 나가지 않았어요</source>
        <translation>A text that was due has not been sent</translation>
    </message>
    <message>
        <source>문자를 보내지 못했어요</source>
        <translation>A text could not be sent</translation>
    </message>
    <message>
        <source>문자가 갔는지 알 수 없어요</source>
        <translation>A text may or may not have been sent</translation>
    </message>
    <message>
        <source>이 프로그램이 모르는 차이예요</source>
        <translation>A difference that this program does not know</translation>
    </message>
    <message>
        <source>결제사 관리자 페이지의 금액과 위의 합계를 견주어 보세요.</source>
        <translation>Compare the amounts on the provider’s own pages with the sums above.</translation>
    </message>
    <message>
        <source>환불 다시 시도</source>
        <translation>Retry refund</translation>
    </message>
    <message>
        <source>다시 확인</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>서버의 답을 받지 못했어요. 한 번 더 눌러도 두 번 하지 않아요.</source>
        <translation>The server did not answer. Pressing once more does nothing twice.</translation>
    </message>
    <message>
        <source>그 사이 해결돼서 더 할 일이 없었어요.</source>
        <translation>It was settled meanwhile; there was nothing left to do.</translation>
    </message>
    <message>
        <source>결제사에 환불을 다시 부탁했어요. 지금은 아래와 같아요.</source>
        <translation>The provider was asked for the refund again. This is how things stand now.</translation>
    </message>
    <message>
        <source>결제사에 다시 물어봤어요. 지금은 아래와 같아요.</source>
        <translation>The provider was asked again. This is how things stand now.</translation>
    </message>
    <message>
        <source>인증번호 문자</source>
        <translation>Text: sign-in code</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>답글: %1</source>
        <translation>Reply: %1</translation>
    </message>
    <message>
        <source>리뷰 숨김</source>
        <translation>Review hidden</translation>
    </message>
    <message>
        <source>리뷰 다시 보임</source>
        <translation>Review shown again</translation>
    </message>
    <message>
        <source>인수자 %1</source>
        <translation>Received by %1</translation>
    </message>
    <message>
        <source>고객이 취소를 요청했어요</source>
        <translation>The customer asked to cancel</translation>
    </message>
    <message>
        <source>리뷰</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>%1에 받은 답: %2</source>
        <extracomment>the time of the server's answer, and why it said no</extracomment>
        <translation>Answer at %1: %2</translation>
    </message>
    <message>
        <source>내 답글 올리기</source>
        <translation>Publish my reply</translation>
    </message>
    <message>
        <source>그래도 바꾸기</source>
        <translation>Change it anyway</translation>
    </message>
    <message>
        <source>그래도 %1</source>
        <extracomment>do it all the same: the verb follows</extracomment>
        <translation>%1 anyway</translation>
    </message>
    <message>
        <source>주문 열기</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>리뷰 열기</source>
        <translation>Open review</translation>
    </message>
    <message>
        <source>내용 복사하고 닫기</source>
        <translation>Copy text and close</translation>
    </message>
    <message>
        <source>가게 설정: %1</source>
        <translation>Shop settings: %1</translation>
    </message>
    <message>
        <source>가게 설정</source>
        <translation>Shop settings</translation>
    </message>
    <message>
        <source>다른 컴퓨터에서 먼저 가게 설정을 바꿨어요.</source>
        <translation>Another computer changed the shop settings first.</translation>
    </message>
    <message>
        <source>설정 열기</source>
        <translation>Open settings</translation>
    </message>
    <message>
        <source>메뉴</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>다른 컴퓨터에서 먼저 이 상품을 바꿨어요.</source>
        <translation>Another computer changed this product first.</translation>
    </message>
    <message>
        <source>주문 입력</source>
        <translation>New order</translation>
    </message>
    <message>
        <source>전화·방문 주문</source>
        <translation>Phone or walk-in order</translation>
    </message>
    <message>
        <source>주문서 다시 열기</source>
        <translation>Open the form again</translation>
    </message>
</context>
<context>
    <name>OrderTexts</name>
    <message>
        <source>손님의 답을 기다려요</source>
        <translation>Waiting for the customer’s answer</translation>
    </message>
    <message>
        <source>손님이 바꾸지 않기로 했어요</source>
        <translation>The customer declined the change</translation>
    </message>
    <message>
        <source>손님의 답이 없어 바꾸지 않았어요</source>
        <translation>No answer came, nothing was changed</translation>
    </message>
    <message>
        <source>답이 왔을 때는 바꿀 수 없었어요</source>
        <translation>The answer came too late to change it</translation>
    </message>
    <message>
        <source>손님이 %1 더 내요</source>
        <translation>the customer pays %1 more</translation>
    </message>
    <message>
        <source>손님께 %1 돌려줘요</source>
        <translation>%1 goes back to the customer</translation>
    </message>
    <message>
        <source>결제 승인</source>
        <translation>Payment approved</translation>
    </message>
    <message>
        <source>서버에 저장</source>
        <translation>Stored on the server</translation>
    </message>
    <message>
        <source>꽃집 컴퓨터에 저장</source>
        <translation>Stored on the shop’s computer</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>픽업</source>
        <translation>Pick-up</translation>
    </message>
    <message>
        <source>시간 지정 없음</source>
        <translation>No set time</translation>
    </message>
    <message>
        <source>인수자 %1</source>
        <translation>Received by: %1</translation>
    </message>
    <message>
        <source>취소된 주문이에요.</source>
        <translation>This order was cancelled.</translation>
    </message>
    <message>
        <source>고객이 %1에 취소를 요청했어요. %2</source>
        <translation>The customer asked to cancel at %1. %2</translation>
    </message>
    <message>
        <source>결제사가 이유를 알리지 않았어요.</source>
        <translation>The provider gave no reason.</translation>
    </message>
    <message>
        <source>보낸 돈이 되돌아왔어요.</source>
        <translation>The money came back.</translation>
    </message>
    <message>
        <source>결제사가 알린 이유: %1</source>
        <translation>The provider’s reason: %1</translation>
    </message>
    <message>
        <source>#%1 주문을 다시 보내는 꽃이에요.</source>
        <extracomment>the number of the order that went wrong</extracomment>
        <translation>Sent again for order #%1.</translation>
    </message>
    <message>
        <source>다시 보냄 · #%1</source>
        <extracomment>the number of the order that makes this one good</extracomment>
        <translation>Sent again · #%1</translation>
    </message>
    <message>
        <source>%1 · 받을 돈 없음</source>
        <translation>%1 · nothing to pay</translation>
    </message>
    <message>
        <source>결제 확인 중</source>
        <translation>Payment being checked</translation>
    </message>
    <message>
        <source>결제 확인 중 · %1부터</source>
        <translation>Payment being checked · since %1</translation>
    </message>
    <message>
        <source>결제사가 아직 답하지 않았어요. 답이 오면 저절로 바뀌니, 손님께 다시 결제해 달라고 하지 마세요.</source>
        <translation>The payment provider has not answered yet. This changes by itself when it does: do not ask the customer to pay again.</translation>
    </message>
    <message>
        <source>지급 거절·입금 취소 · %1</source>
        <translation>Chargeback or cancelled transfer · %1</translation>
    </message>
    <message>
        <source>손님의 카드사나 은행이 돈을 되가져갔어요. 아직 보내기 전이면 멈추고, 보냈으면 배송 기록을 모아 결제사에 알려 주세요.</source>
        <translation>The customer’s bank took the money back. Hold the flowers if they have not left; otherwise gather the delivery record and answer the payment provider.</translation>
    </message>
    <message>
        <source>%1 받을 돈이 있어요.</source>
        <translation>%1 is still to be paid.</translation>
    </message>
</context>
<context>
    <name>PairingWords</name>
    <message>
        <source>서버에 닿지 않아요</source>
        <translation>The server cannot be reached</translation>
    </message>
    <message>
        <source>주소가 맞는지, 서버와 인터넷이 켜져 있는지 확인해 주세요.</source>
        <translation>Please check the address, and that the server and the internet are on.</translation>
    </message>
    <message>
        <source>컴퓨터 시계가 2분 이상 달라요</source>
        <translation>This computer’s clock is off by more than 2 minutes</translation>
    </message>
    <message>
        <source>컴퓨터 설정에서 날짜와 시간을 자동으로 맞춰 주세요.</source>
        <translation>Please let the computer set date and time automatically.</translation>
    </message>
    <message>
        <source>인증서가 바뀌었어요</source>
        <translation>The certificate has changed</translation>
    </message>
    <message>
        <source>아무것도 보내지 않았어요. ‘다음’을 누르면 새 지문을 보여 드려요. 가게의 지문과 같을 때만 연결해 주세요.</source>
        <translation>Nothing was sent. “Next” shows the new fingerprint. Connect only if it is the shop’s.</translation>
    </message>
    <message>
        <source>코드가 달라요</source>
        <translation>That code is different</translation>
    </message>
    <message>
        <source>숫자 8자리를 다시 확인해 주세요.</source>
        <translation>Please check the eight digits again.</translation>
    </message>
    <message>
        <source>코드 시간이 지났어요</source>
        <translation>The time for that code is over</translation>
    </message>
    <message>
        <source>코드는 10분 안에 한 번만 쓸 수 있어요. 새 코드를 받아 주세요.</source>
        <translation>A code works once, within 10 minutes. Please get a new one.</translation>
    </message>
    <message>
        <source>코드를 여러 번 틀렸어요</source>
        <translation>Too many wrong codes</translation>
    </message>
    <message>
        <source>새 코드를 받아 주세요. 그래도 안 되면 10분 뒤에 다시 해 주세요.</source>
        <translation>Please get a new code. If that does not help, try again in 10 minutes.</translation>
    </message>
    <message>
        <source>가게에서 이 컴퓨터의 연결을 끊었어요. 주문 사본은 지웠어요.</source>
        <translation>The shop has disconnected this computer. Its copy of the orders was deleted.</translation>
    </message>
    <message>
        <source>가게에서 이 컴퓨터의 연결을 끊었어요. 주문 사본과 보내지 못한 변경 %1건을 지웠어요.</source>
        <translation>The shop has disconnected this computer. Its copy of the orders was deleted, with changes that had not been sent: %1.</translation>
    </message>
    <message>
        <source>연결을 해제하고 주문 사본을 지웠어요.</source>
        <translation>This computer is disconnected and its copy of the orders deleted.</translation>
    </message>
    <message>
        <source>연결을 해제하고 주문 사본을 지웠어요. 보내지 못한 변경 %1건은 남겨 두었고, 같은 가게에 다시 연결하면 보내요.</source>
        <translation>This computer is disconnected and its copy of the orders deleted. Changes not sent were kept (%1) and leave when it is connected to the same shop again.</translation>
    </message>
    <message>
        <source>서버의 인증서가 바뀌어 연결을 멈췄어요. 주문과 변경 내용은 그대로 있어요. 새 코드로 다시 연결해 주세요.</source>
        <translation>The server’s certificate has changed, so the connection was stopped. Orders and changes are still here. Please connect again with a new code.</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>%1 접수</source>
        <translation>received %1</translation>
    </message>
    <message>
        <source>(카드에 이름 없이)</source>
        <translation>(no name on the card)</translation>
    </message>
    <message>
        <source>요청사항</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>☐ 제작    ☐ 카드    ☐ 사진    담당 ____________</source>
        <translation>☐ made    ☐ card    ☐ photo    by ____________</translation>
    </message>
    <message>
        <source>배송 전표</source>
        <translation>Delivery slip</translation>
    </message>
    <message>
        <source>픽업 전표</source>
        <translation>Pickup slip</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>출입</source>
        <translation>Entrance</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Flowers</translation>
    </message>
    <message>
        <source>요청</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>인수자 ____________    시각 ____:____</source>
        <translation>Received by ____________    at ____:____</translation>
    </message>
    <message>
        <source>%1 %2 출력</source>
        <translation>printed %1 %2</translation>
    </message>
    <message>
        <source>%1회차</source>
        <translation>copy %1</translation>
    </message>
    <message>
        <source>끝나면 폐기</source>
        <translation>destroy when done</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>손님이 쓸 수 없는 결제 방법이 있어요.</source>
        <translation>One way of paying does not work for customers.</translation>
    </message>
    <message>
        <source>손님이 지금은 결제할 수 없어요.</source>
        <translation>Customers cannot pay at the moment.</translation>
    </message>
    <message>
        <source>손님이 결제하면 결제사에 다시 물어봐요.</source>
        <translation>The next customer who pays finds out whether it answers.</translation>
    </message>
    <message>
        <source>결제사 응답 다시 확인 중 · %1부터 응답 없음</source>
        <translation>Checking the payment provider again · no answer since %1</translation>
    </message>
    <message>
        <source>결제사 응답 없음 · %1부터</source>
        <translation>Payment provider not answering · since %1</translation>
    </message>
    <message>
        <source>환불은 적어 두었고, 결제사가 답하면 저절로 나가요.</source>
        <translation>Refunds are on record and go out by themselves when it answers.</translation>
    </message>
    <message>
        <source>결제됐는지 확인하는 데 시간이 더 걸려요.</source>
        <translation>Finding out whether something was paid takes longer.</translation>
    </message>
    <message>
        <source>들어온 주문은 안전하고, 하던 일은 그대로 하면 돼요.</source>
        <translation>Orders that came in are safe; making and delivering go on as usual.</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>지금은 할 수 없는 일이에요. 주문 상태를 다시 확인해 주세요.</source>
        <translation>That is not possible right now. Please check the order’s state.</translation>
    </message>
    <message>
        <source>지금 상태는 ‘%1’이라 할 수 없어요.</source>
        <translation>That is not possible: the order’s state is now “%1”.</translation>
    </message>
    <message>
        <source>그 사이 주문이 바뀌었어요. 새 내용을 보고 다시 해 주세요.</source>
        <translation>The order has changed meanwhile. Please look at it and try again.</translation>
    </message>
    <message>
        <source>그 사이 주문이 바뀌었어요. 지금 상태는 ‘%1’이에요.</source>
        <translation>The order has changed meanwhile. Its state is now “%1”.</translation>
    </message>
    <message>
        <source>빠진 내용이 있어요. 모두 채워 주세요.</source>
        <translation>Something is missing. Please fill in every field.</translation>
    </message>
    <message>
        <source>서버가 알아볼 수 없는 값이에요.</source>
        <translation>The server cannot read this value.</translation>
    </message>
    <message>
        <source>값이 정해진 범위를 벗어났어요.</source>
        <translation>The value is outside the allowed range.</translation>
    </message>
    <message>
        <source>글이 너무 길어요. 줄여서 다시 올려 주세요.</source>
        <translation>The text is too long. Please shorten it and post it again.</translation>
    </message>
    <message>
        <source>쓸 수 없는 글자가 들어 있어요.</source>
        <translation>The text contains characters that cannot be used.</translation>
    </message>
    <message>
        <source>전화번호를 다시 확인해 주세요.</source>
        <translation>Please check the phone number.</translation>
    </message>
    <message>
        <source>메뉴에 없는 상품이에요.</source>
        <translation>This item is not on the menu.</translation>
    </message>
    <message>
        <source>품절된 상품이에요.</source>
        <translation>This item is sold out.</translation>
    </message>
    <message>
        <source>그날 만들 수 있는 수량이 다 찼어요.</source>
        <translation>That day’s quantity is fully booked.</translation>
    </message>
    <message>
        <source>없는 배송 시간대예요.</source>
        <translation>There is no such delivery window.</translation>
    </message>
    <message>
        <source>이미 지난 날짜예요.</source>
        <translation>This date has already passed.</translation>
    </message>
    <message>
        <source>쉬는 날이에요.</source>
        <translation>The shop is closed that day.</translation>
    </message>
    <message>
        <source>그 시간대의 주문은 마감됐어요.</source>
        <translation>Orders for that delivery window have closed.</translation>
    </message>
    <message>
        <source>그 시간대는 자리가 없어요.</source>
        <translation>That delivery window is full.</translation>
    </message>
    <message>
        <source>금액이 너무 커요.</source>
        <translation>The amount is too large.</translation>
    </message>
    <message>
        <source>필요한 동의가 빠졌어요.</source>
        <translation>A required consent is missing.</translation>
    </message>
    <message>
        <source>서버에 없는 내용이에요. 지워졌을 수 있어요.</source>
        <translation>The server does not have this. It may have been deleted.</translation>
    </message>
    <message>
        <source>이 컴퓨터에는 그 권한이 없어요.</source>
        <translation>This computer is not allowed to do that.</translation>
    </message>
    <message>
        <source>이 컴퓨터의 연결이 끊겼어요. 서버와 다시 연결해 주세요.</source>
        <translation>This computer is no longer paired. Please pair it with the server again.</translation>
    </message>
    <message>
        <source>같은 일이 다른 내용으로 이미 보내졌어요.</source>
        <translation>The same action was already sent with different content.</translation>
    </message>
    <message>
        <source>서버가 아직 처리하고 있어요. 잠시 기다려 주세요.</source>
        <translation>The server is still working on it. Please wait a moment.</translation>
    </message>
    <message>
        <source>너무 자주 보냈어요. 잠시 뒤에 다시 해 주세요.</source>
        <translation>Too many requests. Please try again in a moment.</translation>
    </message>
    <message>
        <source>서버가 바빠요. 잠시 뒤에 다시 해 주세요.</source>
        <translation>The server is busy. Please try again in a moment.</translation>
    </message>
    <message>
        <source>결제사가 받아들이지 않았어요.</source>
        <translation>The payment company declined it.</translation>
    </message>
    <message>
        <source>결제사의 답을 받지 못했어요. 결과를 확인하고 있어요.</source>
        <translation>The payment company has not answered. The outcome is being looked up.</translation>
    </message>
    <message>
        <source>결제사 응답이 없어서 보내지 않았어요. 돈은 움직이지 않았어요.</source>
        <translation>The payment company is not answering, so nothing was sent. No money was moved.</translation>
    </message>
    <message>
        <source>이미 후기가 있어요.</source>
        <translation>There is already a review.</translation>
    </message>
    <message>
        <source>후기를 바꿀 수 있는 기간이 지났어요.</source>
        <translation>The time for changing this review is over.</translation>
    </message>
    <message>
        <source>코드가 달라요.</source>
        <translation>That code is different.</translation>
    </message>
    <message>
        <source>코드 시간이 지났어요.</source>
        <translation>The time for that code is over.</translation>
    </message>
    <message>
        <source>코드를 다섯 번 틀렸어요. 새 코드를 받아 주세요.</source>
        <translation>Five wrong codes. Please get a new one.</translation>
    </message>
    <message>
        <source>가게에서 이 컴퓨터의 연결을 끊었어요.</source>
        <translation>The shop has disconnected this computer.</translation>
    </message>
    <message>
        <source>그 사이 차액이 바뀌었어요. 다시 확인해 주세요.</source>
        <translation>The difference has changed meanwhile. Please check it again.</translation>
    </message>
    <message>
        <source>되돌릴 수 있는 시간이 지났어요. 반대로 다시 수정해 주세요.</source>
        <translation>The time to undo it is over. Please make the reverse edit.</translation>
    </message>
    <message>
        <source>저장하지 못했어요. 다시 해 주세요.</source>
        <translation>It could not be saved. Please try again.</translation>
    </message>
    <message>
        <source>지금은 주문을 쉬고 있어요.</source>
        <translation>The shop takes no orders at the moment.</translation>
    </message>
    <message>
        <source>같은 이름의 상품이 있어요. 숨긴 상품도 함께 살펴 주세요.</source>
        <translation>There is a product with that name. Look among the hidden ones, too.</translation>
    </message>
    <message>
        <source>사진이 너무 커요. 작게 줄여서 다시 올려 주세요.</source>
        <translation>The photo is too large. Make it smaller and add it again.</translation>
    </message>
    <message>
        <source>사진으로 읽을 수 없어요. JPEG, PNG, WebP 파일을 골라 주세요.</source>
        <translation>This cannot be read as a photo. Choose a JPEG, PNG or WebP file.</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>새 주문</source>
        <translation>New order</translation>
    </message>
    <message>
        <source>고객 취소</source>
        <translation>Cancelled by the customer</translation>
    </message>
    <message>
        <source>오프라인</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>마감 지남</source>
        <translation>Late</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>방금</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1분 전</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>동기화한 적 없음</source>
        <translation>never synced</translation>
    </message>
    <message>
        <source>마지막 동기화 %1</source>
        <translation>last synced %1</translation>
    </message>
    <message>
        <source>보낼 것 %1건</source>
        <translation>%1 to send</translation>
    </message>
    <message>
        <source>동기화됨 · %1</source>
        <translation>Synced · %1</translation>
    </message>
    <message>
        <source>보내는 중 · %1건</source>
        <translation>Sending · %1</translation>
    </message>
    <message>
        <source>연결하는 중…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>연결 확인 중 · %1</source>
        <translation>Checking the connection · %1</translation>
    </message>
    <message>
        <source>오프라인 · %1</source>
        <translation>Offline · %1</translation>
    </message>
    <message>
        <source>연결이 해제됨</source>
        <translation>No longer paired</translation>
    </message>
    <message>
        <source>이 컴퓨터의 연결이 해제됐어요. 새 주문을 받지 못하고 있어요. 주인에게 다시 연결해 달라고 하세요.</source>
        <translation>This computer is no longer paired. New orders are not coming in. Ask the owner to pair it again.</translation>
    </message>
    <message>
        <source>오프라인 %1분째 · 새 주문을 받지 못하고 있어요.</source>
        <translation>Offline for %1 min · New orders are not coming in.</translation>
    </message>
    <message numerus="yes">
        <source>바꾼 내용 %n건은 이 컴퓨터에 저장했고, 연결되면 보냅니다.</source>
        <translation>
            <numerusform>%n change is saved on this computer and goes out once connected.</numerusform>
            <numerusform>%n changes are saved on this computer and go out once connected.</numerusform>
        </translation>
    </message>
    <message>
        <source>주문을 받아오는 중 · %1%</source>
        <translation>Fetching orders · %1%</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>ko</source>
        <extracomment>Not shown: translate "ko" to the code of your language.</extracomment>
        <translation>en</translation>
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
        <source>결제대기</source>
        <translation>Waiting for payment</translation>
    </message>
    <message>
        <source>승인 중</source>
        <translation>Confirming</translation>
    </message>
    <message>
        <source>결제실패</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>확인 중</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>환불 처리중</source>
        <translation>Refund under way</translation>
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
        <source>주문</source>
        <translation>Place order</translation>
    </message>
    <message>
        <source>주문 입력</source>
        <translation>Enter order</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>입금 확인</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>기한만료</source>
        <comment>verb</comment>
        <translation>Let expire</translation>
    </message>
    <message>
        <source>제작 시작</source>
        <translation>Start making</translation>
    </message>
    <message>
        <source>제작완료</source>
        <comment>verb</comment>
        <translation>Mark made</translation>
    </message>
    <message>
        <source>배송 시작</source>
        <translation>Start delivery</translation>
    </message>
    <message>
        <source>픽업 완료</source>
        <translation>Complete pick-up</translation>
    </message>
    <message>
        <source>배송완료</source>
        <comment>verb</comment>
        <translation>Complete delivery</translation>
    </message>
    <message>
        <source>배송 실패</source>
        <translation>Mark delivery failed</translation>
    </message>
    <message>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>주문 취소</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>취소 요청</source>
        <translation>Ask to cancel</translation>
    </message>
    <message>
        <source>취소 요청 수락</source>
        <translation>Accept cancel request</translation>
    </message>
    <message>
        <source>취소 요청 거절</source>
        <translation>Decline cancel request</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>픽업</source>
        <translation>Pick-up</translation>
    </message>
    <message>
        <source>%1–%2시</source>
        <translation>%1–%2h</translation>
    </message>
    <message>
        <source>M월 d일 (ddd)</source>
        <extracomment>Not shown as it is: a date format (QLocale::toString).</extracomment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>M/d(ddd)</source>
        <extracomment>Not shown as it is: the format of a short date (QLocale::toString).</extracomment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>M/d(ddd)</source>
        <comment>of a week</comment>
        <extracomment>Not shown as it is: the format of a week's first and last day; Monday and Sunday, so the name of the day may be left out (QLocale::toString).</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>어제</source>
        <translation>yesterday</translation>
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
        <source>본인</source>
        <translation>the recipient</translation>
    </message>
    <message>
        <source>yyyy. M. d.</source>
        <extracomment>Not shown as it is: the format of a day of another year (QLocale::toString).</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>다시 보내기</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>번호 대기</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>입금 대기</source>
        <translation>Payment outstanding</translation>
    </message>
    <message>
        <source>현금</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>계좌이체</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>외상</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>사진</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>ShopWords</name>
    <message>
        <source>가게 이름</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>영어 이름</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>가게 전화번호</source>
        <translation>Shop phone</translation>
    </message>
    <message>
        <source>배송 시간대</source>
        <translation>Delivery windows</translation>
    </message>
    <message>
        <source>휴무일</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>매주 쉬는 요일</source>
        <translation>Closed every week on</translation>
    </message>
    <message>
        <source>주문 마감</source>
        <translation>Orders close</translation>
    </message>
    <message>
        <source>예약 가능 기간</source>
        <translation>Orders open</translation>
    </message>
    <message>
        <source>영업시간</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>이동 시간</source>
        <translation>Travel time</translation>
    </message>
    <message>
        <source>마감 알림</source>
        <translation>Deadline warning</translation>
    </message>
    <message>
        <source>급한 마감 알림</source>
        <translation>Urgent warning</translation>
    </message>
    <message>
        <source>고객 문자</source>
        <translation>Texts to customers</translation>
    </message>
    <message>
        <source>주문 잠시 쉬기</source>
        <translation>Pause orders</translation>
    </message>
    <message>
        <source>사업자 정보</source>
        <translation>Business details</translation>
    </message>
    <message>
        <source>시간대가 서로 겹쳐요: %1, %2</source>
        <extracomment>two stretches of time</extracomment>
        <translation>Two windows overlap: %1, %2</translation>
    </message>
    <message>
        <source>끝나는 시각이 시작보다 늦어야 해요.</source>
        <translation>The end has to be later than the start.</translation>
    </message>
    <message>
        <source>시간대는 %1개까지 둘 수 있어요.</source>
        <translation>There can be up to %1 windows.</translation>
    </message>
    <message>
        <source>닫는 시각이 여는 시각보다 늦어야 해요.</source>
        <translation>Closing has to be later than opening.</translation>
    </message>
    <message>
        <source>이미 있는 휴무일이에요.</source>
        <translation>This day is closed already.</translation>
    </message>
    <message>
        <source>급한 알림은 첫 알림보다 늦을 수 없어요.</source>
        <translation>The urgent warning cannot come before the first one.</translation>
    </message>
    <message>
        <source>가게 이름은 비워 둘 수 없어요.</source>
        <translation>The shop needs a name.</translation>
    </message>
    <message>
        <source>%1자까지 쓸 수 있어요.</source>
        <translation>Up to %1 characters fit.</translation>
    </message>
    <message>
        <source>결제완료</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>제작 시작</source>
        <translation>Making started</translation>
    </message>
    <message>
        <source>제작완료</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>배송 시작</source>
        <translation>Out for delivery</translation>
    </message>
    <message>
        <source>배송완료</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>다시 보냄</source>
        <translation>Sent again</translation>
    </message>
    <message>
        <source>가격 %1</source>
        <translation>Price %1</translation>
    </message>
    <message>
        <source>하루 판매 수량 %1</source>
        <translation>%1 sold a day</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>다시 팔기</source>
        <translation>Sell again</translation>
    </message>
    <message>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>다시 보임</source>
        <translation>shown again</translation>
    </message>
    <message>
        <source>배송 시간 필요</source>
        <translation>needs a delivery window</translation>
    </message>
    <message>
        <source>배송 시간 없이</source>
        <translation>without a delivery window</translation>
    </message>
    <message>
        <source>면세</source>
        <translation>free of VAT</translation>
    </message>
    <message>
        <source>과세</source>
        <translation>with VAT</translation>
    </message>
    <message>
        <source>이름을 적어 주세요.</source>
        <translation>Write a name.</translation>
    </message>
    <message>
        <source>가격은 1원부터 10억 원까지예요.</source>
        <translation>A price is from 1 to 1,000,000,000 won.</translation>
    </message>
    <message>
        <source>상품은 %1개까지 둘 수 있어요.</source>
        <translation>At most %1 products.</translation>
    </message>
    <message>
        <source>배송할 날짜와 시간대를 골라 주세요.</source>
        <translation>Choose the day and window of the delivery.</translation>
    </message>
    <message>
        <source>%1일 안의 날짜만 받을 수 있어요.</source>
        <translation>Only days within the next %1 days can be taken.</translation>
    </message>
    <message>
        <source>그 시간대는 이미 지났어요. 다른 시간대를 골라 주세요.</source>
        <translation>That window has passed. Choose another one.</translation>
    </message>
    <message>
        <source>전화번호를 0으로 시작하는 숫자 9~12자리로 적어 주세요.</source>
        <translation>Give the phone number as 9–12 digits starting with 0.</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>환불완료</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>결제실패</source>
        <translation>Payment failed</translation>
    </message>
    <message>
        <source>취소 요청 거절</source>
        <translation>Cancel request declined</translation>
    </message>
    <message>
        <source>늦은 결제 환불</source>
        <translation>Late payment returned</translation>
    </message>
    <message>
        <source>사장님께</source>
        <translation>To the owner</translation>
    </message>
    <message>
        <source>주문 수정</source>
        <translation>Order change</translation>
    </message>
    <message>
        <source>인증번호</source>
        <translation>Sign-in code</translation>
    </message>
    <message>
        <source>입금 확인</source>
        <translation>Money received</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>주문서</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>#%1 · %2</source>
        <extracomment>number of the order, what was printed</extracomment>
        <translation>#%1 · %2</translation>
    </message>
    <message>
        <source>프린터가 없어요. 켜져 있고 연결됐는지 확인해 주세요.</source>
        <translation>The printer is not there. Please check that it is on and connected.</translation>
    </message>
    <message>
        <source>프린터가 받지 않았어요. 프린터를 확인해 주세요.</source>
        <translation>The printer did not take it. Please check the printer.</translation>
    </message>
    <message>
        <source>PDF를 저장하지 못했어요. 문서 폴더를 확인해 주세요.</source>
        <translation>The PDF could not be saved. Please check the documents folder.</translation>
    </message>
    <message>
        <source>이 컴퓨터에는 없는 주문이에요.</source>
        <translation>This computer does not have the order.</translation>
    </message>
    <message>
        <source>주문이 바뀌어 글이 다 들어가지 않아요. 주문에서 다시 인쇄해 주세요.</source>
        <translation>The order has changed and its text does not fit any more. Please print it from the order.</translation>
    </message>
    <message>
        <source>곧 인쇄해요.</source>
        <translation>About to be printed.</translation>
    </message>
    <message>
        <source>프린터로 보내고 있어요.</source>
        <translation>On its way to the printer.</translation>
    </message>
    <message>
        <source>인쇄됐는지 확인해 주세요. 보내는 사이에 프로그램이 꺼졌어요.</source>
        <translation>Please check whether it was printed: the program ended while it was being sent.</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>명함 90×55 mm</source>
        <translation>Business card, 90×55 mm</translation>
    </message>
    <message>
        <source>엽서 100×148 mm</source>
        <translation>Postcard, 100×148 mm</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>명조</source>
        <translation>Serif</translation>
    </message>
    <message>
        <source>손글씨</source>
        <translation>Handwriting</translation>
    </message>
</context>
<context>
    <name>RibbonWords</name>
    <message>
        <source>경조사어</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>입금 대기</source>
        <translation>Payment outstanding</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>단가</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>%1 %2 출력</source>
        <translation>printed %1 %2</translation>
    </message>
    <message>
        <source>%1회차</source>
        <translation>copy no. %1</translation>
    </message>
    <message>
        <source>현금영수증이나 세금계산서는 아니에요.</source>
        <translation>This is not a cash receipt or tax invoice.</translation>
    </message>
</context>
<context>
    <name>TestSheetWords</name>
    <message>
        <source>시험 인쇄</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>가로 %1 mm · 세로 %2 mm 옮김</source>
        <translation>moved %1 mm right, %2 mm down</translation>
    </message>
    <message>
        <source>테두리는 종이의 네 가장자리에서 10 mm 떨어져 있어야 해요. 재어 보고 다른 만큼 설정의 가로·세로에 적어 주세요.</source>
        <translation>The frame should be 10 mm from all four edges of the paper. Measure it, and enter the difference in the settings.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::AboutSection</name>
    <message>
        <source>정보</source>
        <translation>About</translation>
    </message>
    <message>
        <source>버전</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>라이선스</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>진단 정보 복사</source>
        <translation>Copy diagnostics</translation>
    </message>
    <message>
        <source>문제가 생겼을 때</source>
        <translation>When something goes wrong</translation>
    </message>
    <message>
        <source>이름·전화번호·주소는 들어가지 않아요.</source>
        <translation>They hold no names, telephone numbers or addresses.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::Alarm</name>
    <message>
        <source>소리를 낼 수 없어요</source>
        <translation>No sound can be played</translation>
    </message>
    <message>
        <source>소리 꺼짐 %1분 남음</source>
        <translation>Sound off, %1 min left</translation>
    </message>
    <message>
        <source>영업시간 밖이라 소리 꺼짐</source>
        <translation>Sound off outside opening hours</translation>
    </message>
    <message>
        <source>소리 켜짐</source>
        <translation>Sound on</translation>
    </message>
    <message numerus="yes">
        <source>새 주문 %n건</source>
        <translation>
            <numerusform>%n new order</numerusform>
            <numerusform>%n new orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ArchiveModel</name>
    <message>
        <source>주문 %1, %2</source>
        <extracomment>number of the order, then everything else about it</extracomment>
        <translation>Order %1, %2</translation>
    </message>
    <message>
        <source>주문번호</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Flowers</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>금액</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>주문한 때</source>
        <translation>Ordered</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ArchivePage</name>
    <message>
        <source>내역</source>
        <translation>History</translation>
    </message>
    <message>
        <source>아직 주문이 없어요. 첫 주문이 오면 여기에 남아요.</source>
        <translation>No orders yet. The first one will be kept here.</translation>
    </message>
    <message>
        <source>모든 주문</source>
        <translation>All orders</translation>
    </message>
    <message>
        <source>이 컴퓨터에 저장된 내역을 읽지 못했어요. %1</source>
        <translation>The history on this computer could not be read. %1</translation>
    </message>
    <message>
        <source>찾는 중…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>찾는 주문이 없어요. 검색어나 기간을 바꿔 보세요.</source>
        <translation>No such order. Try other words or another period.</translation>
    </message>
    <message>
        <source>CSV 저장</source>
        <translation>Save CSV</translation>
    </message>
    <message>
        <source>찾은 주문을 CSV 파일로 저장</source>
        <translation>Save the orders found as a CSV file</translation>
    </message>
    <message>
        <source>CSV 파일로 저장</source>
        <translation>Save as CSV file</translation>
    </message>
    <message>
        <source>CSV 파일 (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::BalancePage</name>
    <message>
        <source>정산</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>이전 날</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>다음 날</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>새로 고침</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>정산 · %1</source>
        <translation>Balance · %1</translation>
    </message>
    <message>
        <source>확인하는 중…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1에 확인했어요</source>
        <translation>Checked at %1</translation>
    </message>
    <message>
        <source>서버가 결제사마다 물어보고 있어요. 1분까지 걸릴 수 있어요.</source>
        <translation>The server is asking every provider. This can take up to a minute.</translation>
    </message>
    <message>
        <source>서버의 답을 받지 못했어요. 정산은 서버와 연결돼야 볼 수 있어요. 다시 연결되면 저절로 확인해요.</source>
        <translation>The server did not answer. The balance needs a connection to the server; it is checked by itself once there is one again.</translation>
    </message>
    <message>
        <source>이 컴퓨터에서는 정산을 볼 수 없어요. 사장님이나 플로리스트로 연결한 컴퓨터에서 봐 주세요.</source>
        <translation>This computer may not see the balance. Please use one that is connected as the owner’s or a florist’s.</translation>
    </message>
    <message>
        <source>결제사에 물어보고 있어요…</source>
        <translation>Asking the provider…</translation>
    </message>
    <message numerus="yes">
        <source>%n건이 더 있어요. 위의 것이 해결되면 나와요.</source>
        <translation>
            <numerusform>There is %n more. It shows once those above are settled.</numerusform>
            <numerusform>There are %n more. They show once those above are settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>결제사마다 오간 돈</source>
        <translation>What moved, by provider</translation>
    </message>
    <message>
        <source>주문, 장부, 결제사 목록의 건수와 합계</source>
        <translation>Counts and sums by orders, ledger and provider’s list</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::BoardPage</name>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>first day – last day of the week</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>전체 주문</source>
        <translation>All orders</translation>
    </message>
    <message>
        <source>오늘 %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>내일 %1</source>
        <translation>Tomorrow %1</translation>
    </message>
    <message>
        <source>이번 주</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>오늘 완료 %1건</source>
        <translation>%1 done today</translation>
    </message>
    <message>
        <source>만들 것 합계</source>
        <translation>Totals to make</translation>
    </message>
    <message>
        <source>만들 것이 없어요.</source>
        <translation>Nothing left to make.</translation>
    </message>
    <message numerus="yes">
        <source>만들 것 %n개</source>
        <translation>
            <numerusform>%n piece to make</numerusform>
            <numerusform>%n pieces to make</numerusform>
        </translation>
    </message>
    <message>
        <source>이 화면에서 찾기</source>
        <translation>Find on this board</translation>
    </message>
    <message>
        <source>목록</source>
        <translation>List</translation>
    </message>
    <message>
        <source>전화·방문 주문 입력</source>
        <translation>New phone or walk-in order</translation>
    </message>
    <message>
        <source>전화·방문 주문 입력 (Ctrl+N)</source>
        <translation>New phone or walk-in order (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::BusinessSection</name>
    <message>
        <source>사업자 정보</source>
        <translation>Business details</translation>
    </message>
    <message>
        <source>상호</source>
        <translation>Business name</translation>
    </message>
    <message>
        <source>대표자</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>이메일</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>사업자등록번호</source>
        <translation>Business number</translation>
    </message>
    <message>
        <source>통신판매업 신고번호</source>
        <translation>Mail-order report no.</translation>
    </message>
    <message>
        <source>신고기관</source>
        <translation>Reported to</translation>
    </message>
    <message>
        <source>호스팅 제공자</source>
        <translation>Hosting by</translation>
    </message>
    <message>
        <source>개인정보 보호책임자</source>
        <translation>Privacy officer</translation>
    </message>
    <message>
        <source>웹페이지 맨 아래에 보여요. 비운 것은 빠져요.</source>
        <translation>Shown at the foot of every page. Empty ones are left out.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::CancelDialog</name>
    <message>
        <source>취소 요청 거절</source>
        <translation>Decline cancel request</translation>
    </message>
    <message>
        <source>주문 취소·환불</source>
        <translation>Cancel and refund order</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>환불 금액</source>
        <translation>Refund amount</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>거절하고 알리기</source>
        <translation>Decline and notify</translation>
    </message>
    <message>
        <source>%1 환불</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>환불 없이 취소</source>
        <translation>Cancel without refund</translation>
    </message>
    <message>
        <source>이유는 %1자까지 적을 수 있어요</source>
        <translation>The reason can have up to %1 characters</translation>
    </message>
    <message>
        <source>오프라인에서는 할 수 없어요</source>
        <translation>Not possible while offline</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::CardDelegate</name>
    <message>
        <source>취소됨</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>새 주문</source>
        <translation>New</translation>
    </message>
    <message>
        <source>취소 요청</source>
        <translation>Cancel?</translation>
    </message>
    <message>
        <source>지급 취소</source>
        <translation>Money gone</translation>
    </message>
    <message>
        <source>재배송</source>
        <translation>Redelivery</translation>
    </message>
    <message>
        <source>저장됨</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>다시 보냄 #%1</source>
        <translation>Again #%1</translation>
    </message>
    <message>
        <source>입금 대기</source>
        <translation>Unpaid</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::CardModel</name>
    <message>
        <source>%1시–%2시</source>
        <translation>%1:00 to %2:00</translation>
    </message>
    <message>
        <source>%1 접수</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>주문 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>%1 %2개</source>
        <translation>%2 × %1</translation>
    </message>
    <message>
        <source>취소됨, 확인 필요</source>
        <translation>cancelled, needs review</translation>
    </message>
    <message>
        <source>새 주문</source>
        <translation>new order</translation>
    </message>
    <message>
        <source>취소 요청 있음</source>
        <translation>cancel request</translation>
    </message>
    <message>
        <source>지급 거절·입금 취소</source>
        <translation>a bank took the money back</translation>
    </message>
    <message>
        <source>재배송</source>
        <translation>redelivery</translation>
    </message>
    <message>
        <source>카드 메시지 있음</source>
        <translation>card message</translation>
    </message>
    <message>
        <source>요청사항 있음</source>
        <translation>special request</translation>
    </message>
    <message>
        <source>이 컴퓨터에 저장됨, 아직 보내지 않음</source>
        <translation>saved on this computer, not sent yet</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>다시 보냄 #%1</source>
        <translation>Sent again for #%1</translation>
    </message>
    <message>
        <source>주문서를 인쇄하지 않음</source>
        <translation>ticket not printed</translation>
    </message>
    <message>
        <source>입금 대기</source>
        <translation>Payment outstanding</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ClaimDialog</name>
    <message>
        <source>일부만 환불</source>
        <translation>Refund a part</translation>
    </message>
    <message>
        <source>꽃을 다시 보내기</source>
        <translation>Send flowers again</translation>
    </message>
    <message>
        <source>환불·다시 보내기</source>
        <translation>Refund or send again</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>전액 환불 · %1</source>
        <translation>Full refund · %1</translation>
    </message>
    <message>
        <source>돌려줄 수 있는 금액이 없어요</source>
        <translation>There is nothing left to refund</translation>
    </message>
    <message>
        <source>남은 금액 모두 환불 · %1</source>
        <translation>Refund all that is left · %1</translation>
    </message>
    <message>
        <source>환불 금액</source>
        <translation>Refund amount</translation>
    </message>
    <message>
        <source>오프라인에서는 할 수 없어요</source>
        <translation>Not possible while offline</translation>
    </message>
    <message>
        <source>%1 환불</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>다시 보내기</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>%1 %2에 다시 보내기</source>
        <extracomment>day, hours</extracomment>
        <translation>Send again: %1, %2</translation>
    </message>
    <message>
        <source>이유는 %1자까지 적을 수 있어요</source>
        <translation>The reason can have up to %1 characters</translation>
    </message>
    <message>
        <source>돈은 결제한 방법으로 돌아가고, 끝나면 보내는 분께 문자가 가요. 되돌릴 수 없어요.</source>
        <translation>The money goes back the way it was paid, and the sender is texted when it is done. This cannot be undone.</translation>
    </message>
    <message>
        <source>그날은 남은 배송 시간대가 없어요. 다른 날을 골라 주세요.</source>
        <translation>No delivery window is left on that day. Please choose another one.</translation>
    </message>
    <message>
        <source>이 시간대는 벌써 주문이 %1건이에요 (정한 수 %2건). 그래도 보낼 수 있어요.</source>
        <extracomment>orders in the window, how many it is made for</extracomment>
        <translation>This window already has %1 orders (made for %2). You can send all the same.</translation>
    </message>
    <message>
        <source>받을 돈 없이 같은 꽃을 새 주문으로 보내요. 보내는 분께 문자가 가요.</source>
        <translation>The same flowers go out as a new order, free of charge. The sender is texted.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ClosedDaysSection</name>
    <message>
        <source>휴무일</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>정해 둔 휴무일이 없어요.</source>
        <translation>No closed days are set.</translation>
    </message>
    <message>
        <source>쉬는 날짜</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>쉬는 까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>쉬는 까닭 (고객에게 보여요)</source>
        <translation>Reason (customers read it)</translation>
    </message>
    <message>
        <source>휴무일 추가</source>
        <translation>Add a closed day</translation>
    </message>
    <message numerus="yes">
        <source>그날 이미 받은 주문 %n건은 그대로예요.</source>
        <translation>
            <numerusform>%n order on that day stays as it is.</numerusform>
            <numerusform>%n orders on that day stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a day, what the button does</extracomment>
        <translation>%2 %1</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::EditDialog</name>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>주문 수정</source>
        <translation>Edit order</translation>
    </message>
    <message>
        <source>오프라인에서는 할 수 없어요</source>
        <translation>Not possible offline</translation>
    </message>
    <message>
        <source>수정하는 중…</source>
        <translation>Making the change…</translation>
    </message>
    <message>
        <source>수정하고 %1 환불</source>
        <translation>Change and refund %1</translation>
    </message>
    <message>
        <source>손님께 %1 더 청구</source>
        <translation>Ask the customer for %1 more</translation>
    </message>
    <message>
        <source>손님께 묻기</source>
        <translation>Ask the customer</translation>
    </message>
    <message>
        <source>수정</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>금액은 그대로예요.</source>
        <translation>The price stays the same.</translation>
    </message>
    <message>
        <source>새 금액: %1. 차액 %2 환불은 30초 뒤에 결제한 방법으로 나가고, 그 전에는 되돌릴 수 있어요.</source>
        <extracomment>new price, difference</extracomment>
        <translation>The new price is %1. The difference of %2 goes back the way it was paid in 30 seconds; until then the change can be undone.</translation>
    </message>
    <message>
        <source>새 금액: %1. 손님이 문자로 받은 주문 페이지에서 차액 %2 결제를 마치면 바뀌고, 그때까지 주문은 그대로예요.</source>
        <extracomment>new price, difference</extracomment>
        <translation>The new price is %1. The customer gets a text with the order page and pays %2 more there; until then the order stays as it is.</translation>
    </message>
    <message>
        <source>손님이 문자로 받은 주문 페이지에서 좋다고 하면 바뀌고, 차액 %1 환불이 나가요. 그때까지 주문은 그대로예요.</source>
        <extracomment>difference</extracomment>
        <translation>The customer gets a text with the order page and agrees there; then the order changes and %1 goes back. Until then it stays as it is.</translation>
    </message>
    <message>
        <source>손님이 문자로 받은 주문 페이지에서 좋다고 하면 바뀌어요. 그때까지 주문은 그대로예요.</source>
        <translation>The customer gets a text with the order page and agrees there. Until then the order stays as it is.</translation>
    </message>
    <message>
        <source>새 금액: %1. 결제사를 거치지 않은 주문이에요. 차액 %2 정산은 직접 해 주세요.</source>
        <extracomment>new price, difference</extracomment>
        <translation>The new price is %1. No payment provider holds money for this order, so please settle the difference of %2 in person.</translation>
    </message>
    <message>
        <source>바꿀 곳을 고치면 차액을 먼저 보여 드려요.</source>
        <translation>Change what is needed: the difference is shown before anything happens.</translation>
    </message>
    <message>
        <source>서버의 답을 듣지 못했어요. 다시 눌러도 한 번만 수정돼요.</source>
        <translation>The server did not answer. Press again: the change is made only once.</translation>
    </message>
    <message>
        <source>차액을 확인하고 있어요…</source>
        <translation>Asking for the difference…</translation>
    </message>
    <message>
        <source>다시 연결되면 차액을 확인해요.</source>
        <translation>The difference is asked for when the server answers again.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::EditForm</name>
    <message>
        <source>상품</source>
        <translation>Flowers</translation>
    </message>
    <message>
        <source>수량</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>상세 주소</source>
        <translation>Flat, door code</translation>
    </message>
    <message>
        <source>경조사어</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>요청사항</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>바꾸기 전에 손님께 먼저 묻기</source>
        <translation>Ask the customer before anything changes</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::OrderMenu</name>
    <message>
        <source>%1 (오프라인에서는 할 수 없어요)</source>
        <translation>%1 (not possible offline)</translation>
    </message>
    <message>
        <source>바로 제작완료	Ctrl+Shift+Enter</source>
        <translation>Mark made at once	Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>실행 취소	Ctrl+Z</source>
        <translation>Undo	Ctrl+Z</translation>
    </message>
    <message>
        <source>취소 요청 수락…</source>
        <translation>Accept cancel request…</translation>
    </message>
    <message>
        <source>취소 요청 거절…</source>
        <translation>Decline cancel request…</translation>
    </message>
    <message>
        <source>주문 취소·환불…</source>
        <translation>Cancel and refund order…</translation>
    </message>
    <message>
        <source>환불·다시 보내기…</source>
        <translation>Refund or send again…</translation>
    </message>
    <message>
        <source>주문 수정…</source>
        <translation>Edit order…</translation>
    </message>
    <message>
        <source>손님께 물은 것 거두기</source>
        <translation>Withdraw the question to the customer</translation>
    </message>
    <message>
        <source>영수증 인쇄…</source>
        <translation>Print receipt…</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::PauseBanner</name>
    <message>
        <source>아직 서버에 알리지 못했어요. 연결되면 %1까지 주문을 쉬어요.</source>
        <translation>The server does not know yet. Once connected, orders pause until %1.</translation>
    </message>
    <message>
        <source>웹에서 주문을 쉬고 있어요. %1까지예요.</source>
        <translation>The web takes no orders until %1.</translation>
    </message>
    <message>
        <source>다시 받기</source>
        <translation>Take orders again</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::PrintQueue</name>
    <message>
        <source>시험 인쇄</source>
        <translation>Test page</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::PrintSection</name>
    <message>
        <source>인쇄</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>%1 프린터</source>
        <extracomment>a paper such as the ticket; the row of its printer in the settings</extracomment>
        <translation>%1 printer</translation>
    </message>
    <message>
        <source>카드 크기</source>
        <translation>Card size</translation>
    </message>
    <message>
        <source>카드 글씨</source>
        <translation>Card lettering</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>리본 폭</source>
        <translation>Ribbon width</translation>
    </message>
    <message>
        <source>리본 길이</source>
        <translation>Ribbon length</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>위치를 맞출 프린터</source>
        <translation>Printer to adjust</translation>
    </message>
    <message>
        <source>시험 인쇄</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>인쇄 위치</source>
        <translation>Position on paper</translation>
    </message>
    <message>
        <source>가로</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>세로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>오른쪽과 아래로 옮기는 만큼이에요. 시험 인쇄의 테두리를 재어 맞춰 주세요.</source>
        <translation>How far prints are moved to the right and down. Measure the frame of a test page to set it.</translation>
    </message>
    <message>
        <source>새 주문의 주문서를 바로 인쇄</source>
        <translation>Print the tickets of new orders at once</translation>
    </message>
    <message>
        <source>자동 인쇄</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>컴퓨터가 여러 대면 한 대에서만 켜 주세요. 켠 뒤에 결제된 주문부터 한 번씩 인쇄해요.</source>
        <translation>Where there are several computers, switch it on at one of them only. Orders paid from then on are printed once each.</translation>
    </message>
    <message>
        <source>PDF로 저장했어요: %1</source>
        <translation>Saved as a PDF: %1</translation>
    </message>
    <message>
        <source>시험 인쇄를 프린터로 보냈어요</source>
        <translation>The test page was sent to the printer</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::QueueDialog</name>
    <message>
        <source>기다리는 인쇄가 없어요.</source>
        <translation>Nothing waits to be printed.</translation>
    </message>
    <message>
        <source>인쇄 대기</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what the button does, with which paper</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>다시 인쇄</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ShopBasics</name>
    <message>
        <source>가게·영업시간</source>
        <translation>Shop and hours</translation>
    </message>
    <message>
        <source>가게 이름</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>영어 이름</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>주문 받기</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>30분 쉬기</source>
        <translation>Pause 30 min</translation>
    </message>
    <message>
        <source>1시간 쉬기</source>
        <translation>Pause 1 hour</translation>
    </message>
    <message>
        <source>오늘 끝까지 쉬기</source>
        <translation>Pause for today</translation>
    </message>
    <message>
        <source>다시 받기</source>
        <translation>Take orders again</translation>
    </message>
    <message>
        <source>쉬는 까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>쉬는 동안 고객에게 보여요</source>
        <translation>Customers read it during the pause</translation>
    </message>
    <message>
        <source>영업시간</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>여는 시각</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>닫는 시각</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>배송 시간대에 맞추기</source>
        <translation>Follow the delivery windows</translation>
    </message>
    <message>
        <source>매주 쉬는 요일</source>
        <translation>Closed every week on</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>쉬는 중 · %1까지</source>
        <translation>Paused until %1</translation>
    </message>
    <message>
        <source>받는 중</source>
        <translation>Taking orders</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ShopSection</name>
    <message>
        <source>사장님의 컴퓨터에서만 바꿀 수 있어요.</source>
        <translation>Only the owner's computer can change this.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::TextsSection</name>
    <message>
        <source>고객 문자</source>
        <translation>Texts to customers</translation>
    </message>
    <message>
        <source>문자를 보낼 때</source>
        <translation>Text customers when</translation>
    </message>
    <message>
        <source>취소와 환불, 결제와 변경 요청은 언제나 문자로 알려요.</source>
        <translation>Cancellations, refunds, payments and requests are always texted.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::WindowPicker</name>
    <message>
        <source>배송일</source>
        <translation>Delivery day</translation>
    </message>
    <message>
        <source>배송 시간대</source>
        <translation>Delivery window</translation>
    </message>
    <message>
        <source>%1 · 쉬는 날</source>
        <translation>%1 · closed</translation>
    </message>
    <message>
        <source>%1 · 자리 없음</source>
        <translation>%1 · full</translation>
    </message>
    <message>
        <source>시간 없음</source>
        <translation>No time set</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::DecisionCard</name>
    <message>
        <source>서버 상태 그대로 두기</source>
        <translation>Keep the server’s state</translation>
    </message>
    <message>
        <source>이 컴퓨터에서 한 일</source>
        <translation>Done on this computer</translation>
    </message>
    <message>
        <source>서버에서 일어난 일</source>
        <translation>Happened at the server</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::DecisionPage</name>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>확인할 것이 없어요.</source>
        <translation>Nothing needs review.</translation>
    </message>
    <message>
        <source>서버가 받아들이지 않은 일이에요. 어떻게 할지 골라 주세요. 고르기 전에는 아무것도 바뀌지 않아요.</source>
        <translation>The server did not accept these. Choose what to do: nothing changes before you do.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::DeviceSection</name>
    <message>
        <source>기기</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>기사 휴대폰 추가</source>
        <translation>Add a driver's phone</translation>
    </message>
    <message>
        <source>컴퓨터 추가</source>
        <translation>Add a computer</translation>
    </message>
    <message>
        <source>주소 복사</source>
        <translation>Copy address</translation>
    </message>
    <message>
        <source>예: 김기사님</source>
        <translation>e.g. Driver Kim</translation>
    </message>
    <message>
        <source>새 기기 이름</source>
        <translation>New device's name</translation>
    </message>
    <message>
        <source>기기 이름을 적어 주세요. 목록에서 알아볼 수 있게요.</source>
        <translation>Please name the device, so that you know it in the list.</translation>
    </message>
    <message>
        <source>%1 · 이 컴퓨터</source>
        <translation>%1 · this computer</translation>
    </message>
    <message>
        <source>%1 · 아직 연결한 적 없음</source>
        <translation>%1 · never connected yet</translation>
    </message>
    <message>
        <source>%1 · 마지막 연결 %2</source>
        <translation>%1 · last here %2</translation>
    </message>
    <message>
        <source>주인 컴퓨터</source>
        <translation>Owner's computer</translation>
    </message>
    <message>
        <source>꽃집 컴퓨터</source>
        <translation>Shop's computer</translation>
    </message>
    <message>
        <source>기사 휴대폰</source>
        <translation>Driver's phone</translation>
    </message>
    <message>
        <source>연결 끊기</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>%1 · 연결 끊기</source>
        <translation>Disconnect %1</translation>
    </message>
    <message>
        <source>정말 끊기</source>
        <translation>Really disconnect</translation>
    </message>
    <message>
        <source>휴대폰에서 아래 주소를 열고 코드를 넣어 주세요. %1까지 한 번 쓸 수 있어요.</source>
        <translation>Open the address below on the phone and enter the code. It works once, until %1.</translation>
    </message>
    <message>
        <source>새 컴퓨터의 첫 화면에 아래 주소와 코드를 넣어 주세요. %1까지 한 번 쓸 수 있어요.</source>
        <translation>Enter the address and the code below on the new computer's first screen. It works once, until %1.</translation>
    </message>
    <message>
        <source>코드 %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>서버에 닿지 않아요. 연결되면 다시 열어 주세요.</source>
        <translation>The server cannot be reached. Open this page again when it can.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ConnectionSection</name>
    <message>
        <source>연결 열쇠가 열쇠고리가 아니라 파일에 있어요. 이 컴퓨터의 계정을 다른 사람과 함께 쓰지 마세요.</source>
        <translation>The connection key lies in a file, not in a keychain. Do not share this computer's account with others.</translation>
    </message>
    <message>
        <source>주문 확인</source>
        <translation>Order seen</translation>
    </message>
    <message>
        <source>리뷰 답글</source>
        <translation>Reply to a review</translation>
    </message>
    <message>
        <source>리뷰 숨기기</source>
        <translation>Hide a review</translation>
    </message>
    <message>
        <source>연결</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>연결 해제</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <source>서버 주소</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>마지막 동기화</source>
        <translation>Last synced</translation>
    </message>
    <message>
        <source>보내지 않은 것</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>아직 없어요</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>없어요. 모두 서버에 있어요.</source>
        <translation>Nothing. The server has everything.</translation>
    </message>
    <message>
        <source>그 밖에 %1건</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>가게 설정</source>
        <translation>Shop settings</translation>
    </message>
    <message>
        <source>메뉴</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>전화·방문 주문</source>
        <translation>Phone or walk-in order</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::DifferenceCard</name>
    <message>
        <source>주문 열기</source>
        <translation>Open order</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::DetailPane</name>
    <message>
        <source>주문 수정</source>
        <translation>Change of the order</translation>
    </message>
    <message>
        <source>(카드에 이름 없이)</source>
        <translation>(no name on the card)</translation>
    </message>
    <message>
        <source>주문 상세</source>
        <translation>Order details</translation>
    </message>
    <message>
        <source>주문을 고르면 여기에 자세히 보여요.</source>
        <translation>Choose an order to see its details here.</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>요청사항</source>
        <translation>Special request</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>기록</source>
        <translation>History</translation>
    </message>
    <message>
        <source>다른 작업</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>취소 확인</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>이 컴퓨터에서 한 일을 서버가 받아들이지 않았어요. ‘확인 필요’에서 어떻게 할지 골라 주세요.</source>
        <translation>The server did not accept what was done on this computer. Choose what to do under “Needs review”.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>닫기 (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>환불·다시 보내기</source>
        <translation>Refund or send again</translation>
    </message>
    <message>
        <source>주문서</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>주문서 인쇄 (Ctrl+P)</source>
        <translation>Print the ticket (Ctrl+P)</translation>
    </message>
    <message>
        <source>주문서 인쇄</source>
        <translation>Print the ticket</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>카드 인쇄 (Ctrl+Shift+P)</source>
        <translation>Print the card (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>카드 인쇄</source>
        <translation>Print the card</translation>
    </message>
    <message>
        <source>리본 인쇄</source>
        <translation>Print ribbon</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::FirstRun</name>
    <message>
        <source>가게에 연결</source>
        <translation>Connect to the shop</translation>
    </message>
    <message>
        <source>이 컴퓨터를 가게에 연결해요</source>
        <translation>Connect this computer to the shop</translation>
    </message>
    <message>
        <source>서버를 돌보는 분에게 주소와 숫자 8자리 코드를 받아 주세요. 코드는 10분 동안 한 번만 쓸 수 있어요.</source>
        <translation>Ask whoever looks after the server for its address and an eight-digit code. The code works once, for 10 minutes.</translation>
    </message>
    <message>
        <source>서버 주소</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>인증서 지문</source>
        <translation>Certificate fingerprint</translation>
    </message>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>연결</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>연결됐어요</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>이 컴퓨터에는 열쇠고리가 없어 연결 열쇠를 파일에 저장했어요. 이 컴퓨터의 계정을 다른 사람과 함께 쓰지 마세요.</source>
        <translation>This computer has no keychain, so the key of the connection is kept in a file. Do not share your account on this computer.</translation>
    </message>
    <message>
        <source>소리 들어보기</source>
        <translation>Listen to the sound</translation>
    </message>
    <message>
        <source>시작</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>%1 / 3 단계</source>
        <translation>Step %1 of 3</translation>
    </message>
    <message>
        <source>주소를 알아볼 수 없어요</source>
        <translation>That is no address</translation>
    </message>
    <message>
        <source>예: onbom.kr 또는 http://127.0.0.1:8080</source>
        <translation>For example onbom.kr or http://127.0.0.1:8080</translation>
    </message>
    <message>
        <source>코드는 숫자 8자리예요</source>
        <translation>The code has eight digits</translation>
    </message>
    <message>
        <source>받은 코드를 모두 적어 주세요.</source>
        <translation>Please type the whole code.</translation>
    </message>
    <message>
        <source>%1이 맞나요?</source>
        <translation>Is this %1?</translation>
    </message>
    <message>
        <source>%1가 맞나요?</source>
        <translation>Is this %1?</translation>
    </message>
    <message>
        <source>가게 서버의 인증서 지문이에요. 서버에서 본 것과 같은지 확인해 주세요.</source>
        <translation>This is the fingerprint of the shop’s certificate. Please compare it with the one shown at the server.</translation>
    </message>
    <message>
        <source>이 컴퓨터 안의 서버라 암호화하지 않아요. 내용이 밖으로 나가지 않아요.</source>
        <translation>The server is on this computer, so nothing is encrypted and nothing leaves it.</translation>
    </message>
    <message>
        <source>암호화되지 않은 연결이에요. 같은 네트워크의 다른 사람이 주문과 전화번호를 볼 수 있어요. 가게 안의 믿을 수 있는 네트워크에서만 쓰세요.</source>
        <translation>This connection is not encrypted. Others on the same network can read orders and phone numbers. Use it only on a network in the shop that you trust.</translation>
    </message>
    <message>
        <source>열쇠고리를 열지 못해 연결 열쇠를 읽지 못했어요. 열쇠고리를 열고 프로그램을 다시 켜거나, 새 코드로 다시 연결해 주세요.</source>
        <translation>The keychain could not be opened, so the key of the connection could not be read. Unlock the keychain and start this program again, or connect with a new code.</translation>
    </message>
    <message>
        <source>새 주문이 오면 소리로 알려 드려요. 지금 한번 들어보세요.</source>
        <translation>A sound tells you when an order arrives. Listen to it now.</translation>
    </message>
    <message>
        <source>연결 열쇠를 저장하지 못했어요</source>
        <translation>The key of the connection could not be kept</translation>
    </message>
    <message>
        <source>디스크에 자리가 있는지 확인하고, 새 코드로 다시 연결해 주세요.</source>
        <translation>Please check that the disk has room, and connect again with a new code.</translation>
    </message>
    <message>
        <source>확인하고 있어요…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::KeyList</name>
    <message>
        <source>단축키</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>화면 바꾸기</source>
        <translation>Switch screens</translation>
    </message>
    <message>
        <source>다음, 이전 칸으로</source>
        <translation>Next, previous pane</translation>
    </message>
    <message>
        <source>카드와 줄 사이를 움직이기</source>
        <translation>Move between cards and lanes</translation>
    </message>
    <message>
        <source>주문 자세히 보기</source>
        <translation>Open the order</translation>
    </message>
    <message>
        <source>다음 단계로</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>바로 제작완료</source>
        <translation>Mark made at once</translation>
    </message>
    <message>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>하루 앞뒤로</source>
        <translation>Previous, next day</translation>
    </message>
    <message>
        <source>지금 동기화</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>닫기, 돌아가기</source>
        <translation>Close, go back</translation>
    </message>
    <message>
        <source>이 목록</source>
        <translation>This list</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>확인 필요 보기</source>
        <translation>Show what needs review</translation>
    </message>
    <message>
        <source>글자 크게, 작게, 자동으로</source>
        <translation>Larger, smaller, automatic text</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>소리 10분 끄기, 다시 켜기</source>
        <translation>Sound off for 10 min, on again</translation>
    </message>
    <message>
        <source>주문서 인쇄</source>
        <translation>Print the ticket</translation>
    </message>
    <message>
        <source>카드 인쇄</source>
        <translation>Print the card</translation>
    </message>
    <message>
        <source>모든 주문에서 찾기</source>
        <translation>Search all orders</translation>
    </message>
    <message>
        <source>전화·방문 주문 입력</source>
        <translation>New phone or walk-in order</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::LaneView</name>
    <message numerus="yes">
        <source>%1 %n건</source>
        <extracomment>state of the orders in the lane, their number</extracomment>
        <translation>
            <numerusform>%1, %n order</numerusform>
            <numerusform>%1, %n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>아직 없어요</source>
        <translation>None yet</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::LookSection</name>
    <message>
        <source>화면</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>밝기</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Ctrl+= 크게 · Ctrl+- 작게 · Ctrl+0 자동</source>
        <translation>Ctrl+= larger · Ctrl+- smaller · Ctrl+0 automatic</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>움직임</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>시스템</source>
        <translation>System</translation>
    </message>
    <message>
        <source>밝게</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>어둡게</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>자동</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>자동 (지금 %1 %)</source>
        <translation>Automatic (now %1 %)</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::MainWindow</name>
    <message>
        <source>정산</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>#%1 · 이 컴퓨터에는 없는 주문이에요</source>
        <translation>#%1 · This computer does not have that order</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>리뷰</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>실행 취소  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>답글</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>답글을 올렸어요</source>
        <translation>Reply posted</translation>
    </message>
    <message numerus="yes">
        <source>(%n) 새 주문</source>
        <translation>
            <numerusform>(%n) New order</numerusform>
            <numerusform>(%n) New orders</numerusform>
        </translation>
    </message>
    <message>
        <source>다시 연결</source>
        <translation>Reconnect</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what was refused, and why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>되돌릴 것이 없어요</source>
        <translation>Nothing to undo</translation>
    </message>
    <message numerus="yes">
        <source>확인 필요 %n건 · 서버가 받아들이지 않은 일이 있어요.</source>
        <translation>
            <numerusform>%n thing needs review · the server did not accept it.</numerusform>
            <numerusform>%n things need review · the server did not accept them.</numerusform>
        </translation>
    </message>
    <message>
        <source>확인하기</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>답글을 이 컴퓨터에 저장했고, 연결되면 올려요</source>
        <translation>Reply saved on this computer; it is published once connected</translation>
    </message>
    <message>
        <source>내역</source>
        <translation>History</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>진단 정보를 복사했어요</source>
        <translation>Diagnostics copied</translation>
    </message>
    <message numerus="yes">
        <source>새 주문 %n건</source>
        <translation>
            <numerusform>%n new order</numerusform>
            <numerusform>%n new orders</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1 · 손님께 물었어요</source>
        <translation>#%1 · the customer was asked</translation>
    </message>
    <message>
        <source>#%1 · 수정했어요</source>
        <translation>#%1 · changed</translation>
    </message>
    <message>
        <source>#%1 · 수정을 되돌렸어요</source>
        <translation>#%1 · the change was undone</translation>
    </message>
    <message>
        <source>수정 되돌리기</source>
        <translation>Undoing the change</translation>
    </message>
    <message>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>메뉴</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>연결되면 보내요</source>
        <translation>It is sent once there is a connection</translation>
    </message>
    <message>
        <source>매출</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>영수증 인쇄</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>문자</source>
        <translation>Texts</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::OrderActions</name>
    <message>
        <source>배송 실패, 다시 배송해요</source>
        <translation>Delivery failed, to be redelivered</translation>
    </message>
    <message>
        <source>취소 요청을 거절했어요</source>
        <translation>Cancel request declined</translation>
    </message>
    <message>
        <source>문자는 이미 갔어요</source>
        <translation>The text message has already gone out</translation>
    </message>
    <message>
        <source>환불을 요청했어요</source>
        <translation>refund requested</translation>
    </message>
    <message>
        <source>꽃을 다시 보내요</source>
        <translation>flowers are sent again</translation>
    </message>
    <message>
        <source>입금을 확인했어요</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · 되돌렸어요</source>
        <translation>%1 · Undone</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::PaymentFacts</name>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>오프라인에서는 할 수 없어요</source>
        <translation>Not possible while offline</translation>
    </message>
    <message>
        <source>보내는 중…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>입금 확인</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>현금으로 받았어요</source>
        <translation>Received in cash</translation>
    </message>
    <message>
        <source>계좌로 받았어요</source>
        <translation>Received by transfer</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::PrintDialog</name>
    <message>
        <source>인쇄</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>카드 크기</source>
        <translation>Card size</translation>
    </message>
    <message>
        <source>글씨</source>
        <translation>Lettering</translation>
    </message>
    <message>
        <source>프린터</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>글이 이 카드에 다 들어가지 않아요. 더 큰 카드를 골라 주세요.</source>
        <translation>The message does not fit on this card. Please choose a larger one.</translation>
    </message>
    <message>
        <source>글이 길어서 한 장에 다 들어가지 않아요.</source>
        <translation>The texts are too long for one page.</translation>
    </message>
    <message>
        <source>이 글자는 인쇄되지 않아요: %1</source>
        <translation>These characters cannot be printed: %1</translation>
    </message>
    <message>
        <source>빼고 인쇄</source>
        <translation>Print without them</translation>
    </message>
    <message>
        <source>%1 · PDF로 저장했어요: %2</source>
        <translation>%1 saved as a PDF: %2</translation>
    </message>
    <message>
        <source>%1 · 프린터로 보냈어요</source>
        <translation>%1 sent to the printer</translation>
    </message>
    <message>
        <source>부수</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>리본 폭</source>
        <translation>Ribbon width</translation>
    </message>
    <message>
        <source>리본 길이</source>
        <translation>Ribbon length</translation>
    </message>
    <message>
        <source>글이 이 리본에 다 들어가지 않아요. 더 긴 리본을 골라 주세요.</source>
        <translation>The text does not fit on this ribbon. Please choose a longer one.</translation>
    </message>
    <message>
        <source>인쇄 대기가 가득 찼어요. 먼저 정리해 주세요.</source>
        <translation>The print queue is full. Please clear it first.</translation>
    </message>
    <message>
        <source>%1 · 인쇄 대기에 남겨 뒀어요. %2</source>
        <extracomment>what was printed, why it was not</extracomment>
        <translation>%1 is kept in the print queue. %2</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::Printing</name>
    <message>
        <source>#%1 · 카드 메시지가 없는 주문이에요</source>
        <translation>#%1 · this order has no card message</translation>
    </message>
    <message>
        <source>#%1 · 리본이 없는 주문이에요</source>
        <translation>Order #%1 has no ribbon</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::RefundBanner</name>
    <message numerus="yes">
        <source>환불 %n건이 실패했어요. 손님이 돈을 돌려받지 못했어요.</source>
        <translation>
            <numerusform>%n refund failed. The customer has not got the money back.</numerusform>
            <numerusform>%n refunds failed. The customers have not got their money back.</numerusform>
        </translation>
    </message>
    <message>
        <source>보기</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ReviewDelegate</name>
    <message>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>답글 필요</source>
        <translation>Needs reply</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ReviewModel</name>
    <message>
        <source>별점 %1, %2, %3, %4</source>
        <translation>Rated %1 out of 5, %2, %3, %4</translation>
    </message>
    <message>
        <source>답글 필요</source>
        <translation>needs reply</translation>
    </message>
    <message>
        <source>답글 있음</source>
        <translation>replied</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ReviewPage</name>
    <message>
        <source>리뷰</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>리뷰 목록</source>
        <translation>List of reviews</translation>
    </message>
    <message>
        <source>아직 없어요</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>답글</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>답글 올리기</source>
        <translation>Post reply</translation>
    </message>
    <message>
        <source>답글 필요 %1</source>
        <translation>Needs reply %1</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1님께 드릴 답글</source>
        <translation>Reply to %1</translation>
    </message>
    <message>
        <source>리뷰를 고르면 답글을 쓸 수 있어요.</source>
        <translation>Choose a review to reply to it.</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SettingsPage</name>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::Sidebar</name>
    <message>
        <source>화면</source>
        <translation>Screens</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SoundSection</name>
    <message>
        <source>알림·소리</source>
        <translation>Alerts and sound</translation>
    </message>
    <message>
        <source>들어보기</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>which sound, what the button does</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SidesModel</name>
    <message>
        <source>결제</source>
        <translation>Charges</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refunds</translation>
    </message>
    <message>
        <source>카드사·은행이 가져감</source>
        <translation>Chargebacks</translation>
    </message>
    <message numerus="yes">
        <source>%n건 · %1</source>
        <extracomment>how many charges or refunds, and what they come to</extracomment>
        <translation>
            <numerusform>%n · %1</numerusform>
            <numerusform>%n · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>결제사</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>내역</source>
        <translation>What</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>장부</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>결제사 목록</source>
        <translation>Provider’s list</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::SumsModel</name>
    <message>
        <source>가게에서 직접</source>
        <translation>In the shop</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>결제사</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>더 받은 돈</source>
        <translation>Surplus</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>더 받은 돈 환불</source>
        <translation>Surplus returned</translation>
    </message>
    <message>
        <source>수수료</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>카드사가 가져감</source>
        <translation>Chargebacks</translation>
    </message>
    <message>
        <source>남은 돈</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>결제사 목록</source>
        <translation>Provider’s list</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::StatusStrip</name>
    <message>
        <source>지금 시각</source>
        <translation>Current time</translation>
    </message>
    <message>
        <source>동기화</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>인쇄 대기 %1</source>
        <translation>To print: %1</translation>
    </message>
    <message>
        <source>기다리는 인쇄 보기</source>
        <translation>Show what waits to be printed</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ArchiveFilters</name>
    <message>
        <source>조건 지우기</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>모든 주문에서 찾기</source>
        <translation>Search all orders</translation>
    </message>
    <message>
        <source>번호·이름·전화·주소·상품, ㄱㅅㅇ (Ctrl+F)</source>
        <translation>Number, name, phone, address, item (Ctrl+F)</translation>
    </message>
    <message>
        <source>기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>전체 기간</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>최근 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>최근 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>올해</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>날짜 고르기</source>
        <translation>Choose dates</translation>
    </message>
    <message>
        <source>첫날</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>마지막 날</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>모든 상태</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>모든 결제</source>
        <translation>Any payment</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::ExportBar</name>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>내보내기 멈추기</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>내보내는 중…</source>
        <translation>Exporting…</translation>
    </message>
    <message numerus="yes">
        <source>내보내는 중 · %n건</source>
        <translation>
            <numerusform>Exporting · %n order</numerusform>
            <numerusform>Exporting · %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>주문 %n건을 파일에 저장했어요</source>
        <translation>
            <numerusform>%n order saved to the file</numerusform>
            <numerusform>%n orders saved to the file</numerusform>
        </translation>
    </message>
    <message>
        <source>내보내기를 멈췄어요. 파일은 만들지 않았어요</source>
        <translation>Export stopped. No file was written</translation>
    </message>
    <message>
        <source>파일을 쓰지 못했어요: %1</source>
        <translation>The file could not be written: %1</translation>
    </message>
</context>
<context>
    <name>CsvWords</name>
    <message>
        <source>주문번호</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>주문한 때</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>수량</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>금액</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>통화</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>받는 분 전화번호</source>
        <translation>Recipient phone</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>상세 주소</source>
        <translation>Address detail</translation>
    </message>
    <message>
        <source>우편번호</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>배송일</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>배송 시간대</source>
        <translation>Delivery window</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>보내는 분 전화번호</source>
        <translation>Sender phone</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>요청사항</source>
        <translation>Request</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::OrderListModel</name>
    <message>
        <source>시간대</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>남음</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>주문 %1, %2</source>
        <translation>Order %1, %2</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::OrderListView</name>
    <message>
        <source>주문 목록</source>
        <translation>Order list</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::WindowRow</name>
    <message>
        <source>시작</source>
        <translation>From</translation>
    </message>
    <message>
        <source>끝</source>
        <translation>To</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>받을 주문 수</source>
        <translation>Orders it takes</translation>
    </message>
    <message>
        <source>건</source>
        <translation> orders</translation>
    </message>
    <message>
        <source>가장 많은 날 %1건 · 마감</source>
        <translation>%1 on the fullest day · full</translation>
    </message>
    <message>
        <source>가장 많은 날 %1건</source>
        <translation>%1 on the fullest day</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a stretch of time, what the button does</extracomment>
        <translation>%2 %1</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::WindowsSection</name>
    <message>
        <source>배송 시간대</source>
        <translation>Delivery windows</translation>
    </message>
    <message>
        <source>시간대 추가</source>
        <translation>Add a window</translation>
    </message>
    <message>
        <source>주문 마감</source>
        <translation>Orders close</translation>
    </message>
    <message>
        <source>분 전</source>
        <translation> min before</translation>
    </message>
    <message>
        <source>시간대가 시작하기 전, 이만큼 남으면 웹에서 더 받지 않아요.</source>
        <translation>The web stops taking orders this long before a window begins.</translation>
    </message>
    <message>
        <source>예약 가능 기간</source>
        <translation>Orders open</translation>
    </message>
    <message>
        <source>일 뒤까지</source>
        <translation> days ahead</translation>
    </message>
    <message>
        <source>이동 시간</source>
        <translation>Travel time</translation>
    </message>
    <message>
        <source>분</source>
        <translation> min</translation>
    </message>
    <message>
        <source>마감 알림</source>
        <translation>Deadline warning</translation>
    </message>
    <message>
        <source>급한 마감 알림</source>
        <translation>Urgent warning</translation>
    </message>
    <message>
        <source>보드의 카드 색이 바뀌는 때예요.</source>
        <translation>When cards on the board change their colour.</translation>
    </message>
    <message>
        <source>그 사이 다른 컴퓨터에서 시간대를 바꿨어요. 다시 골라 주세요.</source>
        <translation>Another computer changed the windows meanwhile. Please choose again.</translation>
    </message>
    <message numerus="yes">
        <source>이미 받은 주문 %n건은 전에 약속한 시간 그대로예요.</source>
        <translation>
            <numerusform>%n order keeps the time it was promised.</numerusform>
            <numerusform>%n orders keep the time they were promised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>시간대를 뺐어요. 이미 받은 주문 %n건은 그대로예요.</source>
        <translation>
            <numerusform>The window is gone. %n order in it stays as it is.</numerusform>
            <numerusform>The window is gone. %n orders in it stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>하루가 꽉 찼어요. 먼저 다른 시간대를 줄여 주세요.</source>
        <translation>The day is full. Shorten another window first.</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::EntryDialog</name>
    <message>
        <source>전화·방문 주문</source>
        <translation>Phone or walk-in order</translation>
    </message>
    <message>
        <source>모두 지우기</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>쓰던 것은 남아 있어요</source>
        <translation>What you typed is kept</translation>
    </message>
    <message>
        <source>쓰던 주문이에요. 이어서 쓰세요.</source>
        <translation>This order was begun before. Go on where you left off.</translation>
    </message>
    <message>
        <source>이 시간대는 %1건이 정원인데 벌써 %2건이에요. 그래도 받을 수 있어요.</source>
        <translation>This window is meant for %1 orders and has %2. You can still take this one.</translation>
    </message>
    <message>
        <source>휴대폰 번호가 아니라서 문자는 받지 못해요.</source>
        <translation>Not a mobile number: it cannot receive texts.</translation>
    </message>
    <message>
        <source>금액이 너무 커요</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>합계 %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>%1 받고 주문 넣기</source>
        <translation>Take %1 and place the order</translation>
    </message>
    <message>
        <source>주문 넣기 · 입금 대기</source>
        <translation>Place order · payment outstanding</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::EntryForm</name>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>개당 가격</source>
        <translation>Price each</translation>
    </message>
    <message>
        <source>돈을 받았어요</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>상품</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>수량</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>메뉴 가격대로</source>
        <translation>As on the menu</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>픽업 예약</source>
        <translation>Pickup later</translation>
    </message>
    <message>
        <source>지금 가져가요</source>
        <translation>Taken along now</translation>
    </message>
    <message>
        <source>받는 방법</source>
        <translation>How</translation>
    </message>
    <message>
        <source>날짜·시간</source>
        <translation>When</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>받는 분</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>도로명 주소</source>
        <translation>Street address</translation>
    </message>
    <message>
        <source>상세 주소 · 출입 방법</source>
        <translation>Flat · how to get in</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>휴대폰 번호</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>이 번호로 주문 상황을 문자로 알려 드려요. 비우면 보내지 않아요.</source>
        <translation>Updates on the order are texted to this number; none when it is empty.</translation>
    </message>
    <message>
        <source>보내는 분</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>카드 메시지</source>
        <translation>Card message</translation>
    </message>
    <message>
        <source>경조사어</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>리본</source>
        <translation>Ribbon</translation>
    </message>
    <message>
        <source>요청사항</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::OrderTaking</name>
    <message>
        <source>주문을 넣었어요</source>
        <translation>Order placed</translation>
    </message>
    <message>
        <source>주문을 이 컴퓨터에 저장했고, 연결되면 보내요</source>
        <translation>Order saved on this computer; it is sent when the connection is back</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::StatePill</name>
    <message>
        <source>입금 대기</source>
        <translation>Payment outstanding</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::TextsModel</name>
    <message>
        <source>보내기 전</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>차례를 기다림</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>거둠</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>실패</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>문자가 가지 않았어요. 손님께 전화해 주세요.</source>
        <translation>This text was not sent. Please call the customer.</translation>
    </message>
    <message>
        <source>갔는지 알 수 없어요. 두 번 가지 않게 다시 보내지 않았어요. 중요한 내용이면 전화해 주세요.</source>
        <translation>Nobody knows whether this text was sent. It was not sent again, so that it does not come twice. Call if it matters.</translation>
    </message>
    <message>
        <source>시각</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>About</translation>
    </message>
    <message>
        <source>받는 번호</source>
        <translation>To</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>문자</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>petalpost::desk::TextsPage</name>
    <message>
        <source>문자</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>보내기 전</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>Needs review</translation>
    </message>
    <message>
        <source>문자 목록</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>More</translation>
    </message>
    <message>
        <source>아직 없어요</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>%1 기준</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>연결되면 볼 수 있어요.</source>
        <translation>Shown when there is a connection.</translation>
    </message>
    <message>
        <source>연결되면 새로 받아요</source>
        <translation>Fetched again when there is a connection</translation>
    </message>
</context>
</TS>
