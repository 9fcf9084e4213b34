// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtWidgets/QMenu>

namespace petalpost::desk {

struct DetailFacts;

/// What may be done to an order besides its next step.
class OrderMenu : public QMenu
{
    Q_OBJECT

public:
    explicit OrderMenu(QWidget *parent = nullptr);

    /// Empty when there is nothing to do.
    void fill(const Order &order, const DetailFacts &facts);

Q_SIGNALS:
    void moveRequested(qint64 orderId, petalpost::Verb verb);
    /// A move that needs a reason or an amount first: cancel, or the answer to a cancel request.
    void cancelRequested(qint64 orderId, petalpost::Verb verb);
    /// Something went wrong with delivered flowers: money back, or flowers again.
    void claimRequested(qint64 orderId);
    void editRequested(qint64 orderId);
    /// What the customer was asked is not wanted any more.
    void editTakenBack(qint64 orderId, qint64 version);
    void undoRequested(qint64 orderId);
    void receiptRequested(qint64 orderId);

private:
    void fillMoves(const Order &order);
    void fillEdits(const Order &order);
    void fillCancel(const Order &order);
    void fillClaims(const Order &order);
    void fillPapers(const Order &order);
    QAction *add(const QString &text, const QString &name, bool needsServer);
    void addMove(const Order &order, const QString &text, Verb verb);
    void part();

    bool m_online = false;
};

} // namespace petalpost::desk
