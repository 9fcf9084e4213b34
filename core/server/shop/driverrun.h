// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/texts.h"
#include "core/server/shop/view.h"

namespace petalpost::server {

/// What is on the road first, then by the promised time; what has none comes last.
bool isSooner(const Order &one, const Order &other);

/// The stops of \a orders under the words of their states, with what can be said at each door.
/// \a applePhone opens maps in its own way.
View runView(const Texts &texts, const std::vector<Order> &orders, bool applePhone);
/// The ETag of what runView() shows; another one each minute, for what is late shows by then.
QByteArray runTag(const Texts &texts, const std::vector<Order> &orders);

} // namespace petalpost::server
