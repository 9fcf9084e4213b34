// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

constexpr qint64 undoHoldMs = 30'000; // what the florist is promised
const QString peony = u"작약 한아름 꽃다발"_s;

} // namespace

/// One order through both programs, over real HTTP, from the customer to the review's answer.
class TestOneOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromTheOrderToTheReply();
    void anUndoneMoveTextsNobody();
    void oneOperationTextsOnce();
    void aCustomersCancelReachesTheDesk();
    void aCustomersCancelBeatsAMoveMadeOffline();
    void aQueuedMoveSurvivesARestartOfTheServer();
    void twoDesksSeeTheSame();

private:
    struct Customer
    {
        qint64 id = 0;
        QByteArray token;
        QString page;
    };
    Customer order(const QString &phone = u"01012341234"_s);
    /// The state that the customer's page marks as the present one.
    QString trackingState(const Customer &customer);
    QStringList sms(qint64 orderId, const QString &state);
    /// Lets the time of the undo pass and something else happen, so that the outbox is looked at.
    void passUndoTime();
    DeskInProcess &openDesk();
    bool serverHas(qint64 id, const QString &state);

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_customer;
    std::unique_ptr<HttpCalls> m_owner;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
    int m_others = 0;
};

void TestOneOrder::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_customer = std::make_unique<HttpCalls>(m_shop->url());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
}

void TestOneOrder::cleanup()
{
    m_desks.clear();
    m_customer.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

TestOneOrder::Customer TestOneOrder::order(const QString &phone)
{
    const QJsonObject body{
        {u"productId"_s, 1},
        {u"qty"_s, 1},
        {u"window"_s, m_owner->get(u"/windows?date=2026-12-02"_s)
                          .json()
                          .value(u"items"_s)
                          .toArray()
                          .first()
                          .toObject()
                          .value(u"window"_s)},
        {u"customerName"_s, u"김하늘"_s},
        {u"phoneNumber"_s, phone},
        {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"01023456789"_s}}},
        {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}},
        {u"cardMessage"_s, u"엄마, 고마워요."_s}};
    const QJsonObject placed = m_customer->post(u"/orders"_s, body).json();
    return {placed.value(u"id"_s).toInteger(), placed.value(u"accessToken"_s).toString().toLatin1(),
            placed.value(u"trackingPath"_s).toString()};
}

QString TestOneOrder::trackingState(const Customer &customer)
{
    static const QRegularExpression current(u"<li class=\"is-current\"[^>]*>([^<]+)"_s);
    return current.match(m_customer->get(customer.page).text()).captured(1);
}

QStringList TestOneOrder::sms(qint64 orderId, const QString &state)
{
    QStringList events;
    const QJsonObject ledger = m_owner->get(u"/messages?orderId=%1"_s.arg(orderId)).json();
    for (const QJsonValue &item : ledger.value(u"items"_s).toArray()) {
        if (item.toObject().value(u"state"_s) == state)
            events.append(item.toObject().value(u"event"_s).toString());
    }
    return events;
}

void TestOneOrder::passUndoTime()
{
    m_shop->clock.advance(undoHoldMs);
    const QJsonObject other{{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}};
    QCOMPARE(m_customer->post(u"/orders"_s, other).status, 201);
    ++m_others;
}

DeskInProcess &TestOneOrder::openDesk()
{
    m_desks.push_back(std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock));
    if (!m_desks.back()->engine->start())
        qFatal("the desk cannot start");
    return *m_desks.back();
}

bool TestOneOrder::serverHas(qint64 id, const QString &state)
{
    return m_owner->get(u"/orders/%1"_s.arg(id)).json().value(u"status"_s) == state;
}

