// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/dispatcher.h"
#include "core/server/messages/ownerwatch.h"
#include "tests/support/shopbench.h"
#include "translations/words.h"

#include <QtTest/QTest>

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr qint64 minuteMs = 60'000;

} // namespace

/// It is 09:53 in Seoul, the shop has been open since nine.
class OwnerWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tenMinutesUnseenIsOneSms();
    void seenInTimeIsNone();
    void anOrderUnderWayIsNone();
    void oneSmsTellsOfAll();
    void neverTwoWithinTenMinutes();
    void aRestartTellsNothingAgain();
    void atNightItWaitsForTheMorning();
    void withoutAPhoneItIsLoggedOnce();
    void theTextLeaves();

private:
    void setOwner(const QString &phone)
    {
        m_bench
            ->write([phone](Transaction &transaction) -> Result<bool> {
                Shop shop = ShopBench::settings();
                shop.ownerPhone = phone;
                store::writeShop(transaction.db(), shop);
                return true;
            })
            .value();
    }
    int look() { return m_watch->look(m_bench->clock.nowMs()).takeResult().value(); }
    int after(qint64 ms)
    {
        m_bench->clock.advance(ms);
        return look();
    }
    Order order() { return m_bench->paidOrder(ShopBench::draft(ShopBench::Rose)); }
    qint64 texts()
    {
        return m_bench->number("SELECT COUNT(*) FROM messages WHERE event = 'owner_unseen'");
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<OwnerWatch> m_watch;
};

void OwnerWatchTest::initTestCase()
{
    initTranslationResources();
}

void OwnerWatchTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_watch.reset();
    m_bench = std::make_unique<ShopBench>();
    m_watch = std::make_unique<OwnerWatch>(*m_bench->writer, *m_bench->reader);
    setOwner(u"01099998888"_s);
}

void OwnerWatchTest::tenMinutesUnseenIsOneSms()
{
    const Order paid = order();
    QCOMPARE(after(10 * minuteMs - 1), 0);
    QCOMPARE(after(1), 1);
    const auto row = m_bench->messages(paid.id).back();
    QCOMPARE(row.message.event, MessageEvent::OwnerUnseen);
    QCOMPARE(row.message.phone, u"01099998888"_s);
    QCOMPARE(row.orderCount, 1);
    QCOMPARE(after(60 * minuteMs), 0); // once for each order
    QCOMPARE(texts(), 1);
    QCOMPARE(m_bench->order(paid.id).version, paid.version);
}

void OwnerWatchTest::seenInTimeIsNone()
{
    const Order paid = order();
    m_bench->clock.advance(9 * minuteMs);
    QVERIFY(m_bench->orders.markSeen(paid.id, 1).takeResult().has_value());
    QCOMPARE(after(minuteMs), 0);
}

void OwnerWatchTest::anOrderUnderWayIsNone()
{
    const Order paid = order();
    QVERIFY(m_bench->move(paid.id, Verb::StartMaking).has_value());
    QCOMPARE(after(10 * minuteMs), 0);
}

void OwnerWatchTest::oneSmsTellsOfAll()
{
    const Order first = order();
    order();
    order();
    QCOMPARE(after(10 * minuteMs), 3);
    QCOMPARE(texts(), 1);
    QCOMPARE(m_bench->messages(first.id).back().orderCount, 3);
}

void OwnerWatchTest::neverTwoWithinTenMinutes()
{
    order();
    m_bench->clock.advance(minuteMs);
    order();
    QCOMPARE(after(9 * minuteMs), 1);
    QCOMPARE(after(minuteMs), 0); // the second is due, the first SMS too young
    m_bench->clock.advance(minuteMs);
    order();
    QCOMPARE(after(8 * minuteMs - 1), 0);
    QCOMPARE(after(1), 1);
    QCOMPARE(after(10 * minuteMs), 1);
    QCOMPARE(texts(), 3);
}

void OwnerWatchTest::aRestartTellsNothingAgain()
{
    order();
    QCOMPARE(after(10 * minuteMs), 1);
    m_watch = std::make_unique<OwnerWatch>(*m_bench->writer, *m_bench->reader);
    QCOMPARE(look(), 0);
    QCOMPARE(after(20 * minuteMs), 0);
    const Order waiting = order();
    m_bench->clock.advance(10 * minuteMs);
    m_watch = std::make_unique<OwnerWatch>(*m_bench->writer, *m_bench->reader);
    QCOMPARE(look(), 1);
    QCOMPARE(m_bench->messages(waiting.id).back().message.event, MessageEvent::OwnerUnseen);
}

void OwnerWatchTest::atNightItWaitsForTheMorning()
{
    const QTimeZone zone("Asia/Seoul");
    const auto at = [&](int day, int hour, int minute) {
        return QDateTime(QDate(2026, 12, day), QTime(hour, minute), zone).toMSecsSinceEpoch();
    };
    m_bench->clock.set(at(1, 19, 55)); // closes at 20
    order();
    m_bench->clock.set(at(1, 20, 5));
    QCOMPARE(look(), 0);
    m_bench->clock.set(at(2, 9, 9));
    QCOMPARE(look(), 0);
    m_bench->clock.set(at(2, 9, 10));
    QCOMPARE(look(), 1);
}

void OwnerWatchTest::withoutAPhoneItIsLoggedOnce()
{
    setOwner({});
    order();
    m_bench->clock.advance(10 * minuteMs);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no owner's phone"_s));
    QCOMPARE(look(), 0);
    QCOMPARE(look(), 0);
    QCOMPARE(texts(), 0);
    setOwner(u"01099998888"_s);
    QCOMPARE(look(), 1);
}

void OwnerWatchTest::theTextLeaves()
{
    const Order paid = order();
    order();
    QCOMPARE(after(10 * minuteMs), 2);
    OutboxGateway gateway;
    Dispatcher dispatcher(*m_bench->writer, *m_bench->reader, m_bench->orders, gateway,
                          m_bench->clock);
    QCoro::waitFor(dispatcher.run());
    const Message sent = m_bench->messages(paid.id).back().message;
    QCOMPARE(sent.state, MessageState::Sent);
    QCOMPARE(sent.text, u"[꽃우체국]10분 넘게 확인 안 된 주문 2건. 컴퓨터를 봐 주세요"_s);
}

QTEST_GUILESS_MAIN(OwnerWatchTest)
#include "tst_ownerwatch.moc"
