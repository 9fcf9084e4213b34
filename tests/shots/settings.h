// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/shopdevices.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/settings/settingspage.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTimeEdit>

#include <memory>

namespace petalpost::shots {

inline const QStringList deviceNames{QStringLiteral("앞쪽 컴퓨터"), QStringLiteral("작업대"),
                                     QStringLiteral("김기사님")};

/// What the server tells an owner of the shop's devices, and a code for another one.
inline void tellDevices(test::DeskWindow &desk)
{
    sync::ShopDevices &devices = desk.engine->devices();
    const qint64 nowMs = desk.clock.nowMs();
    Q_EMIT devices.listed(std::vector<sync::ShopDevice>{
        {1, deviceNames.at(0), DeviceRole::Owner, nowMs, true},
        {2, deviceNames.at(1), DeviceRole::Florist, nowMs - 60'000, false},
        {3, deviceNames.at(2), DeviceRole::Driver, 0, false}});
    Q_EMIT devices.codeIssued(sync::DeviceCode{QStringLiteral("48201937"), nowMs + 600'000});
    QObject::disconnect(&devices, nullptr, nullptr, nullptr); // nothing listens there
}

/// The settings from the top, or from the bottom; \a plain: the token lies in a file.
inline auto settings(bool bottom, bool plain = false)
{
    return [=](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk::SettingsPage &page = desk.window->settings();
        page.setSoundsPlayable(true);
        page.setUnpairable(true);
        page.setTokenPlain(plain);
        desk.window->showScreen(desk::MainWindow::Settings);
        tellDevices(desk);
        QCoreApplication::processEvents(); // only what is laid out can be scrolled
        QCoreApplication::processEvents();
        QScrollBar *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
        bar->setValue(bottom ? bar->maximum() : 0);
        return nullptr;
    };
}

/// The settings at the section \a name of the shop, after \a prepare.
inline auto shopSettings(const char *name, void (*prepare)(test::DeskWindow &) = nullptr)
{
    return [=](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        settings(false)(desk);
        if (prepare)
            prepare(desk);
        QCoreApplication::processEvents(); // as above
        QCoreApplication::processEvents();
        desk.find<QPushButton>(name)->click();
        return nullptr;
    };
}

/// Why the day is closed.
inline const QString closedBecause = QStringLiteral("꽃시장 가는 날");

/// A window that lies over the next one was refused, and a day is closed.
inline void setSome(test::DeskWindow &desk)
{
    Shop shop;
    shop.closedDays = {{demo::today.addDays(5), closedBecause}};
    if (!desk.engine->changeShop(
            {{QStringLiteral("closedDays"), toJson(shop).value(QStringLiteral("closedDays"))}}))
        qFatal("the day could not be closed");
    auto *end = desk.find<QTimeEdit>("windowEnd-0");
    end->setTime(QTime(15, 0));
    QTest::keyClick(end, Qt::Key_Return);
}

/// The board while the web takes no orders.
inline auto paused()
{
    return [](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        constexpr qint64 halfHourMs = 30 * 60'000;
        if (!desk.engine->changeShop({{QStringLiteral("pausedUntilMs"), demo::now + halfHourMs}}))
            qFatal("the shop could not be paused");
        return nullptr;
    };
}

/// The settings' section 인쇄 at the top.
inline auto settingsPrint()
{
    return [](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        settings(false)(desk);
        auto *section = desk.find<QWidget>("settingsPrint");
        auto *scroll = desk.window->settings().findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(section->y());
        return nullptr;
    };
}

} // namespace petalpost::shots
