// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/result.h"

namespace petalpost {

/// Bounds of what people type, in characters. A longer text is refused, never cut.
namespace bounds {
inline constexpr int name = 30;
inline constexpr int addressLine = 200;
inline constexpr int cardMessage = 200;
inline constexpr int ribbon = 40;
inline constexpr int request = 300;
inline constexpr int reason = 300;
inline constexpr qint64 maxQty = 999;
} // namespace bounds

/// How strictly names and phones are asked for.
enum class ContactRule {
    Optional, ///< the older interface and shops that switch it off
    SenderRequired, ///< sender's name and mobile; the recipient's default to the sender's
    AllRequired, ///< the web form: both people, and an address unless picked up
};

/// Digits of a phone as people type it: spaces, hyphens, dots and +82 are understood. Nothing when
/// it is not 9 to 12 digits that start with 0.
std::optional<QString> normalisedPhone(QStringView typed);

/// Whether \a phone (already normalised) can receive SMS: 01x with 10 or 11 digits, or 050x.
bool isMobile(QStringView phone);

/// "010-1234-5678" for "01012345678".
QString displayPhone(const QString &phone);

/// "김*연" for "김서연", "김**" with \a onlyFirst: what others may see of a name.
QString maskedName(const QString &name, bool onlyFirst = false);

/// Refuses NUL, other control characters (newline and tab are fine when \a multiLine), lone
/// surrogates and bidirectional overrides (InvalidText) and texts over \a maxLength (TooLong).
Result<void> checkText(const QString &field, const QString &text, int maxLength,
                       bool multiLine = false);

/// Trims and normalises \a draft in place and checks every field that needs no database. The
/// refusal is the first one found; Refusal::others holds the rest, each naming its field.
Result<void> checkDraft(OrderDraft &draft, ContactRule rule);

} // namespace petalpost
