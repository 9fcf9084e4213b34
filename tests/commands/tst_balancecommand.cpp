// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// `petalpostd balance` as an operator types it in the evening.
class TestBalanceCommand : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QString out;
        QString error;
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhetherTheDayAddsUp()
    {
        const QTemporaryDir dir;
        ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
        QVERIFY2(server.start(), server.log().constData());
        HttpCalls anybody(server.url());
        const Answer placed = anybody.post(
            u"/orders"_s,
            {{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 3}, {u"phoneNumber"_s, u"01012341234"_s}});
        QCOMPARE(placed.status, 201);
        const Outcome even = balance({u"--data"_s, dir.path()});
        QVERIFY2(even.out.contains(u"orders paid 1\n"_s), qPrintable(even.out));
        QVERIFY2(even.out.contains(u"Everything adds up."_s), qPrintable(even.out));
        static const QRegularExpression sides(u"\\n  count / amount +orders +ledger +provider\\n"
                                              "  charges +(1 / \\S+) +(1 / \\S+) +(1 / \\S+)\\n"_s);
        const auto found = sides.match(even.out);
        QVERIFY2(found.hasMatch(), qPrintable(even.out));
        QCOMPARE(found.captured(2), found.captured(1));
        QCOMPARE(found.captured(3), found.captured(1));
        QCOMPARE(even.code, 0);
        {
            Database raw(dir.filePath(u"petalpost.db"_s), Database::Mode::ReadWrite);
            raw.runSchemaStep(u"UPDATE messages SET state = 'failed'"_s);
        }
        const Outcome odd = balance({u"--data"_s, dir.path()});
        QVERIFY2(odd.out.contains(u"Differences: 1\n"_s), qPrintable(odd.out));
        QVERIFY2(odd.out.contains(u"(sms_failed)"_s), qPrintable(odd.out));
        QVERIFY2(odd.out.contains(u"order 1, paid"_s), qPrintable(odd.out));
        QCOMPARE(odd.code, 3);
        const Outcome before = balance({u"--data"_s, dir.path(), u"--date"_s, u"2020-02-29"_s});
        QVERIFY2(before.out.contains(u"Balance of 2020-02-29: orders paid 0"_s),
                 qPrintable(before.out));
        QCOMPARE(before.code, 0);
        const Outcome future = balance({u"--data"_s, dir.path(), u"--date"_s, u"2999-01-01"_s});
        QVERIFY2(future.error.contains(u"gave no balance"_s), qPrintable(future.error));
        QCOMPARE(future.code, 1);
    }

    void saysThatAProviderDoesNotAnswer()
    {
        const QTemporaryDir dir;
        QFile config(dir.filePath(u"petalpostd.ini"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[payment]\ngateways=toss\n[toss]\nclientKey=test_gck_x\n"
                     "secretKey=test_gsk_x\napiUrl=http://127.0.0.1:1\n");
        config.close();
        QVERIFY(config.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        ServerProcess server(QStringLiteral(PETALPOSTD), dir.path(),
                             {u"--config"_s, config.fileName()});
        QVERIFY2(server.start(), server.log().constData());
        const Outcome silent = balance({u"--data"_s, dir.path()});
        static const QRegularExpression sides(
            u"\\ntoss \\(NOT COMPARED\\)\\n[^(]*\\n  charges +0 / \\S+ +0 / \\S+ +did not answer\\n"_s);
        QVERIFY2(sides.match(silent.out).hasMatch(), qPrintable(silent.out));
        QCOMPARE(silent.code, 3);
    }

    void saysThatNoServerRuns()
    {
        const QTemporaryDir dir;
        const Outcome outcome = balance({u"--data"_s, dir.path()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains(u"no petalpostd is running over"_s),
                 qPrintable(outcome.error));
    }

    void refusesWhatIsNoDate()
    {
        const Outcome outcome = balance({u"--data"_s, u"/tmp"_s, u"--date"_s, u"yesterday"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.error.contains(u"YYYY-MM-DD"_s), qPrintable(outcome.error));
    }

private:
    static Outcome balance(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(PETALPOSTD), QStringList{u"balance"_s} + arguments);
        if (!process.waitForFinished(ServerProcess::endMs))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
};

QTEST_GUILESS_MAIN(TestBalanceCommand)
#include "tst_balancecommand.moc"
