// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/protocol/edit.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

namespace petalpost::sync {

class Transport;

/// An order after its edit, as the server answered.
struct EditedAnswer
{
    Order order;
    qint64 undoUntilMs = 0; ///< 0: nothing to undo

    bool operator==(const EditedAnswer &) const = default;
};

/// Asks the server what an edit of a paid order would do, and has it done or undone. Nothing is
/// ever queued. A new quote abandons the one before it; what changes an order is waited for.
class OrderEdits : public QObject
{
    Q_OBJECT

public:
    explicit OrderEdits(Transport &transport, QObject *parent = nullptr);
    ~OrderEdits() override;

    void quote(qint64 orderId, const OrderEdit &edit);
    /// The quote that is under way is not wanted any more.
    void leaveQuote();
    /// Does \a edit as \a quote told it. Asked again after no answer, it is still done once.
    /// False while another change is under way.
    bool apply(const OrderEdit &edit, const EditQuote &quote);
    /// Takes back the last edit of the order, which stands at \a version. False as above.
    bool undo(qint64 orderId, qint64 version);
    /// Leaves every call; what was to change an order is refused as `Busy`.
    void stop();

Q_SIGNALS:
    /// Refused as `Busy` also when no answer came in time.
    void quoted(const petalpost::Result<petalpost::EditQuote> &quote);
    void applied(qint64 orderId, const petalpost::Result<petalpost::sync::EditedAnswer> &answer);
    void undone(qint64 orderId, const petalpost::Result<petalpost::sync::EditedAnswer> &answer);

private:
    bool change(qint64 orderId, QJsonObject body, bool isUndo);

    Transport &m_transport;
    QPointer<Request> m_quote;
    QPointer<Request> m_change;
    qint64 m_changing = 0; ///< the order that m_change is about
    bool m_undoing = false;
    QJsonObject m_lastBody; ///< with its order: the change that m_key stands for
    QByteArray m_key;
};

} // namespace petalpost::sync
