// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/dispatcher.h"
#include "core/server/orders/signin.h"
#include "tests/support/shopbench.h"
#include "translations/words.h"

#include <QtTest/QTest>

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// Takes down what it is asked to send and answers as a test wants.
class RecordingGateway final : public SmsGateway
{
public:
    QString name() const override { return u"recording"_s; }

    QCoro::Task<MessageState> send(Sms sms) override
    {
        sent.push_back(std::move(sms));
        if (slow) {
            const QFuture<void> answer = held.future();
            co_await answer;
        }
        co_return outcome;
    }

    std::vector<Sms> sent;
    MessageState outcome = MessageState::Sent;
    QPromise<void> held; ///< a slow answer comes when this finishes
    bool slow = false;
};

} // namespace

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aMoveIsHeldThirtySeconds();
    void anUndoneMoveSendsNothing();
    void oneMessageAnOperation();
    void dueAtTheRestartIsSentOnce();
    void aLostAnswerIsUnknownAndNeverSentAgain();
    void anAnswerAfterTheLeaseCountsForNothing();
    void twoServersSendOnce();
    void whatTheProviderDidNotTakeIsTriedLater();
    void refusedAndUnknownAreFinal();
    void nobodyIsTextedWithoutAPhone();
    void theLinkOpensTheOrder();
    void moreThanABatch();
    void theLedgerShowsTheTextsToCome();
    void theWatchSendsByItself();
    void aSignInsCodeIsSentAndNotKept();
    void aLateCodeIsNotSent();

private:
    void startServer()
    {
        m_dispatcher.reset();
        m_dispatcher = std::make_unique<Dispatcher>(*m_bench->writer, *m_bench->reader,
                                                    m_bench->orders, *m_gateway, m_bench->clock);
    }
    void run() { QCoro::waitFor(m_dispatcher->run()); }
    /// A paid order whose first message has left.
    Order order()
    {
        const Order paid = m_bench->paidOrder(ShopBench::draft());
        run();
        m_gateway->sent.clear();
        return paid;
    }
    Message last(qint64 orderId) { return m_bench->messages(orderId).back().message; }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<RecordingGateway> m_gateway;
    std::unique_ptr<Dispatcher> m_dispatcher;
};

void DispatcherTest::initTestCase()
{
    initTranslationResources();
}

void DispatcherTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dispatcher.reset();
    m_bench = std::make_unique<ShopBench>();
    m_gateway = std::make_unique<RecordingGateway>();
    startServer();
}

void DispatcherTest::aMoveIsHeldThirtySeconds()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(undoHoldMs - 1);
    run();
    QVERIFY(m_gateway->sent.empty());
    QCOMPARE(last(paid.id).state, MessageState::Held);
    m_bench->clock.advance(1);
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    QCOMPARE(m_gateway->sent.front().phone, u"01012345678"_s);
    const Message message = last(paid.id);
    QCOMPARE(message.state, MessageState::Sent);
    QCOMPARE(message.sentAtMs, m_bench->clock.nowMs());
    QCOMPARE(message.text, m_gateway->sent.front().text);
    QCOMPARE(m_gateway->sent.front().key, QString::number(message.id));
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
}

void DispatcherTest::anUndoneMoveSendsNothing()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(undoHoldMs - 1);
    QVERIFY(m_bench->move(paid.id, Verb::Undo).has_value());
    m_bench->clock.advance(10 * undoHoldMs);
    run();
    QVERIFY(m_gateway->sent.empty());
    QCOMPARE(last(paid.id).state, MessageState::Withdrawn);
}

void DispatcherTest::oneMessageAnOperation()
{
    const Order paid = order();
    MoveRequest request;
    request.orderId = paid.id;
    request.verb = Verb::CompleteDelivery;
    request.maySkip = true;
    QVERIFY(m_bench->move(request).has_value());
    m_bench->clock.advance(undoHoldMs);
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    QVERIFY(m_gateway->sent.front().text.contains(u"배송완료"_s));
    QVERIFY(m_gateway->sent.front().text.contains(u"/r/"_s));
}

