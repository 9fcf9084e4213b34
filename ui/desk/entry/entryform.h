// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/order/editform.h"

class QButtonGroup;

namespace petalpost::desk {

/// An order by phone or over the counter as fields: what, when and for whom on the left, from whom
/// and how it is paid on the right.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    static constexpr int daysAhead = 60;

    EntryForm(const EditFacts &facts, const Theme &theme, QWidget *parent = nullptr);

    void show(const DeskOrder &order);
    DeskOrder order() const;
    /// What it comes to; nothing while a price cannot be read.
    std::optional<Money> total() const;
    /// The window that it asks for, with how full that is.
    const WindowPicker &window() const { return *m_window; }
    /// Puts the cursor where the field \a name of the wire is typed.
    void focusField(const QString &name);

Q_SIGNALS:
    void changed();

private:
    /// How the flowers reach whom they are for.
    enum Way { Delivery, Pickup, TakenAlong };

    void addGoods(QFormLayout &form);
    void addWays(QFormLayout &form);
    void addPeople(QFormLayout &left, QFormLayout &right);
    void addTexts(QFormLayout &form, const Theme &theme);
    void addMoney(QFormLayout &form);
    QLineEdit *addLine(const QString &name, const QString &title);
    void followWay();
    void followMethod(int method);
    Way way() const;
    qint64 typedUnit() const;
    Currency currency() const;

    EditFacts m_facts;
    QComboBox *m_product;
    QSpinBox *m_qty;
    QLineEdit *m_price;
    QButtonGroup *m_ways;
    WindowPicker *m_window;
    QLineEdit *m_recipient = nullptr;
    QLineEdit *m_recipientPhone = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_detail = nullptr;
    QLineEdit *m_sender = nullptr;
    QLineEdit *m_senderPhone = nullptr;
    QPlainTextEdit *m_card;
    QLineEdit *m_ribbon = nullptr;
    QLineEdit *m_ribbonSender = nullptr;
    QPlainTextEdit *m_request;
    QButtonGroup *m_methods;
    QCheckBox *m_paid;
};

} // namespace petalpost::desk
