// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <array>

namespace petalpost::desk {

/// What the desk can be heard saying; the most pressing first.
enum class Sound {
    NewOrder, ///< two rising notes, until somebody looks
    Cancelled, ///< falling
    Offline, ///< two low notes: new orders are invisible
    Late, ///< one low note
};

inline constexpr std::array allSounds{Sound::NewOrder, Sound::Cancelled, Sound::Offline,
                                      Sound::Late};

/// What people call the sound: "새 주문".
QString soundName(Sound sound);

} // namespace petalpost::desk

Q_DECLARE_METATYPE(petalpost::desk::Sound)
