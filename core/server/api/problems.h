// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/server/http/response.h"

namespace petalpost::server {

/// The one mapping of refusals to HTTP: status, title and what to do about it.
http::Response problemFor(const Refusal &refusal);

} // namespace petalpost::server
