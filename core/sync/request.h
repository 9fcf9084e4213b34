// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/refusal.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <memory>
#include <optional>

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

/// Why a question has no result: what the server said against it, or nothing when its answer did
/// not come in time, or not whole, or came from somebody else.
struct NoAnswer
{
    std::optional<Refusal> refusal{};

    bool operator==(const NoAnswer &) const = default;
};

/// A status without a problem document is some proxy's, not the server's.
NoAnswer noAnswerOf(const Answer &answer);

} // namespace petalpost::sync
