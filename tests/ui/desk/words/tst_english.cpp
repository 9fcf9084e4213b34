// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "translations/words.h"
#include "ui/desk/words/ageing.h"
#include "ui/desk/words/words.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The desk's words with the English translation installed.
class TestEnglish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsOfStatesAndButtons();
    void moneyWindowsAndNames();
    void days();
    void chips_data();
    void chips();
    void deadlines();
    void refusals();

private:
    QTranslator m_translator;
};

void TestEnglish::initTestCase()
{
    initTranslationResources();
    QVERIFY(m_translator.load(u":/translations/petalpost_en.qm"_s));
    QVERIFY(speaksKorean());
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
    QVERIFY(!speaksKorean());
}

/// One Korean word, two English ones: what an order is, and what a button does.
void TestEnglish::wordsOfStatesAndButtons()
{
    QCOMPARE(stateWord(OrderState::Paid), u"Paid"_s);
    QCOMPARE(stateWord(OrderState::Making), u"Making"_s);
    QCOMPARE(stateWord(OrderState::Made), u"Made"_s);
    QCOMPARE(stateWord(OrderState::Delivering), u"Out for delivery"_s);
    QCOMPARE(stateWord(OrderState::Delivered), u"Delivered"_s);
    QCOMPARE(verbWord(Verb::StartMaking, false), u"Start making"_s);
    QCOMPARE(verbWord(Verb::MarkMade, false), u"Mark made"_s);
    QCOMPARE(verbWord(Verb::StartDelivery, false), u"Start delivery"_s);
    QCOMPARE(verbWord(Verb::CompleteDelivery, false), u"Complete delivery"_s);
    QCOMPARE(verbWord(Verb::CompleteDelivery, true), u"Complete pick-up"_s);
    QCOMPARE(paymentWord(PaymentState::RefundPending), u"Refund under way"_s);
}

void TestEnglish::moneyWindowsAndNames()
{
    QCOMPARE(moneyText({89'000, {}}), u"₩89,000"_s);
    QCOMPARE(windowShort({demo::today, 14 * 60, 16 * 60}), u"14–16h"_s);
    QCOMPARE(windowShort({demo::today, 14 * 60 + 30, 16 * 60}), u"14:30–16:00"_s);
    Order order;
    order.productName = u"작약"_s;
    QCOMPARE(itemText(order), QString(u"작약 × "_s % QString::number(order.qty)));
    order.productNameEn = u"Peonies"_s;
    QCOMPARE(productText(order), u"Peonies"_s);
    QCOMPARE(whereText(order), u"Pick-up"_s);
}

void TestEnglish::days()
{
    QCOMPARE(dayHeading(demo::today), u"Thu 8 May"_s);
    QCOMPARE(dayShort(QDate(2025, 12, 31)), u"Wed 31 Dec"_s);
    QCOMPARE(dayInWeek(QDate(2025, 5, 5)), u"5 May"_s);
    QCOMPARE(dayRelative(demo::today.addDays(1), demo::today), u"tomorrow"_s);
    QCOMPARE(dayRelative(demo::today.addDays(-1), demo::today), u"yesterday"_s);
    QCOMPARE(dayRelative(demo::today.addDays(2), demo::today), u"Sat 10 May"_s);
    QCOMPARE(atLineStart(u"tomorrow"_s), u"Tomorrow"_s);
    QCOMPARE(atLineStart(u"내일"_s), u"내일"_s);
    QCOMPARE(atLineStart({}), QString());
}

void TestEnglish::chips_data()
{
    QTest::addColumn<qint64>("deadline");
    QTest::addColumn<QString>("text");
    QTest::newRow("minutes") << demo::at(14, 0) << u"38 min left"_s;
    QTest::newRow("hours") << demo::at(16, 0) << u"2 h 38 min"_s;
    QTest::newRow("whole hours") << demo::at(16, 22) << u"3 h"_s;
    QTest::newRow("late") << demo::at(13, 10) << u"12 min late"_s;
    QTest::newRow("hours late") << demo::at(10, 22) << u"3 h late"_s;
    QTest::newRow("late since yesterday") << demo::at(16, 0, -1) << u"due yesterday"_s;
    QTest::newRow("late for days") << demo::at(16, 0, -5) << u"due Sat 3 May"_s;
    QTest::newRow("tomorrow") << demo::at(10, 0, 1) << u"tomorrow"_s;
    QTest::newRow("later") << demo::at(10, 0, 2) << u"Sat 10 May"_s;
}

void TestEnglish::chips()
{
    QFETCH(const qint64, deadline);
    QTEST(timeLeftText(deadline, demo::now, demo::zone), "text");
}

void TestEnglish::deadlines()
{
    Order order =
        demo::order({1, OrderState::Paid, 14, 16, u"작약"_s, {}, 1, u"김서연"_s, u"역삼동"_s});
    const auto sentence = [&order](qint64 nowMs) {
        return deadlineSentence(order, nowMs, demo::zone);
    };
    QCOMPARE(sentence(demo::now), u"Making due in 38 min"_s);
    QCOMPARE(sentence(demo::at(14, 12)), u"Making due 12 min ago"_s);
    QCOMPARE(sentence(demo::at(14, 12, -1)), u"Making due tomorrow 14:00"_s);
    QCOMPARE(sentence(demo::at(14, 12, 1)), u"Making due yesterday"_s);
    order.state = OrderState::Made;
    QCOMPARE(sentence(demo::at(15, 0)), u"Departure due in 20 min"_s);
    order.state = OrderState::Delivered;
    order.stamp(OrderState::Delivered, demo::at(11, 42));
    QCOMPARE(ageingOf(order, demo::now, demo::zone).text, u"done 11:42"_s);
}

void TestEnglish::refusals()
{
    Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
    refusal.state = OrderState::Cancelled;
    QCOMPARE(refusalText(refusal),
             u"That is not possible: the order’s state is now “Cancelled”."_s);
    for (const auto &[code, stored] : refusalWords)
        QVERIFY2(refusalText(Refusal::of(code)).endsWith(u'.'), stored.data());
}

QTEST_GUILESS_MAIN(TestEnglish)
#include "tst_english.moc"
