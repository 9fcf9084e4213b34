// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtWidgets/QApplication>

namespace petalpost::bench {

/// The desk as its program puts it together, on the data directory \a dataDir.
struct Desk
{
    Desk(const QUrl &server, const QByteArray &token, const QString &dataDir)
        : preferences(dataDir + QStringLiteral("/window.ini"))
    {
        desk::followLook(theme, preferences);
        theme.apply(*qApp);
        auto opened = LocalStore::open(dataDir + QStringLiteral("/desk.db"));
        if (!opened)
            qFatal("the desk's file cannot be opened");
        store = std::move(*opened);
        engine = std::make_unique<sync::Engine>(*store, sync::Settings{server, token}, clock);
        window = std::make_unique<desk::MainWindow>(*engine, theme, icons, preferences);
        window->resize(1366, 768);
    }

    template<class Widget>
    Widget *find(const char *name) const
    {
        auto *found = window->findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }

    SystemClock clock;
    desk::Preferences preferences;
    desk::Theme theme;
    desk::Icons icons;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<desk::MainWindow> window;
};

} // namespace petalpost::bench
