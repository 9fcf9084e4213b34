// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/words/ageing.h"

#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

Order paid()
{
    return demo::order({1, OrderState::Paid, 14, 16, u"작약"_s, {}, 1, u"김서연"_s, u"역삼동"_s});
}

} // namespace

class TestAgeing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
    void deadlines_data();
    void deadlines();
    void longAndDistantTexts();
    void finishedOrdersTellWhen();
    void withoutWindowNothingAges();
    void pickupNeedsNoTravel();
    void sentencesNameTheDeadline();
};

void TestAgeing::limits_data()
{
    QTest::addColumn<qint64>("leftMs");
    QTest::addColumn<Urgency>("urgency");
    QTest::addColumn<QString>("text");
    QTest::newRow("61 min") << 61 * minuteMs << Urgency::Plain << u"61분 남음"_s;
    QTest::newRow("60 min") << 60 * minuteMs << Urgency::Soft << u"60분 남음"_s;
    QTest::newRow("38 min") << 38 * minuteMs << Urgency::Soft << u"38분 남음"_s;
    QTest::newRow("21 min") << 21 * minuteMs << Urgency::Soft << u"21분 남음"_s;
    QTest::newRow("20 min") << 20 * minuteMs << Urgency::Solid << u"20분 남음"_s;
    QTest::newRow("0 min") << qint64(0) << Urgency::Solid << u"0분 남음"_s;
    QTest::newRow("1 ms late") << qint64(-1) << Urgency::Late << u"1분 지남"_s;
    QTest::newRow("-1 min") << -minuteMs << Urgency::Late << u"1분 지남"_s;
    QTest::newRow("-12 min") << -12 * minuteMs << Urgency::Late << u"12분 지남"_s;
}

void TestAgeing::limits()
{
    QFETCH(const qint64, leftMs);
    const Ageing ageing = ageingOf(paid(), demo::at(14, 0) - leftMs, demo::zone);
    QTEST(ageing.urgency, "urgency");
    QTEST(ageing.text, "text");
}

void TestAgeing::deadlines_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("paid: start") << OrderState::Paid << demo::at(14, 0);
    QTest::newRow("making: start") << OrderState::Making << demo::at(14, 0);
    QTest::newRow("made: end less travel") << OrderState::Made << demo::at(15, 20);
    QTest::newRow("delivering: end") << OrderState::Delivering << demo::at(16, 0);
}

void TestAgeing::deadlines()
{
    QFETCH(const OrderState, state);
    QTEST(deadlineMs(paid(), state, demo::zone).value_or(0), "expected");
    QVERIFY(!deadlineMs(paid(), OrderState::Delivered, demo::zone));
    QVERIFY(!deadlineMs(paid(), OrderState::Cancelled, demo::zone));
}

void TestAgeing::longAndDistantTexts()
{
    const auto text = [](qint64 deadline, qint64 now) {
        return timeLeftText(deadline, now, demo::zone);
    };
    QCOMPARE(text(demo::at(14, 50), demo::at(13, 20)), u"90분 남음"_s);
    QCOMPARE(text(demo::at(14, 51), demo::at(13, 20)), u"1시간 31분"_s);
    QCOMPARE(text(demo::at(16, 0), demo::at(13, 22)), u"2시간 38분"_s);
    QCOMPARE(text(demo::at(16, 0), demo::at(14, 0)), u"2시간"_s);
    QCOMPARE(text(demo::at(9, 0, 1), demo::at(13, 0)), u"내일"_s);
    QCOMPARE(text(demo::at(9, 0, 2), demo::at(13, 0)), u"5/10(토)"_s);
    QCOMPARE(text(demo::at(0, 30, 1), demo::at(23, 50)), u"40분 남음"_s);
    QCOMPARE(text(demo::at(10, 0), demo::at(13, 0)), u"3시간 지남"_s);
    QCOMPARE(text(demo::at(10, 0, -1), demo::at(13, 0)), u"어제 지남"_s);
}

void TestAgeing::finishedOrdersTellWhen()
{
    Order order = paid();
    order.state = OrderState::Delivered;
    order.stamp(OrderState::Delivered, demo::at(11, 42));
    const Ageing ageing = ageingOf(order, demo::now, demo::zone);
    QCOMPARE(ageing.urgency, Urgency::None);
    QCOMPARE(ageing.text, u"11:42 완료"_s);
}

void TestAgeing::withoutWindowNothingAges()
{
    Order order = paid();
    order.window.reset();
    QCOMPARE(ageingOf(order, demo::now, demo::zone), Ageing());
    QVERIFY(deadlineSentence(order, demo::now, demo::zone).isEmpty());
}

void TestAgeing::pickupNeedsNoTravel()
{
    Order order = paid();
    order.address = {};
    QCOMPARE(deadlineMs(order, OrderState::Made, demo::zone).value_or(0), demo::at(16, 0));
}

void TestAgeing::sentencesNameTheDeadline()
{
    Order order = paid();
    QCOMPARE(deadlineSentence(order, demo::now, demo::zone), u"제작 마감까지 38분"_s);
    QCOMPARE(deadlineSentence(order, demo::at(14, 12), demo::zone), u"제작 마감 12분 지남"_s);
    QCOMPARE(deadlineSentence(order, demo::at(14, 12, -1), demo::zone), u"제작 마감 내일 14:00"_s);
    order.state = OrderState::Made;
    QCOMPARE(deadlineSentence(order, demo::at(15, 0), demo::zone), u"출발 마감까지 20분"_s);
    order.state = OrderState::Delivering;
    QCOMPARE(deadlineSentence(order, demo::at(15, 0), demo::zone), u"배송 마감까지 60분"_s);
}

QTEST_GUILESS_MAIN(TestAgeing)
#include "tst_ageing.moc"
