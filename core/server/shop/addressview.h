// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/addressbook.h"
#include "core/server/shop/orderform.h"

namespace petalpost::server {

/// Shows the addresses to choose from, or that there are none and where the shop delivers; nothing
/// when nobody searched.
void showPlaces(View &view, const Words &words, const std::optional<FoundAddresses> &found,
                const QStringList &districts);

/// Adds the sentence for an address that names a district where the shop does not deliver.
void checkDistrict(std::vector<FieldError> &errors, const OrderForm &form, const Words &words,
                   const QStringList &districts);

} // namespace petalpost::server
