// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"

#include <vector>

namespace petalpost {

/// Why something was refused. The text for people is made at the edges (ui/desk, core/server/shop,
/// core/server/messages); the stable problem type on the wire is the word in refusalWords.
enum class RefusalCode {
    MissingField,
    WrongType,
    OutOfRange,
    TooLong,
    InvalidText,
    InvalidPhone,
    UnknownProduct,
    SoldOut,
    DailyLimitReached,
    UnknownWindow,
    PastDate,
    ClosedDay,
    CutOffPassed,
    WindowFull,
    PriceOverflow,
    ConsentMissing,
    IllegalMove,
    StaleVersion,
    NotFound,
    NotAllowed,
    SignInRequired,
    KeyReused,
    InProgress,
    TooMany,
    Busy,
    PaymentDeclined,
    ProviderUnavailable, ///< asked, and no answer: what happened is not known
    ProviderNotAsked, ///< nothing was sent, nothing moved; `value`: seconds until a try is worth it
    ReviewExists,
    ReviewClosed,
    PairingCodeWrong,
    PairingCodeExpired,
    PairingTriesUsed,
    DeviceRevoked,
    StorageFailed,
    QuoteChanged, ///< `value`: "quoted/now", the differences in minor units
    UndoClosed, ///< an edit's undo time is over, or its refund has left
    NameTaken, ///< another product is called that
    ShopPaused, ///< no orders are taken for a while; `value`: until when, ms since the epoch
    InvalidPhoto, ///< `value`: why no picture is kept of the file, `format`, `pixels` or `unknown`
};

inline constexpr std::array<Word<RefusalCode>, 40> refusalWords{{
    {RefusalCode::MissingField, QLatin1StringView("missing-field")},
    {RefusalCode::WrongType, QLatin1StringView("wrong-type")},
    {RefusalCode::OutOfRange, QLatin1StringView("out-of-range")},
    {RefusalCode::TooLong, QLatin1StringView("too-long")},
    {RefusalCode::InvalidText, QLatin1StringView("invalid-text")},
    {RefusalCode::InvalidPhone, QLatin1StringView("invalid-phone")},
    {RefusalCode::UnknownProduct, QLatin1StringView("unknown-product")},
    {RefusalCode::SoldOut, QLatin1StringView("sold-out")},
    {RefusalCode::DailyLimitReached, QLatin1StringView("daily-limit-reached")},
    {RefusalCode::UnknownWindow, QLatin1StringView("unknown-window")},
    {RefusalCode::PastDate, QLatin1StringView("past-date")},
    {RefusalCode::ClosedDay, QLatin1StringView("closed-day")},
    {RefusalCode::CutOffPassed, QLatin1StringView("cut-off-passed")},
    {RefusalCode::WindowFull, QLatin1StringView("window-full")},
    {RefusalCode::PriceOverflow, QLatin1StringView("price-overflow")},
    {RefusalCode::ConsentMissing, QLatin1StringView("consent-missing")},
    {RefusalCode::IllegalMove, QLatin1StringView("illegal-move")},
    {RefusalCode::StaleVersion, QLatin1StringView("stale-version")},
    {RefusalCode::NotFound, QLatin1StringView("not-found")},
    {RefusalCode::NotAllowed, QLatin1StringView("not-allowed")},
    {RefusalCode::SignInRequired, QLatin1StringView("sign-in-required")},
    {RefusalCode::KeyReused, QLatin1StringView("key-reused")},
    {RefusalCode::InProgress, QLatin1StringView("in-progress")},
    {RefusalCode::TooMany, QLatin1StringView("too-many")},
    {RefusalCode::Busy, QLatin1StringView("busy")},
    {RefusalCode::PaymentDeclined, QLatin1StringView("payment-declined")},
    {RefusalCode::ProviderUnavailable, QLatin1StringView("provider-unavailable")},
    {RefusalCode::ProviderNotAsked, QLatin1StringView("provider-not-asked")},
    {RefusalCode::ReviewExists, QLatin1StringView("review-exists")},
    {RefusalCode::ReviewClosed, QLatin1StringView("review-closed")},
    {RefusalCode::PairingCodeWrong, QLatin1StringView("pairing-code-wrong")},
    {RefusalCode::PairingCodeExpired, QLatin1StringView("pairing-code-expired")},
    {RefusalCode::PairingTriesUsed, QLatin1StringView("pairing-tries-used")},
    {RefusalCode::DeviceRevoked, QLatin1StringView("device-revoked")},
    {RefusalCode::StorageFailed, QLatin1StringView("storage-failed")},
    {RefusalCode::QuoteChanged, QLatin1StringView("quote-changed")},
    {RefusalCode::UndoClosed, QLatin1StringView("undo-closed")},
    {RefusalCode::NameTaken, QLatin1StringView("name-taken")},
    {RefusalCode::ShopPaused, QLatin1StringView("shop-paused")},
    {RefusalCode::InvalidPhoto, QLatin1StringView("invalid-photo")},
}};

inline QLatin1StringView word(RefusalCode code)
{
    return wordOf(refusalWords, code);
}

/// The payment provider said neither yes nor no, asked or not: it is to be asked again later.
inline bool isProviderSilent(RefusalCode code)
{
    return code == RefusalCode::ProviderUnavailable || code == RefusalCode::ProviderNotAsked;
}

/// A typed "no": which rule, which field, and the facts an edge needs to say it in words.
struct Refusal
{
    RefusalCode code = RefusalCode::StorageFailed;
    QString field; ///< wire name of the offending field, e.g. "recipient.phone"; empty when none
    QString value; ///< a fact for the sentence: the limit, the nearest free window; never personal
    std::optional<OrderState> state; ///< the present state, for IllegalMove and StaleVersion
    std::vector<Verb> legalVerbs; ///< what would be legal now, for IllegalMove and StaleVersion
    std::vector<Refusal>
        others; ///< further refusals of the same input, so a form names all at once

    bool operator==(const Refusal &) const = default;

    static Refusal of(RefusalCode code, QString field = {}, QString value = {})
    {
        return {code, std::move(field), std::move(value), std::nullopt, {}, {}};
    }
};

} // namespace petalpost
