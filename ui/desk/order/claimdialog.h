// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/order/windowpicker.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QDialog>

class QFormLayout;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace petalpost::desk {

class MoneyBox;
class NoteLabel;
class Theme;

/// Something was wrong with flowers that were delivered: all or part of the money goes back, or the
/// flowers are sent again, as an order without a charge. Its button names the effect, and the focus
/// starts on 닫기.
class ClaimDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int daysAhead = 7;

    ClaimDialog(const Order &order, WindowFacts facts, const Theme &theme,
                QWidget *parent = nullptr);

    /// Refund or Resend.
    Verb verb() const;
    /// `reason`, and `refundMinor` or `window`: the details of the operation.
    QJsonObject details() const;
    /// Money moves only while the server answers; otherwise the button says why it does not.
    void setOnline(bool online);

private:
    void buildChoices(QFormLayout &form);
    void refresh();
    qint64 amountMinor() const;
    QString effectText() const;
    QString noteText() const;

    const Theme &m_theme;
    Order m_order;
    WindowFacts m_facts;
    bool m_online = true;
    QRadioButton *m_full;
    QRadioButton *m_part;
    QRadioButton *m_resend;
    MoneyBox *m_amount;
    WindowPicker *m_window;
    NoteLabel *m_note;
    QPlainTextEdit *m_reason;
    QPushButton *m_close;
    QPushButton *m_act;
};

} // namespace petalpost::desk
