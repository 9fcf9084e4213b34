// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/secretstore.h"
#include "tests/support/secrets.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::sync;
using namespace petalpost::test;

/// Secrets where no keychain runs. This test's session bus is one that does not exist.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Before anything could have asked for the user's own session.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/petalpost-test-bus");
        qunsetenv("XDG_RUNTIME_DIR");
        qunsetenv("DISPLAY");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFileKeepsASecretForItsOwnerOnly()
    {
        const QTemporaryDir dir;
        FileStore store(dir.path());
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::NotFound);
        const SecretAnswer written = answerOf(store.write(u"desk"_s, "s3cret\0x"_ba));
        QCOMPARE(written.status, SecretStatus::Done);
        QVERIFY(written.plain);
        const QFileInfoList files = QDir(dir.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
                                | QFile::WriteOther | QFile::ExeOwner;
        QVERIFY(!(files.first().permissions() & others));
        const SecretAnswer read = answerOf(FileStore(dir.path()).read(u"desk"_s));
        QCOMPARE(read.secret, "s3cret\0x"_ba);
        QCOMPARE(answerOf(store.read(u"other"_s)).status, SecretStatus::NotFound);
        QCOMPARE(answerOf(store.remove(u"desk"_s)).status, SecretStatus::Done);
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::NotFound);
        QCOMPARE(answerOf(store.remove(u"desk"_s)).status, SecretStatus::Done);
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        FileStore store(u"/nonexistent/petalpost"_s);
        QCOMPARE(answerOf(store.write(u"desk"_s, "x")).status, SecretStatus::Unavailable);
        const QTemporaryDir dir;
        FileStore small(dir.path());
        const QByteArray big(FileStore::maxSecretBytes + 1, 'x');
        QCOMPARE(answerOf(small.write(u"desk"_s, big)).status, SecretStatus::Unavailable);
    }

    void aKeychainThatIsNotThereSaysSo()
    {
        KeychainStore store(u"petalpost-test"_s);
        QTest::failOnWarning({}); // the libraries beneath may complain about the bus
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::Unavailable);
        QCOMPARE(answerOf(store.write(u"desk"_s, "x")).status, SecretStatus::Unavailable);
    }

    void withoutAKeychainTheFileIsUsedAndSaid()
    {
        const QTemporaryDir dir;
        KeychainStore keychain(u"petalpost-test"_s);
        FileStore file(dir.path());
        FallbackStore store(keychain, file);
        const SecretAnswer written = answerOf(store.write(u"desk"_s, "token"));
        QCOMPARE(written.status, SecretStatus::Done);
        QVERIFY(written.plain);
        const SecretAnswer read = answerOf(store.read(u"desk"_s));
        QCOMPARE(read.secret, "token"_ba);
        QVERIFY(read.plain);
        QCOMPARE(answerOf(store.remove(u"desk"_s)).status, SecretStatus::Done);
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::Unavailable);
    }

    void aSecretLiesInOnePlaceOnly()
    {
        const QTemporaryDir dir;
        MemoryStore keychain;
        FileStore file(dir.path());
        FallbackStore store(keychain, file);
        keychain.isThere = false;
        QVERIFY(answerOf(store.write(u"desk"_s, "first")).plain);
        keychain.isThere = true;
        QVERIFY(!answerOf(store.write(u"desk"_s, "second")).plain);
        QVERIFY(QDir(dir.path()).isEmpty());
        QCOMPARE(answerOf(store.read(u"desk"_s)).secret, "second"_ba);
        keychain.isThere = false;
        // It may be in the keychain that is away: that is not "never paired".
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::Unavailable);
    }

    void aStoreThatNeverAnswersEndsAtItsDeadline()
    {
        KeychainStore store(u"petalpost-test"_s, 0);
        QTest::failOnWarning({});
        int answers = 0;
        SecretRequest *request = store.read(u"desk"_s);
        connect(request, &SecretRequest::finished, this, [&] { ++answers; });
        QSignalSpy gone(request, &QObject::destroyed);
        QVERIFY(gone.wait());
        QCOMPARE(answers, 1);
    }

    void aRequestThatNobodyWaitsForHarmsNothing()
    {
        const QTemporaryDir dir;
        FileStore store(dir.path());
        delete store.write(u"desk"_s, "x");
        QCOMPARE(answerOf(store.read(u"desk"_s)).status, SecretStatus::Done);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
