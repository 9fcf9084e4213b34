// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrations.h"
#include "core/storage/server/journal.h"
#include "core/storage/server/schema.h"
#include "core/storage/server/writer.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr const char *first[] = {
    "CREATE TABLE flowers (id {id} PRIMARY KEY, name TEXT NOT NULL, seed {blob})"};
constexpr const char *second[] = {
    "ALTER TABLE flowers ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",
    "CREATE TABLE vases (id {id} PRIMARY KEY)"};
constexpr const char *broken[] = {"CREATE TABLE ribbons (id {id} PRIMARY KEY)",
                                  "UPDATE flowers SET name = 'gone'",
                                  "CREATE TABLE ribbons (id {id} PRIMARY KEY)"};
constexpr Migration one[] = {{1, first}};
constexpr Migration two[] = {{1, first}, {2, second}};
constexpr Migration three[] = {{1, first}, {2, second}, {3, broken}};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freshFileGetsEverything();
    void onlyTheMissingStepsRun();
    void aNewerFileIsRefusedUntouched();
    void aFailingStepLeavesTheOneBefore();
    void theServerRefusesANewerFile();
    void theServersStepsHaveNoGaps();
    void theServersFileKeepsItsEpoch();

private:
    QString path() const { return m_dir->filePath(u"shop.db"_s); }
    qint64 version()
    {
        Database database(path(), Database::Mode::ReadOnly);
        Rows rows =
            database.query("SELECT MAX(version) + 100 * (COUNT(*) - 1) FROM schema_version");
        return rows.next() ? rows.number(0) : -1;
    }
    qint64 tables()
    {
        Database database(path(), Database::Mode::ReadOnly);
        Rows rows =
            database.query("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN "
                           "('flowers', 'vases', 'ribbons')");
        return rows.next() ? rows.number(0) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void MigrationsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
}

void MigrationsTest::freshFileGetsEverything()
{
    {
        Database database(path(), Database::Mode::ReadWrite);
        migrate(database, two);
        QCOMPARE(database.run("INSERT INTO flowers (id, name, seed) VALUES (?, ?, ?)", 1, u"rose"_s,
                              QByteArray("\0x", 2)),
                 1);
        Rows rows = database.query("SELECT colour, seed FROM flowers");
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), u"red"_s);
        QCOMPARE(rows.bytes(1), QByteArray("\0x", 2));
    }
    QCOMPARE(version(), 2);
    QCOMPARE(tables(), 2);
}

void MigrationsTest::onlyTheMissingStepsRun()
{
    {
        Database database(path(), Database::Mode::ReadWrite);
        migrate(database, one);
        database.run("INSERT INTO flowers (id, name) VALUES (1, 'rose')");
    }
    QCOMPARE(version(), 1);
    for (int i = 0; i < 2; ++i) {
        Database database(path(), Database::Mode::ReadWrite);
        migrate(database, two);
        Rows rows = database.query("SELECT name, colour FROM flowers");
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), u"rose"_s);
        QCOMPARE(rows.text(1), u"red"_s);
    }
    QCOMPARE(version(), 2);
}

void MigrationsTest::aNewerFileIsRefusedUntouched()
{
    {
        Database database(path(), Database::Mode::ReadWrite);
        migrate(database, two);
    }
    const QByteArray before = contents(path());
    QVERIFY(!before.isEmpty());
    {
        Database database(path(), Database::Mode::ReadWrite);
        QVERIFY_THROWS_EXCEPTION(StorageError, migrate(database, one));
        QVERIFY_THROWS_EXCEPTION(StorageError, migrate(database, std::span<const Migration>()));
    }
    QCOMPARE(contents(path()), before);
    QCOMPARE(version(), 2);
}

void MigrationsTest::aFailingStepLeavesTheOneBefore()
{
    Database database(path(), Database::Mode::ReadWrite);
    migrate(database, one);
    database.run("INSERT INTO flowers (id, name) VALUES (1, 'rose')");
    QVERIFY_THROWS_EXCEPTION(StorageError, migrate(database, three));
    QCOMPARE(version(), 2);
    QCOMPARE(tables(), 2);
    Rows rows = database.query("SELECT name FROM flowers");
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), u"rose"_s);
}

void MigrationsTest::theServerRefusesANewerFile()
{
    const FakeClock clock;
    {
        Writer writer(path(), clock);
    }
    {
        Database database(path(), Database::Mode::ReadWrite);
        database.run("UPDATE schema_version SET version = 9999");
    }
    const QByteArray before = contents(path());
    QVERIFY_THROWS_EXCEPTION(StorageError, Writer(path(), clock));
    QCOMPARE(contents(path()), before);
    QVERIFY_THROWS_EXCEPTION(StorageError, Writer(m_dir->filePath(u"absent/shop.db"_s), clock));
}

void MigrationsTest::theServersStepsHaveNoGaps()
{
    int expected = 0;
    for (const Migration &migration : serverMigrations()) {
        QCOMPARE(migration.version, ++expected);
        QVERIFY(!migration.statements.empty());
    }
    QVERIFY(expected > 0);
}

void MigrationsTest::theServersFileKeepsItsEpoch()
{
    const FakeClock clock;
    QString epoch;
    for (int i = 0; i < 2; ++i) {
        const Writer writer(path(), clock);
        Database database(path(), Database::Mode::ReadOnly);
        const JournalHead head = readJournalHead(database);
        QCOMPARE(head.number, 0);
        QCOMPARE(head.epoch.size(), 12);
        QVERIFY(epoch.isEmpty() || head.epoch == epoch);
        epoch = head.epoch;
    }
    const Writer other(m_dir->filePath(u"other.db"_s), clock);
    Database database(m_dir->filePath(u"other.db"_s), Database::Mode::ReadOnly);
    QVERIFY(readJournalHead(database).epoch != epoch);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
