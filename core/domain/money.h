// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <optional>

namespace petalpost {

/// The number of minor units of a currency is 10^exponent: 0 for KRW, 2 for USD.
struct Currency
{
    QString code = QStringLiteral("KRW"); ///< ISO 4217, three upper-case letters
    int exponent = 0;

    bool operator==(const Currency &) const = default;
};

/// An exact amount in minor units. Never a floating-point number.
struct Money
{
    qint64 minor = 0;
    Currency currency;

    bool operator==(const Money &) const = default;

    /// The sum, or nothing when the currencies differ or the result exceeds maxMinor.
    std::optional<Money> plus(const Money &other) const;

    /// \a count times this amount, or nothing when the result exceeds maxMinor.
    std::optional<Money> times(qint64 count) const;

    /// The largest amount a shop can ask: ten billion minor units. Far below what a 53-bit JSON
    /// number holds exactly, so that no peer can read a rounded amount.
    static constexpr qint64 maxMinor = 10'000'000'000;
};

/// "89,000원" for Korean, "₩89,000" for English; other currencies as "12.50 USD".
QString displayMoney(const Money &money, bool korean);

} // namespace petalpost
