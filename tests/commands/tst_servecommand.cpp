// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/devices.h"
#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// `petalpostd serve` as an operator sets it up in its file.
class TestServeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesTheProxyOfTheFile_data();
    void believesTheProxyOfTheFile();
    void refusesAProxyThatIsNoAddress();

private:
    QString config(const QString &lines)
    {
        QString path = m_dir.filePath(u"server.conf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write(lines.toUtf8());
        return path;
    }

    QTemporaryDir m_dir;
};

void TestServeCommand::believesTheProxyOfTheFile_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("believed");
    QTest::newRow("no proxy") << QString() << false;
    QTest::newRow("another one") << u"[server]\ntrustedProxy=192.0.2.1\n"_s << false;
    QTest::newRow("this one") << u"[server]\ntrustedProxy=127.0.0.1\n"_s << true;
    QTest::newRow("one of two") << u"[server]\ntrustedProxy=192.0.2.1, 127.0.0.1\n"_s << true;
}

/// An address that guesses too often is locked out for a while; the proxy's other visitors are not.
void TestServeCommand::believesTheProxyOfTheFile()
{
    QFETCH(QString, lines);
    QFETCH(bool, believed);
    const QTemporaryDir data;
    ServerProcess server(QStringLiteral(PETALPOSTD), data.path(), {u"--config"_s, config(lines)});
    QVERIFY2(server.start(), server.log().constData());
    HttpCalls calls(server.url());
    const auto guess = [&calls](const QByteArray &address) {
        return calls.post(u"/devices"_s, {{u"code"_s, u"00000000"_s}},
                          {{"X-Forwarded-For"_ba, address}});
    };
    for (int i = 0; i <= server::Devices::guessesPerAddress; ++i)
        guess("198.51.100.66"_ba);
    QCOMPARE(guess("198.51.100.66"_ba).status, 429);
    QCOMPARE(guess("203.0.113.7"_ba).status == 429, !believed);
    QVERIFY(server.stop());
}

void TestServeCommand::refusesAProxyThatIsNoAddress()
{
    ServerProcess server(QStringLiteral(PETALPOSTD), m_dir.path(),
                         {u"--config"_s, config(u"[server]\ntrustedProxy=proxy.example\n"_s)});
    QVERIFY(!server.start());
    QVERIFY2(server.log().contains("trustedProxy names proxy.example, which is no IP address"),
             server.log().constData());
}

QTEST_GUILESS_MAIN(TestServeCommand)
#include "tst_servecommand.moc"
