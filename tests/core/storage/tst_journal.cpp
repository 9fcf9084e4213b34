// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverstore.h"

#include <QtTest/QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUntouchedChainVerifies();
    void anAlteredColumnIsFound_data();
    void anAlteredColumnIsFound();
    void aDeletedRowIsFound();
    void theLastRowIsMissed();
    void aCutTailWithItsHeadTurnedBackDiffersFromTheKnownHead();
    void swappedRowsAreFound();
    void anAddedRowIsFound();
    void digestsNeedTheSalt();

private:
    std::optional<qint64> altered()
    {
        return m_store->read([](Database &database) { return firstAlteredRow(database); });
    }

    std::unique_ptr<ServerStore> m_store;
    static constexpr int rows = 6;
};

void JournalTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<ServerStore>();
    QVERIFY(
        m_store->write([](Transaction &transaction) { return storeOrders(transaction, rows - 1); })
            .has_value());
}

void JournalTest::anUntouchedChainVerifies()
{
    QVERIFY(!altered());
    QCOMPARE(m_store->number("SELECT number FROM journal_head"), rows);
    ServerStore empty;
    QVERIFY(!empty.read([](Database &database) { return firstAlteredRow(database); }));
}

void JournalTest::anAlteredColumnIsFound_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("row");
    for (const auto &change :
         {u"number = number + 1000"_s, u"at_ms = at_ms + 1"_s, u"actor = 'customer'"_s,
          u"what = 'tested'"_s, u"type = 'review'"_s, u"id = id + 1"_s,
          u"detail = '{\"fact\":0}'"_s, u"detail = detail || ' '"_s, u"hash = zeroblob(32)"_s,
          u"hash = x''"_s}) {
        for (int row = 1; row <= rows; ++row)
            QTest::addRow("%s in row %d", qPrintable(change), row) << change << row;
    }
}

void JournalTest::anAlteredColumnIsFound()
{
    QFETCH(QString, change);
    QFETCH(int, row);
    m_store->tamper(u"UPDATE journal SET %1 WHERE number = %2"_s.arg(change).arg(row));
    QCOMPARE(altered(), std::optional<qint64>(row));
}

void JournalTest::aDeletedRowIsFound()
{
    m_store->tamper(u"DELETE FROM journal WHERE number = 3"_s);
    QCOMPARE(altered(), std::optional<qint64>(3));
}

void JournalTest::theLastRowIsMissed()
{
    m_store->tamper(u"DELETE FROM journal WHERE number = %1"_s.arg(rows));
    QCOMPARE(altered(), std::optional<qint64>(rows));
    m_store->tamper(u"DELETE FROM journal"_s);
    QCOMPARE(altered(), std::optional<qint64>(1));
}

void JournalTest::aCutTailWithItsHeadTurnedBackDiffersFromTheKnownHead()
{
    // Whoever keeps the head elsewhere sees that the chain was shortened, though it verifies by
    // itself.
    const auto head = m_store->read([](Database &database) { return readJournalHead(database); });
    m_store->tamper(u"DELETE FROM journal WHERE number = %1"_s.arg(rows));
    m_store->tamper(
        u"UPDATE journal_head SET number = number - 1, hash = (SELECT hash FROM journal "
        "ORDER BY number DESC LIMIT 1)"_s);
    QVERIFY(!altered());
    const auto now = m_store->read([](Database &database) { return readJournalHead(database); });
    QVERIFY(now.hash != head.hash && now.number < head.number);
}

void JournalTest::swappedRowsAreFound()
{
    m_store->tamper(u"UPDATE journal SET number = -1 WHERE number = 2"_s);
    m_store->tamper(u"UPDATE journal SET number = 2 WHERE number = 3"_s);
    m_store->tamper(u"UPDATE journal SET number = 3 WHERE number = -1"_s);
    QCOMPARE(altered(), std::optional<qint64>(2));
}

void JournalTest::anAddedRowIsFound()
{
    m_store->tamper(u"INSERT INTO journal SELECT number + 1, at_ms, actor, what, type, id, detail, "
                    u"hash FROM journal "
                    "ORDER BY number DESC LIMIT 1"_s);
    QCOMPARE(altered(), std::optional<qint64>(rows + 1));
}

void JournalTest::digestsNeedTheSalt()
{
    const QStringList values{u"김서연"_s, u"01012345678"_s};
    const QString digest = personalDigest("salt", values);
    QCOMPARE(digest.size(), 64);
    QCOMPARE(personalDigest("salt", values), digest);
    std::set<QString> others{digest};
    QVERIFY(others.insert(personalDigest("other", values)).second);
    QVERIFY(others.insert(personalDigest("salt", {u"김서연0"_s, u"1012345678"_s})).second);
    QVERIFY(
        others.insert(personalDigest("salt", {u"김서연"_s, u"01012345678"_s, QString()})).second);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
