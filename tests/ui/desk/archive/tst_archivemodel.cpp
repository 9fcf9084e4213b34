// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/archive/archivemodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestArchiveModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesComeNewestFirstAndEnd();
    void anOrderShowsEverythingAboutIt();
    void changesTouchSingleRows();
    void whatHasNotBeenReadStaysInTheCopy();
    void beforeTheFirstPageNothingComes();
    void aFirstSyncDoesNotFillTheMemory();
    void aFaultOfTheCopyIsToldOnce();
    void aFilterShowsWhatMatches_data();
    void aFilterShowsWhatMatches();
    void changesMoveOrdersInAndOut();

private:
    static constexpr int maxMisses = 70;

    static Order orderOf(qint64 id);
    ArchiveModel::Source source();
    void fill(qint64 count);
    QStringList numbers(const ArchiveModel &model) const;

    std::map<qint64, Order, std::greater<>> m_copy;
    bool m_broken = false;
    int m_reads = 0;
};

void TestArchiveModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_copy.clear();
    m_broken = false;
    m_reads = 0;
}

Order TestArchiveModel::orderOf(qint64 id)
{
    Order order;
    order.id = id;
    order.state = OrderState::Delivered;
    order.payment = PaymentState::Paid;
    order.productName = u"작약 한아름 꽃다발"_s;
    order.recipient.name = u"김서연"_s;
    order.total = {89'000, {}};
    order.stamp(OrderState::Received, demo::now);
    return order;
}

ArchiveModel::Source TestArchiveModel::source()
{
    return [this](const OrderFilter &filter, qint64 beforeId, int limit) -> Result<OrderPage> {
        ++m_reads;
        if (m_broken)
            return refuse(RefusalCode::StorageFailed);
        OrderPage page;
        int misses = 0;
        for (const auto &[id, order] : m_copy) {
            if (beforeId != 0 && id >= beforeId)
                continue;
            if (filter.matches(order))
                page.orders.push_back(order);
            else
                ++misses;
            if (std::ssize(page.orders) == limit || misses == maxMisses) {
                page.nextBeforeId = id;
                break;
            }
        }
        return page;
    };
}

void TestArchiveModel::fill(qint64 count)
{
    for (qint64 id = 1; id <= count; ++id)
        m_copy.emplace(id, orderOf(id));
}

QStringList TestArchiveModel::numbers(const ArchiveModel &model) const
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found << model.index(row, ArchiveModel::Number).data().toString();
    return found;
}

void TestArchiveModel::pagesComeNewestFirstAndEnd()
{
    fill(250);
    ArchiveModel model(source());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const int rows : {50, 100, 150, 200, 250}) {
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), rows);
    }
    model.fetchMore({}); // the last page was full
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.idAt(0), 250);
    QCOMPARE(model.idAt(249), 1);
    QCOMPARE(reset.size(), 0);
    QStringList sorted;
    for (qint64 id = 250; id > 0; --id)
        sorted << u'#' % QString::number(id);
    QCOMPARE(numbers(model), sorted);
}

void TestArchiveModel::anOrderShowsEverythingAboutIt()
{
    m_copy.emplace(1041, orderOf(1041));
    ArchiveModel model(source());
    model.setTime(demo::zone, QDate(2025, 5, 8));
    model.fetchMore({});
    QStringList texts;
    for (int column = 0; column < ArchiveModel::ColumnCount; ++column)
        texts << model.index(0, column).data().toString();
    QCOMPARE(texts, (QStringList{u"#1041"_s, u"김서연"_s, u"작약 한아름 꽃다발 × 1"_s,
                                 u"배송완료"_s, u"결제완료"_s, u"89,000원"_s, u"5/8(목) 13:22"_s}));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"주문 1041, 김서연, 작약 한아름 꽃다발 × 1, 배송완료, 결제완료, 89,000원, 5/8(목) "
             u"13:22"_s);
    model.setTime(demo::zone, QDate(2026, 1, 2));
    model.upsert(orderOf(1041));
    QCOMPARE(model.index(0, ArchiveModel::Received).data().toString(), u"2025. 5. 8. 13:22"_s);
}

void TestArchiveModel::changesTouchSingleRows()
{
    fill(3);
    ArchiveModel model(source());
    const QAbstractItemModelTester tester(&model); // fetches every page itself
    model.fetchMore({});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Order second = orderOf(2);
    second.state = OrderState::Cancelled;
    model.upsert(second);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(model.index(1, ArchiveModel::State).data().toString(), u"취소"_s);
    model.upsert(orderOf(7));
    model.upsert(orderOf(5));
    QCOMPARE(numbers(model), (QStringList{u"#7"_s, u"#5"_s, u"#3"_s, u"#2"_s, u"#1"_s}));
    model.remove(3);
    model.remove(99);
    QCOMPARE(numbers(model), (QStringList{u"#7"_s, u"#5"_s, u"#2"_s, u"#1"_s}));
    QCOMPARE(model.rowOf(2), 2);
    QCOMPARE(model.rowOf(3), -1);
    QCOMPARE(model.idAt(4), 0);
}

