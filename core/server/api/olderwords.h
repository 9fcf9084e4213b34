// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"

namespace petalpost::server {

/// What a `status` of the older interface asks for. Its words pass several steps at once and carry
/// no version, so they are moves on whatever state the order is in.
inline constexpr std::array<Word<Verb>, 3> olderWords{{
    {Verb::Cancel, QLatin1StringView("OrderCancelled")},
    {Verb::StartDelivery, QLatin1StringView("DeliveryStart")},
    {Verb::Cancel, QLatin1StringView("DeliveryCancelled")},
}};

} // namespace petalpost::server
