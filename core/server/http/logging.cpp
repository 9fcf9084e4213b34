// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/logging.h"

namespace petalpost::http {

Q_LOGGING_CATEGORY(lcHttp, "petalpost.http", QtInfoMsg)

} // namespace petalpost::http
