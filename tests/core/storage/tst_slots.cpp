// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverstore.h"

#include <QtTest/QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

const QString key = u"2026-11-23T14:00/16:00"_s;

auto take(int capacity, const QString &window = key)
{
    return [=](Transaction &transaction) -> Result<bool> {
        return store::takePlace(transaction.db(), window, capacity);
    };
}

} // namespace

class SlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLastPlaceGoesToOne();
    void capacityIsMetExactly();
    void releasedPlacesAreFreeAgain();
    void noCapacityNoPlace();
    void windowsCountApart();

private:
    int taken(const QString &window = key)
    {
        return m_store->read(
            [window](Database &database) { return store::takenPlaces(database, window); });
    }
    void release()
    {
        QVERIFY(m_store
                    ->write([](Transaction &transaction) -> Result<void> {
                        store::releasePlace(transaction.db(), key);
                        return {};
                    })
                    .has_value());
    }

    std::unique_ptr<ServerStore> m_store;
};

void SlotsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<ServerStore>();
}

void SlotsTest::theLastPlaceGoesToOne()
{
    std::atomic<int> got = 0;
    std::vector<std::thread> customers;
    for (int i = 0; i < 100; ++i) {
        customers.emplace_back([&] {
            if (m_store->write(take(1)).value())
                ++got;
        });
    }
    for (std::thread &customer : customers)
        customer.join();
    QCOMPARE(got.load(), 1);
    QCOMPARE(taken(), 1);
}

void SlotsTest::capacityIsMetExactly()
{
    std::vector<QFuture<Result<bool>>> asked;
    for (int i = 0; i < 100; ++i)
        asked.push_back(m_store->writer->write(take(7)));
    int got = 0;
    for (auto &future : asked)
        got += future.takeResult().value() ? 1 : 0;
    QCOMPARE(got, 7);
    QCOMPARE(taken(), 7);
    // A window that was made smaller gives nothing; made larger, the rest.
    QVERIFY(!m_store->write(take(5)).value());
    QVERIFY(m_store->write(take(8)).value());
}

void SlotsTest::releasedPlacesAreFreeAgain()
{
    QVERIFY(m_store->write(take(1)).value());
    QVERIFY(!m_store->write(take(1)).value());
    release();
    QCOMPARE(taken(), 0);
    QVERIFY(m_store->write(take(1)).value());
    release();
    release();
    QCOMPARE(taken(), 0);
}

void SlotsTest::noCapacityNoPlace()
{
    QVERIFY(!m_store->write(take(0)).value());
    QVERIFY(!m_store->write(take(-1)).value());
    QCOMPARE(taken(), 0);
}

void SlotsTest::windowsCountApart()
{
    const QString other = u"2026-11-23T18:00/20:00"_s;
    QVERIFY(m_store->write(take(1)).value());
    QVERIFY(m_store->write(take(1, other)).value());
    QVERIFY(!m_store->write(take(1, other)).value());
    QCOMPARE(taken(other), 1);
}

QTEST_GUILESS_MAIN(SlotsTest)
#include "tst_slots.moc"