void TestOneOrder::fromTheOrderToTheReply()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    const Customer customer = order();
    QVERIFY(customer.id > 0);
    QTRY_COMPARE(arrived.size(), 1);
    const Order shown = desk.order(customer.id);
    QCOMPARE(shown.state, OrderState::Paid);
    QCOMPARE(shown.productName, peony);
    QCOMPARE(shown.recipient.name, u"김서연"_s);
    QCOMPARE(shown.cardMessage, u"엄마, 고마워요."_s);
    QCOMPARE(trackingState(customer), u"결제완료"_s);
    QTRY_COMPARE(sms(customer.id, u"sent"_s), QStringList{u"paid"_s});

    struct Step
    {
        Verb verb;
        OrderState state;
        QString page;
    };
    const std::array steps{Step{Verb::StartMaking, OrderState::Making, u"제작중"_s},
                           Step{Verb::MarkMade, OrderState::Made, u"제작완료"_s},
                           Step{Verb::StartDelivery, OrderState::Delivering, u"배송중"_s},
                           Step{Verb::CompleteDelivery, OrderState::Delivered, u"배송완료"_s}};
    QStringList texted{u"paid"_s};
    for (const Step &step : steps) {
        QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
        QVERIFY(desk.engine->move(customer.id, step.verb));
        QCOMPARE(desk.stateOf(customer.id), step.state); // at once
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(serverHas(customer.id, word(step.state)));
        QCOMPARE(trackingState(customer), step.page);
        QCOMPARE(sms(customer.id, u"held"_s), QStringList{word(step.state)});
        QCOMPARE(sms(customer.id, u"sent"_s), texted);
        passUndoTime();
        texted.append(word(step.state));
        QTRY_COMPARE(sms(customer.id, u"sent"_s), texted);
    }

    const Answer written = m_customer->post(
        u"/reviews"_s, {{u"rating"_s, 5}, {u"text"_s, u"사진보다 훨씬 예뻤어요. 고맙습니다!"_s}},
        {{"Authorization", "Bearer " + customer.token}});
    QCOMPARE(written.status, 201);
    const qint64 reviewId = written.json().value(u"id"_s).toInteger();
    QTRY_VERIFY(desk.engine->reviews().contains(reviewId));
    QCOMPARE(desk.engine->reviews().at(reviewId).text, u"사진보다 훨씬 예뻤어요. 고맙습니다!"_s);
    QCOMPARE(desk.engine->reviews().at(reviewId).author, u"김**"_s);
    QVERIFY(desk.engine->replyToReview(reviewId, u"다음에도 예쁘게 만들게요."_s));
    QTRY_VERIFY(
        m_customer->get(u"/shop/items/1"_s).text().contains(u"다음에도 예쁘게 만들게요."_s));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QTRY_COMPARE(arrived.size(), 1 + m_others); // nothing else claimed to be new
}

void TestOneOrder::anUndoneMoveTextsNobody()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    const Customer customer = order();
    QTRY_COMPARE(desk.order(customer.id).state, OrderState::Paid);
    QTRY_COMPARE(sms(customer.id, u"sent"_s), QStringList{u"paid"_s});
    m_shop->clock.advance(1); // what happened at once counts as one step to undo
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->move(customer.id, Verb::StartMaking));
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(sms(customer.id, u"held"_s), QStringList{u"making"_s});
    m_shop->clock.advance(undoHoldMs - 1);
    QVERIFY(desk.engine->undo(customer.id));
    QTRY_COMPARE(accepted.size(), 2);
    QVERIFY(serverHas(customer.id, u"paid"_s));
    QCOMPARE(trackingState(customer), u"결제완료"_s);
    passUndoTime();
    QTRY_COMPARE(sms(customer.id, u"withdrawn"_s), QStringList{u"making"_s});
    QCOMPARE(sms(customer.id, u"sent"_s), QStringList{u"paid"_s});
    QCOMPARE(sms(customer.id, u"held"_s), QStringList());
}

void TestOneOrder::oneOperationTextsOnce()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    const Customer customer = order();
    QTRY_COMPARE(desk.order(customer.id).state, OrderState::Paid);
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->move(customer.id, Verb::MarkMade)); // passes making
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(desk.order(customer.id).reachedAt(OrderState::Making) > 0);
    passUndoTime();
    QTRY_COMPARE(sms(customer.id, u"sent"_s), (QStringList{u"paid"_s, u"made"_s}));
    QCOMPARE(sms(customer.id, u"held"_s), QStringList());
}

void TestOneOrder::aCustomersCancelReachesTheDesk()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    const Customer customer = order();
    QTRY_COMPARE(desk.order(customer.id).state, OrderState::Paid);
    const Answer cancelled = m_customer->patch(u"/orders/%1"_s.arg(customer.id),
                                               {{u"verb"_s, u"cancel"_s}, {u"reason"_s, u"날짜"_s}},
                                               {{"Authorization", "Bearer " + customer.token}});
    QCOMPARE(cancelled.status, 200);
    QTRY_COMPARE(desk.stateOf(customer.id), OrderState::Cancelled);
    QTRY_COMPARE(desk.order(customer.id).payment, PaymentState::Refunded);
    QCOMPARE(desk.order(customer.id).cancelReason, u"날짜"_s);
    QTRY_COMPARE(sms(customer.id, u"sent"_s),
                 (QStringList{u"paid"_s, u"cancelled"_s, u"refunded"_s}));
}

