// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/draftstore.h"

#include "core/domain/words.h"
#include "core/storage/desk/guarded.h"

#include <QtCore/QJsonDocument>

#include <array>

namespace petalpost {

namespace {

constexpr std::array<Word<DraftStore::Kind>, 2> draftKindWords{{
    {DraftStore::Kind::Product, QLatin1StringView("product")},
    {DraftStore::Kind::Order, QLatin1StringView("order")},
}};

} // namespace

Result<std::map<qint64, QJsonObject>> DraftStore::all(Kind kind)
{
    return guarded([&] {
        std::map<qint64, QJsonObject> drafts;
        Rows rows = m_database.query("SELECT subject, body FROM drafts WHERE kind = ?",
                                     wordOf(draftKindWords, kind));
        while (rows.next())
            drafts.emplace(rows.number(0), QJsonDocument::fromJson(rows.text(1).toUtf8()).object());
        return drafts;
    });
}

Result<void> DraftStore::put(Kind kind, qint64 subject, const QJsonObject &draft)
{
    return inTransaction(m_database, [&] {
        m_database.run("INSERT INTO drafts (kind, subject, body) VALUES (?, ?, ?)"
                       " ON CONFLICT (kind, subject) DO UPDATE SET body = excluded.body",
                       wordOf(draftKindWords, kind), subject,
                       QString::fromUtf8(QJsonDocument(draft).toJson(QJsonDocument::Compact)));
    });
}

Result<void> DraftStore::remove(Kind kind, qint64 subject)
{
    return inTransaction(m_database, [&] {
        m_database.run("DELETE FROM drafts WHERE kind = ? AND subject = ?",
                       wordOf(draftKindWords, kind), subject);
    });
}

} // namespace petalpost
