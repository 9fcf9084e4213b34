<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Petalpost authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name>shop</name>
    <message>
        <source>꽃 보기</source>
        <translation>Flowers</translation>
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
