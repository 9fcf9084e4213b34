// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/reviewstore.h"

#include <limits>

namespace petalpost::store {

namespace {

std::vector<Review> readReviews(Rows rows)
{
    std::vector<Review> reviews;
    while (rows.next())
        reviews.push_back(readReview(rows));
    return reviews;
}

std::optional<Review> oneReview(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return readReview(rows);
}

} // namespace

Review readReview(const Rows &rows, int first)
{
    int column = first;
    const auto number = [&] { return rows.number(column++); };
    const auto text = [&] { return rows.text(column++); };
    Review review;
    review.id = number();
    review.version = number();
    if (!rows.isNull(column))
        review.orderId = rows.number(column);
    ++column;
    review.productId = number();
    review.productName = text();
    review.rating = int(number());
    review.text = text();
    review.author = text();
    review.writtenAtMs = number();
    review.reply = text();
    review.repliedAtMs = number();
    review.hidden = number() != 0;
    review.hiddenReason = text();
    Q_ASSERT(column - first == reviewColumnCount);
    return review;
}

void insertReview(Database &database, const Review &review)
{
    database.run("INSERT INTO reviews (id, version, order_id, product_id, product_name, rating, "
                 "text, author, "
                 "written_ms, reply, replied_ms, hidden, hidden_reason) VALUES (?, ?, ?, ?, ?, ?, "
                 "?, ?, ?, ?, ?, ?, ?)",
                 review.id, review.version, review.orderId, review.productId, review.productName,
                 review.rating, review.text, review.author, review.writtenAtMs, review.reply,
                 review.repliedAtMs, review.hidden, review.hiddenReason);
}

void updateReview(Database &database, const Review &review)
{
    database.run("UPDATE reviews SET version = ?, rating = ?, text = ?, reply = ?, replied_ms = ?, "
                 "hidden = ?, "
                 "hidden_reason = ? WHERE id = ?",
                 review.version, review.rating, review.text, review.reply, review.repliedAtMs,
                 review.hidden, review.hiddenReason, review.id);
}

std::optional<Review> findReview(Database &database, qint64 id)
{
    static constexpr auto sql =
        SqlText("SELECT ") + reviewColumns + " FROM reviews r WHERE r.id = ?";
    return oneReview(database.query(sql, id));
}

std::optional<Review> findReviewOfOrder(Database &database, qint64 orderId)
{
    static constexpr auto sql =
        SqlText("SELECT ") + reviewColumns + " FROM reviews r WHERE r.order_id = ?";
    return oneReview(database.query(sql, orderId));
}

std::vector<Review> listReviews(Database &database, qint64 beforeId, int limit, bool withHidden)
{
    static constexpr auto sql =
        SqlText("SELECT ") + reviewColumns
        + " FROM reviews r WHERE r.id < ? AND (r.hidden = 0 OR ? = 1) ORDER BY r.id DESC LIMIT ?";
    const qint64 before = beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max();
    return readReviews(database.query(sql, before, withHidden, limit));
}

std::vector<Review> listReviewsOfProduct(Database &database, qint64 productId, int limit,
                                         qint64 skip)
{
    static constexpr auto sql = SqlText("SELECT ") + reviewColumns
                                + " FROM reviews r WHERE r.product_id = ? AND r.hidden = 0 ORDER "
                                  "BY r.id DESC LIMIT ? OFFSET ?";
    return readReviews(database.query(sql, productId, limit, skip));
}

ReviewSummary summariseReviews(Database &database, qint64 productId)
{
    Rows rows = database.query("SELECT COUNT(*), COALESCE(SUM(rating), 0) FROM reviews "
                               "WHERE product_id = ? AND hidden = 0",
                               productId);
    return rows.next() ? ReviewSummary{rows.number(0), rows.number(1)} : ReviewSummary{};
}

QString ReviewSummary::averageText() const
{
    const qint64 tenths = count > 0 ? (ratingSum * 20 + count) / (2 * count) : 0;
    return QString::number(tenths / 10) + QLatin1Char('.') + QString::number(tenths % 10);
}

} // namespace petalpost::store
