// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/providerguards.h"

namespace petalpost::server {

/// How all payment providers fare, for those who show it. Owns no guards; all outlive it. Lives in
/// the server's thread.
class GuardBoard : public QObject
{
    Q_OBJECT

public:
    explicit GuardBoard(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    void add(ProviderGuards &guards)
    {
        m_all.push_back(&guards);
        connect(&guards, &ProviderGuards::changed, this, &GuardBoard::changed);
    }
    const std::vector<ProviderGuards *> &all() const { return m_all; }

    /// Provider by provider in the order they were added, each in the order of CallKind.
    std::vector<ProviderHealth> health() const
    {
        std::vector<ProviderHealth> health;
        for (const ProviderGuards *guards : m_all) {
            for (ProviderHealth &one : guards->health())
                health.push_back(std::move(one));
        }
        return health;
    }

Q_SIGNALS:
    /// health() answers something else than before.
    void changed();

private:
    std::vector<ProviderGuards *> m_all;
};

} // namespace petalpost::server
