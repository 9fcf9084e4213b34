// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/protocol/operation.h"

namespace petalpost {

class Database;

/// What a person has to decide: the server refused an operation of this desk. Both facts are here,
/// what was done and what the server said; the order itself tells where it stands now.
struct Decision
{
    /// The refused one first, then what was done to the same document on top of it. Never empty.
    std::vector<Operation> operations;
    Refusal refusal;
    qint64 refusedAtMs = 0; ///< by the server's clock

    bool operator==(const Decision &) const = default;

    const Operation &refused() const { return operations.front(); }
    const QString &id() const { return refused().id; }
    qint64 subject() const { return refused().subject; }
    bool isOfOrder() const { return refused().kind == Operation::Kind::Move; }
    bool isOfProduct() const { return refused().kind == Operation::Kind::Product; }
    bool placesOrder() const { return refused().kind == Operation::Kind::Order; }
    bool isOfShop() const { return refused().kind == Operation::Kind::ShopSettings; }
};

/// The decisions that wait for a person, in the desk's own file. Every call is one transaction, on
/// disk when it returns, and refuses with StorageFailed leaving the file as it was.
class DecisionStore
{
public:
    explicit DecisionStore(Database &database)
        : m_database(database)
    {
    }

    /// Oldest first.
    Result<std::vector<Decision>> all();
    /// Stores \a decision and takes its operations off the queue.
    Result<void> put(const Decision &decision);
    /// Forgets the decision \a id and puts \a again at the end of the queue.
    Result<void> resolve(const QString &id, const std::vector<Operation> &again);

    /// Orders with queued operations as they were before the server began another life.
    Result<std::vector<Order>> formerOrders();
    /// The former orders were compared: stores the \a decisions that came of it and forgets them.
    Result<void> closeFormer(const std::vector<Decision> &decisions);

private:
    void insert(const Decision &decision);

    Database &m_database;
};

} // namespace petalpost
