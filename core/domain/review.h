// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <optional>

namespace petalpost {

/// A customer's word on a delivered order; one per order, by its link only.
struct Review
{
    qint64 id = 0;
    qint64 version = 1;
    std::optional<qint64> orderId; ///< empty for reviews carried over from before this shop page
    qint64 productId = 0;
    QString productName;
    int rating = 5; ///< 1 to 5
    QString text; ///< 10 to 500 characters
    QString author; ///< the public, masked name, e.g. "김**"
    qint64 writtenAtMs = 0;
    QString reply; ///< the florist's answer; empty when there is none
    qint64 repliedAtMs = 0;
    bool hidden = false;
    QString hiddenReason;

    bool operator==(const Review &) const = default;

    static constexpr int minTextLength = 10;
    static constexpr int maxTextLength = 500;
    static constexpr int openDays = 30; ///< after delivery
};

} // namespace petalpost
