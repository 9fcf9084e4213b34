// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/secretstore.h"
#include "tests/support/secrets.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::sync;
using namespace petalpost::test;

/// The desk's secrets in a real Secret Service: a session bus and a keyring of this test's own, in
/// a home of its own. Nothing of the user's session is asked or touched.
class TestKeychain : public QObject
{
    Q_OBJECT

    static constexpr int startMs = 20'000;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_home.path().toUtf8());
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"})
            qunsetenv(name);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s,
                                       u"--address=unix:dir="_s + m_home.path()});
        QVERIFY2(m_bus.waitForReadyRead(startMs), qPrintable(m_bus.errorString()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_keyring.start(u"gnome-keyring-daemon"_s,
                        {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
        QVERIFY2(m_keyring.waitForStarted(startMs), qPrintable(m_keyring.errorString()));
        m_keyring.write("of this test only");
        m_keyring.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(serviceRuns(), startMs);
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->terminate();
            if (!process->waitForFinished(startMs))
                process->kill();
        }
    }

    void keepsASecretForTheNextStart()
    {
        QCOMPARE(answerOf(KeychainStore(u"petalpost-test"_s).read(u"desk"_s)).status,
                 SecretStatus::NotFound);
        KeychainStore store(u"petalpost-test"_s);
        const SecretAnswer written = answerOf(store.write(u"desk"_s, "t0ken-in-the-keychain"));
        QCOMPARE(written.status, SecretStatus::Done);
        QVERIFY(!written.plain);
        KeychainStore later(u"petalpost-test"_s);
        QCOMPARE(answerOf(later.read(u"desk"_s)).secret, "t0ken-in-the-keychain"_ba);
        QCOMPARE(answerOf(later.read(u"another desk"_s)).status, SecretStatus::NotFound);
    }

    void theKeyringIsNoPlainFile()
    {
        const QDir keyrings(m_home.filePath(u"keyrings"_s));
        const QFileInfoList files = keyrings.entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("t0ken-in-the-keychain"));
        }
    }

    void replacesAndRemoves()
    {
        KeychainStore store(u"petalpost-test"_s);
        QCOMPARE(answerOf(store.write(u"desk"_s, "second")).status, SecretStatus::Done);
        QCOMPARE(answerOf(store.read(u"desk"_s)).secret, "second"_ba);
        QCOMPARE(answerOf(store.remove(u"desk"_s)).status, SecretStatus::Done);
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::NotFound);
    }

    void isPreferredToTheFile()
    {
        const QTemporaryDir dir;
        KeychainStore keychain(u"petalpost-test"_s);
        FileStore file(dir.path());
        FallbackStore store(keychain, file);
        QVERIFY(!answerOf(store.write(u"desk"_s, "token")).plain);
        QVERIFY(QDir(dir.path()).isEmpty());
        QCOMPARE(answerOf(store.remove(u"desk"_s)).status, SecretStatus::Done);
    }

private:
    static bool serviceRuns()
    {
        QProcess ask;
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s,
                   u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus.NameHasOwner"_s,
                   u"string:org.freedesktop.secrets"_s});
        return ask.waitForFinished(startMs) && ask.readAllStandardOutput().contains("true");
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
