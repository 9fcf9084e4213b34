// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/systemtheme.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusVariant>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The settings portal of a desktop that likes it dark, or not.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) // NOLINT: its name on the bus
    {
        ++asked;
        const bool known = group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? scheme : 99U)));
    }
};

class TestSystemTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void theAnswerIsTaken_data();
    void theAnswerIsTaken();
    void changesAreFollowed();
    void otherSettingsAreNotOurs();
    void withoutAPortalNothingHappens();
    void withoutABusNothingHappens();

private:
    void tell(const QString &group, const QString &key, const QVariant &value);

    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_portalSide;
    std::unique_ptr<QDBusConnection> m_deskSide;
    std::unique_ptr<FakePortal> m_portal;
};

void TestSystemTheme::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        QSKIP("there is no dbus-daemon on this machine (Debian package dbus-daemon)");
    m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForStarted());
    QVERIFY(m_daemon.waitForReadyRead());
    const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    m_portalSide =
        std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, u"portal"_s));
    m_deskSide =
        std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, u"desk"_s));
    QVERIFY(m_portalSide->isConnected() && m_deskSide->isConnected());
}

void TestSystemTheme::cleanupTestCase()
{
    m_portalSide.reset();
    m_deskSide.reset();
    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"desk"_s);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestSystemTheme::init()
{
    m_portal = std::make_unique<FakePortal>();
    QVERIFY(m_portalSide->registerService(u"org.freedesktop.portal.Desktop"_s));
    QVERIFY(m_portalSide->registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                                         QDBusConnection::ExportAllSlots));
}

void TestSystemTheme::cleanup()
{
    m_portalSide->unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    m_portalSide->unregisterService(u"org.freedesktop.portal.Desktop"_s);
    m_portal.reset();
}

void TestSystemTheme::tell(const QString &group, const QString &key, const QVariant &value)
{
    QDBusMessage change =
        QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                   u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    change << group << key << QVariant::fromValue(QDBusVariant(value));
    QVERIFY(m_portalSide->send(change));
}

void TestSystemTheme::theAnswerIsTaken_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<bool>("dark");
    QTest::newRow("no preference") << 0U << false;
    QTest::newRow("dark") << 1U << true;
    QTest::newRow("light") << 2U << false;
    QTest::newRow("of a later time") << 7U << false;
}

void TestSystemTheme::theAnswerIsTaken()
{
    QFETCH(uint, scheme);
    m_portal->scheme = scheme;
    SystemTheme theme(*m_deskSide);
    QSignalSpy dark(&theme, &SystemTheme::darkChanged);
    theme.follow();
    QCOMPARE(m_portal->asked, 0); // nothing waits for it
    QTRY_COMPARE(dark.size(), 1);
    QTEST(dark.first().first().toBool(), "dark");
}

void TestSystemTheme::changesAreFollowed()
{
    SystemTheme theme(*m_deskSide);
    QSignalSpy dark(&theme, &SystemTheme::darkChanged);
    theme.follow();
    QTRY_COMPARE(dark.size(), 1);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    QTRY_COMPARE(dark.size(), 2);
    QCOMPARE(dark.at(1).first().toBool(), true);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 2U);
    QTRY_COMPARE(dark.size(), 3);
    QCOMPARE(dark.at(2).first().toBool(), false);
}

void TestSystemTheme::otherSettingsAreNotOurs()
{
    SystemTheme theme(*m_deskSide);
    QSignalSpy dark(&theme, &SystemTheme::darkChanged);
    theme.follow();
    QTRY_COMPARE(dark.size(), 1);
    tell(u"org.freedesktop.appearance"_s, u"accent-color"_s, 1U);
    tell(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, u"prefer-dark"_s);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    QTRY_COMPARE(dark.size(), 2); // the bus keeps the order: the others came before
    QCOMPARE(dark.at(1).first().toBool(), true);
}

void TestSystemTheme::withoutAPortalNothingHappens()
{
    m_portalSide->unregisterService(u"org.freedesktop.portal.Desktop"_s);
    SystemTheme theme(*m_deskSide);
    QSignalSpy dark(&theme, &SystemTheme::darkChanged);
    theme.follow();
    QTRY_VERIFY(theme.findChildren<QObject *>().isEmpty()); // the question was answered: nobody
    QCOMPARE(dark.size(), 0);
    QVERIFY(m_portalSide->registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestSystemTheme::withoutABusNothingHappens()
{
    SystemTheme theme(QDBusConnection(u"no such bus"_s));
    QSignalSpy dark(&theme, &SystemTheme::darkChanged);
    theme.follow();
    QCOMPARE(dark.size(), 0);
    QVERIFY(theme.findChildren<QObject *>().isEmpty());
}

QTEST_GUILESS_MAIN(TestSystemTheme)
#include "tst_systemtheme.moc"
