// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/edit.h"
#include "core/domain/product.h"
#include "ui/desk/order/windowpicker.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace petalpost::desk {

class Theme;

/// What the form needs to know besides the order.
struct EditFacts
{
    WindowFacts windows;
    std::map<qint64, Product> products;
};

/// The parts of a paid order that may be edited now, as fields.
class EditForm : public QWidget
{
    Q_OBJECT

public:
    static constexpr int daysAhead = 14;

    EditForm(const Order &order, const EditFacts &facts, const Theme &theme,
             QWidget *parent = nullptr);

    /// Only what differs from the order; a field that only gained spaces does not.
    OrderEdit edit() const;

Q_SIGNALS:
    void changed();

private:
    void addWork(QFormLayout &form, const EditFacts &facts);
    void addTexts(QFormLayout &form, const Theme &theme);
    QLineEdit *addLine(const QString &name, const QString &title, const QString &text);
    std::optional<Address> changedAddress() const;

    Order m_order;
    QComboBox *m_product;
    QSpinBox *m_qty;
    WindowPicker *m_window;
    QLineEdit *m_recipient = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_detail = nullptr;
    QLineEdit *m_ribbon = nullptr;
    QLineEdit *m_ribbonSender = nullptr;
    QPlainTextEdit *m_card;
    QPlainTextEdit *m_request;
    QCheckBox *m_asksFirst;
};

} // namespace petalpost::desk
