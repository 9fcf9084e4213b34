// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/providerhealth.h"

#include <QtCore/QTimeZone>

#include <vector>

namespace petalpost::desk {

/// What the florist reads while a payment provider does not answer: since when, what does not work,
/// and what is safe. Empty while every provider answers.
QString paymentBannerText(const std::vector<ProviderHealth> &health, qint64 nowMs,
                          const QTimeZone &zone);

} // namespace petalpost::desk