void TestArchiveModel::whatHasNotBeenReadStaysInTheCopy()
{
    fill(150);
    ArchiveModel model(source());
    model.fetchMore({});
    model.upsert(orderOf(20)); // its page comes later
    QCOMPARE(model.rowCount(), 50);
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 150);
    QCOMPARE(model.rowOf(20), 130);
}

void TestArchiveModel::beforeTheFirstPageNothingComes()
{
    ArchiveModel model(source());
    model.upsert(orderOf(1));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(m_reads, 0);
}

void TestArchiveModel::aFirstSyncDoesNotFillTheMemory()
{
    ArchiveModel model(source());
    model.fetchMore({}); // nothing there yet
    const int orders = 5 * ArchiveModel::maxLiveRows;
    for (int id = 1; id <= orders; ++id) {
        m_copy.emplace(id, orderOf(id));
        model.upsert(orderOf(id));
    }
    QVERIFY(model.rowCount() <= 2 * ArchiveModel::maxLiveRows);
    QCOMPARE(model.idAt(0), orders);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), orders);
    QCOMPARE(model.idAt(orders - 1), 1);
}

void TestArchiveModel::aFaultOfTheCopyIsToldOnce()
{
    fill(3);
    m_broken = true;
    ArchiveModel model(source());
    QSignalSpy failed(&model, &ArchiveModel::failed);
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // else the view would ask for ever
    model.fetchMore({});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

void TestArchiveModel::aFilterShowsWhatMatches_data()
{
    QTest::addColumn<OrderFilter>("filter");
    QTest::newRow("text") << OrderFilter{u"ㅈㅇ 7"_s, 0, 0, {}, {}};
    QTest::newRow("state") << OrderFilter{{}, 0, 0, OrderState::Making, {}};
    QTest::newRow("payment") << OrderFilter{{}, 0, 0, {}, PaymentState::Refunded};
    QTest::newRow("period") << OrderFilter{{}, demo::at(0, 0), demo::at(0, 0, 2), {}, {}};
    QTest::newRow("all of it") << OrderFilter{u"김"_s, demo::at(0, 0), 0, OrderState::Delivered,
                                              PaymentState::Paid};
    QTest::newRow("one") << OrderFilter{u"#3"_s, 0, 0, OrderState::Received, {}};
    QTest::newRow("nothing") << OrderFilter{u"없는 말"_s, 0, 0, {}, {}};
}

void TestArchiveModel::aFilterShowsWhatMatches()
{
    QFETCH(OrderFilter, filter);
    fill(400);
    for (auto &[id, order] : m_copy) {
        order.state = orderStateWords[std::size_t(id % 7)].first;
        order.payment = id % 5 == 0 ? PaymentState::Refunded : PaymentState::Paid;
        order.stamp(OrderState::Received, demo::at(9, 0, int(id % 11) - 5));
        order.stamp(OrderState::Delivered, 0);
    }
    m_copy.at(3).state = OrderState::Received;
    ArchiveModel model(source());
    const QAbstractItemModelTester tester(&model);
    model.fetchMore({});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setFilter(filter);
    QStringList expected;
    for (const auto &[id, order] : m_copy) {
        if (filter.matches(order))
            expected << u'#' % QString::number(id);
    }
    // A view asks while it has room; where pages bring nothing the model goes on by itself.
    const auto readAll = [&model] {
        if (model.rowCount() > 0)
            model.fetchMore({});
        return !model.hasMore();
    };
    QTRY_VERIFY(readAll());
    QCOMPARE(numbers(model), expected);
    model.setFilter({});
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 400);
    QCOMPARE(reset.size(), 0);
}

void TestArchiveModel::changesMoveOrdersInAndOut()
{
    fill(10);
    ArchiveModel model(source());
    model.fetchMore({});
    OrderFilter filter;
    filter.state = OrderState::Delivered;
    filter.text = u"김서연"_s;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 10);
    Order order = orderOf(4);
    order.recipient.name = u"이준호"_s;
    model.upsert(order);
    QCOMPARE(model.rowOf(4), -1);
    model.upsert(orderOf(4));
    QCOMPARE(model.rowOf(4), 6);
    order = orderOf(12);
    order.state = OrderState::Paid;
    model.upsert(order);
    QCOMPARE(model.rowCount(), 10);
}

QTEST_MAIN(TestArchiveModel)
#include "tst_archivemodel.moc"