/// The florist moves without a connection, the customer cancels: the desk learns why it was
/// refused.
void TestOneOrder::aCustomersCancelBeatsAMoveMadeOffline()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    const Customer customer = order();
    QTRY_COMPARE(desk.order(customer.id).state, OrderState::Paid);
    desk.engine->stop();
    QVERIFY(desk.engine->move(customer.id, Verb::StartMaking));
    QCOMPARE(desk.stateOf(customer.id), OrderState::Making);
    QCOMPARE(m_customer
                 ->patch(u"/orders/%1"_s.arg(customer.id), {{u"verb"_s, u"cancel"_s}},
                         {{"Authorization", "Bearer " + customer.token}})
                 .status,
             200);
    std::vector<Refusal> refusals;
    connect(desk.engine.get(), &Engine::refused, this,
            [&](const Operation &, const Refusal &refusal) { refusals.push_back(refusal); });
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(refusals.size(), std::size_t(1));
    QCOMPARE(refusals.front().state, OrderState::Cancelled); // the fact that a person is told
    QTRY_COMPARE(desk.stateOf(customer.id), OrderState::Cancelled);
    QCOMPARE(desk.engine->status().unsent, 0);
    QVERIFY(serverHas(customer.id, u"cancelled"_s));
}

void TestOneOrder::aQueuedMoveSurvivesARestartOfTheServer()
{
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.isLive());
    const Customer customer = order();
    QTRY_COMPARE(desk.order(customer.id).state, OrderState::Paid);
    const quint16 port = m_shop->port();
    QVERIFY(m_shop->stop());
    QTRY_VERIFY(!desk.isLive());
    QVERIFY(desk.engine->move(customer.id, Verb::StartMaking));
    QCOMPARE(desk.stateOf(customer.id), OrderState::Making);
    QCOMPARE(desk.engine->status().unsent, 1);
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    QVERIFY(m_shop->start(port));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLive() && accepted.size() == 1, 20'000);
    QCOMPARE(desk.engine->status().unsent, 0);
    const QJsonObject order = m_owner->get(u"/orders/%1"_s.arg(customer.id)).json();
    QCOMPARE(order.value(u"status"_s).toString(), u"making"_s);
    passUndoTime();
    QTRY_COMPARE(sms(customer.id, u"sent"_s), (QStringList{u"paid"_s, u"making"_s})); // sent once
    QTRY_COMPARE(arrived.size(), 1); // the other order: a first one is not announced again
}

void TestOneOrder::twoDesksSeeTheSame()
{
    DeskInProcess &one = openDesk();
    DeskInProcess &other = openDesk();
    QTRY_VERIFY(one.isLive() && other.isLive());
    const Customer customer = order();
    QTRY_VERIFY(one.stateOf(customer.id) == OrderState::Paid
                && other.stateOf(customer.id) == OrderState::Paid);
    QVERIFY(one.engine->move(customer.id, Verb::StartMaking));
    QTRY_COMPARE(other.stateOf(customer.id), OrderState::Making);
    QVERIFY(other.engine->move(customer.id, Verb::MarkMade));
    QTRY_COMPARE(one.stateOf(customer.id), OrderState::Made);
    one.engine->markSeen(customer.id);
    QTRY_VERIFY(other.order(customer.id).seenAtMs > 0);
    QTRY_VERIFY(one.engine->status().unsent == 0 && other.engine->status().unsent == 0);
    QTRY_COMPARE(one.order(customer.id), other.order(customer.id));
    DeskInProcess &late = openDesk(); // a first sync brings the same
    QTRY_VERIFY(late.isLive());
    QCOMPARE(late.order(customer.id), one.order(customer.id));
    QCOMPARE(late.engine->reviews(), one.engine->reviews());
    QCOMPARE(late.engine->products(), one.engine->products());
}

QTEST_GUILESS_MAIN(TestOneOrder)
#include "tst_oneorder.moc"
