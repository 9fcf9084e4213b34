// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/storage/desk/deskmigrations.h"
#include "core/storage/desk/localstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samples.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

FeedEntry entryOf(const Order &order, qint64 number)
{
    return {DocumentType::Order, order.id, number, order};
}

FeedPage pageOf(std::vector<FeedEntry> entries, bool complete = true,
                const QString &epoch = u"spring"_s)
{
    const qint64 number = entries.empty() ? 0 : entries.back().number;
    return {{epoch, number}, std::move(entries), complete};
}

Operation operationOn(const QString &id, qint64 orderId)
{
    return {id,    Operation::Kind::Move,           orderId, Verb::MarkMade, 3,
            1'234, {{u"reason"_s, u"꽃 '; DROP"_s}}};
}

} // namespace

class LocalStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyFile();
    void pageAndCursorSurviveReopening();
    void everyDocumentTypeComesBackWhole();
    void anOlderDocumentNeverOverwrites();
    void theCursorNeverGoesBack();
    void aPageOfAnotherEpochIsRefused();
    void tombstonesRemove();
    void resetKeepsShowingUntilComplete();
    void resetKeepsOperations();
    void queueKeepsOrderAndContent();
    void oneKeyOneOperation();
    void finishMergesTheAnswer();
    void anOlderAnswerAddsOnlySeen();
    void anAnswerForAnAbsentDocumentIsLeftOut();
    void theFeedDoesNotTakeSeenBack();
    void finishedOrdersAreLeftToTheArchive();
    void aFaultLeavesDocumentsAndCursor();
    void aNewerFileIsRefused();
    void acknowledgementsStay();
    void contactIsRemembered();
    void theBoardComesFromItsIndex();
    void theArchiveComesInPages();
    void aPageOfTheArchiveComesFromTheKey();

private:
    std::unique_ptr<LocalStore> open() const
    {
        auto store = LocalStore::open(m_path);
        return store ? std::move(*store) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<LocalStore> m_store;
};

void LocalStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"desk.db"_s);
    m_store = open();
    QVERIFY(m_store);
}

void LocalStoreTest::emptyFile()
{
    QCOMPARE(m_store->state().value(), CopyState());
    QVERIFY(m_store->loadOrders(0)->empty());
    QVERIFY(m_store->pending()->empty());
    QCOMPARE(m_store->loadShop().value(), Shop());
    QVERIFY(!LocalStore::open(u"/nonexistent/desk.db"_s));
}

void LocalStoreTest::pageAndCursorSurviveReopening()
{
    const Order order = sampleOrder(7);
    const auto changes = m_store->apply(pageOf({entryOf(order, 12)}));
    QVERIFY(changes);
    QCOMPARE(*changes, (std::vector<CopyChange>{{DocumentType::Order, 7, false, order}}));
    m_store.reset();
    m_store = open();
    QCOMPARE(m_store->state()->cursor, (FeedCursor{u"spring"_s, 12}));
    QVERIFY(m_store->state()->complete);
    QCOMPARE(m_store->loadOrders(0).value(), std::vector{order});
}

void LocalStoreTest::everyDocumentTypeComesBackWhole()
{
    Shop shop;
    shop.name = u"온봄꽃집"_s;
    const FeedPage page = pageOf({{DocumentType::Shop, 1, 1, shop},
                                  {DocumentType::Product, 4, 2, sampleProduct(4)},
                                  {DocumentType::Review, 5, 3, sampleReview(5)},
                                  entryOf(sampleOrder(6, OrderState::Delivering), 4)});
    QCOMPARE(m_store->apply(page)->size(), 4u);
    QCOMPARE(m_store->loadShop().value(), shop);
    QCOMPARE(m_store->loadProducts().value(), std::vector{sampleProduct(4)});
    QCOMPARE(m_store->loadReviews().value(), std::vector{sampleReview(5)});
    QCOMPARE(m_store->loadOrders(0).value(), std::vector{sampleOrder(6, OrderState::Delivering)});
}

