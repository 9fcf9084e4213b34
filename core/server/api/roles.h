// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"
#include "core/protocol/paths.h"
#include "core/server/http/request.h"

#include <algorithm>

namespace petalpost::server {

/// Which roles besides the owner's may call a route with a device's token.
struct RoleRule
{
    http::Method method;
    QByteArrayView route;
    bool florist = false;
    bool driver = false;
};

/// The ONE table of roles and routes. What a driver is shown there is reduced by driverview.h. A
/// route that is missing here is the owner's alone.
inline constexpr RoleRule roleRules[] = {
    {http::Method::Post, paths::orders, true, false},
    {http::Method::Get, paths::order, true, true},
    {http::Method::Patch, paths::order, true, true},
    {http::Method::Patch, paths::orderLines, true, false},
    {http::Method::Get, paths::deliveries, true, true},
    {http::Method::Patch, paths::delivery, true, true},
    {http::Method::Get, paths::myPages, true, false},
    {http::Method::Get, paths::reviews, true, true},
    {http::Method::Post, paths::reviews, true,
     true}, // refuses every device: reviews are customers'
    {http::Method::Patch, paths::review, true, false},
    {http::Method::Get, paths::payments, true, false},
    {http::Method::Patch, paths::payments, true, false},
    {http::Method::Get, paths::balance, true, false},
    {http::Method::Post, paths::balanceRepairs, true, false},
    {http::Method::Post, paths::catalogue, true, false},
    {http::Method::Patch, paths::product, true, false},
    {http::Method::Post, paths::photos, true, true},
    {http::Method::Get, paths::windows, true, false},
    {http::Method::Get, paths::settings, true, false},
    {http::Method::Get, paths::figures, true, false},
    {http::Method::Get, paths::messages, true, false},
    {http::Method::Get, paths::changes, true, true},
    {http::Method::Patch, paths::changes, true, false},
    {http::Method::Delete, paths::device, true, true}, // itself; others only the owner
};

/// Whether a device with \a role may call \a route. A HEAD is a GET.
inline bool mayCall(DeviceRole role, http::Method method, QByteArrayView route)
{
    if (role == DeviceRole::Owner)
        return true;
    const auto asked = method == http::Method::Head ? http::Method::Get : method;
    const auto rule = std::ranges::find_if(roleRules, [&](const RoleRule &candidate) {
        return candidate.method == asked && candidate.route == route;
    });
    if (rule == std::ranges::end(roleRules))
        return false;
    return role == DeviceRole::Florist ? rule->florist : rule->driver;
}

} // namespace petalpost::server
