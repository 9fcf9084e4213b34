// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/review.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

inline constexpr SqlText reviewColumns =
    "r.id, r.version, r.order_id, r.product_id, r.product_name, r.rating, r.text, r.author, "
    "r.written_ms, r.reply, "
    "r.replied_ms, r.hidden, r.hidden_reason";
inline constexpr int reviewColumnCount = 13;
Review readReview(const Rows &rows, int first = 0);

void insertReview(Database &database, const Review &review);
void updateReview(Database &database, const Review &review);
std::optional<Review> findReview(Database &database, qint64 id);
std::optional<Review> findReviewOfOrder(Database &database, qint64 orderId);
/// Newest first, ids below \a beforeId (0 = from the newest); hidden ones only when asked for.
std::vector<Review> listReviews(Database &database, qint64 beforeId, int limit, bool withHidden);
/// Shown reviews of one product, newest first; \a skip of them are left out at the front.
std::vector<Review> listReviewsOfProduct(Database &database, qint64 productId, int limit,
                                         qint64 skip = 0);

/// The shown reviews of one product together.
struct ReviewSummary
{
    qint64 count = 0;
    qint64 ratingSum = 0;

    /// "4.7", rounded half up; "0.0" without reviews.
    QString averageText() const;
};
ReviewSummary summariseReviews(Database &database, qint64 productId);

} // namespace petalpost::store
