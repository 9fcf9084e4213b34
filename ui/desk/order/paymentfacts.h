// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/order/detailfacts.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace petalpost::desk {

class NoteLabel;
class TextBlock;
class Theme;

/// What became of an order's money, where that is more than "paid": what went back, what is not
/// clear, what the customer's bank took, and what could not be given back, which is tried again
/// from here. Hidden where there is nothing to say.
class PaymentFacts : public QWidget
{
    Q_OBJECT

public:
    PaymentFacts(const Theme &theme, QWidget *parent = nullptr);

    void showOrder(const Order &order, const DetailFacts &facts);
    /// The call that retryRequested() asked for was answered, or not.
    void noteRetried(qint64 orderId);
    /// Puts the focus on the button that tries again; false when there is none to press.
    bool focusRetry();

Q_SIGNALS:
    void retryRequested(qint64 orderId);
    /// The money that the florist waited for is there, and how it came.
    void moneyReceived(qint64 orderId, petalpost::DeskMethod method);

private:
    void dress();
    void fillRetry();
    void buildReceived();

    const Theme &m_theme;
    QLabel *m_title;
    TextBlock *m_moves;
    NoteLabel *m_unclear;
    NoteLabel *m_dispute;
    NoteLabel *m_failed;
    QPushButton *m_retry;
    QPushButton *m_received; ///< two presses: it cannot be taken back
    qint64 m_orderId = 0;
    bool m_online = true;
    qint64 m_retrying = 0; ///< the order that is being asked for
};

} // namespace petalpost::desk
