// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/feedstore.h"
#include "core/storage/server/reviewstore.h"
#include "tests/support/serverstore.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

class FeedStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyFeed();
    void everyDocumentOnceAtItsNewestState();
    void everyTypeComesWhole();
    void pagesReachTheEnd();
    void aFullPageThatEndsTheFeedIsComplete();
    void deletionIsATombstone();
    void anotherEpochStartsOver();
    void aCursorBeyondTheEndStays();

private:
    FeedPage feed(const FeedCursor &after = {}, int limit = 500)
    {
        return m_store->read(
            [&](Database &database) { return store::readFeed(database, after, limit); });
    }
    void storeSome(int orders)
    {
        QVERIFY(
            m_store
                ->write([=](Transaction &transaction) { return storeOrders(transaction, orders); })
                .has_value());
    }
    void touch(qint64 orderId, OrderState state)
    {
        QVERIFY(m_store
                    ->write([=](Transaction &transaction) -> Result<void> {
                        store::updateOrder(transaction.db(), sampleOrder(orderId, state));
                        transaction.record(entryFor(DocumentType::Order, orderId));
                        return {};
                    })
                    .has_value());
    }

    std::unique_ptr<ServerStore> m_store;
};

void FeedStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<ServerStore>();
}

void FeedStoreTest::anEmptyFeed()
{
    const FeedPage page = feed();
    QVERIFY(page.entries.empty());
    QVERIFY(page.complete);
    QCOMPARE(page.cursor.number, 0);
    QCOMPARE(page.cursor.epoch.size(), 12);
}

void FeedStoreTest::everyDocumentOnceAtItsNewestState()
{
    storeSome(3);
    touch(1, OrderState::Making);
    touch(2, OrderState::Making);
    touch(1, OrderState::Made);
    const FeedPage page = feed();
    QCOMPARE(page.entries.size(), 4U);
    QCOMPARE(page.cursor.number, 7);
    std::vector<qint64> ids;
    std::vector<qint64> numbers;
    for (const FeedEntry &entry : page.entries) {
        ids.push_back(entry.type == DocumentType::Order ? entry.id : -entry.id);
        numbers.push_back(entry.number);
    }
    QCOMPARE(ids, (std::vector<qint64>{-1, 3, 2, 1}));
    QCOMPARE(numbers, (std::vector<qint64>{1, 4, 6, 7}));
    QVERIFY(std::get<Order>(page.entries.back().document) == sampleOrder(1, OrderState::Made));
    QVERIFY(std::get<Order>(page.entries[1].document) == sampleOrder(3));
}

void FeedStoreTest::everyTypeComesWhole()
{
    storeSome(1);
    Shop shop;
    shop.name = u"꽃우체국"_s;
    shop.windows = {{600, 720, 5}};
    QVERIFY(m_store
                ->write([shop](Transaction &transaction) -> Result<void> {
                    store::insertReview(transaction.db(), sampleReview(1));
                    transaction.record(entryFor(DocumentType::Review, 1));
                    store::writeShop(transaction.db(), shop);
                    transaction.record(entryFor(DocumentType::Shop, 1));
                    return {};
                })
                .has_value());
    const FeedPage page = feed();
    QCOMPARE(page.entries.size(), 4U);
    QVERIFY(std::get<Product>(page.entries[0].document) == sampleProduct(1));
    QVERIFY(std::get<Order>(page.entries[1].document) == sampleOrder(1));
    QVERIFY(std::get<Review>(page.entries[2].document) == sampleReview(1));
    QVERIFY(std::get<Shop>(page.entries[3].document) == shop);
}

void FeedStoreTest::pagesReachTheEnd()
{
    storeSome(10);
    const FeedPage whole = feed();
    QVERIFY(whole.complete);
    std::vector<FeedEntry> gathered;
    FeedCursor cursor;
    int pages = 0;
    bool complete = false;
    while (!complete && pages < 20) {
        const FeedPage page = feed(cursor, 3);
        QVERIFY(page.entries.size() <= 3U);
        QCOMPARE(page.cursor.number, page.entries.back().number);
        gathered.insert(gathered.end(), page.entries.begin(), page.entries.end());
        cursor = page.cursor;
        complete = page.complete;
        ++pages;
        if (pages == 2)
            touch(1, OrderState::Making); // comes once more, at the end
    }
    QCOMPARE(pages, 4);
    QCOMPARE(gathered.size(), whole.entries.size() + 1);
    QVERIFY(std::get<Order>(gathered.back().document) == sampleOrder(1, OrderState::Making));
}

void FeedStoreTest::aFullPageThatEndsTheFeedIsComplete()
{
    storeSome(5);
    QVERIFY(feed({}, 6).complete);
    QVERIFY(!feed({}, 5).complete);
    QCOMPARE(feed({}, 5).entries.size(), 5U);
}

void FeedStoreTest::deletionIsATombstone()
{
    storeSome(2);
    const FeedCursor before = feed().cursor;
    QVERIFY(m_store
                ->write([](Transaction &transaction) -> Result<void> {
                    transaction.record(entryFor(DocumentType::Order, 2, true));
                    transaction.db().run("DELETE FROM orders WHERE id = 1");
                    transaction.record(entryFor(DocumentType::Order, 1));
                    return {};
                })
                .has_value());
    const FeedPage page = feed(before);
    QCOMPARE(page.entries.size(), 2U);
    for (const FeedEntry &entry : page.entries)
        QVERIFY(std::holds_alternative<std::monostate>(entry.document));
    // Coming back is a document again.
    touch(2, OrderState::Made);
    QVERIFY(std::get<Order>(feed(page.cursor).entries.front().document)
            == sampleOrder(2, OrderState::Made));
}

void FeedStoreTest::anotherEpochStartsOver()
{
    storeSome(3);
    const FeedPage whole = feed();
    QVERIFY(feed({u"another"_s, whole.cursor.number}) == whole);
    QVERIFY(feed({u""_s, 3}) == whole);
    QVERIFY(feed(whole.cursor).entries.empty());
}

void FeedStoreTest::aCursorBeyondTheEndStays()
{
    storeSome(1);
    FeedCursor beyond = feed().cursor;
    beyond.number = 1'000;
    const FeedPage page = feed(beyond);
    QVERIFY(page.entries.empty());
    QVERIFY(page.complete);
    QCOMPARE(page.cursor, beyond);
}

QTEST_GUILESS_MAIN(FeedStoreTest)
#include "tst_feedstore.moc"
