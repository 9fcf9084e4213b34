// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samples.h"

#include "tests/support/fakeclock.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

Order sampleOrder(qint64 id, OrderState state)
{
    Order order;
    order.id = id;
    order.state = state;
    order.payment = state == OrderState::Received ? PaymentState::Pending : PaymentState::Paid;
    order.productId = 1;
    order.productName = u"작약 한아름"_s;
    order.qty = 2;
    order.unitPrice = {89'000, {}};
    order.total = {178'000, {}};
    order.sender = {u"김서연"_s, u"01012341234"_s};
    order.recipient = {u"이도윤"_s, u"01056785678"_s};
    order.address = {u"서울 강남구 테헤란로 1"_s, u"101호"_s, u"06100"_s, u"역삼동"_s};
    order.storedAtMs = FakeClock::startMs - 90'000; // no receipt is owed for it
    for (const auto &[passed, name] : orderStateWords) {
        if (passed <= state)
            order.stamp(passed, FakeClock::startMs - 100'000 + 1000 * qint64(passed));
    }
    return order;
}

Review sampleReview(qint64 id)
{
    Review review;
    review.id = id;
    review.productId = 1;
    review.productName = u"작약 한아름"_s;
    review.text = u"향기가 정말 좋았어요, 고맙습니다"_s;
    review.author = u"김**"_s;
    review.writtenAtMs = FakeClock::startMs - 50'000;
    return review;
}

Product sampleProduct(qint64 id)
{
    Product product;
    product.id = id;
    product.name = u"작약 한아름"_s;
    product.price = {89'000, {}};
    return product;
}

} // namespace petalpost::test
