// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/deskmigrations.h"
#include "core/storage/desk/localstore.h"

#include <algorithm>
#include <functional>

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace petalpost;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 seed = 20'250'508;
constexpr qint64 dayMs = 86'400'000;

QString pick(QRandomGenerator &random, const QStringList &from)
{
    return from[random.bounded(from.size())];
}

Order orderOf(QRandomGenerator &random, qint64 id, qint64 version)
{
    Order order;
    order.id = id;
    order.version = version;
    order.state = orderStateWords[std::size_t(random.bounded(8))].first;
    order.payment = paymentStateWords[std::size_t(random.bounded(9))].first;
    const QStringList names{u"김서연"_s, u"서연김"_s, u"이준호"_s, u"Lee Kim"_s, u"뷁"_s, {}};
    order.recipient = {pick(random, names),
                       u"010%1"_s.arg(random.bounded(100'000'000), 8, 10, QLatin1Char('0'))};
    order.sender = {pick(random, names),
                    u"02%1"_s.arg(random.bounded(10'000'000), 7, 10, QLatin1Char('0'))};
    order.productName = pick(random, {u"작약 한아름 꽃다발"_s, u"튤립"_s, u"축하 서양란 (대)"_s});
    order.productNameEn = pick(random, {u"Peony"_s, u"Tulips \"big\""_s, {}});
    order.address.line = pick(random, {u"역삼로 180-2"_s, u"테헤란로 7길 22"_s, {}});
    if (!order.address.isEmpty())
        order.address.neighbourhood = pick(random, {u"역삼동"_s, u"논현동"_s, {}});
    order.stamp(OrderState::Received, 1 + random.bounded(30) * dayMs);
    return order;
}

std::vector<OrderFilter> filters()
{
    std::vector<OrderFilter> all;
    for (const QString &text :
         {u"김"_s, u"서연"_s, u"김서연"_s, u"ㄱㅅㅇ"_s, u"김ㅅ"_s, u"ㅌㄹ"_s, u"01"_s, u"123"_s,
          u"#1"_s, u"180-2"_s, u"peo"_s, u"lee 김"_s, u"역삼 ㅈㅇ"_s, u"\""_s, u"없는말"_s}) {
        OrderFilter filter;
        filter.text = text;
        all.push_back(filter);
        filter.state = OrderState::Delivered;
        all.push_back(filter);
    }
    OrderFilter facts;
    facts.fromMs = 5 * dayMs;
    facts.untilMs = 20 * dayMs;
    all.push_back(facts);
    facts.payment = PaymentState::Refunded;
    all.push_back(facts);
    facts.text = u"김"_s;
    all.push_back(facts);
    all.push_back({});
    return all;
}

} // namespace

/// The index and the documents, changed together.
class OrderSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void indexAndScanAgreeUnderChanges();
    void pagesAreBoundedAndComplete();
    void aFileOfAnEarlierVersionIsIndexedInSteps();
    void whatWasRemovedIsNotLeftInTheFile();
    void wipingEmptiesTheIndex();
    void aFaultLeavesIndexAndDocumentsTogether();

private:
    void apply(std::vector<FeedEntry> entries);
    void put(const Order &order) { apply({{DocumentType::Order, order.id, ++m_number, order}}); }
    void compare();
    std::vector<Order> found(const OrderFilter &filter, int limit);
    QByteArray bytes() const;
    qint64 indexParts() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<LocalStore> m_store;
    std::map<qint64, Order, std::greater<>> m_orders;
    qint64 m_number = 0;
};

void OrderSearchTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"desk.db"_s);
    m_store = LocalStore::open(m_path).value();
    m_orders.clear();
    m_number = 0;
}

void OrderSearchTest::apply(std::vector<FeedEntry> entries)
{
    QVERIFY(m_store->apply({{u"spring"_s, m_number}, entries, true}));
    for (const FeedEntry &entry : entries) {
        if (const auto *order = std::get_if<Order>(&entry.document))
            m_orders.insert_or_assign(entry.id, *order);
        else
            m_orders.erase(entry.id);
    }
}

/// Every page one after the other.
std::vector<Order> OrderSearchTest::found(const OrderFilter &filter, int limit)
{
    std::vector<Order> all;
    qint64 before = 0;
    do {
        const auto page = m_store->search().find(filter, before, limit);
        if (!page || std::ssize(page->orders) > limit)
            qFatal("a page could not be read");
        std::ranges::copy(page->orders, std::back_inserter(all));
        before = page->nextBeforeId;
    } while (before != 0);
    return all;
}

void OrderSearchTest::compare()
{
    for (const OrderFilter &filter : filters()) {
        std::vector<Order> expected;
        for (const auto &[id, order] : m_orders) {
            if (filter.matches(order))
                expected.push_back(order);
        }
        const auto orders = found(filter, 7);
        QVERIFY2(orders == expected, qPrintable(u"\"%1\": %2 found, %3 expected"_s.arg(filter.text)
                                                    .arg(orders.size())
                                                    .arg(expected.size())));
    }
}

void OrderSearchTest::indexAndScanAgreeUnderChanges()
{
    QRandomGenerator random(seed);
    for (int round = 0; round < 30; ++round) {
        std::vector<FeedEntry> entries;
        for (int i = 0; i < 30; ++i) {
            const qint64 id = 1 + random.bounded(150);
            if (random.bounded(6) == 0)
                entries.push_back({DocumentType::Order, id, ++m_number, {}});
            else
                entries.push_back(
                    {DocumentType::Order, id, m_number + 1, orderOf(random, id, ++m_number)});
        }
        apply(std::move(entries));
        if (random.bounded(3) == 0)
            QVERIFY(m_store->search().step());
        if (round % 6 == 0)
            compare();
    }
    compare();
    m_store.reset();
    m_store = LocalStore::open(m_path).value();
    compare();
}

