// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/words.h"

namespace petalpost {

/// What a payment provider is asked for. Each kind fails, is guarded and is shown on its own.
enum class CallKind {
    Charge, ///< prepares or confirms a payment
    Refund,
    Read, ///< looks into the provider's books; moves nothing
};

inline constexpr std::array<Word<CallKind>, 3> callKindWords{{
    {CallKind::Charge, QLatin1StringView("charge")},
    {CallKind::Refund, QLatin1StringView("refund")},
    {CallKind::Read, QLatin1StringView("read")},
}};

inline QLatin1StringView word(CallKind kind)
{
    return wordOf(callKindWords, kind);
}

/// Whether a provider is asked at all.
enum class BreakerState {
    Closed, ///< it answers: every call goes out
    Open, ///< it does not answer: no call goes out
    HalfOpen, ///< the pause is over: a few calls go out to see whether it answers again
};

inline constexpr std::array<Word<BreakerState>, 3> breakerStateWords{{
    {BreakerState::Closed, QLatin1StringView("closed")},
    {BreakerState::Open, QLatin1StringView("open")},
    {BreakerState::HalfOpen, QLatin1StringView("half-open")},
}};

inline QLatin1StringView word(BreakerState state)
{
    return wordOf(breakerStateWords, state);
}

/// How one kind of call to one provider fares.
struct ProviderHealth
{
    QString provider; ///< the gateway's name, as stored with each attempt
    CallKind kind = CallKind::Charge;
    BreakerState state = BreakerState::Closed;
    /// Since when it answers (Closed), or since when it does not (Open and HalfOpen alike).
    qint64 sinceMs = 0;

    bool operator==(const ProviderHealth &) const = default;
};

} // namespace petalpost
