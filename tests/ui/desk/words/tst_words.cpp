// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/words.h"

#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalHasItsOwnSentence();
    void everyStateAndVerbHasAWord();
    void movesRefusedNameThePresentState();
    void windowsInBothForms();
    void daysNearAndFar();
    void whoAndWhere();
};

void TestWords::everyRefusalHasItsOwnSentence()
{
    QSet<QString> seen;
    for (const auto &[code, stored] : refusalWords) {
        const QString text = refusalText(Refusal::of(code));
        QVERIFY2(text.endsWith(u'.'), stored.data());
        QVERIFY2(!seen.contains(text), qUtf8Printable(text));
        seen.insert(text);
    }
}

void TestWords::everyStateAndVerbHasAWord()
{
    for (const auto &[state, stored] : orderStateWords)
        QVERIFY(!stateWord(state).isEmpty());
    for (const auto &[state, stored] : paymentStateWords)
        QVERIFY(!paymentWord(state).isEmpty());
    for (const auto &[verb, stored] : verbWords)
        QVERIFY(!verbWord(verb, false).isEmpty());
    QCOMPARE(verbWord(Verb::CompleteDelivery, true), u"픽업 완료"_s);
}

void TestWords::movesRefusedNameThePresentState()
{
    Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
    refusal.state = OrderState::Cancelled;
    QCOMPARE(refusalText(refusal), u"지금 상태는 ‘취소’이라 할 수 없어요."_s);
}

void TestWords::windowsInBothForms()
{
    const DeliveryWindow round{QDate(2025, 5, 8), 14 * 60, 16 * 60};
    const DeliveryWindow odd{QDate(2025, 5, 8), 14 * 60 + 30, 16 * 60};
    QCOMPARE(windowShort(round), u"14–16시"_s);
    QCOMPARE(windowLong(round), u"14:00–16:00"_s);
    QCOMPARE(windowShort(odd), u"14:30–16:00"_s);
}

void TestWords::daysNearAndFar()
{
    const QDate thursday(2025, 5, 8);
    QCOMPARE(dayHeading(thursday), u"5월 8일 (목)"_s);
    QCOMPARE(dayInWeek(thursday), u"5/8(목)"_s);
    QCOMPARE(dayRelative(thursday, thursday), u"오늘"_s);
    QCOMPARE(dayRelative(thursday.addDays(1), thursday), u"내일"_s);
    QCOMPARE(dayRelative(thursday.addDays(-1), thursday), u"어제"_s);
    QCOMPARE(dayRelative(thursday.addDays(2), thursday), u"5/10(토)"_s);
}

void TestWords::whoAndWhere()
{
    Order order;
    order.sender.name = u"김하늘"_s;
    QCOMPARE(whoText(order), u"김하늘"_s);
    QCOMPARE(whereText(order), u"픽업"_s);
    order.recipient.name = u"김서연"_s;
    order.address.line = u"역삼로 180"_s;
    QCOMPARE(whoText(order), u"김서연"_s);
    QCOMPARE(whereText(order), u"역삼로"_s);
    order.address.line = u"서울 강남구 테헤란로12길 7"_s;
    QCOMPARE(whereText(order), u"테헤란로12길"_s);
    order.address.line = u"seoul"_s;
    QCOMPARE(whereText(order), u"seoul"_s);
    order.address.neighbourhood = u"역삼동"_s;
    QCOMPARE(whereText(order), u"역삼동"_s);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
