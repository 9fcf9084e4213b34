// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/balances.h"

#include <QtCore/QTimeZone>

namespace petalpost::desk {

/// What became of a repair, and of what.
struct RepairNews
{
    Difference difference;
    sync::RepairAnswer answer = RepairOutcome::Asked;

    bool operator==(const RepairNews &) const = default;
    bool isGood() const { return answer.has_value(); }
};

/// "토스페이먼츠"; a provider that is not known here keeps its own name.
QString gatewayText(const QString &gateway);
/// "89,000원" or "−9,000원".
QString signedMoneyText(qint64 minor, const Currency &currency);
/// One sentence on the whole day: that it adds up, or how many things do not.
QString summaryText(const Balance &balance);
/// How many orders were paid, and how many of them in the shop.
QString ordersText(const Balance &balance);
/// Why a provider's list is not there; empty for one that is.
QString unreadText(ListState list);
/// What came of comparing \a sums with the provider's own list.
QString listText(const GatewaySums &sums, const Balance &balance);

/// The order, and what does not add up in one sentence.
QString differenceTitle(const Difference &difference);
/// Both amounts, the provider and the time, as far as they are known.
QString differenceFacts(const Difference &difference, const QDate &day, const QTimeZone &zone);
/// What the florist can do about it.
QString differenceAdvice(const Difference &difference);
/// What the button says that repairs \a difference.
QString repairText(const Difference &difference);
QString repairNewsText(const RepairNews &news);

} // namespace petalpost::desk
