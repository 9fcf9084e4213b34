// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>

#include <deque>
#include <memory>
#include <set>

class QProcess;

namespace petalpost::server {

/// What a file turned out to show: two WebP renderings without anything else that lay in the file.
struct DecodedPhoto
{
    QByteArray small;
    QByteArray large;
};

/// Has pictures from outside decoded by a program of its own, which has limits of memory and time,
/// no secrets and no files: what a hostile picture breaks ends there. Lives in the server's thread.
class PhotoDecoder : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostAtOnce = 2;
    static constexpr int mostWaiting = 16;
    static constexpr int longestMs = 15'000;

    /// \a program is the path of `petalpost-photo`, which is ended after \a deadlineMs.
    explicit PhotoDecoder(QString program, int deadlineMs = longestMs, QObject *parent = nullptr);
    ~PhotoDecoder() override;

    /// Refuses with InvalidPhoto (value: `format` for what is no JPEG, PNG or WebP picture, or is
    /// damaged or takes longer than the deadline; `pixels` for more than photobounds) and with Busy
    /// when too many wait or the program is not there.
    QFuture<Result<DecodedPhoto>> decode(QByteArray file);
    /// Every decode() is answered now, and every later one is refused with Busy.
    void stop();

private:
    struct Job;

    void startNext();
    void start(std::shared_ptr<Job> job);
    void end(QProcess &process, const std::shared_ptr<Job> &job);

    const QString m_program;
    const int m_deadlineMs;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::set<std::shared_ptr<Job>> m_running;
    bool m_stopped = false;
};

} // namespace petalpost::server
