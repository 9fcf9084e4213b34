// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QTimer>

#include <memory>

namespace petalpost::server {

/// Waiting for coroutines: every wait ends, at the latest when the owner stops, so that no
/// coroutine wakes up after what it works with has gone. Lives in the server's thread.
class Delays : public QObject
{
    Q_OBJECT

public:
    explicit Delays(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~Delays() override { stop(); }

    /// True after \a delayMs; false, at once, when stop() came first.
    QFuture<bool> after(int delayMs);
    /// Ends every wait, also those that are asked for later.
    void stop();

private:
    struct Wait
    {
        QPromise<bool> promise;
        QTimer timer;
    };

    void end(Wait *wait, bool elapsed);

    std::vector<std::unique_ptr<Wait>> m_waits;
    bool m_stopped = false;
};

} // namespace petalpost::server
