// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"
#include "ui/desk/style/fieldbox.h"

class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace petalpost::desk {

/// One delivery window of the settings: from, to, how many orders, and how many it has already.
class WindowRow : public FieldBox
{
    Q_OBJECT

public:
    /// \a number counts from 0 and is a part of the fields' object names: "windowStart-0".
    WindowRow(int number, const Theme &theme, QWidget *parent);

    /// Shows \a rule and \a mostOrders of a day, without a signal.
    void show(const WindowRule &rule, int mostOrders);
    WindowRule rule() const;

Q_SIGNALS:
    /// Something was stepped; more may follow.
    void touched();
    void finished();
    void removed();

private:
    QTimeEdit *m_start;
    QTimeEdit *m_end;
    QSpinBox *m_capacity;
    QLabel *m_orders;
    QPushButton *m_remove;
};

} // namespace petalpost::desk
