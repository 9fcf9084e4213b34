// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/response.h"

#include <optional>

namespace petalpost::http {

struct Exchange;

/// Why a request is refused at its headers.
struct Refused
{
    Response response;
    bool closeNow = false; ///< the body's borders are in doubt or it is too long: do not read it
};

/// Fills the exchange's request from the headers libmicrohttpd has parsed and finds its route. Also
/// refuses what libmicrohttpd lets pass: doubtful body lengths, an encoded NUL, invalid UTF-8.
std::optional<Refused> readHead(Exchange &exchange, const char *method, const char *version);

/// Whether the headers announce a body.
bool announcesBody(const Exchange &exchange);

} // namespace petalpost::http