void LocalStoreTest::anOlderDocumentNeverOverwrites()
{
    Order newer = sampleOrder(7, OrderState::Making);
    newer.version = 5;
    QVERIFY(m_store->apply(pageOf({entryOf(newer, 12)})));
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 9)}))->empty());
    QVERIFY(m_store->apply(pageOf({entryOf(newer, 12)}))->empty()); // the same page twice
    Order late = sampleOrder(7);
    late.version = 4;
    QVERIFY(
        m_store->apply(pageOf({entryOf(late, 13)}))->empty()); // read before an answer overtook it
    QCOMPARE(m_store->loadOrders(0).value(), std::vector{newer});
}

void LocalStoreTest::theCursorNeverGoesBack()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(8), 9)})));
    QCOMPARE(m_store->state()->cursor.number, 12);
}

void LocalStoreTest::aPageOfAnotherEpochIsRefused()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    const auto refused = m_store->apply(pageOf({entryOf(sampleOrder(8), 40)}, true, u"summer"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RefusalCode::StaleVersion);
    QCOMPARE(m_store->loadOrders(0)->size(), 1u);
    QCOMPARE(m_store->state()->cursor, (FeedCursor{u"spring"_s, 12}));
}

void LocalStoreTest::tombstonesRemove()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    const auto changes = m_store->apply(
        pageOf({{DocumentType::Order, 7, 13, {}}, {DocumentType::Order, 8, 14, {}}}));
    QCOMPARE(changes.value(), (std::vector<CopyChange>{{DocumentType::Order, 7, true, {}}}));
    QVERIFY(m_store->loadOrders(0)->empty());
}

void LocalStoreTest::resetKeepsShowingUntilComplete()
{
    Order before = sampleOrder(7);
    before.version = 9;
    QVERIFY(m_store->apply(pageOf({entryOf(before, 12), entryOf(sampleOrder(8), 13)})));
    QVERIFY(m_store->resetCopy(u"summer"_s));
    QCOMPARE(m_store->state()->cursor, (FeedCursor{u"summer"_s, 0}));
    QVERIFY(!m_store->state()->complete);
    QCOMPARE(m_store->loadOrders(0)->size(), 2u);
    // The restored server knows an older order 7, and no order 8.
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 5)}, false, u"summer"_s)));
    QCOMPARE(m_store->loadOrders(0)->size(), 2u);
    const auto changes = m_store->apply(pageOf({entryOf(sampleOrder(9), 6)}, true, u"summer"_s));
    QCOMPARE(changes.value(),
             (std::vector<CopyChange>{{DocumentType::Order, 9, false, sampleOrder(9)},
                                      {DocumentType::Order, 8, true, {}}}));
    QCOMPARE(m_store->loadOrders(0).value(), (std::vector{sampleOrder(7), sampleOrder(9)}));
    QVERIFY(m_store->state()->complete);
}

void LocalStoreTest::resetKeepsOperations()
{
    QVERIFY(m_store->enqueue(operationOn(u"a"_s, 7)));
    QVERIFY(m_store->resetCopy(u"summer"_s));
    QVERIFY(m_store->apply(pageOf({}, true, u"summer"_s)));
    QCOMPARE(m_store->pending()->size(), 1u);
}

void LocalStoreTest::queueKeepsOrderAndContent()
{
    const Operation first = operationOn(u"z"_s, 7);
    const Operation second{u"a"_s, Operation::Kind::ReviewReply,   5, Verb::StartMaking, 1,
                           9,      {{u"reply"_s, u"고맙습니다"_s}}};
    QVERIFY(m_store->enqueue(first));
    QVERIFY(m_store->enqueue(second));
    QVERIFY(m_store->enqueue(operationOn(u"m"_s, 8)));
    QVERIFY(m_store->setState(u"z"_s, OperationState::Sent));
    QVERIFY(m_store->drop({u"m"_s}));
    m_store.reset();
    m_store = open();
    QCOMPARE(m_store->pending().value(),
             (std::vector<QueuedOperation>{{first, OperationState::Sent},
                                           {second, OperationState::Queued}}));
}

