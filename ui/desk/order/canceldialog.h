// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace petalpost::desk {

class MoneyBox;
class Theme;

/// The only place where the desk asks before it acts: cancelling gives money back. Its button names
/// the effect ("89,000원 환불"), and the focus starts on 닫기.
class CancelDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a verb is Cancel, AcceptCancel or DeclineCancel. Only the last moves no money.
    CancelDialog(const Order &order, Verb verb, const Theme &theme, QWidget *parent = nullptr);

    Verb verb() const { return m_verb; }
    /// `reason`, and `refundMinor` where money moves: the details of the operation.
    QJsonObject details() const;
    /// Money moves only while the server answers; otherwise the button says why it does not.
    void setOnline(bool online);

private:
    void refresh();

    Order m_order;
    Verb m_verb;
    bool m_online = true;
    QPlainTextEdit *m_reason = nullptr;
    MoneyBox *m_amount = nullptr; ///< nothing where no money was paid or none moves
    QPushButton *m_act = nullptr;
};

} // namespace petalpost::desk