void OrderSearchTest::pagesAreBoundedAndComplete()
{
    QRandomGenerator random(seed);
    std::vector<FeedEntry> entries;
    const int orders = 2 * OrderSearch::maxMisses + 10;
    for (int id = 1; id <= orders; ++id) {
        Order order = orderOf(random, id, 1);
        order.recipient.name = u"김서연"_s;
        order.state = id == 1 ? OrderState::Making : OrderState::Delivered;
        entries.push_back({DocumentType::Order, id, ++m_number, order});
    }
    apply(std::move(entries));
    OrderFilter filter;
    filter.text = u"김서연"_s;
    filter.state = OrderState::Making;
    const auto first = m_store->search().find(filter, 0, 5).value();
    QVERIFY(first.orders.empty()); // enough was looked at for one time
    QCOMPARE(first.nextBeforeId, orders - OrderSearch::maxMisses + 1);
    const auto all = found(filter, 5);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.front().id, 1);
}

void OrderSearchTest::aFileOfAnEarlierVersionIsIndexedInSteps()
{
    QRandomGenerator random(seed);
    std::vector<FeedEntry> entries;
    for (int id = 1; id <= 2 * OrderSearch::stepOrders + 5; ++id)
        entries.push_back({DocumentType::Order, id, ++m_number, orderOf(random, id, 1)});
    apply(std::move(entries));
    m_store.reset();
    {
        Database file(m_path, Database::Mode::ReadWrite);
        for (const auto &step :
             {u"DROP TABLE order_grams"_s, u"DROP TABLE order_texts"_s, u"DROP TABLE order_facts"_s,
              u"DROP TABLE search_state"_s, u"DROP TABLE print_jobs"_s,
              u"DROP TABLE print_counts"_s, u"DROP TABLE print_state"_s, u"DROP TABLE drafts"_s,
              u"UPDATE schema_version SET version = 2"_s})
            file.runSchemaStep(step);
    }
    m_store = LocalStore::open(m_path).value();
    QVERIFY(!m_store->search().isComplete().value());
    OrderFilter any;
    any.fromMs = 1;
    QVERIFY(found(any, 50).empty());
    put(orderOf(random, 3, 2)); // changes meanwhile, and is met again
    m_orders[3].version = 2;
    QCOMPARE(found(any, 50).size(), 1);
    int steps = 0;
    while (m_store->search().step().value())
        ++steps;
    QCOMPARE(steps, 3);
    QVERIFY(m_store->search().isComplete().value());
    compare();
}

QByteArray OrderSearchTest::bytes() const
{
    QByteArray all;
    for (const auto &end : {u""_s, u"-wal"_s}) {
        QFile file(m_path + end);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

/// How many parts the index is in. In one part nothing is left of what was removed.
qint64 OrderSearchTest::indexParts() const
{
    Database file(m_path, Database::Mode::ReadOnly);
    Rows rows = file.query("SELECT COUNT(DISTINCT id >> 37) FROM order_grams_data WHERE id > 10");
    return rows.next() ? rows.number(0) : -1;
}

void OrderSearchTest::whatWasRemovedIsNotLeftInTheFile()
{
    QRandomGenerator random(seed);
    for (int id = 1; id <= 5; ++id)
        put(orderOf(random, id, 1));
    Order secret = orderOf(random, 6, 1);
    secret.recipient.name = u"쀍쀏"_s;
    put(secret);
    for (int id = 7; id <= 12; ++id)
        put(orderOf(random, id, 1));
    QVERIFY(bytes().contains("쀍쀏"));
    QVERIFY(indexParts() > 1);
    apply({{DocumentType::Order, 6, ++m_number, {}}});
    int steps = 0;
    while (m_store->search().step().value())
        QVERIFY(++steps < 100);
    QVERIFY(steps > 0);
    QVERIFY(!m_store->search().step().value()); // and then there is peace
    compare();
    QCOMPARE(indexParts(), 1);
    m_store.reset(); // folds the log back
    QVERIFY(!bytes().contains("쀍쀏"));
}

void OrderSearchTest::wipingEmptiesTheIndex()
{
    QRandomGenerator random(seed);
    Order secret = orderOf(random, 1, 1);
    secret.recipient.name = u"쀍쀏"_s;
    put(secret);
    put(orderOf(random, 2, 1));
    QVERIFY(m_store->wipe(false));
    QVERIFY(!bytes().contains("쀍쀏"));
    QCOMPARE(indexParts(), 0);
    m_orders.clear();
    compare();
    put(orderOf(random, 1, 5)); // and it can begin again
    compare();
}

void OrderSearchTest::aFaultLeavesIndexAndDocumentsTogether()
{
    QRandomGenerator random(seed);
    put(orderOf(random, 1, 1));
    {
        Database file(m_path, Database::Mode::ReadWrite);
        file.runSchemaStep(u"CREATE TRIGGER full BEFORE INSERT ON documents WHEN NEW.id = 3"
                           " BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
    }
    FeedPage page{{u"spring"_s, m_number + 2}, {}, true};
    page.entries.push_back({DocumentType::Order, 2, m_number + 1, orderOf(random, 2, 1)});
    page.entries.push_back({DocumentType::Order, 3, m_number + 2, orderOf(random, 3, 1)});
    QVERIFY(!m_store->apply(page));
    compare();
}

QTEST_APPLESS_MAIN(OrderSearchTest)
#include "tst_ordersearch.moc"
