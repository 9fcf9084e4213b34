// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/review.h"

#include <QtCore/QTimeZone>

#include <vector>

namespace petalpost::demo {

using namespace Qt::Literals::StringLiterals;

/// Thursday, 8 May 2025, 13:22 in Seoul: the moment of all pictures and desk tests.
inline const QTimeZone zone("Asia/Seoul");
inline const QDate today(2025, 5, 8);

inline qint64 at(int hour, int minute, int days = 0)
{
    return QDateTime(today.addDays(days), QTime(hour, minute), zone).toMSecsSinceEpoch();
}

inline const qint64 now = at(13, 22);

/// What differs from one sample order to the next.
struct Sample
{
    qint64 id;
    OrderState state;
    int fromHour;
    int toHour;
    QString product;
    QString picture;
    int qty;
    QString recipient;
    QString place;
    int minutesAgo = 60; ///< since it reached its state
    QString message = {};
    QString request = {};
    bool seen = true;
};

inline Order order(const Sample &sample)
{
    Order order;
    order.id = sample.id;
    order.state = sample.state;
    order.payment = PaymentState::Paid;
    order.productName = sample.product;
    order.picture = sample.picture;
    order.qty = sample.qty;
    order.unitPrice.minor = 89'000;
    order.total.minor = 89'000 * sample.qty;
    order.money.chargedMinor = order.total.minor;
    order.recipient = {sample.recipient, u"01023456789"_s};
    order.sender = {u"김하늘"_s, u"01098765432"_s};
    order.address = {u"서울 강남구 역삼로 180"_s, u"1203호"_s, u"06248"_s, sample.place};
    if (sample.toHour > sample.fromHour)
        order.window = DeliveryWindow{today, sample.fromHour * 60, sample.toHour * 60};
    order.cardMessage = sample.message;
    order.request = sample.request;
    order.seenAtMs = sample.seen ? now - 1 : 0;
    order.stamp(OrderState::Received, now - 4 * 3'600'000);
    for (const OrderState state :
         {OrderState::Paid, OrderState::Making, OrderState::Made, OrderState::Delivering,
          OrderState::Delivered, OrderState::Cancelled}) {
        const int steps = static_cast<int>(sample.state) - static_cast<int>(state);
        if (steps >= 0 && (state != OrderState::Delivered || sample.state == state))
            order.stamp(state, now - (sample.minutesAgo + steps * 20) * 60'000);
    }
    return order;
}

/// A working day with everything the board can show.
inline std::vector<Order> orders()
{
    using enum OrderState;
    const QString love = u"엄마, 언제나 고맙고 사랑해요.\n올봄엔 같이 꽃구경 가요! — 서연"_s;
    std::vector<Order> list{
        order({1048, Paid, 14, 16, u"작약 한아름 꽃다발"_s, u"peony"_s, 1, u"김서연"_s, u"역삼동"_s,
               2, love, u"부재 시 경비실에 맡겨 주세요."_s, false}),
        order({1047,
               Paid,
               16,
               18,
               u"튤립 봄 바구니"_s,
               u"tulip"_s,
               1,
               u"이준호"_s,
               u"논현동"_s,
               11,
               love,
               {},
               false}),
        order({1046, Paid, 16, 18, u"축하 서양란 (대)"_s, u"orchid"_s, 2,
               u"주식회사 가나다라 대표이사 박민수"_s, u"삼성동"_s, 25, love,
               u"로비에서 전화 주세요."_s}),
        order({1043, Making, 13, 15, u"라넌큘러스 미니 다발"_s, u"ranunculus"_s, 1, u"최민지"_s,
               u"역삼동"_s, 40, love}),
        order({1044,
               Making,
               14,
               16,
               u"장미 50송이 박스"_s,
               u"rosebox"_s,
               1,
               u"정우성"_s,
               u"청담동"_s,
               15,
               {},
               u"리본은 빼 주세요."_s}),
        order({1041, Made, 13, 15, u"수국 한 송이 포장"_s, u"hydrangea"_s, 3, u"한지민"_s,
               u"대치동"_s, 5, love}),
        order({1042, Made, 14, 16, u"카네이션 카드 바구니"_s, u"carnation"_s, 1, u"오세훈"_s,
               u"도곡동"_s, 30, love}),
        order({1039, Delivering, 12, 14, u"개업 축하 화분"_s, u"plant"_s, 1, u"카페 온도"_s,
               u"신사동"_s, 28, love, u"개업식 전에 꼭 도착해야 해요."_s}),
        order({1036, Delivered, 10, 12, u"프리지아 한 다발"_s, u"freesia"_s, 1, u"윤다은"_s,
               u"역삼동"_s, 100, love}),
        order({1035, Delivered, 10, 12, u"해바라기 꽃다발"_s, u"sunflower"_s, 1, u"강하나"_s,
               u"개포동"_s, 140}),
    };
    list[7].window->endMinute = 13 * 60 + 40; // 18 minutes left
    Order cancelled = order(
        {1045, Making, 15, 17, u"안개꽃 부케"_s, u"gypsophila"_s, 1, u"서지우"_s, u"반포동"_s, 50});
    cancelled.state = Cancelled;
    cancelled.payment = PaymentState::RefundPending;
    cancelled.money.refundPendingMinor = cancelled.money.chargedMinor;
    cancelled.cancelReason = u"날짜를 잘못 골랐어요."_s;
    cancelled.stamp(Cancelled, now - 4 * 60'000);
    list.push_back(cancelled);
    Order tomorrow =
        order({1049, Paid, 10, 12, u"백합 화병"_s, u"lily"_s, 1, u"문가영"_s, u"서초동"_s, 1});
    tomorrow.window->date = today.addDays(1);
    list.push_back(tomorrow);
    Order plain = order({1040, Paid, 0, 0, u"Rose"_s, {}, 7, u"lee"_s, {}, 90});
    plain.address = {u"seoul"_s, {}, {}, {}};
    list.push_back(plain);
    return list;
}

inline std::vector<Review> reviews()
{
    const auto review = [](qint64 id, int rating, const QString &text, const QString &author,
                           const QString &product, int days, const QString &reply) {
        Review r;
        r.id = id;
        r.rating = rating;
        r.text = text;
        r.author = author;
        r.productName = product;
        r.writtenAtMs = at(18, 5, -days);
        r.reply = reply;
        return r;
    };
    return {
        review(
            1, 5,
            u"엄마가 정말 좋아하셨어요. 사진보다 훨씬 풍성하고 향도 좋아요. 다음 달에도 부탁드릴게요!"_s,
            u"김**"_s, u"작약 한아름 꽃다발"_s, 1, {}),
        review(2, 3, u"꽃은 예쁜데 약속 시간보다 20분 늦게 왔어요."_s, u"박**"_s,
               u"튤립 봄 바구니"_s, 2, {}),
        review(3, 4, u"포장이 단정하고 카드 글씨도 예뻤어요."_s, u"이**"_s,
               u"카네이션 카드 바구니"_s, 6,
               u"고맙습니다! 카드는 저희가 손으로 한 장씩 써요. 또 뵐게요."_s),
    };
}

} // namespace petalpost::demo
