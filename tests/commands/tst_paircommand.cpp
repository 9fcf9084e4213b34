// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::test;

/// `petalpostd pair` as an operator types it.
class TestPairCommand : public QObject
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

    void printsACodeThatPairs()
    {
        const QTemporaryDir dir;
        ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
        QVERIFY2(server.start(), server.log().constData());
        const Outcome outcome =
            pair({u"--data"_s, dir.path(), u"--role"_s, u"driver"_s, u"--name"_s, u"오토바이"_s});
        QCOMPARE(outcome.code, 0);
        const QString code = codeIn(outcome.out);
        QCOMPARE(code.size(), 8);
        HttpCalls anybody(server.url());
        const Answer paired = anybody.post(u"/devices"_s, {{u"code"_s, code}});
        QCOMPARE(paired.status, 201);
        QCOMPARE(paired.json().value(u"role"_s).toString(), u"driver"_s);
        QCOMPARE(paired.json().value(u"name"_s).toString(), u"오토바이"_s);
    }

    void saysThatNoServerRuns()
    {
        const QTemporaryDir dir;
        const Outcome outcome = pair({u"--data"_s, dir.path()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains(u"no petalpostd is running over"_s),
                 qPrintable(outcome.error));
    }

    void saysThatTheServerOfACrashDoesNotAnswer()
    {
        const QTemporaryDir dir;
        {
            ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
            QVERIFY2(server.start(), server.log().constData());
        } // killed: server.url stays behind
        const Outcome outcome = pair({u"--data"_s, dir.path()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains(u"does not answer"_s), qPrintable(outcome.error));
    }

    void refusesAnUnknownRole()
    {
        const Outcome outcome = pair({u"--data"_s, u"/tmp"_s, u"--role"_s, u"admin"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.error.contains(u"owner, florist or driver"_s), qPrintable(outcome.error));
    }

private:
    static Outcome pair(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(PETALPOSTD), QStringList{u"pair"_s} + arguments);
        if (!process.waitForFinished(ServerProcess::endMs))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    static QString codeIn(const QString &text)
    {
        static const QRegularExpression code(u"pairing code ([0-9]{4}) ([0-9]{4})"_s);
        const auto match = code.match(text);
        return match.captured(1) + match.captured(2);
    }
};

QTEST_GUILESS_MAIN(TestPairCommand)
#include "tst_paircommand.moc"
