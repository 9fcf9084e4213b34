// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/decisions/decisioncard.h"
#include "ui/desk/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

Operation pressed(Verb verb, qint64 minutesAgo, QJsonObject details = {})
{
    return {u"op-"_s + word(verb),
            Operation::Kind::Move,
            1043,
            verb,
            3,
            demo::now - minutesAgo * minuteMs,
            std::move(details)};
}

Order cancelled()
{
    Order order = demo::orders().front();
    order.id = 1043;
    order.version = 4;
    order.state = OrderState::Cancelled;
    order.stamp(OrderState::Cancelled, demo::now - 30 * minuteMs);
    order.cancelReason = u"날짜를 바꿔야 해요"_s;
    return order;
}

Decision refusedMoves()
{
    Refusal refusal = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(4));
    refusal.state = OrderState::Cancelled;
    return {{pressed(Verb::StartMaking, 40),
             pressed(Verb::CompleteDelivery, 20, {{u"receivedBy"_s, u"경비실"_s}})},
            refusal,
            demo::now - minuteMs};
}

} // namespace

/// Both facts, both times, two buttons.
class TestDecisionCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothFactsWithTheirTimes();
    void yesterdayNamesTheDay();
    void aRequestToCancelIsNamed();
    void theCopyMayLagBehindTheRefusal();
    void anOrderThatIsGoneKeepsTheWords();
    void aReplyShowsBothTexts();
    void settingsNameWhatWasSet();
    void theSecondButton();
    void buttonsSayWhoseTheyAre();
    void bothThemesShowTheWords();
};

void TestDecisionCard::bothFactsWithTheirTimes()
{
    const Order order = cancelled();
    const DecisionSubject subject{&order, nullptr, demo::now, demo::zone};
    const Decision decision = refusedMoves();
    QVERIFY(decisionTitle(decision, subject).startsWith(u"#1043 · "_s));
    QCOMPARE(ownFact(decision, subject), u"12:42  제작 시작\n13:02  배송완료 · 인수자 경비실"_s);
    QCOMPARE(serverFact(decision, subject),
             u"12:52  취소 · 날짜를 바꿔야 해요\n"
             "13:21에 받은 답: 그 사이 주문이 바뀌었어요. 지금 상태는 ‘취소’이에요."_s);
}

void TestDecisionCard::yesterdayNamesTheDay()
{
    const Order order = cancelled();
    const DecisionSubject subject{&order, nullptr, demo::now, demo::zone};
    Decision decision = refusedMoves();
    decision.operations.resize(1);
    decision.operations.front().pressedAtMs = demo::now - 24 * 60 * minuteMs;
    QCOMPARE(ownFact(decision, subject), u"5/7(수) 13:22  제작 시작"_s);
}

void TestDecisionCard::aRequestToCancelIsNamed()
{
    Order order = cancelled();
    order.state = OrderState::Making;
    order.stamp(OrderState::Making, demo::now - 50 * minuteMs);
    order.cancelRequestedAtMs = demo::now - 10 * minuteMs;
    const DecisionSubject subject{&order, nullptr, demo::now, demo::zone};
    QVERIFY(serverFact(refusedMoves(), subject)
                .startsWith(u"12:32  제작중\n"
                            "13:12  고객이 취소를 요청했어요 · 날짜를 바꿔야 해요\n"_s));
}

void TestDecisionCard::theCopyMayLagBehindTheRefusal()
{
    Order order = cancelled();
    order.version = 3;
    order.state = OrderState::Paid;
    const DecisionSubject subject{&order, nullptr, demo::now, demo::zone};
    QVERIFY(serverFact(refusedMoves(), subject).startsWith(u"13:21  취소\n"_s));
}

void TestDecisionCard::anOrderThatIsGoneKeepsTheWords()
{
    const DecisionSubject subject{nullptr, nullptr, demo::now, demo::zone};
    Decision decision = refusedMoves();
    decision.refusal = Refusal::of(RefusalCode::NotFound);
    QCOMPARE(decisionTitle(decision, subject), u"#1043"_s);
    QCOMPARE(serverFact(decision, subject),
             u"13:21에 받은 답: 서버에 없는 내용이에요. 지워졌을 수 있어요."_s);
    QCOMPARE(secondChoice(subject, {}), SecondChoice::Copy);
}

