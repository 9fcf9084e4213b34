// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/pairedshop.h"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>

namespace petalpost::sync {

/// Gives this desk's token back to the server, once. finished() comes exactly once, at the latest
/// after the deadline; deleting it earlier means not to hear of it.
class Unpairing : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualDeadlineMs = 5'000;

    explicit Unpairing(int deadlineMs = usualDeadlineMs, QObject *parent = nullptr);
    void start(const PairedShop &shop, const QByteArray &token);

Q_SIGNALS:
    /// \a ended: the server knows; otherwise the owner still sees this desk and can revoke it.
    void finished(bool ended);

private:
    const int m_deadlineMs;
    QNetworkAccessManager m_network;
};

} // namespace petalpost::sync
