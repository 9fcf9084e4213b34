// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/api/services.h"
#include "core/server/http/request.h"

namespace petalpost::server {

/// Who sent a request: a device, the holder of an order's token, or anybody.
struct Caller
{
    std::optional<store::Device> device;
    std::optional<Order> order; ///< the order whose token was sent, as it stood then

    /// Under which name an idempotency key of this caller counts.
    QString name() const;
    /// Whom the state table sees.
    Actor actor() const;
    /// A driver sees and moves today's run only.
    bool isDriver() const { return device && device->role == DeviceRole::Driver; }
};

/// Reads the bearer token; none at all is anybody. Refuses an unknown token with SignInRequired, a
/// revoked device with DeviceRevoked, and a device whose role may not call this route (roles.h)
/// with NotAllowed.
QCoro::Task<Result<Caller>> identify(Services services, http::Request request);
/// As identify(), but refuses everybody who is not a device.
QCoro::Task<Result<Caller>> identifyDevice(Services services, http::Request request);

/// Counts a post or change of a customer from \a address. Refuses with TooMany when it is above
/// CallLimits::postsPerOrder; devices are not counted.
QCoro::Task<Result<void>> withinLimit(Services services, Caller caller, QByteArray address);

/// The call's idempotency key; nothing when none was sent. Anonymous keys must be UUIDs, for one
/// namespace holds them all. Refuses with OutOfRange otherwise.
Result<std::optional<store::CallKey>> callKey(const http::Request &request, const Caller &caller);

/// The JSON object in the body. Refuses with WrongType (field `Content-Type` or `body`).
Result<QJsonObject> jsonBody(const http::Request &request);

/// The id in the path; NotFound when it is no positive number.
Result<qint64> pathId(const http::Request &request);

/// A number of the query between \a least and \a most; \a fallback when it is absent.
Result<qint64> queryNumber(const http::Request &request, QLatin1StringView name, qint64 fallback,
                           qint64 least, qint64 most);

} // namespace petalpost::server
