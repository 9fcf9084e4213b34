// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/providerhealth.h"
#include "core/domain/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <vector>

namespace petalpost {

/// The event of the change feed that carries `{"payment": […]}`: how the payment providers fare.
/// Sent to a new stream and whenever it changes; it is no part of the copy and has no cursor.
inline constexpr auto paymentEvent = "payment";

QJsonArray toJson(const std::vector<ProviderHealth> &health);
/// Entries with a word that this version does not know are left out. Refuses what is no list.
Result<std::vector<ProviderHealth>> providerHealthFromJson(const QJsonObject &json);

} // namespace petalpost
