// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/review.h"
#include "core/server/orders/idempotency.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/reviewstore.h"

namespace petalpost::server {

/// What a customer writes about a delivered order.
struct ReviewDraft
{
    int rating = 0; ///< 1 to 5
    QString text;
};

/// A page of the reviews that a product's page shows, and what they come to.
struct ProductReviews
{
    std::vector<Review> shown;
    store::ReviewSummary all;
    qint64 page = 1;
    qint64 pages = 1;
};

/// Reviews: written once per order by its link, answered and hidden by the florist.
class Reviews
{
public:
    Reviews(Writer &writer, Reader &reader)
        : m_writer(writer)
        , m_reader(reader)
    {
    }

    /// Refuses with MissingField, OutOfRange (rating), TooLong or OutOfRange (text below 10
    /// characters), ReviewClosed (not delivered, or 30 days over) and ReviewExists.
    QFuture<Result<Review>> write(qint64 orderId, ReviewDraft draft);

    /// The florist's answer; an empty \a text removes it. Refuses with StaleVersion when the review
    /// has changed since the version \a basedOn.
    QFuture<Result<Review>> reply(qint64 reviewId, QString text, std::optional<store::CallKey> key,
                                  std::optional<qint64> basedOn = {});
    /// Hides a review or shows it again; hiding needs a \a reason, which the journal keeps. Refuses
    /// as reply().
    QFuture<Result<Review>> setHidden(qint64 reviewId, bool hidden, QString reason,
                                      std::optional<store::CallKey> key,
                                      std::optional<qint64> basedOn = {});

    QFuture<Result<std::optional<Review>>> ofOrder(qint64 orderId);
    /// One page of a product's shown reviews, newest first, \a perPage on each; \a page counts
    /// from 1, and one beyond the last is the last.
    QFuture<Result<ProductReviews>> ofProduct(qint64 productId, qint64 page, int perPage);
    /// Newest first, ids below \a beforeId (0 = from the newest).
    QFuture<Result<std::vector<Review>>> list(qint64 beforeId, int limit, bool withHidden);

private:
    QFuture<Result<Review>> change(qint64 reviewId, std::optional<store::CallKey> key,
                                   std::optional<qint64> basedOn, QString what,
                                   std::function<void(Review &, qint64 nowMs)> apply);

    Writer &m_writer;
    Reader &m_reader;
};

} // namespace petalpost::server
