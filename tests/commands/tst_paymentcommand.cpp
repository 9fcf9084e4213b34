// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeprovider.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QTemporaryDir>

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::test;

/// `petalpostd payment check` as an operator types it, against a provider that answers.
class TestPaymentCommand : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QString out;
        QString error;
    };

    static constexpr int endMs = 60'000;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_provider.start(), m_provider.log().constData()); }

    void saysThatTheKeysWork()
    {
        const Outcome outcome = check(config(u"toss, stripe"_s));
        QVERIFY2(outcome.out.contains(u"toss: the keys work. They are TEST keys"_s),
                 qPrintable(outcome.out + outcome.error));
        QVERIFY2(outcome.out.contains(u"stripe: the keys"_s), qPrintable(outcome.out));
        QCOMPARE(outcome.code, 0);
    }

    void saysThatAKeyIsNotAccepted()
    {
        const Outcome outcome = check(config(u"toss, stripe"_s, u"test_gsk_somebodyelse"_s));
        QVERIFY2(outcome.out.contains(u"toss: the provider does not accept the secret key"_s),
                 qPrintable(outcome.out + outcome.error));
        QVERIFY2(outcome.out.contains(u"stripe: the keys"_s), qPrintable(outcome.out));
        QCOMPARE(outcome.code, 1);
        QVERIFY(!outcome.out.contains(u"somebodyelse"_s)); // no key is ever printed
    }

    void saysThatTheProviderCannotBeReached()
    {
        const Outcome outcome = check(config(
            u"toss"_s, QString::fromLatin1(FakeProvider::tossSecretKey), u"http://127.0.0.1:1"_s));
        QVERIFY2(outcome.out.contains(u"cannot be reached"_s), qPrintable(outcome.out));
        QCOMPARE(outcome.code, 1);
    }

    void takesAKeyFromTheEnvironmentBeforeTheFile()
    {
        const Outcome outcome = check(
            config(u"toss"_s, u"test_gsk_old"_s),
            {{u"PETALPOST_TOSS_SECRETKEY"_s, QString::fromLatin1(FakeProvider::tossSecretKey)}});
        QCOMPARE(outcome.code, 0);
    }

    void takesAKeyFromACredentialBeforeAll()
    {
        const QTemporaryDir credentials;
        QFile file(credentials.filePath(u"toss.secretKey"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(FakeProvider::tossSecretKey) + '\n');
        file.close();
        const Outcome outcome = check(config(u"toss"_s, u"test_gsk_old"_s),
                                      {{u"PETALPOST_TOSS_SECRETKEY"_s, u"test_gsk_older"_s},
                                       {u"CREDENTIALS_DIRECTORY"_s, credentials.path()}});
        QCOMPARE(outcome.code, 0);
    }

    void refusesKeysThatEverybodyCanRead()
    {
        const QString file = config(u"toss"_s);
        QVERIFY(
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const Outcome outcome = check(file);
        QVERIFY2(outcome.error.contains(u"chmod 600"_s), qPrintable(outcome.error));
        QCOMPARE(outcome.code, 2);
    }

    void refusesAnUnknownGateway()
    {
        const Outcome outcome = check(config(u"paypal"_s));
        QVERIFY2(outcome.error.contains(u"there are toss, stripe"_s), qPrintable(outcome.error));
        QCOMPARE(outcome.code, 2);
    }

    void saysThatNothingIsConfigured()
    {
        const Outcome outcome = check(config({}));
        QVERIFY2(outcome.out.contains(u"built-in test gateway"_s), qPrintable(outcome.out));
        QCOMPARE(outcome.code, 0);
    }

private:
    /// A configuration file that only its owner can read.
    QString config(const QString &gateways,
                   const QString &tossKey = QString::fromLatin1(FakeProvider::tossSecretKey),
                   QString tossUrl = {})
    {
        if (tossUrl.isEmpty())
            tossUrl = m_provider.url().toString();
        const QString path = m_dir.filePath(u"server-%1.conf"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the configuration cannot be written");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QStringLiteral(
                       "[payment]\ngateways=%1\n"
                       "[toss]\nclientKey=%2\nsecretKey=%3\napiUrl=%4\nscriptUrl=%4/v2/standard\n"
                       "[stripe]\nsecretKey=%5\nwebhookSecret=%6\nbaseUrl=%7\n")
                       .arg(gateways, QString::fromLatin1(FakeProvider::tossClientKey), tossKey,
                            tossUrl, QString::fromLatin1(FakeProvider::stripeKey),
                            QString::fromLatin1(FakeProvider::stripeWebhookSecret),
                            m_provider.url().toString())
                       .toUtf8());
        return path;
    }

    static Outcome check(const QString &config, const QMap<QString, QString> &variables = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (auto variable = variables.begin(); variable != variables.end(); ++variable)
            environment.insert(variable.key(), variable.value());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PETALPOSTD),
                      {u"payment"_s, u"check"_s, u"--config"_s, config});
        if (!process.waitForFinished(endMs))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    FakeProvider m_provider;
    QTemporaryDir m_dir;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestPaymentCommand)
#include "tst_paymentcommand.moc"
