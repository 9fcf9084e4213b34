// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samples.h"
#include "tests/support/scriptedshop.h"

#include <QtCore/QTemporaryDir>

namespace petalpost::test {

/// One desk against a scripted shop: waits of a few milliseconds, its own file, its own clock.
class DeskBench
{
    QTemporaryDir m_dir; // outlives those who use its file
    int m_requestMs;
    int m_heartbeatMs;

public:
    explicit DeskBench(int requestMs = 10'000, int heartbeatMs = 40'000)
        : m_requestMs(requestMs)
        , m_heartbeatMs(heartbeatMs)
    {
        open();
    }

    /// A desk that starts afresh on the same file, as after a crash.
    void reopen()
    {
        engine.reset();
        store.reset();
        open();
    }

    /// From now on the desk's disk refuses \a what ("UPDATE ON copy_state"), until mendDisk().
    void breakDisk(QStringView what) const
    {
        runOnFile(u"CREATE TRIGGER broken BEFORE " % what
                  % u" BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    }
    void mendDisk() const { runOnFile(QStringLiteral("DROP TRIGGER IF EXISTS broken")); }

    bool isLive() const
    {
        return engine->status().link == sync::Link::Live && engine->status().complete;
    }
    OrderState stateOf(qint64 orderId) const { return engine->orders().at(orderId).state; }

    ScriptedShop shop;
    FakeClock clock;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<sync::Engine> engine;

private:
    void runOnFile(const QString &statement) const
    {
        Database(path(), Database::Mode::ReadWrite).runSchemaStep(statement);
    }
    QString path() const { return m_dir.filePath(QStringLiteral("desk.db")); }

    void open()
    {
        auto opened = LocalStore::open(path());
        if (!opened)
            qFatal("the desk's file cannot be opened");
        store = std::move(*opened);
        sync::Engine::Settings settings;
        settings.server = shop.url();
        settings.token = "token";
        settings.requestTimeoutMs = m_requestMs;
        settings.heartbeatTimeoutMs = m_heartbeatMs;
        settings.firstRetryMs = 2;
        settings.maxRetryMs = 10;
        engine = std::make_unique<sync::Engine>(*store, settings, clock);
    }
};

} // namespace petalpost::test
