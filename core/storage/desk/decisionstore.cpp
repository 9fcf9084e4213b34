// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/decisionstore.h"

#include "core/storage/desk/guarded.h"
#include "core/storage/desk/operationrows.h"

#include <QtCore/QJsonDocument>

namespace petalpost {

namespace {

QString textOf(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

QJsonDocument jsonOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8());
}

} // namespace

Result<std::vector<Decision>> DecisionStore::all()
{
    return guarded([this] {
        std::vector<Decision> decisions;
        Rows rows = m_database.query("SELECT operations, refusal, refused_at_ms FROM decisions"
                                     " ORDER BY seq");
        while (rows.next()) {
            Decision decision{operationrows::fromJson(jsonOf(rows.text(0)).array()),
                              refusalFromJson(jsonOf(rows.text(1)).object()), rows.number(2)};
            if (decision.operations.empty())
                throw StorageError("a decision without an operation is stored");
            decisions.push_back(std::move(decision));
        }
        return decisions;
    });
}

void DecisionStore::insert(const Decision &decision)
{
    m_database.run("INSERT INTO decisions (id, operations, refusal, refused_at_ms)"
                   " VALUES (?, ?, ?, ?)",
                   decision.id(), textOf(QJsonDocument(operationrows::toJson(decision.operations))),
                   textOf(QJsonDocument(toJson(decision.refusal))), decision.refusedAtMs);
    for (const Operation &operation : decision.operations)
        operationrows::remove(m_database, operation.id);
}

Result<void> DecisionStore::put(const Decision &decision)
{
    return inTransaction(m_database, [&] { insert(decision); });
}

Result<void> DecisionStore::resolve(const QString &id, const std::vector<Operation> &again)
{
    return inTransaction(m_database, [&] {
        m_database.run("DELETE FROM decisions WHERE id = ?", id);
        for (const Operation &operation : again)
            operationrows::insert(m_database, operation);
    });
}

Result<std::vector<Order>> DecisionStore::formerOrders()
{
    return guarded([this] {
        std::vector<Order> orders;
        Rows rows = m_database.query("SELECT body FROM former_orders ORDER BY id");
        while (rows.next()) {
            auto order = orderFromJson(jsonOf(rows.text(0)).object());
            if (!order)
                throw StorageError("a former order cannot be read");
            orders.push_back(std::move(*order));
        }
        return orders;
    });
}

Result<void> DecisionStore::closeFormer(const std::vector<Decision> &decisions)
{
    return inTransaction(m_database, [&] {
        for (const Decision &decision : decisions)
            insert(decision);
        m_database.run("DELETE FROM former_orders");
    });
}

} // namespace petalpost
