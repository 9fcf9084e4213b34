// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/words.h"

namespace petalpost {

/// What a paired device may do. The owner issues codes and revokes; the florist runs the shop; the
/// driver sees today's run and moves what is on it.
enum class DeviceRole { Owner, Florist, Driver };

inline constexpr std::array<Word<DeviceRole>, 3> deviceRoleWords{{
    {DeviceRole::Owner, QLatin1StringView("owner")},
    {DeviceRole::Florist, QLatin1StringView("florist")},
    {DeviceRole::Driver, QLatin1StringView("driver")},
}};

inline QLatin1StringView word(DeviceRole role)
{
    return wordOf(deviceRoleWords, role);
}

} // namespace petalpost
