// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "core/storage/server/messagestore.h"
#include "translations/words.h"

namespace petalpost::server {

/// One SMS holds this many bytes of EUC-KR; a longer text would go out as a dearer LMS.
inline constexpr int smsBytes = 90;

/// What \a text costs in EUC-KR; a syllable that strict EUC-KR lacks counts eight bytes. Nothing
/// when a character cannot be sent at all (emoji, the won sign, an en dash).
std::optional<int> eucKrBytes(const QString &text);

/// What stands in the text of a sign-in instead of the code, except in the text that is sent.
inline constexpr QLatin1StringView hiddenCode("******");

/// The text of \a row in the customer's language; of a sign-in with hiddenCode. The shop's name is
/// left out when the text would not fit into one SMS with it; the link is never cut.
QString messageText(const store::OutboxRow &row, const Order &order, const Shop &shop,
                    const QString &link);
/// The same in the language of \a words, whose context is "messages".
QString messageText(const store::OutboxRow &row, const Order &order, const Shop &shop,
                    const QString &link, const Words &words);

} // namespace petalpost::server
