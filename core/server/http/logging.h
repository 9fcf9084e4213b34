// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace petalpost::http {

/// "petalpost.http". Lines carry the route template, never a path or a query: those hold tokens.
Q_DECLARE_LOGGING_CATEGORY(lcHttp)

} // namespace petalpost::http
