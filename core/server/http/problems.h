// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/response.h"

namespace petalpost::http::problems {

/// The answers the server gives on its own, before or instead of a handler.
Response badRequest(const QString &detail);
Response notFound();
Response methodNotAllowed(const QByteArray &allow);
Response requestTimeout();
Response contentTooLarge(qint64 maxBytes);
Response headersTooLarge();
Response internalError();
Response notImplemented(const QString &detail);
Response unavailable(const QString &detail);

} // namespace petalpost::http::problems
