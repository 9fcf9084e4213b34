// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/callguard.h"

#include <QtCore/QTimer>

namespace petalpost::server {

/// The guards of one provider, one for each kind of call, and how they stand. Lives in the server's
/// thread and must outlive the calls.
class ProviderGuards : public QObject
{
    Q_OBJECT

public:
    /// \a clock must outlive the guards.
    ProviderGuards(QString provider, const Clock &clock, Dice dice = randomUpTo,
                   GuardLimits limits = {}, QObject *parent = nullptr);

    const QString &provider() const { return m_provider; }
    CallGuard &of(CallKind kind);
    /// In the order of CallKind.
    std::array<const CallGuard *, 3> all() const { return {&m_charge, &m_refund, &m_read}; }
    std::vector<ProviderHealth> health() const;

    /// Looks whether one of them stands differently; comes by itself when calls end and pauses are
    /// over.
    void refresh();
    void stop();

Q_SIGNALS:
    /// health() answers something else than before.
    void changed();

private:
    const QString m_provider;
    CallGuard m_charge;
    CallGuard m_refund;
    CallGuard m_read;
    QTimer m_pauseOver;
    std::vector<ProviderHealth> m_known;
};

} // namespace petalpost::server
