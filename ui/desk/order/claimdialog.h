// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QDialog>

#include <map>

class QComboBox;
class QFormLayout;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace petalpost::desk {

class NoteLabel;
class Theme;

/// What the dialog needs to know besides the order.
struct ClaimFacts
{
    Shop shop;
    qint64 nowMs = 0; ///< server time
    std::map<QString, int> taken; ///< orders in each window, by its key
};

/// Something was wrong with flowers that were delivered: all or part of the money goes back, or the
/// flowers are sent again, as an order without a charge. Its button names the effect, and the focus
/// starts on 닫기.
class ClaimDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int daysAhead = 7;

    ClaimDialog(const Order &order, ClaimFacts facts, const Theme &theme,
                QWidget *parent = nullptr);

    /// Refund or Resend.
    Verb verb() const;
    /// `reason`, and `refundMinor` or `window`: the details of the operation.
    QJsonObject details() const;
    /// Money moves only while the server answers; otherwise the button says why it does not.
    void setOnline(bool online);

private:
    void buildChoices(QFormLayout &form);
    void fillWindows();
    void refresh();
    qint64 amountMinor() const;
    int takenBeyond(const DeliveryWindow &window) const;
    std::optional<DeliveryWindow> window() const;
    QString effectText() const;
    QString noteText() const;

    const Theme &m_theme;
    Order m_order;
    ClaimFacts m_facts;
    bool m_online = true;
    QRadioButton *m_full;
    QRadioButton *m_part;
    QRadioButton *m_resend;
    QSpinBox *m_amount;
    QComboBox *m_day;
    QComboBox *m_window;
    NoteLabel *m_note;
    QPlainTextEdit *m_reason;
    QPushButton *m_close;
    QPushButton *m_act;
};

} // namespace petalpost::desk
