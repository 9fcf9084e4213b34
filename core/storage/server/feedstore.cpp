// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/feedstore.h"

#include "core/storage/server/catalogue.h"
#include "core/storage/server/journal.h"
#include "core/storage/server/orderstore.h"
#include "core/storage/server/reviewstore.h"

#include <QtCore/QJsonDocument>

namespace petalpost::store {

namespace {

constexpr int entryColumns = 4;
constexpr int orderAt = entryColumns;
constexpr int productAt = orderAt + orderColumnCount;
constexpr int reviewAt = productAt + productColumnCount;
constexpr int settingAt = reviewAt + reviewColumnCount;

Document readDocument(const Rows &rows, DocumentType type)
{
    switch (type) {
    case DocumentType::Order:
        return rows.isNull(orderAt) ? Document() : readOrder(rows, orderAt);
    case DocumentType::Product:
        return rows.isNull(productAt) ? Document() : readProduct(rows, productAt);
    case DocumentType::Review:
        return rows.isNull(reviewAt) ? Document() : readReview(rows, reviewAt);
    case DocumentType::Shop: {
        auto shop = shopFromJson(QJsonDocument::fromJson(rows.text(settingAt).toUtf8()).object());
        return shop ? Document(std::move(*shop)) : Document();
    }
    }
    Q_UNREACHABLE();
}

} // namespace

FeedPage readFeed(Database &database, const FeedCursor &after, int limit)
{
    static constexpr auto sql = SqlText("SELECT f.type, f.id, f.number, f.deleted, ") + orderColumns
                                + ", " + productColumns + ", " + reviewColumns
                                + ", s.value FROM feed f "
                                  "LEFT JOIN orders o ON f.type = 'order' AND o.id = f.id "
                                  "LEFT JOIN products p ON f.type = 'product' AND p.id = f.id "
                                  "LEFT JOIN reviews r ON f.type = 'review' AND r.id = f.id "
                                  "LEFT JOIN settings s ON f.type = 'shop' AND s.name = 'shop' "
                                  "WHERE f.number > ? ORDER BY f.number LIMIT ?";
    const JournalHead head = readJournalHead(database);
    FeedPage page;
    page.cursor = {head.epoch, after.epoch == head.epoch ? after.number : 0};
    page.newest = head.number;
    // One row more than asked for tells whether anything is left.
    Rows rows = database.query(sql, page.cursor.number, limit + 1);
    while (rows.next()) {
        if (page.entries.size() == std::size_t(limit)) {
            page.complete = false;
            break;
        }
        page.cursor.number = rows.number(2);
        const auto type = fromWord(documentTypeWords, rows.text(0));
        if (!type)
            throw StorageError("an unknown document type is in the feed");
        FeedEntry entry{*type, rows.number(1), rows.number(2), {}};
        if (!rows.flag(3))
            entry.document = readDocument(rows, *type);
        page.entries.push_back(std::move(entry));
    }
    return page;
}

} // namespace petalpost::store
