// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <memory>

class QNetworkReply;
class QTimer;

namespace petalpost::sync {

/// What came back from one call.
struct Answer
{
    int status = 0; ///< 0: no whole answer came within the deadline
    bool neverLeft = false; ///< with status 0: no connection was made, so the server knows nothing
    bool problem = false; ///< the body is an application/problem+json document
    int retryAfterMs = 0; ///< what the server asked for; 0 = nothing
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// One call to the server. Says finished() exactly once, at the latest after its deadline, and
/// deletes itself then; a caller that leaves earlier calls abandon() and hears nothing.
class Request : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxBodyBytes = 1024 * 1024;

    /// Takes \a reply over. Transport makes these.
    Request(QNetworkReply *reply, int deadlineMs, QObject *parent);
    ~Request() override;

    void abandon();

Q_SIGNALS:
    void finished(const petalpost::sync::Answer &answer);

private:
    void finish();

    QNetworkReply *m_reply; ///< null once finished
    QTimer *m_deadline;
};

} // namespace petalpost::sync
