// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// What the customer's presses on an order have in common, whichever page they are made on. All
/// run in the server's thread; \a site outlives them.

/// The order whose secret address a form was posted to. Refuses as Orders::findByToken() does, and
/// with NotAllowed when the form is not ours or came from another site.
QCoro::Task<Result<Order>> postedOrder(Site &site, http::Request request,
                                       QHash<QString, QString> fields);

/// Payments::begin(), for a customer who waits at the page: after patienceMs without an answer
/// ProviderUnavailable, and the call goes on to its own end.
QCoro::Task<Result<HostedPage>> beginPayment(Site &site, qint64 orderId, QString gateway = {},
                                             int chargeRequest = 0);

/// Sends the customer to where \a page is: at the provider, or here in the same language.
http::Response toPayment(const Language &language, const HostedPage &page);

/// Sends the customer to the order's page of \a token.
http::Response toOrder(const Language &language, const QString &token);

/// An answer that no cache keeps and whose secret address no link gives away.
http::Response privately(http::Response response);

} // namespace petalpost::server
