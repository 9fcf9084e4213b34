// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/decisionstore.h"
#include "core/sync/mirror.h"

#include <QtCore/QObject>

namespace petalpost::sync {

/// What the florist has to decide because the server refused something. A decision is on disk
/// before anybody hears of it and stays until a person chose one of the two ways: leave it as the
/// server has it, or do the same again on the newest state.
class Decisions : public QObject
{
    Q_OBJECT

public:
    Decisions(LocalStore &store, Mirror &mirror, QObject *parent = nullptr);

    /// Oldest first. References stay valid until the next changed().
    const std::vector<Decision> &all() const { return m_all; }
    /// Whether one of them is about the order \a orderId.
    bool concernsOrder(qint64 orderId) const;
    /// What redo() would send: those operations that are still legal on the newest state. Empty
    /// when there is none. A step back is repeated only together with the step that it took back,
    /// and money never moves from here.
    std::vector<Operation> again(const Decision &decision) const;

    /// The server's state stays; the decision is gone.
    Result<void> keepServers(const QString &id);
    /// Does it again on the newest state. Refuses with NotFound, IllegalMove, StorageFailed.
    Result<void> redo(const QString &id);

    /// For the engine: reads what waits from the disk.
    Result<void> load();
    /// For the engine: the server refused \a operation, which leaves the queue with all that was
    /// built on it. Answers what changed on the screen.
    Result<ShownChanges> add(const Operation &operation, const Refusal &refusal, qint64 nowMs);
    /// For the engine, once a new life of the server is fetched: operations that fit it by the
    /// number of their version only were made on another order than it has now.
    Result<ShownChanges> settleEpoch(qint64 nowMs);

Q_SIGNALS:
    void changed();
    /// A decision was carried out: these documents look different, and the queue may hold more.
    void carriedOut(const petalpost::sync::ShownChanges &changes);

private:
    std::vector<Operation> againOnProduct(const Decision &decision) const;
    Result<void> resolve(const QString &id, const std::vector<Operation> &again);
    std::vector<Operation> withBuiltOn(const Operation &operation) const;
    std::optional<Decision> compare(const Order &former, qint64 nowMs) const;

    LocalStore &m_store;
    Mirror &m_mirror;
    std::vector<Decision> m_all;
};

} // namespace petalpost::sync
