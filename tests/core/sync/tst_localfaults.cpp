// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"
#include "tests/support/deskbench.h"

#include <QtTest/QTest>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

/// Makes one statement fail, wherever in the process it is run: SQLite interrupts it as a fault of
/// the disk would, and a COMMIT is turned into a rollback. The programs know nothing of this.
namespace faults {

int statements = 0; ///< since the last arm()
int failing = 0; ///< which of them fails; 0 = none
bool due = false;
bool commitDue = false;

void arm(int which)
{
    statements = 0;
    failing = which;
    due = commitDue = false;
}

int onStatement(unsigned, void *, void *, void *text)
{
    const QByteArrayView sql(static_cast<const char *>(text));
    if (sql.startsWith("--"))
        return 0; // a trigger's
    due = commitDue = false;
    if (++statements == failing)
        (sql.startsWith("COMMIT") ? commitDue : due) = true;
    return 0;
}

int onOpen(sqlite3 *database, char **, const sqlite3_api_routines *)
{
    sqlite3_trace_v2(database, SQLITE_TRACE_STMT, onStatement, nullptr);
    sqlite3_progress_handler(
        database, 1, [](void *) { return std::exchange(due, false) ? 1 : 0; }, nullptr);
    sqlite3_commit_hook(
        database, [](void *) { return std::exchange(commitDue, false) ? 1 : 0; }, nullptr);
    return SQLITE_OK;
}

} // namespace faults

/// A florist does a thing again when the desk says that it could not be stored.
template<class Press>
bool pressed(Press press)
{
    return press().has_value() || press().has_value();
}

} // namespace

/// Each statement on the desk's file fails once, in turn, through a whole day. Afterwards the desk
/// knows what the server knows, and nothing is lost or doubled.
class LocalFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { sqlite3_reset_auto_extension(); }
    void everyStatementFailsOnce();

private:
    /// Empty when all is well, else what is not.
    static QString day(int failing);
    static bool settle(const DeskBench &desk)
    {
        return QTest::qWaitFor([&] { return desk.isLive() && desk.engine->status().unsent == 0; },
                               20'000);
    }
};

void LocalFaultsTest::initTestCase()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(faults::onOpen));
}

QString LocalFaultsTest::day(int failing)
{
    DeskBench desk;
    Engine *engine = desk.engine.get();
    for (const qint64 id : {7, 8, 9})
        desk.shop.put(sampleOrder(id));
    desk.shop.put(sampleReview(3));
    faults::arm(failing);
    if (!pressed([&] { return engine->start(); }) || !settle(desk))
        return u"the first sync"_s;
    if (!pressed([&] { return engine->move(7, Verb::StartMaking); }) || !settle(desk))
        return u"a move"_s;
    engine->stop();
    if (!pressed([&] { return engine->move(7, Verb::MarkMade); })
        || !pressed([&] { return engine->move(8, Verb::StartMaking); })
        || !pressed([&] { return engine->move(8, Verb::MarkMade); })
        || !pressed([&] { return engine->replyToReview(3, u"고맙습니다"_s); }))
        return u"offline"_s;
    engine->markSeen(9);
    Order cancelled = sampleOrder(8, OrderState::Cancelled);
    cancelled.version = 2;
    desk.shop.putQuietly(DocumentType::Order, 8, cancelled);
    if (!pressed([&] { return engine->start(); }) || !settle(desk))
        return u"coming back"_s;
    auto &decisions = engine->decisions();
    if (!QTest::qWaitFor([&] { return decisions.all().size() == 1; }))
        return u"no decision"_s;
    if (decisions.all().front().operations.size() != 2)
        return u"not the whole decision"_s;
    const QString asked = decisions.all().front().id();
    if (!pressed([&] { return decisions.keepServers(asked); }))
        return u"deciding"_s;
    engine->stop();
    if (!pressed([&] { return engine->move(9, Verb::MarkMade); }))
        return u"offline again"_s;
    desk.shop.renewEpoch(u"summer"_s);
    desk.shop.put(sampleOrder(10));
    if (!pressed([&] { return engine->start(); }) || !settle(desk)
        || !QTest::qWaitFor([&] { return engine->orders().contains(10); }))
        return u"another life of the server"_s;
    const int count = faults::statements;
    faults::arm(0);
    desk.reopen();
    if (!desk.engine->start())
        return u"the file cannot be read any more"_s;
    if (!settle(desk))
        return u"the restart"_s;
    for (const qint64 id : {7, 8, 9, 10}) {
        if (!desk.engine->orders().contains(id)
            || desk.engine->orders().at(id) != desk.shop.order(id))
            return u"order %1 is another than the server's"_s.arg(id);
    }
    if (desk.shop.order(7).state != OrderState::Made
        || desk.shop.order(9).state != OrderState::Made)
        return u"a move was lost"_s;
    if (desk.engine->reviews().at(3).reply != u"고맙습니다"_s)
        return u"the reply was lost"_s;
    // Three moves and a reply took effect once; being seen may be lost to a fault, never doubled.
    const std::size_t seen = desk.shop.order(9).seenAtMs > 0 ? 1 : 0;
    if (desk.shop.effects.size() != 4 + seen)
        return u"%1 effects"_s.arg(desk.shop.effects.size());
    if (!desk.engine->decisions().all().empty() || !desk.store->pending()->empty())
        return u"something is left over"_s;
    return failing > 0 && count < failing ? u"over"_s : QString();
}

void LocalFaultsTest::everyStatementFailsOnce()
{
    QCOMPARE(day(0), QString());
    const QRegularExpression any(u".*"_s);
    int failing = 1;
    for (QString said; said != u"over"_s && failing < 2'000; ++failing) {
        said = day(failing);
        QVERIFY2(said.isEmpty() || said == u"over"_s,
                 qUtf8Printable(u"statement %1: %2"_s.arg(failing).arg(said)));
    }
    QVERIFY(failing > 60 && failing < 2'000);
    qInfo("%d statements failed, one at a time", failing - 2);
}

QTEST_GUILESS_MAIN(LocalFaultsTest)

#include "tst_localfaults.moc"
