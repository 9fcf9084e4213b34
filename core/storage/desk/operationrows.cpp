// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/operationrows.h"

#include "core/storage/desk/localstore.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::operationrows {

void insert(Database &database, const Operation &operation)
{
    const QString details =
        QString::fromUtf8(QJsonDocument(operation.details).toJson(QJsonDocument::Compact));
    database.run("INSERT INTO operations"
                 " (id, kind, subject, verb, based_on, pressed_at_ms, details, state)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 operation.id, word(operation.kind), operation.subject, word(operation.verb),
                 operation.basedOn, operation.pressedAtMs, details, word(OperationState::Queued));
    // Pressed on what an earlier life of the server left behind, while the new one is fetched.
    database.run("INSERT INTO former_orders (id, body) SELECT id, body FROM documents"
                 " WHERE type = 'order' AND id = ? AND version = -1"
                 " ON CONFLICT (id) DO NOTHING",
                 operation.subject);
}

void remove(Database &database, const QString &operationId)
{
    database.run("DELETE FROM operations WHERE id = ?", operationId);
}

std::optional<qint64> placedBy(Database &database, const QString &operationId)
{
    Rows rows = database.query("SELECT subject FROM operations WHERE id = ? AND kind = ?",
                               operationId, word(Operation::Kind::Order));
    return rows.next() ? std::optional(rows.number(0)) : std::nullopt;
}

void renumberOrder(Database &database, qint64 provisional, qint64 id)
{
    database.run("UPDATE operations SET subject = ? WHERE subject = ? AND kind IN (?, ?)", id,
                 provisional, word(Operation::Kind::Move), word(Operation::Kind::Seen));
    database.run("UPDATE print_jobs SET order_id = ? WHERE order_id = ?", id, provisional);
    database.run("UPDATE print_counts SET order_id = ? WHERE order_id = ?", id, provisional);
    database.run("UPDATE acknowledged SET order_id = ? WHERE order_id = ?", id, provisional);
}

QJsonArray toJson(const std::vector<Operation> &operations)
{
    QJsonArray list;
    for (const Operation &operation : operations) {
        list.append(QJsonObject{{u"id"_s, operation.id},
                                {u"kind"_s, word(operation.kind)},
                                {u"subject"_s, operation.subject},
                                {u"verb"_s, word(operation.verb)},
                                {u"basedOn"_s, operation.basedOn},
                                {u"pressedAtMs"_s, operation.pressedAtMs},
                                {u"details"_s, operation.details}});
    }
    return list;
}

std::vector<Operation> fromJson(const QJsonArray &json)
{
    std::vector<Operation> operations;
    for (const auto &value : json) {
        const QJsonObject row = value.toObject();
        const auto kind = fromWord(operationKindWords, row.value(u"kind"_s).toString());
        const auto verb = fromWord(verbWords, row.value(u"verb"_s).toString());
        if (!kind || !verb)
            throw StorageError("a decision holds an operation that this version does not know");
        operations.push_back(
            {row.value(u"id"_s).toString(), *kind, row.value(u"subject"_s).toInteger(), *verb,
             row.value(u"basedOn"_s).toInteger(), row.value(u"pressedAtMs"_s).toInteger(),
             row.value(u"details"_s).toObject()});
    }
    return operations;
}

} // namespace petalpost::operationrows
