// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct MHD_Response;

namespace petalpost::http {

struct Exchange;
struct Response;

/// Lets the error page render a problem for a person. A page that throws leaves the problem.
void renderError(Exchange &exchange);

/// Adds the response's headers to libmicrohttpd's, with `close` also Connection: close.
void addHeaders(MHD_Response *to, const Response &response, bool close);

/// The whole answer as bytes, for a connection that libmicrohttpd cannot answer any more.
QByteArray rawReply(const Response &response);

} // namespace petalpost::http
