// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/result.h"
#include "core/domain/review.h"
#include "core/domain/shop.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <variant>

namespace petalpost {

// The wire form of everything both programs exchange. Unknown fields are ignored, so that an older
// desk works with a newer server; a missing or mistyped field is refused by its wire name.

QJsonObject toJson(const Money &money);
QJsonObject toJson(const Order &order);
QJsonObject toJson(const Product &product);
QJsonObject toJson(const Review &review);
QJsonObject toJson(const Shop &shop);
/// Members of a problem document: `code`, `field`, `value`, `orderStatus`, `legalVerbs`, `errors`.
QJsonObject toJson(const Refusal &refusal);

Result<Order> orderFromJson(const QJsonObject &json);
Result<Product> productFromJson(const QJsonObject &json);
Result<Review> reviewFromJson(const QJsonObject &json);
Result<Shop> shopFromJson(const QJsonObject &json);
/// The refusal inside a problem document; StorageFailed when it names no code we know.
Refusal refusalFromJson(const QJsonObject &json);

/// What a feed entry is about.
enum class DocumentType { Order, Product, Review, Shop };

inline constexpr std::array<Word<DocumentType>, 4> documentTypeWords{{
    {DocumentType::Order, QLatin1StringView("order")},
    {DocumentType::Product, QLatin1StringView("product")},
    {DocumentType::Review, QLatin1StringView("review")},
    {DocumentType::Shop, QLatin1StringView("shop")},
}};

inline QLatin1StringView word(DocumentType type)
{
    return wordOf(documentTypeWords, type);
}

/// A document, or nothing when it was deleted or left the reader's view (a tombstone).
using Document = std::variant<std::monostate, Order, Product, Review, Shop>;

/// One changed document at its newest state.
struct FeedEntry
{
    DocumentType type = DocumentType::Order;
    qint64 id = 0;
    qint64 number = 0; ///< the feed number of its last change
    Document document;

    bool operator==(const FeedEntry &) const = default;
};

/// "EPOCH.N": the last number a reader has stored, within one life of the database.
struct FeedCursor
{
    QString epoch;
    qint64 number = 0;

    bool operator==(const FeedCursor &) const = default;
    QString text() const;
    static std::optional<FeedCursor> fromText(QStringView text);
};

/// One answer of GET /changes. A reader stores entries and cursor in one transaction.
struct FeedPage
{
    FeedCursor cursor;
    std::vector<FeedEntry> entries;
    bool complete = true; ///< false when more waits behind the cursor
    qint64 newest = 0; ///< the number the feed reaches to; 0 from a server that does not say it

    bool operator==(const FeedPage &) const = default;
};

QJsonObject toJson(const FeedPage &page);
/// Entries of a type this version does not know are left out; the cursor still moves past them.
Result<FeedPage> feedPageFromJson(const QJsonObject &json);

} // namespace petalpost
