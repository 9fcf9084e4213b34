// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <qcorotask.h>

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

namespace petalpost::server {

/// One call to a provider. The headers may hold secrets: nothing of a call is ever logged but its
/// method, host and outcome.
struct ProviderCall
{
    QByteArray method = "GET";
    QUrl url;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
    int deadlineMs = 10'000; ///< from the start to the last byte of the answer
};

/// What the provider answered, whatever the status.
struct ProviderAnswer
{
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
};

/// How long the calls to a provider may take.
struct ProviderDeadlines
{
    int connectMs = 3'000; ///< until the connection stands
    int readMs = 10'000; ///< of calls that move nothing
    int writeMs = 30'000; ///< of calls that may move money
};

/// HTTP to payment providers: no redirects, no cookies, TLS 1.2 at least where the address is
/// https. Lives in the server's thread.
class ProviderHttp
{
public:
    static constexpr qint64 maxAnswerBytes = 4 * 1024 * 1024; ///< a longer answer is cut off

    /// A shop keeps the usual \a deadlines; tests have no time for them.
    explicit ProviderHttp(ProviderDeadlines deadlines = {});

    const ProviderDeadlines &deadlines() const { return m_deadlines; }

    /// Refuses with ProviderNotAsked when no connection came about, and with ProviderUnavailable
    /// when it broke, the deadline passed or the answer was too long.
    QCoro::Task<Result<ProviderAnswer>> send(ProviderCall call);

    /// Ends every call that is still running, now and from now on, with ProviderUnavailable.
    void stop();

private:
    const ProviderDeadlines m_deadlines;
    QNetworkAccessManager m_network;
    bool m_stopped = false;
};

} // namespace petalpost::server
