// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"

#include <deque>

namespace petalpost::desk {

/// What a florist does to orders: hands moves to the engine, remembers what can be undone, and says
/// in words what happened.
class OrderActions : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t maxRemembered = 100;

    /// The engine must outlive this.
    explicit OrderActions(sync::Engine &engine, QObject *parent = nullptr);

    void move(qint64 orderId, Verb verb, QJsonObject details = {});
    void undo(qint64 orderId);
    /// Undoes the newest move made here that still can be undone; false when there is none.
    bool undoLast();
    /// Whether this desk itself cancelled \a orderId.
    bool cancelledHere(qint64 orderId) const;

Q_SIGNALS:
    /// \a text is "#1041 · 제작완료".
    void moved(qint64 orderId, petalpost::Verb verb, const QString &text);
    void undone(qint64 orderId, const QString &text);
    /// Refused before anything was stored or sent.
    void refusedAtOnce(qint64 orderId, petalpost::Verb verb, const petalpost::Refusal &refusal);

private:
    const Order *order(qint64 orderId) const;

    sync::Engine &m_engine;
    std::deque<qint64> m_done; ///< orders moved here, newest last
    std::deque<qint64> m_cancelled;
};

} // namespace petalpost::desk
