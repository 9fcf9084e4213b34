// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QJsonObject bodyJson(const Document &document)
{
    return std::visit(
        [](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return QJsonObject();
            else
                return toJson(held);
        },
        document);
}

template<class T>
Result<Document> asDocument(Result<T> parsed)
{
    return std::move(parsed).map([](T &&value) { return Document(std::move(value)); });
}

Result<Document> parseBody(DocumentType type, const QJsonObject &json)
{
    switch (type) {
    case DocumentType::Order:
        return asDocument(orderFromJson(json));
    case DocumentType::Product:
        return asDocument(productFromJson(json));
    case DocumentType::Review:
        return asDocument(reviewFromJson(json));
    case DocumentType::Shop:
        return asDocument(shopFromJson(json));
    }
    Q_UNREACHABLE();
}

QJsonObject entryJson(const FeedEntry &entry)
{
    QJsonObject json{
        {u"type"_s, word(entry.type)}, {u"id"_s, entry.id}, {u"number"_s, entry.number}};
    if (std::holds_alternative<std::monostate>(entry.document))
        json.insert(u"deleted"_s, true);
    else
        json.insert(u"document"_s, bodyJson(entry.document));
    return json;
}

} // namespace

QString FeedCursor::text() const
{
    return epoch % u'.' % QString::number(number);
}

std::optional<FeedCursor> FeedCursor::fromText(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    bool ok = false;
    const qint64 number = dot < 0 ? 0 : text.sliced(dot + 1).toLongLong(&ok);
    if (!ok || number < 0 || dot > 32)
        return std::nullopt;
    return FeedCursor{text.first(dot).toString(), number};
}

QJsonObject toJson(const FeedPage &page)
{
    QJsonArray entries;
    for (const FeedEntry &entry : page.entries)
        entries.append(entryJson(entry));
    QJsonObject json{
        {u"cursor"_s, page.cursor.text()}, {u"entries"_s, entries}, {u"complete"_s, page.complete}};
    if (page.newest > 0)
        json.insert(u"newest"_s, page.newest);
    return json;
}

Result<FeedPage> feedPageFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    FeedPage page;
    const auto cursor = FeedCursor::fromText(in.text("cursor"_L1));
    if (!cursor)
        return refuse(RefusalCode::WrongType, u"cursor"_s);
    page.cursor = *cursor;
    page.complete = in.flag("complete"_L1, true);
    page.newest = in.number("newest"_L1);
    in.require("entries"_L1);
    const QJsonArray entries = in.array("entries"_L1);
    if (in.failed())
        return refuse(in.refusal());
    page.entries.reserve(std::size_t(entries.size()));
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto type = fromWord(documentTypeWords, entry.value(u"type"_s).toString());
        if (!type)
            continue;
        JsonReader reader(entry);
        reader.require("id"_L1);
        reader.require("number"_L1);
        FeedEntry read{*type, reader.number("id"_L1), reader.number("number"_L1), {}};
        const bool deleted = reader.flag("deleted"_L1);
        if (reader.failed())
            return refuse(reader.refusal());
        if (!deleted) {
            auto document = parseBody(*type, entry.value(u"document"_s).toObject());
            if (!document)
                return refuse(document.error());
            read.document = std::move(*document);
        }
        page.entries.push_back(std::move(read));
    }
    return page;
}

} // namespace petalpost