void LocalStoreTest::oneKeyOneOperation()
{
    QVERIFY(m_store->enqueue(operationOn(u"a"_s, 7)));
    const auto again = m_store->enqueue(operationOn(u"a"_s, 8));
    QVERIFY(!again);
    QCOMPARE(again.error().code, RefusalCode::StorageFailed);
    QCOMPARE(m_store->pending()->size(), 1u);
}

void LocalStoreTest::finishMergesTheAnswer()
{
    QVERIFY(m_store->apply(
        pageOf({entryOf(sampleOrder(7), 12), {DocumentType::Review, 5, 13, sampleReview(5)}})));
    QVERIFY(m_store->enqueue(operationOn(u"a"_s, 7)));
    Order made = sampleOrder(7, OrderState::Made);
    made.version = 2;
    QCOMPARE(m_store->finish(u"a"_s, made).value(), std::optional<Document>(made));
    Review replied = sampleReview(5);
    replied.version = 2;
    replied.reply = u"고맙습니다"_s;
    QCOMPARE(m_store->finish(u"b"_s, replied).value(), std::optional<Document>(replied));
    m_store.reset();
    m_store = open();
    QCOMPARE(m_store->loadOrders(0).value(), std::vector{made});
    QCOMPARE(m_store->loadReviews().value(), std::vector{replied});
    QVERIFY(m_store->pending()->empty());
}

void LocalStoreTest::anOlderAnswerAddsOnlySeen()
{
    Order order = sampleOrder(7);
    order.version = 4;
    order.payment = PaymentState::Refunded;
    QVERIFY(m_store->apply(pageOf({entryOf(order, 12)})));
    Order answer = sampleOrder(7);
    answer.version = 4;
    QCOMPARE(m_store->finish(u"a"_s, answer).value(), std::nullopt);
    answer.seenAtMs = 77;
    Order expected = order;
    expected.seenAtMs = 77;
    QCOMPARE(m_store->finish(u"a"_s, answer).value(), std::optional<Document>(expected));
    QCOMPARE(m_store->finish(u"a"_s, answer).value(), std::nullopt);
}

void LocalStoreTest::anAnswerForAnAbsentDocumentIsLeftOut()
{
    QCOMPARE(m_store->finish(u"a"_s, sampleOrder(7)).value(), std::nullopt);
    QCOMPARE(m_store->finish(u"a"_s, sampleReview(7)).value(), std::nullopt);
    QVERIFY(m_store->loadOrders(0)->empty());
}

void LocalStoreTest::theFeedDoesNotTakeSeenBack()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    Order seen = sampleOrder(7);
    seen.seenAtMs = 77;
    QVERIFY(m_store->finish(u"a"_s, seen));
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 13)}))); // read before the stamp
    QCOMPARE(m_store->loadOrders(0).value(), std::vector{seen});
}

void LocalStoreTest::finishedOrdersAreLeftToTheArchive()
{
    const Order open = sampleOrder(1, OrderState::Delivering);
    Order recent = sampleOrder(2, OrderState::Delivered);
    recent.stamp(OrderState::Delivered, 5'000);
    Order old = sampleOrder(3, OrderState::Cancelled);
    old.stamp(OrderState::Cancelled, 4'999);
    QVERIFY(m_store->apply(pageOf({entryOf(open, 1), entryOf(recent, 2), entryOf(old, 3)})));
    std::set<qint64> ids;
    const auto loaded = m_store->loadOrders(5'000);
    for (const Order &order : *loaded)
        ids.insert(order.id);
    QCOMPARE(ids, (std::set<qint64>{1, 2}));
    QCOMPARE(m_store->loadOrders(0)->size(), 3u);
}

void LocalStoreTest::aFaultLeavesDocumentsAndCursor()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    {
        Database other(m_path, Database::Mode::ReadWrite);
        other.runSchemaStep(u"CREATE TRIGGER full BEFORE UPDATE ON copy_state"
                            " BEGIN SELECT RAISE(ABORT, 'disk full'); END"_s);
    }
    const auto refused = m_store->apply(pageOf({entryOf(sampleOrder(8), 13)}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RefusalCode::StorageFailed);
    QVERIFY(refused.error().value.contains(u"disk full"_s));
    QCOMPARE(m_store->loadOrders(0)->size(), 1u);
    QCOMPARE(m_store->state()->cursor.number, 12);
    {
        Database other(m_path, Database::Mode::ReadWrite);
        other.runSchemaStep(u"DROP TRIGGER full"_s);
    }
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(8), 13)})));
    QCOMPARE(m_store->loadOrders(0)->size(), 2u);
}

