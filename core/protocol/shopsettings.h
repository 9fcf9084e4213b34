// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"
#include "core/protocol/message.h"

#include <QtCore/QJsonObject>

#include <span>

namespace petalpost {

/// The wire names of what the owner changes from the desk; everything else of a shop is its
/// server's.
std::span<const QLatin1StringView> shopSettings();

/// The events that customers need not be texted about. What asks them for something, or is about
/// money, is always sent.
std::span<const MessageEvent> mutableTexts();

/// \a shop with the settings that \a change names, tidied and checked, and its version one higher;
/// settings that are not named stay, so that two desks that change different things do not undo
/// each other's work. Members of `change` that are no settings are ignored. Refuses with
/// MissingField (`settings`) when it names none, WrongType, and as checkShop(). Both programs use
/// it, so that the desk refuses what the server would.
Result<Shop> changedShop(const Shop &shop, const QJsonObject &change, qint64 nowMs);

} // namespace petalpost
