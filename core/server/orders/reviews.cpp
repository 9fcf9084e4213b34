// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/reviews.h"

#include "core/domain/draft.h"
#include "core/storage/server/orderstore.h"
#include "core/storage/server/reviewstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

Result<void> checkReview(ReviewDraft &draft)
{
    draft.text = draft.text.trimmed().replace(u"\r\n"_s, u"\n"_s);
    if (draft.rating == 0)
        return refuse(RefusalCode::MissingField, u"rating"_s);
    if (draft.rating < 1 || draft.rating > 5)
        return refuse(RefusalCode::OutOfRange, u"rating"_s, u"1-5"_s);
    if (draft.text.isEmpty())
        return refuse(RefusalCode::MissingField, u"text"_s);
    if (draft.text.size() < Review::minTextLength)
        return refuse(RefusalCode::OutOfRange, u"text"_s, QString::number(Review::minTextLength));
    return checkText(u"text"_s, draft.text, Review::maxTextLength, true);
}

void recordReview(Transaction &transaction, const Review &review, Actor actor, const QString &what)
{
    transaction.record({0, actor, what, DocumentType::Review, review.id,
                        QJsonObject{{u"rating"_s, review.rating}, {u"hidden"_s, review.hidden}},
                        false});
}

} // namespace

QFuture<Result<Review>> Reviews::write(qint64 orderId, ReviewDraft draft)
{
    return m_writer.write([orderId, draft](Transaction &transaction) -> Result<Review> {
        ReviewDraft checked = draft;
        if (const auto ok = checkReview(checked); !ok)
            return refuse(ok.error());
        const auto order = store::findOrder(transaction.db(), orderId);
        if (!order)
            return refuse(RefusalCode::NotFound);
        const qint64 deliveredMs = order->reachedAt(OrderState::Delivered);
        if (order->state != OrderState::Delivered
            || transaction.nowMs() > deliveredMs + Review::openDays * dayMs)
            return refuse(RefusalCode::ReviewClosed);
        if (store::findReviewOfOrder(transaction.db(), orderId))
            return refuse(RefusalCode::ReviewExists);
        Review review;
        review.id = transaction.nextId("review"_L1);
        review.orderId = orderId;
        review.productId = order->productId;
        review.productName = order->productName;
        review.rating = checked.rating;
        review.text = checked.text;
        review.author = maskedName(order->sender.name, true);
        review.writtenAtMs = transaction.nowMs();
        store::insertReview(transaction.db(), review);
        recordReview(transaction, review, Actor::Customer, u"review"_s);
        return review;
    });
}

QFuture<Result<Review>> Reviews::change(qint64 reviewId, std::optional<store::CallKey> key,
                                        std::optional<qint64> basedOn, QString what,
                                        std::function<void(Review &, qint64)> apply)
{
    return m_writer.write([=](Transaction &transaction) -> Result<Review> {
        const auto earlier = earlierCall(transaction, key);
        if (!earlier)
            return refuse(earlier.error());
        auto review = store::findReview(transaction.db(), reviewId);
        if (!review)
            return refuse(RefusalCode::NotFound);
        if (*earlier)
            return *review;
        if (basedOn && *basedOn != review->version)
            return refuse(RefusalCode::StaleVersion, u"basedOn"_s,
                          QString::number(review->version));
        apply(*review, transaction.nowMs());
        ++review->version;
        store::updateReview(transaction.db(), *review);
        recordReview(transaction, *review, Actor::Florist, what);
        rememberCall(transaction, key, reviewId);
        return *review;
    });
}

QFuture<Result<Review>> Reviews::reply(qint64 reviewId, QString text,
                                       std::optional<store::CallKey> key,
                                       std::optional<qint64> basedOn)
{
    text = text.trimmed();
    if (const auto ok = checkText(u"reply"_s, text, Review::maxTextLength, true); !ok)
        return QtFuture::makeReadyFuture(Result<Review>(refuse(ok.error())));
    return change(reviewId, std::move(key), basedOn, u"reply"_s,
                  [text](Review &review, qint64 nowMs) {
                      review.reply = text;
                      review.repliedAtMs = text.isEmpty() ? 0 : nowMs;
                  });
}

QFuture<Result<Review>> Reviews::setHidden(qint64 reviewId, bool hidden, QString reason,
                                           std::optional<store::CallKey> key,
                                           std::optional<qint64> basedOn)
{
    reason = reason.trimmed();
    Result<void> ok = checkText(u"reason"_s, reason, bounds::reason, true);
    if (ok && hidden && reason.isEmpty())
        ok = refuse(RefusalCode::MissingField, u"reason"_s);
    if (!ok)
        return QtFuture::makeReadyFuture(Result<Review>(refuse(ok.error())));
    return change(reviewId, std::move(key), basedOn, hidden ? u"hide"_s : u"show"_s,
                  [=](Review &review, qint64) {
                      review.hidden = hidden;
                      review.hiddenReason = hidden ? reason : QString();
                  });
}

QFuture<Result<std::optional<Review>>> Reviews::ofOrder(qint64 orderId)
{
    return m_reader.read([orderId](Database &database) -> Result<std::optional<Review>> {
        return store::findReviewOfOrder(database, orderId);
    });
}

QFuture<Result<ProductReviews>> Reviews::ofProduct(qint64 productId, qint64 page, int perPage)
{
    return m_reader.read([=](Database &database) -> Result<ProductReviews> {
        ProductReviews reviews;
        reviews.all = store::summariseReviews(database, productId);
        reviews.pages = std::max<qint64>(1, (reviews.all.count + perPage - 1) / perPage);
        reviews.page = std::clamp<qint64>(page, 1, reviews.pages);
        reviews.shown =
            store::listReviewsOfProduct(database, productId, perPage, (reviews.page - 1) * perPage);
        return reviews;
    });
}

QFuture<Result<std::vector<Review>>> Reviews::list(qint64 beforeId, int limit, bool withHidden)
{
    return m_reader.read([=](Database &database) -> Result<std::vector<Review>> {
        return store::listReviews(database, beforeId, limit, withHidden);
    });
}

} // namespace petalpost::server
