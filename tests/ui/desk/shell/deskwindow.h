// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
#include "tests/support/demomenu.h"
#include "tests/support/demoorders.h"
#include "tests/support/fakeclock.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

namespace petalpost::test {

/// The real window on a real engine over a filled local copy, with nothing listening at the
/// server's address: a desk on a bad day. Time stands still.
class DeskWindow
{
    QTemporaryDir m_dir; // outlives those who use its file

public:
    DeskWindow()
    {
        clock.set(demo::now);
        auto opened = LocalStore::open(m_dir.filePath(QStringLiteral("desk.db")));
        if (!opened)
            qFatal("the desk's file cannot be opened");
        store = std::move(*opened);
        fill();
        engine = std::make_unique<sync::Engine>(
            *store, sync::Settings{QUrl(QStringLiteral("http://127.0.0.1:9")), "token"}, clock);
        desk::followLook(theme, preferences);
        QObject::connect(&theme, &desk::Theme::changed, &theme, [this] { theme.apply(*qApp); });
        theme.apply(*qApp);
        window = std::make_unique<desk::MainWindow>(*engine, theme, icons, preferences);
        if (!engine->start())
            qFatal("the local copy cannot be read");
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
    }

    const Order &order(qint64 id) const { return engine->orders().at(id); }

    template<class Widget>
    Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QString::fromLatin1(name));
    }

    FakeClock clock;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<sync::Engine> engine;
    desk::Preferences preferences{m_dir.filePath(QStringLiteral("window.ini"))};
    desk::Theme theme;
    desk::Icons icons;
    std::unique_ptr<desk::MainWindow> window;

private:
    void fill()
    {
        FeedPage page;
        page.cursor.epoch = QStringLiteral("spring");
        const auto add = [&page](DocumentType type, qint64 id, const Document &document) {
            page.entries.push_back({type, id, ++page.cursor.number, document});
        };
        Shop shop;
        shop.name = QStringLiteral("온봄꽃집");
        shop.zone = demo::zone;
        shop.windows = {{10 * 60, 12 * 60, 5}, {14 * 60, 16 * 60, 5}};
        add(DocumentType::Shop, 1, shop);
        for (const Product &product : demo::products())
            add(DocumentType::Product, product.id, product);
        for (const Order &order : demo::orders())
            add(DocumentType::Order, order.id, order);
        for (const Review &review : demo::reviews())
            add(DocumentType::Review, review.id, review);
        if (!store->resetCopy(page.cursor.epoch) || !store->apply(page))
            qFatal("the local copy cannot be filled");
    }
};

} // namespace petalpost::test