void LocalStoreTest::aNewerFileIsRefused()
{
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    m_store.reset();
    {
        Database newer(m_path, Database::Mode::ReadWrite);
        newer.runSchemaStep(u"UPDATE schema_version SET version = 1000"_s);
    }
    const auto refused = LocalStore::open(m_path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RefusalCode::StorageFailed);
    QVERIFY(refused.error().value.contains(u"newer version"_s));
    {
        Database newer(m_path, Database::Mode::ReadWrite);
        newer.runSchemaStep(
            u"UPDATE schema_version SET version = %1"_s.arg(deskMigrations().back().version));
    }
    m_store = open();
    QCOMPARE(m_store->loadOrders(0)->size(), 1u);
}

void LocalStoreTest::acknowledgementsStay()
{
    QVERIFY(m_store->acknowledge(7, 1));
    QVERIFY(m_store->acknowledge(7, 2));
    QVERIFY(m_store->acknowledge(8, 3));
    QVERIFY(m_store->resetCopy(u"summer"_s));
    QCOMPARE(m_store->acknowledged().value(), (std::set<qint64>{7, 8}));
}

void LocalStoreTest::contactIsRemembered()
{
    QVERIFY(m_store->noteContact(-2'500, 99));
    QVERIFY(m_store->apply(pageOf({entryOf(sampleOrder(7), 12)})));
    m_store.reset();
    m_store = open();
    QCOMPARE(m_store->state()->clockOffsetMs, -2'500);
    QCOMPARE(m_store->state()->lastContactMs, 99);
}

/// A large shop opens fast because finished orders are never read.
void LocalStoreTest::theBoardComesFromItsIndex()
{
    Database database(m_path, Database::Mode::ReadWrite);
    Rows plan = database.query("EXPLAIN QUERY PLAN SELECT body FROM documents"
                               " WHERE type = 'order' AND finished_at_ms >= 5");
    QString text;
    while (plan.next())
        text += plan.text(3);
    QVERIFY2(text.contains(u"documents_by_finish"_s), qPrintable(text));
}

void LocalStoreTest::theArchiveComesInPages()
{
    std::vector<FeedEntry> entries;
    for (const qint64 id : {3, 9, 1, 7, 5})
        entries.push_back(entryOf(sampleOrder(id), id));
    QVERIFY(m_store->apply(pageOf(std::move(entries))));
    const auto numbers = [](const std::vector<Order> &orders) {
        QList<qint64> ids;
        for (const Order &order : orders)
            ids << order.id;
        return ids;
    };
    QCOMPARE(numbers(*m_store->ordersBefore(0, 2)), (QList<qint64>{9, 7}));
    QCOMPARE(numbers(*m_store->ordersBefore(7, 2)), (QList<qint64>{5, 3}));
    QCOMPARE(numbers(*m_store->ordersBefore(3, 2)), QList<qint64>{1});
    QCOMPARE(numbers(*m_store->ordersBefore(1, 2)), QList<qint64>());
    QCOMPARE(m_store->order(5).value(), sampleOrder(5));
    QCOMPARE(m_store->order(6).error().code, RefusalCode::NotFound);
}

void LocalStoreTest::aPageOfTheArchiveComesFromTheKey()
{
    Database database(m_path, Database::Mode::ReadWrite);
    Rows plan = database.query("EXPLAIN QUERY PLAN SELECT body FROM documents WHERE type = 'order'"
                               " AND id < 5 ORDER BY id DESC LIMIT 100");
    QString text;
    while (plan.next())
        text += plan.text(3);
    QVERIFY2(text.contains(u"(type=? AND id<?)"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"TEMP B-TREE"_s), qPrintable(text)); // nothing is sorted
}

QTEST_GUILESS_MAIN(LocalStoreTest)

#include "tst_localstore.moc"