void DispatcherTest::dueAtTheRestartIsSentOnce()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(3'600'000);
    startServer();
    m_dispatcher->start();
    QTRY_COMPARE(m_gateway->sent.size(), 1U);
    QTRY_COMPARE(last(paid.id).state, MessageState::Sent);
    m_dispatcher->stop();
    startServer();
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
}

void DispatcherTest::aLostAnswerIsUnknownAndNeverSentAgain()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(undoHoldMs);
    // Another server claimed it and died while it spoke to the provider.
    QCOMPARE(m_bench
                 ->write([&](Transaction &transaction) -> Result<std::size_t> {
                     return store::claimDue(transaction.db(), u"dead"_s, transaction.nowMs(),
                                            transaction.nowMs() + Dispatcher::leaseMs, 10)
                         .size();
                 })
                 .value(),
             1U);
    run();
    QCOMPARE(last(paid.id).state, MessageState::Sending);
    m_bench->clock.advance(Dispatcher::leaseMs);
    run();
    QCOMPARE(last(paid.id).state, MessageState::Sending);
    m_bench->clock.advance(1);
    run();
    QCOMPARE(last(paid.id).state, MessageState::Unknown);
    m_bench->clock.advance(100 * Dispatcher::leaseMs);
    run();
    QVERIFY(m_gateway->sent.empty());
    QCOMPARE(last(paid.id).state, MessageState::Unknown);
}

void DispatcherTest::anAnswerAfterTheLeaseCountsForNothing()
{
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    m_gateway->slow = true;
    m_gateway->held.start();
    auto first = m_dispatcher->run();
    QTRY_COMPARE(m_gateway->sent.size(), 1U);
    m_bench->clock.advance(Dispatcher::leaseMs + 1);
    RecordingGateway otherGateway;
    Dispatcher other(*m_bench->writer, *m_bench->reader, m_bench->orders, otherGateway,
                     m_bench->clock);
    QCoro::waitFor(other.run());
    QCOMPARE(last(paid.id).state, MessageState::Unknown);
    m_gateway->held.finish();
    QCoro::waitFor(first);
    QCOMPARE(last(paid.id).state, MessageState::Unknown);
    QVERIFY(otherGateway.sent.empty());
    QCOMPARE(m_gateway->sent.size(), 1U);
}

void DispatcherTest::twoServersSendOnce()
{
    for (int i = 0; i < 20; ++i)
        m_bench->paidOrder(ShopBench::draft(ShopBench::Rose));
    RecordingGateway otherGateway;
    Dispatcher other(*m_bench->writer, *m_bench->reader, m_bench->orders, otherGateway,
                     m_bench->clock);
    auto first = m_dispatcher->run();
    auto second = other.run();
    QCoro::waitFor(first);
    QCoro::waitFor(second);
    QCOMPARE(m_gateway->sent.size() + otherGateway.sent.size(), 20U);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM messages WHERE state = 'sent'"), 20);
}

void DispatcherTest::whatTheProviderDidNotTakeIsTriedLater()
{
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    m_gateway->outcome = MessageState::Queued;
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    QCOMPARE(last(paid.id).state, MessageState::Queued);
    QVERIFY(last(paid.id).sendAfterMs > m_bench->clock.nowMs());
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    m_gateway->outcome = MessageState::Sent;
    m_bench->clock.set(last(paid.id).sendAfterMs);
    run();
    QCOMPARE(m_gateway->sent.size(), 2U);
    QCOMPARE(m_gateway->sent.front().key, m_gateway->sent.back().key);
    QCOMPARE(last(paid.id).state, MessageState::Sent);
}

void DispatcherTest::refusedAndUnknownAreFinal()
{
    for (const MessageState outcome : {MessageState::Failed, MessageState::Unknown}) {
        m_gateway->sent.clear();
        m_gateway->outcome = outcome;
        const Order paid = m_bench->paidOrder(ShopBench::draft());
        run();
        m_bench->clock.advance(10 * Dispatcher::leaseMs);
        run();
        QCOMPARE(m_gateway->sent.size(), 1U);
        QCOMPARE(last(paid.id).state, outcome);
        QCOMPARE(last(paid.id).sentAtMs, 0);
    }
}

