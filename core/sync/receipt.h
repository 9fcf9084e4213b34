// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/backoff.h"
#include "core/sync/request.h"
#include "core/sync/settings.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace petalpost::sync {

class Mirror;
class Transport;

/// Tells the server how far this desk's copy reaches on the disk, when orders came that no desk has
/// reported yet. Many orders need one call, and no two calls come within a second. The orders come
/// back with their stamp and then await nothing, so a receipt never causes another one.
class Receipt : public QObject
{
    Q_OBJECT

public:
    static constexpr int spacingMs = 1'000;

    Receipt(Transport &transport, Mirror &mirror, const Settings &settings,
            QObject *parent = nullptr);
    ~Receipt() override;

    /// An order in the copy awaits a receipt: reports now or as soon as it may.
    void due();
    /// The server can be reached (again): reports if anything in the copy awaits it.
    void resume();
    void pause();

private:
    void send();
    void handle(const Answer &answer);

    Transport &m_transport;
    Mirror &m_mirror;
    Backoff m_backoff;
    QPointer<Request> m_request;
    QTimer m_wait; ///< until the next call may leave
    bool m_running = false;
    bool m_due = false;
};

} // namespace petalpost::sync
