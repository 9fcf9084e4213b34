// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"

#include <QtCore/QTemporaryDir>

namespace petalpost::test {

/// A desk without a window: its file and its engine, patient for milliseconds only.
class DeskInProcess
{
    QTemporaryDir m_dir; // outlives those who use its file

public:
    DeskInProcess(const QUrl &server, const QByteArray &token, const Clock &clock,
                  const QByteArray &certificateSha256 = {})
    {
        reopen(server, token, clock, certificateSha256);
    }

    /// The same file with another pairing, as after a restart.
    void reopen(const QUrl &server, const QByteArray &token, const Clock &clock,
                const QByteArray &certificateSha256 = {})
    {
        engine.reset();
        store.reset();
        auto opened = LocalStore::open(m_dir.filePath(QStringLiteral("desk.db")));
        if (!opened)
            qFatal("the desk's file cannot be opened");
        store = std::move(*opened);
        sync::Engine::Settings settings;
        settings.server = server;
        settings.token = token;
        settings.certificateSha256 = certificateSha256;
        settings.firstRetryMs = 5;
        settings.maxRetryMs = 50;
        engine = std::make_unique<sync::Engine>(*store, settings, clock);
    }

    QString file(const QString &name) const { return m_dir.filePath(name); }
    bool isLive() const
    {
        return engine->status().link == sync::Link::Live && engine->status().complete;
    }
    /// The order as this desk shows it; an empty one when it shows none.
    Order order(qint64 id) const
    {
        const auto found = engine->orders().find(id);
        return found == engine->orders().end() ? Order{} : found->second;
    }
    OrderState stateOf(qint64 id) const { return order(id).state; }

    std::unique_ptr<LocalStore> store;
    std::unique_ptr<sync::Engine> engine;
};

} // namespace petalpost::test