void DispatcherTest::nobodyIsTextedWithoutAPhone()
{
    OrderDraft draft;
    draft.productName = u"Rose"_s;
    const Order paid = m_bench->paidOrder(draft);
    QVERIFY(m_bench->messages(paid.id).empty());
    run();
    QVERIFY(m_gateway->sent.empty());
}

void DispatcherTest::theLinkOpensTheOrder()
{
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    const QString link = m_gateway->sent.front().text.section(u'\n', -1);
    QVERIFY2(link.startsWith(u"https://flowers.example/t/"_s), qPrintable(link));
    QCOMPARE(m_bench->orders.findByToken(link.section(u'/', -1)).takeResult().value().id, paid.id);
}

void DispatcherTest::moreThanABatch()
{
    const int count = Dispatcher::batchLimit + 5;
    for (int i = 0; i < count; ++i)
        m_bench->paidOrder(ShopBench::draft(ShopBench::Rose));
    run();
    QCOMPARE(m_gateway->sent.size(), std::size_t(count));
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM messages WHERE state <> 'sent'"), 0);
}

void DispatcherTest::theLedgerShowsTheTextsToCome()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    const auto ledger = m_dispatcher->ledger(paid.id).takeResult().value();
    QCOMPARE(ledger.size(), 2U);
    QCOMPARE(ledger.front().state, MessageState::Sent);
    QCOMPARE(ledger.back().state, MessageState::Held);
    m_bench->clock.advance(undoHoldMs);
    run();
    QCOMPARE(m_gateway->sent.front().text, ledger.back().text);
    QCOMPARE(m_dispatcher->ledger(99).takeResult().error().code, RefusalCode::NotFound);
}

void DispatcherTest::theWatchSendsByItself()
{
    m_dispatcher->start();
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    QTRY_COMPARE(m_gateway->sent.size(), 1U);
    QTRY_COMPARE(last(paid.id).state, MessageState::Sent);
    m_dispatcher->stop();
}

void DispatcherTest::aSignInsCodeIsSentAndNotKept()
{
    const Order paid = order();
    SignIn signIn(*m_bench->writer, *m_bench->reader, OrderTokens("server key"));
    QVERIFY(signIn.ask(paid.sender.phone, u"ko"_s, "203.0.113.7"_ba).takeResult());
    const QString code = m_bench->orders.signInCode(last(paid.id).operation);
    QVERIFY(!m_dispatcher->ledger(paid.id).takeResult()->back().text.contains(code));
    run();
    QCOMPARE(m_gateway->sent.size(), 1U);
    QVERIFY(m_gateway->sent.front().text.contains(code));
    QCOMPARE(last(paid.id).state, MessageState::Sent);
    QVERIFY(!last(paid.id).text.contains(code));
    // Where nothing leaves the machine, the ledger is where the code is read, while it is good.
    OutboxGateway outbox;
    Dispatcher embedded(*m_bench->writer, *m_bench->reader, m_bench->orders, outbox,
                        m_bench->clock);
    QVERIFY(embedded.ledger(paid.id).takeResult()->back().text.contains(code));
    m_bench->clock.advance(SignIn::codeMs);
    QVERIFY(!embedded.ledger(paid.id).takeResult()->back().text.contains(code));
}

void DispatcherTest::aLateCodeIsNotSent()
{
    const Order paid = order();
    SignIn signIn(*m_bench->writer, *m_bench->reader, OrderTokens("server key"));
    QVERIFY(signIn.ask(paid.sender.phone, u"ko"_s, "203.0.113.7"_ba).takeResult());
    m_bench->clock.advance(SignIn::codeMs);
    run();
    QVERIFY(m_gateway->sent.empty());
    QCOMPARE(last(paid.id).state, MessageState::Withdrawn);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "tst_dispatcher.moc"
