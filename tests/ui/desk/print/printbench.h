// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"
#include "tests/support/demoorders.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/desk/print/papertray.h"
#include "ui/desk/print/printqueue.h"
#include "ui/desk/style/theme.h"

namespace petalpost::test {

/// The queue of a desk over a file that a later bench may open again. Nothing listens at the
/// server's address.
class PrintBench
{
public:
    explicit PrintBench(const QString &folder)
        : preferences(folder + QStringLiteral("/printing.ini"))
    {
        clock.set(demo::now);
        auto opened = LocalStore::open(folder + QStringLiteral("/desk.db"));
        if (!opened)
            qFatal("the desk's file cannot be opened");
        store = std::move(*opened);
        if (store->state()->cursor.epoch.isEmpty())
            fill();
        engine = std::make_unique<sync::Engine>(
            *store, sync::Settings{QUrl(QStringLiteral("http://127.0.0.1:9")), "token"}, clock);
        if (!engine->start())
            qFatal("the local copy cannot be read");
        engine->stop();
        queue = std::make_unique<desk::PrintQueue>(*engine, preferences, theme);
        queue->setPrinters(tray);
    }

    /// \a order as the server tells it now.
    void tell(const Order &order)
    {
        FeedPage page;
        page.cursor = store->state()->cursor;
        ++page.cursor.number;
        page.entries.push_back({DocumentType::Order, order.id, page.cursor.number, order});
        if (!store->apply(page) || !engine->start())
            qFatal("the local copy cannot be changed");
        engine->stop();
    }

    FakeClock clock;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<sync::Engine> engine;
    desk::PrintPreferences preferences;
    desk::Theme theme;
    PaperTray tray;
    std::unique_ptr<desk::PrintQueue> queue;

private:
    void fill()
    {
        FeedPage page;
        page.cursor.epoch = QStringLiteral("spring");
        Shop shop;
        shop.name = QStringLiteral("온봄꽃집");
        shop.zone = demo::zone;
        page.entries.push_back({DocumentType::Shop, 1, ++page.cursor.number, shop});
        for (const Order &order : demo::orders())
            page.entries.push_back({DocumentType::Order, order.id, ++page.cursor.number, order});
        if (!store->resetCopy(page.cursor.epoch) || !store->apply(page))
            qFatal("the local copy cannot be filled");
    }
};

} // namespace petalpost::test
