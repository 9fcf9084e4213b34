// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/copytables.h"

#include "core/storage/desk/searchtables.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::copytables {

namespace {

constexpr qint64 unfinishedMs = std::numeric_limits<qint64>::max();
constexpr qint64 shopId = 1; ///< there is one

/// What the columns beside the body say of a document.
struct Facts
{
    qint64 version = 0; ///< 0 for documents without one: there the feed number alone decides
    qint64 seenAtMs = 0;
    qint64 finishedAtMs = unfinishedMs;
};

struct StoredRow
{
    qint64 number = 0;
    qint64 version = 0;
    qint64 seenAtMs = 0;
};

qint64 finishedAt(const Order &order)
{
    if (order.hasFailedRefund())
        return unfinishedMs;
    switch (order.state) {
    case OrderState::Delivered:
    case OrderState::Cancelled:
    case OrderState::Expired:
        return order.reachedAt(order.state);
    default:
        return unfinishedMs;
    }
}

Facts factsOf(const Document &document)
{
    if (const auto *order = std::get_if<Order>(&document))
        return {order->version, order->seenAtMs, finishedAt(*order)};
    if (const auto *review = std::get_if<Review>(&document))
        return {review->version};
    if (const auto *product = std::get_if<Product>(&document))
        return {product->version};
    if (const auto *shop = std::get_if<Shop>(&document))
        return {shop->version};
    return {};
}

QString bodyOf(const Document &document)
{
    const QJsonObject json = std::visit(
        [](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return QJsonObject();
            else
                return toJson(held);
        },
        document);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<StoredRow> stored(Database &database, DocumentType type, qint64 id)
{
    Rows rows = database.query(
        "SELECT number, version, seen_at_ms FROM documents WHERE type = ? AND id = ?", word(type),
        id);
    if (!rows.next())
        return std::nullopt;
    return StoredRow{rows.number(0), rows.number(1), rows.number(2)};
}

void put(Database &database, DocumentType type, qint64 id, qint64 number, const Document &document)
{
    const Facts facts = factsOf(document);
    database.run(
        "INSERT INTO documents (type, id, number, version, seen_at_ms, finished_at_ms, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (type, id) DO UPDATE SET"
        " number = excluded.number, version = excluded.version,"
        " seen_at_ms = excluded.seen_at_ms, finished_at_ms = excluded.finished_at_ms,"
        " body = excluded.body",
        word(type), id, number, facts.version, facts.seenAtMs, facts.finishedAtMs,
        bodyOf(document));
    if (const auto *order = std::get_if<Order>(&document))
        searchtables::put(database, *order);
}

void remove(Database &database, DocumentType type, qint64 id)
{
    database.run("DELETE FROM documents WHERE type = ? AND id = ?", word(type), id);
    if (type == DocumentType::Order)
        searchtables::remove(database, id);
}

template<class T>
T parsed(Result<T> document)
{
    if (!document)
        throw StorageError("the copy holds a document that cannot be read: "
                           + document.error().field.toStdString());
    return std::move(*document);
}

QJsonObject jsonOf(const QString &body)
{
    return QJsonDocument::fromJson(body.toUtf8()).object();
}

template<class T>
std::vector<T> readAll(Rows rows, Result<T> (*parse)(const QJsonObject &))
{
    std::vector<T> documents;
    while (rows.next())
        documents.push_back(parsed(parse(jsonOf(rows.text(0)))));
    return documents;
}

QString storedBody(Database &database, DocumentType type, qint64 id)
{
    Rows rows =
        database.query("SELECT body FROM documents WHERE type = ? AND id = ?", word(type), id);
    return rows.next() ? rows.text(0) : QString();
}

std::optional<Document> mergeOrder(Database &database, const Order &answer)
{
    const auto row = stored(database, DocumentType::Order, answer.id);
    if (!row)
        return std::nullopt;
    if (answer.version > row->version) {
        put(database, DocumentType::Order, answer.id, row->number, answer);
        return answer;
    }
    if (row->seenAtMs > 0 || answer.seenAtMs == 0)
        return std::nullopt;
    // The same version may already be younger in the copy; being seen is all that the answer adds.
    Order order =
        parsed(orderFromJson(jsonOf(storedBody(database, DocumentType::Order, answer.id))));
    order.seenAtMs = answer.seenAtMs;
    put(database, DocumentType::Order, answer.id, row->number, order);
    return order;
}

std::optional<Document> mergeShop(Database &database, const Shop &answer)
{
    const auto row = stored(database, DocumentType::Shop, shopId);
    if (!row || answer.version < row->version)
        return std::nullopt;
    put(database, DocumentType::Shop, shopId, row->number, answer);
    return answer;
}

} // namespace

CopyState state(Database &database)
{
    Rows rows = database.query("SELECT epoch, number, complete, clock_offset_ms, last_contact_ms"
                               " FROM copy_state WHERE id = 1");
    if (!rows.next())
        throw StorageError("the copy has lost its state row");
    return {{rows.text(0), rows.number(1)}, rows.flag(2), rows.number(3), rows.number(4)};
}

void advance(Database &database, const FeedPage &page, const CopyState &before)
{
    database.run("UPDATE copy_state SET epoch = ?, number = ?, complete = ? WHERE id = 1",
                 page.cursor.epoch, std::max(page.cursor.number, before.cursor.number),
                 before.complete || page.complete);
}

std::optional<CopyChange> store(Database &database, const FeedEntry &entry)
{
    const auto row = stored(database, entry.type, entry.id);
    if (row && entry.number <= row->number)
        return std::nullopt;
    CopyChange change{entry.type, entry.id, row.has_value(), entry.document};
    if (std::holds_alternative<std::monostate>(entry.document)) {
        if (!row)
            return std::nullopt;
        remove(database, entry.type, entry.id);
        return change;
    }
    const qint64 version = factsOf(entry.document).version;
    if (row && version < row->version) {
        // An operation's answer overtook the feed: only the number is news.
        database.run("UPDATE documents SET number = ? WHERE type = ? AND id = ?", entry.number,
                     word(entry.type), entry.id);
        return std::nullopt;
    }
    auto *order = std::get_if<Order>(&change.document);
    // Being seen is never taken back: there, too, an answer overtook the feed.
    if (order && row && row->version == version && order->seenAtMs == 0)
        order->seenAtMs = row->seenAtMs;
    put(database, entry.type, entry.id, entry.number, change.document);
    return change;
}

std::optional<Document> merge(Database &database, const Document &answer)
{
    if (const auto *order = std::get_if<Order>(&answer))
        return mergeOrder(database, *order);
    if (const auto *shop = std::get_if<Shop>(&answer))
        return mergeShop(database, *shop);
    if (const auto *product = std::get_if<Product>(&answer)) {
        const auto row = stored(database, DocumentType::Product, product->id);
        if (!row || product->version < row->version)
            return std::nullopt;
        put(database, DocumentType::Product, product->id, row->number, answer);
        return answer;
    }
    const auto *review = std::get_if<Review>(&answer);
    if (!review)
        return std::nullopt;
    const auto row = stored(database, DocumentType::Review, review->id);
    if (!row || review->version < row->version)
        return std::nullopt;
    put(database, DocumentType::Review, review->id, row->number, answer);
    return answer;
}

std::optional<Document> mergePlaced(Database &database, const Order &order)
{
    if (stored(database, DocumentType::Order, order.id))
        return mergeOrder(database, order);
    put(database, DocumentType::Order, order.id, 0, order);
    return order;
}

void removeStale(Database &database, std::vector<CopyChange> &changes)
{
    {
        Rows rows =
            database.query("SELECT type, id FROM documents WHERE number = -1 ORDER BY type, id");
        while (rows.next()) {
            if (const auto type = fromWord(documentTypeWords, rows.text(0)))
                changes.push_back({*type, rows.number(1), true, {}});
        }
    }
    for (const CopyChange &change : changes) {
        if (change.type == DocumentType::Order && change.known
            && std::holds_alternative<std::monostate>(change.document))
            searchtables::remove(database, change.id);
    }
    database.run("DELETE FROM documents WHERE number = -1");
}

std::vector<Order> orders(Database &database, qint64 finishedSinceMs)
{
    return readAll(
        database.query("SELECT body FROM documents WHERE type = ? AND finished_at_ms >= ?",
                       word(DocumentType::Order), finishedSinceMs),
        orderFromJson);
}

/// The primary key (type, id) is the index of this: a page costs the same anywhere in the copy.
std::vector<Order> ordersBefore(Database &database, qint64 beforeId, int limit)
{
    const qint64 below = beforeId == 0 ? std::numeric_limits<qint64>::max() : beforeId;
    return readAll(database.query("SELECT body FROM documents WHERE type = ? AND id < ?"
                                  " ORDER BY id DESC LIMIT ?",
                                  word(DocumentType::Order), below, limit),
                   orderFromJson);
}

std::optional<Order> order(Database &database, qint64 id)
{
    const QString body = storedBody(database, DocumentType::Order, id);
    if (body.isEmpty())
        return std::nullopt;
    return parsed(orderFromJson(jsonOf(body)));
}

std::vector<Review> reviews(Database &database)
{
    return readAll(database.query("SELECT body FROM documents WHERE type = ? ORDER BY id",
                                  word(DocumentType::Review)),
                   reviewFromJson);
}

std::vector<Product> products(Database &database)
{
    return readAll(database.query("SELECT body FROM documents WHERE type = ? ORDER BY id",
                                  word(DocumentType::Product)),
                   productFromJson);
}

Shop shop(Database &database)
{
    const auto found =
        readAll(database.query("SELECT body FROM documents WHERE type = ? ORDER BY id",
                               word(DocumentType::Shop)),
                shopFromJson);
    return found.empty() ? Shop() : found.front();
}

} // namespace petalpost::copytables
