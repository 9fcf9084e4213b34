// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// The way of a paid order to a person over real HTTP: paid, stored on a desk, seen.
class TestAcknowledged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachHopIsStampedOnce();
    void ordersFromBeforeAreReportedAtTheStart();
    void receiptsAreChecked();
    void nobodyLooksAndTheOwnerIsTexted();

private:
    qint64 order()
    {
        const QJsonObject body{{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}};
        return m_owner->post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
    }
    QJsonObject onServer(qint64 id) { return m_owner->get(u"/orders/%1"_s.arg(id)).json(); }
    QString cursor() { return m_owner->get(u"/changes"_s).json().value(u"cursor"_s).toString(); }
    DeskInProcess &openDesk()
    {
        m_desks.push_back(
            std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock));
        if (!m_desks.back()->engine->start())
            qFatal("the desk cannot start");
        return *m_desks.back();
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
};

void TestAcknowledged::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
}

void TestAcknowledged::cleanup()
{
    m_desks.clear();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestAcknowledged::eachHopIsStampedOnce()
{
    DeskInProcess &desk = openDesk();
    DeskInProcess &other = openDesk();
    QTRY_VERIFY(desk.isLive() && other.isLive());
    const qint64 paidMs = m_shop->clock.nowMs();
    const qint64 id = order();
    QTRY_COMPARE(desk.order(id).storedAtMs, paidMs);
    QTRY_COMPARE(other.order(id).storedAtMs, paidMs);
    const qint64 version = desk.order(id).version;
    m_shop->clock.advance(40'000);
    desk.engine->markSeen(id);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QTRY_COMPARE(other.order(id).seenAtMs, paidMs + 40'000);
    const QJsonObject stored = onServer(id);
    QCOMPARE(stored.value(u"reachedAtMs"_s).toObject().value(u"paid"_s).toInteger(), paidMs);
    QCOMPARE(stored.value(u"storedAtMs"_s).toInteger(), paidMs);
    QCOMPARE(stored.value(u"seenAtMs"_s).toInteger(), paidMs + 40'000);
    QCOMPARE(stored.value(u"version"_s).toInteger(), version); // no hop makes a move stale
    QSignalSpy accepted(desk.engine.get(), &sync::Engine::accepted);
    QVERIFY(desk.engine->move(id, Verb::StartMaking));
    QTRY_COMPARE(accepted.size(), 1);
    QTRY_COMPARE(other.stateOf(id), OrderState::Making);
    // Whatever comes later, the feed holds still: neither desk reports a stamp as news.
    const QString before = cursor();
    const qint64 next = order();
    QTRY_VERIFY(desk.order(next).storedAtMs > 0 && other.order(next).storedAtMs > 0);
    const auto number = [](const QString &text) { return FeedCursor::fromText(text)->number; };
    QTest::qWait(50); // a loop would run now
    const qint64 rows = number(cursor()) - number(before);
    QVERIFY2(rows >= 3 && rows <= 4, qPrintable(QString::number(rows))); // placed, paid, stored
    QCOMPARE(onServer(id).value(u"storedAtMs"_s).toInteger(), paidMs);
}

void TestAcknowledged::ordersFromBeforeAreReportedAtTheStart()
{
    const qint64 first = order();
    const qint64 second = order();
    QCOMPARE(onServer(first).value(u"storedAtMs"_s).toInteger(), 0);
    m_shop->clock.advance(60'000);
    DeskInProcess &desk = openDesk();
    QTRY_VERIFY(desk.order(first).storedAtMs > 0 && desk.order(second).storedAtMs > 0);
    QCOMPARE(desk.order(first).storedAtMs, m_shop->clock.nowMs());
}

void TestAcknowledged::receiptsAreChecked()
{
    const qint64 id = order();
    const auto report = [this](const QString &upTo, const QByteArray &token) {
        HttpCalls calls(m_shop->url(), token);
        return calls.patch(u"/changes"_s, {{u"cursor"_s, upTo}});
    };
    const FeedCursor now = *FeedCursor::fromText(cursor());
    QCOMPARE(report(now.text(), {}).status, 401);
    QCOMPARE(report(u"nonsense"_s, m_shop->token).status, 422);
    QCOMPARE(report(FeedCursor{u"another"_s, now.number}.text(), m_shop->token).status, 422);
    QCOMPARE(report(FeedCursor{now.epoch, now.number + 1}.text(), m_shop->token).status, 422);
    QCOMPARE(onServer(id).value(u"storedAtMs"_s).toInteger(), 0);
    // The feed moves on with each row: a cursor from before the order says nothing about it.
    QCOMPARE(report(FeedCursor{now.epoch, 1}.text(), m_shop->token).json().value(u"stored"_s), 0);
    QCOMPARE(report(now.text(), m_shop->token).json().value(u"stored"_s), 1);
    QCOMPARE(report(now.text(), m_shop->token).json().value(u"stored"_s), 0);
    QVERIFY(onServer(id).value(u"storedAtMs"_s).toInteger() > 0);
}

void TestAcknowledged::nobodyLooksAndTheOwnerIsTexted()
{
    QVERIFY(m_shop->stop());
    m_shop->ownerPhone = u"01055556666"_s;
    QVERIFY(m_shop->start(m_shop->port()));
    const qint64 first = order();
    const qint64 second = order();
    const auto toOwner = [this](qint64 id) {
        const QJsonObject ledger = m_owner->get(u"/messages?orderId=%1"_s.arg(id)).json();
        QStringList texts;
        for (const QJsonValue &item : ledger.value(u"items"_s).toArray()) {
            if (item.toObject().value(u"event"_s) == u"owner_unseen"_s)
                texts << item.toObject().value(u"text"_s).toString();
        }
        return texts;
    };
    m_shop->clock.advance(10 * 60'000 - 1);
    m_shop->sweep();
    m_shop->clock.advance(1);
    m_shop->sweep();
    m_shop->sweep();
    QTRY_COMPARE(toOwner(first),
                 QStringList{u"[온봄꽃집]10분 넘게 확인 안 된 주문 2건. 컴퓨터를 봐 주세요"_s});
    QVERIFY(toOwner(second).isEmpty()); // the first one speaks for both
}

QTEST_GUILESS_MAIN(TestAcknowledged)
#include "tst_acknowledged.moc"