void TestDecisionCard::aReplyShowsBothTexts()
{
    Review review = demo::reviews().front();
    review.reply = u"다른 답글"_s;
    review.repliedAtMs = demo::now - 5 * minuteMs;
    const DecisionSubject subject{nullptr, &review, demo::now, demo::zone};
    const Operation reply{u"r"_s,    Operation::Kind::ReviewReply, review.id, Verb::Place, 1,
                          demo::now, {{u"reply"_s, u"내 답글"_s}}};
    const Decision decision{{reply}, Refusal::of(RefusalCode::StaleVersion), demo::now};
    QCOMPARE(ownFact(decision, subject), u"13:22  답글: 내 답글"_s);
    QVERIFY(serverFact(decision, subject).startsWith(u"13:17  답글: 다른 답글\n"_s));
    QCOMPARE(secondButton(SecondChoice::Redo, {reply}, subject), u"내 답글 올리기"_s);
}

void TestDecisionCard::settingsNameWhatWasSet()
{
    const DecisionSubject subject{nullptr, nullptr, demo::now, demo::zone, true};
    const Operation set{u"s"_s,
                        Operation::Kind::ShopSettings,
                        1,
                        Verb::Place,
                        1,
                        demo::now,
                        {{u"cutOffMinutes"_s, 90}, {u"horizonDays"_s, 30}}};
    const Decision decision{{set}, Refusal::of(RefusalCode::StaleVersion), demo::now};
    QCOMPARE(decisionTitle(decision, subject), u"가게 설정"_s);
    QCOMPARE(ownFact(decision, subject), u"13:22  가게 설정: 주문 마감, 예약 가능 기간"_s);
    QCOMPARE(serverFact(decision, subject), u"13:22  다른 컴퓨터에서 먼저 가게 설정을 바꿨어요."_s);
    QCOMPARE(secondButton(SecondChoice::Redo, {set}, subject), u"그래도 바꾸기"_s);
    QCOMPARE(secondChoice(subject, {}), SecondChoice::Open);
    QCOMPARE(secondButton(SecondChoice::Open, {}, subject), u"설정 열기"_s);
}

void TestDecisionCard::theSecondButton()
{
    const Order order = cancelled();
    const DecisionSubject subject{&order, nullptr, demo::now, demo::zone};
    const std::vector again{pressed(Verb::StartMaking, 1), pressed(Verb::MarkMade, 1)};
    QCOMPARE(secondChoice(subject, again), SecondChoice::Redo);
    QCOMPARE(secondButton(SecondChoice::Redo, again, subject), u"그래도 제작완료"_s);
    QCOMPARE(secondChoice(subject, {}), SecondChoice::Open);
    QCOMPARE(secondButton(SecondChoice::Open, {}, subject), u"주문 열기"_s);
    QCOMPARE(secondButton(SecondChoice::Copy, {}, {}), u"내용 복사하고 닫기"_s);
}

void TestDecisionCard::buttonsSayWhoseTheyAre()
{
    const Theme theme;
    DecisionCard card(theme);
    const Order order = cancelled();
    card.show(refusedMoves(), {&order, nullptr, demo::now, demo::zone}, {});
    QVERIFY(card.accessibleName().contains(u"12:42  제작 시작"_s));
    QVERIFY(card.accessibleName().contains(u"12:52  취소"_s));
    for (const auto *button : card.findChildren<QPushButton *>()) {
        QVERIFY(button->accessibleName().startsWith(u"#1043 · "_s));
        QVERIFY(button->accessibleName().endsWith(button->text()));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    QSignalSpy kept(&card, &DecisionCard::kept);
    QSignalSpy second(&card, &DecisionCard::secondChosen);
    card.findChild<QPushButton *>(u"decisionKeep"_s)->click();
    card.findChild<QPushButton *>(u"decisionSecond"_s)->click();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(second.front().front().value<SecondChoice>(), SecondChoice::Open);
}

void TestDecisionCard::bothThemesShowTheWords()
{
    Theme theme;
    DecisionCard card(theme);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.setChoice(choice);
        const auto *own = card.findChild<QLabel *>(u"decisionOwn"_s);
        QCOMPARE(own->palette().color(QPalette::WindowText), theme.palette().text);
        const auto *head = card.findChild<QLabel *>(u"decisionOwnHead"_s);
        QCOMPARE(head->palette().color(QPalette::WindowText), theme.palette().text2);
    }
}

QTEST_MAIN(TestDecisionCard)
#include "tst_decisioncard.moc"
