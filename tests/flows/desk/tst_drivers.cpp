// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/shopdevices.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"
#include "tests/support/web/browser.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// A driver's phone from the code in the owner's settings to the flowers at the door.
class TestDrivers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPhoneIsAddedDeliversAndGoes();
    void aDeviceNeedsAName();
    void onlyTheOwnerSeesDevices();
    void withoutTheServer();

private:
    void openWindow(const QByteArray &token);
    void openSettings();
    /// The code that the page shows now.
    QString shownCode() const;
    /// An order with its flowers made.
    qint64 madeOrder();

    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<desk::Preferences> m_preferences;
    desk::Theme m_theme;
    desk::Icons m_icons;
    std::unique_ptr<desk::MainWindow> m_window;
};

void TestDrivers::init()
{
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    openWindow(m_shop->token);
}

void TestDrivers::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestDrivers::openWindow(const QByteArray &token)
{
    m_window.reset();
    m_desk = std::make_unique<DeskInProcess>(m_shop->url(), token, m_shop->clock);
    m_preferences = std::make_unique<desk::Preferences>(m_desk->file(u"window.ini"_s));
    m_window =
        std::make_unique<desk::MainWindow>(*m_desk->engine, m_theme, m_icons, *m_preferences);
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(m_desk->engine->start());
    QTRY_VERIFY(m_desk->isLive());
}

void TestDrivers::openSettings()
{
    m_window->showScreen(desk::MainWindow::Settings);
    QTRY_VERIFY(!m_desk->engine->devices().isBusy());
}

QString TestDrivers::shownCode() const
{
    static const QRegularExpression pattern(u"(\\d{4}) (\\d{4})"_s);
    const auto match = pattern.match(find<QLabel>("deviceCode")->text());
    return match.captured(1) + match.captured(2);
}

qint64 TestDrivers::madeOrder()
{
    const QJsonArray windows = m_owner->get(u"/windows"_s).json().value(u"items"_s).toArray();
    const QJsonObject body{
        {u"productId"_s, 1},
        {u"qty"_s, 1},
        {u"window"_s, windows.last().toObject().value(u"window"_s)},
        {u"customerName"_s, u"김하늘"_s},
        {u"phoneNumber"_s, u"01098765432"_s},
        {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"01023456789"_s}}},
        {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    const qint64 id = m_owner->post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
    m_owner->patch(u"/deliveries/%1"_s.arg(id), {{u"verb"_s, u"markMade"_s}});
    return id;
}

void TestDrivers::aPhoneIsAddedDeliversAndGoes()
{
    const qint64 id = madeOrder();
    QTRY_COMPARE(m_desk->stateOf(id), OrderState::Made);
    openSettings();
    find<QLineEdit>("deviceName")->setText(u"김기사님"_s);
    find<QPushButton>("addPhone")->click();
    QTRY_VERIFY(!shownCode().isEmpty());
    QVERIFY(find<QLabel>("deviceCode")->text().contains(u"/d?code="_s + shownCode()));

    Browser phone(m_shop->port());
    QCOMPARE(phone.post(u"/d/sign-in"_s, {{u"code"_s, shownCode()}}).status, 303);
    const Page run = phone.get(u"/d"_s);
    QVERIFY(run.says(u"stop-%1\""_s.arg(id)));
    Fields fields = run.hidden();
    fields.insert(u"verb"_s, u"startDelivery"_s);
    phone.post(u"/d/moves/%1"_s.arg(id), fields);
    QTRY_COMPARE(m_desk->stateOf(id), OrderState::Delivering);
    fields = phone.get(u"/d"_s).hidden();
    fields.insert({{u"verb"_s, u"completeDelivery"_s}, {u"receivedBy"_s, u"경비실"_s}});
    phone.post(u"/d/moves/%1"_s.arg(id), fields);
    QTRY_COMPARE(m_desk->stateOf(id), OrderState::Delivered);
    QCOMPARE(m_desk->order(id).receivedBy, u"경비실"_s);

    // The list knows the phone by its name; letting it go asks once more, in its own button.
    m_window->showScreen(desk::MainWindow::Orders);
    openSettings();
    auto *const list = find<QWidget>("deviceList");
    QPushButton *letGo = nullptr;
    QTRY_VERIFY((letGo = list->findChild<QPushButton *>(u"letGo-2"_s)) != nullptr);
    QCOMPARE(letGo->accessibleName(), u"김기사님 · 연결 끊기"_s);
    letGo->click();
    QCOMPARE(letGo->text(), u"정말 끊기"_s);
    QVERIFY(phone.get(u"/d"_s).says(u"오늘 배송"_s));
    letGo->click();
    QTRY_VERIFY(list->findChild<QPushButton *>(u"letGo-2"_s) == nullptr);
    QVERIFY(phone.get(u"/d"_s).says(u"연결이 끊겼어요"_s));
}

void TestDrivers::aDeviceNeedsAName()
{
    openSettings();
    find<QPushButton>("addPhone")->click();
    QVERIFY(find<QLabel>("deviceProblem")->text().startsWith(u"기기 이름을 적어 주세요"_s));
    QVERIFY(find<QLabel>("deviceCode")->isHidden());
}

void TestDrivers::onlyTheOwnerSeesDevices()
{
    QVERIFY(!find<QWidget>("settingsDevices")->isHidden());
    const QString code =
        m_owner->post(u"/devices/codes"_s, {{u"role"_s, u"florist"_s}, {u"name"_s, u"뒤쪽"_s}})
            .json()
            .value(u"code"_s)
            .toString();
    HttpCalls nobody(m_shop->url(), {});
    const QByteArray token = nobody.post(u"/devices"_s, {{u"code"_s, code}})
                                 .json()
                                 .value(u"token"_s)
                                 .toString()
                                 .toLatin1();
    QVERIFY(!token.isEmpty());
    m_window.reset();
    m_desk = std::make_unique<DeskInProcess>(m_shop->url(), token, m_shop->clock);
    m_desk->engine.reset();
    sync::Settings settings;
    settings.server = m_shop->url();
    settings.token = token;
    settings.role = DeviceRole::Florist;
    m_desk->engine = std::make_unique<sync::Engine>(*m_desk->store, settings, m_shop->clock);
    m_window =
        std::make_unique<desk::MainWindow>(*m_desk->engine, m_theme, m_icons, *m_preferences);
    QVERIFY(find<QWidget>("settingsDevices")->isHidden());
}

void TestDrivers::withoutTheServer()
{
    QVERIFY(m_shop->stop());
    m_window->showScreen(desk::MainWindow::Settings);
    QTRY_VERIFY(!find<QLabel>("deviceProblem")->isHidden());
    QVERIFY(find<QLabel>("deviceProblem")->text().startsWith(u"서버에 닿지 않아요"_s));
    QVERIFY(m_shop->start());
}

QTEST_MAIN(TestDrivers)
#include "tst_drivers.moc"
