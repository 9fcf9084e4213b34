// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/board/cardmodel.h"

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

Order paid(qint64 id, int fromHour, int toHour)
{
    return demo::order(
        {id, OrderState::Paid, fromHour, toHour, u"작약"_s, {}, 1, u"김서연"_s, u"역삼동"_s});
}

} // namespace

class TestCardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lateFirstThenLeastTime();
    void anUpdateChangesOneRowOnly();
    void aNewDeadlineMovesTheRow();
    void aLaneInUseDoesNotResort();
    void theTimeAloneMovesNothing();
    void ageingIsRefreshedWhereItChanged();
    void flagsTellWhatTheCardShows();
    void accessibleTextSaysItAll();
    void finishedOrdersNewestFirst();

private:
    using Ids = std::vector<qint64>;

    std::unique_ptr<CardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCardModel::init()
{
    m_model = std::make_unique<CardModel>(Lane::Paid);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setZone(demo::zone);
    m_model->setNow(demo::now);
}

void TestCardModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestCardModel::lateFirstThenLeastTime()
{
    Order whenever = paid(5, 0, 0);
    for (const Order &order : {whenever, paid(4, 18, 20), paid(3, 13, 15), paid(2, 16, 18),
                               paid(1, 14, 16), paid(6, 12, 14), paid(7, 16, 18)})
        m_model->upsert(order);
    QCOMPARE(m_model->ids(), (Ids{6, 3, 1, 2, 7, 4, 5}));
    m_model->remove(1);
    m_model->remove(99);
    QCOMPARE(m_model->ids(), (Ids{6, 3, 2, 7, 4, 5}));
    QCOMPARE(m_model->rowOf(1), -1);
    QCOMPARE(m_model->idAt(17), 0);
}

void TestCardModel::anUpdateChangesOneRowOnly()
{
    for (qint64 id = 1; id <= 3; ++id)
        m_model->upsert(paid(id, 14, 16));
    QSignalSpy changed(m_model.get(), &CardModel::dataChanged);
    QSignalSpy reset(m_model.get(), &CardModel::modelReset);
    Order order = paid(2, 14, 16);
    order.cardMessage = u"축하해요"_s;
    m_model->upsert(order);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestCardModel::aNewDeadlineMovesTheRow()
{
    m_model->upsert(paid(1, 14, 16));
    m_model->upsert(paid(2, 16, 18));
    const QPersistentModelIndex selected(m_model->index(1));
    m_model->upsert(paid(2, 13, 15));
    QCOMPARE(m_model->ids(), (Ids{2, 1}));
    QCOMPARE(selected.row(), 0);
    QCOMPARE(selected.data(CardModel::IdRole).toLongLong(), 2);
}

void TestCardModel::aLaneInUseDoesNotResort()
{
    m_model->upsert(paid(1, 14, 16));
    m_model->upsert(paid(2, 16, 18));
    m_model->touch(demo::now);
    m_model->setNow(demo::now + 1'000);
    m_model->upsert(paid(3, 13, 15)); // late already, but it must not push the others down
    m_model->upsert(paid(2, 13, 15));
    QCOMPARE(m_model->ids(), (Ids{1, 2, 3}));
    m_model->setNow(demo::now + CardModel::quietMs - 1);
    QCOMPARE(m_model->ids(), (Ids{1, 2, 3}));
    m_model->setNow(demo::now + CardModel::quietMs);
    QCOMPARE(m_model->ids(), (Ids{2, 3, 1}));
}

void TestCardModel::theTimeAloneMovesNothing()
{
    m_model->upsert(paid(1, 14, 16));
    m_model->upsert(paid(2, 16, 18));
    QSignalSpy moved(m_model.get(), &CardModel::rowsMoved);
    m_model->setNow(demo::at(17, 0));
    QCOMPARE(moved.size(), 0);
    QCOMPARE(m_model->index(0).data(CardModel::AgeingRole).value<Ageing>().urgency, Urgency::Late);
}

void TestCardModel::ageingIsRefreshedWhereItChanged()
{
    m_model->upsert(paid(1, 14, 16));
    m_model->upsert(paid(2, 0, 0));
    QSignalSpy changed(m_model.get(), &CardModel::dataChanged);
    m_model->setNow(demo::now + 59'000);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->index(0).data(CardModel::AgeingRole).value<Ageing>().text, u"37분 남음"_s);
}

void TestCardModel::flagsTellWhatTheCardShows()
{
    Order order = paid(1, 14, 16);
    order.seenAtMs = 0;
    order.request = u"경비실"_s;
    m_model->upsert(order, {.unsent = true});
    CardFlags expected;
    expected.isNew = true;
    expected.request = true;
    expected.unsent = true;
    QCOMPARE(m_model->index(0).data(CardModel::FlagsRole).value<CardFlags>(), expected);
    // A bank took the money back: nobody makes it as if it were paid.
    order.money = {89'000, 0, 0, 0, {}, 89'000, 0};
    expected.moneyTaken = true;
    m_model->upsert(order, {.unsent = true});
    QCOMPARE(m_model->index(0).data(CardModel::FlagsRole).value<CardFlags>(), expected);
    QVERIFY(m_model->index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"지급 거절·입금 취소"_s));
    order.state = OrderState::Cancelled;
    m_model->upsert(order);
    QVERIFY(m_model->index(0).data(CardModel::FlagsRole).value<CardFlags>().cancelled);
}

void TestCardModel::accessibleTextSaysItAll()
{
    m_model->upsert(demo::order({1048, OrderState::Paid, 14, 16, u"작약 한아름 꽃다발"_s,
                                 u"peony"_s, 1, u"김서연"_s, u"역삼동"_s, 2, u"사랑해요"_s}));
    QCOMPARE(
        m_model->index(0).data(Qt::AccessibleTextRole).toString(),
        u"주문 1048, 작약 한아름 꽃다발 1개, 역삼동 김서연, 14시–16시, 제작 마감까지 38분, 카드 메시지 있음"_s);
}

void TestCardModel::finishedOrdersNewestFirst()
{
    CardModel finished(Lane::Delivered);
    QAbstractItemModelTester tester(&finished,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    finished.setZone(demo::zone);
    finished.setNow(demo::now);
    for (const int minutes : {30, 90, 10}) {
        finished.upsert(demo::order(
            {minutes, OrderState::Delivered, 10, 12, u"작약"_s, {}, 1, u"김"_s, {}, minutes}));
    }
    QCOMPARE(finished.ids(), (Ids{10, 30, 90}));
}

QTEST_GUILESS_MAIN(TestCardModel)
#include "tst_cardmodel.moc"
