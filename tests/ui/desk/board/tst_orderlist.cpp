// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/orderlistmodel.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The rows of the board's list.
class TestOrderList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRowTellsWhatACardTells();
    void everyColumnSorts();
    void rowsChangeOneByOne();
    void timePasses();
    void theShopSetsTheLimits();

private:
    QStringList sortedBy(OrderListModel::Column column) const;

    std::unique_ptr<OrderListModel> m_model;
};

void TestOrderList::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<OrderListModel>();
    m_model->setZone(demo::zone);
    m_model->setNow(demo::now);
    for (const Order &order : demo::orders())
        m_model->upsert(order);
}

QStringList TestOrderList::sortedBy(OrderListModel::Column column) const
{
    QSortFilterProxyModel sorted;
    const QAbstractItemModelTester tester(&sorted);
    sorted.setSortRole(OrderListModel::SortRole);
    sorted.setSourceModel(m_model.get());
    sorted.sort(column);
    QStringList numbers;
    for (int row = 0; row < sorted.rowCount(); ++row)
        numbers << sorted.index(row, OrderListModel::Number).data().toString().mid(1);
    return numbers;
}

void TestOrderList::aRowTellsWhatACardTells()
{
    const int row = m_model->rowOf(1048);
    QStringList texts;
    for (int column = 0; column < OrderListModel::ColumnCount; ++column)
        texts << m_model->index(row, column).data().toString();
    QCOMPARE(texts, (QStringList{u"14–16시"_s, u"#1048"_s, u"작약 한아름 꽃다발 × 1"_s,
                                 u"김서연 · 역삼동"_s, u"결제완료"_s, u"38분 남음"_s}));
    QCOMPARE(
        m_model->index(row, 0).data(Qt::AccessibleTextRole).toString(),
        u"주문 1048, 작약 한아름 꽃다발 × 1, 김서연 · 역삼동, 14–16시, 결제완료, 제작 마감까지 "
        "38분"_s);
    QCOMPARE(m_model->index(m_model->rowOf(1049), 0).data().toString(), u"5/9(금) 10–12시"_s);
    QCOMPARE(m_model->index(m_model->rowOf(1040), 0).data().toString(), QString());
}

void TestOrderList::theShopSetsTheLimits()
{
    const auto urgency = [this] {
        return m_model->index(m_model->rowOf(1048), 0)
            .data(OrderListModel::AgeingRole)
            .value<Ageing>()
            .urgency;
    };
    QCOMPARE(urgency(), Urgency::Soft); // 38 minutes are left
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setAgeing({.softMinutes = 30});
    QCOMPARE(urgency(), Urgency::Plain);
    QCOMPARE(changed.size(), m_model->rowCount());
    m_model->setAgeing({.softMinutes = 60, .solidMinutes = 40});
    QCOMPARE(urgency(), Urgency::Solid);
}

void TestOrderList::everyColumnSorts()
{
    const QStringList byNumber = sortedBy(OrderListModel::Number);
    QVERIFY(std::ranges::is_sorted(byNumber));
    QCOMPARE(sortedBy(OrderListModel::Left).first(), u"1043"_s); // late first
    QCOMPARE(sortedBy(OrderListModel::Window).last(), u"1049"_s); // of tomorrow
    QCOMPARE(sortedBy(OrderListModel::State).last(), u"1045"_s); // cancelled
    for (const auto column : {OrderListModel::Item, OrderListModel::Recipient})
        QCOMPARE(sortedBy(column).size(), byNumber.size());
}

void TestOrderList::rowsChangeOneByOne()
{
    const QAbstractItemModelTester tester(m_model.get());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const int rows = m_model->rowCount();
    Order order = demo::orders().front();
    order.state = OrderState::Making;
    m_model->upsert(order);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->rowCount(), rows);
    m_model->remove(order.id);
    m_model->remove(99);
    QCOMPARE(m_model->rowOf(order.id), -1);
    QCOMPARE(m_model->rowCount(), rows - 1);
    m_model->upsert(order);
    QCOMPARE(m_model->rowOf(order.id), m_model->rowOf(1049) - 1);
    QCOMPARE(reset.size(), 0);
}

void TestOrderList::timePasses()
{
    m_model->setNow(demo::now + 60'000);
    QCOMPARE(m_model->index(m_model->rowOf(1048), OrderListModel::Left).data().toString(),
             u"37분 남음"_s);
}

QTEST_MAIN(TestOrderList)
#include "tst_orderlist.moc"
