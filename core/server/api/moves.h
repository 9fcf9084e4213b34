// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/api/caller.h"
#include "core/server/http/response.h"

namespace petalpost::server {

/// Answers a PATCH of \a orderId by \a caller: `{verb, basedOn, …}`, or a `status` of the older
/// interface. What is refunded by it is asked for at once, in the background.
QCoro::Task<http::Response> moveOrder(Services services, http::Request request, Caller caller,
                                      qint64 orderId);

/// Answers a page of orders: `?after=ID&limit=N`, limit at most 500. \a onlyDeliveries leaves the
/// florist's queue, paid to delivering.
/// A driver gets today's run in the driver's form.
QCoro::Task<http::Response> listOrders(Services services, http::Request request, Caller caller,
                                       bool onlyDeliveries);

/// The order as a driver may see it; NotFound when it is not on today's run.
QCoro::Task<Result<Order>> orderForDriver(Services services, qint64 orderId);

} // namespace petalpost::server
