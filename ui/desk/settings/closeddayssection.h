// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/shopsection.h"

class QDateEdit;
class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

/// 휴무일: single days without deliveries, each with the reason that customers read.
class ClosedDaysSection : public ShopSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    ClosedDaysSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

private:
    struct Row
    {
        FieldBox *box;
        QLabel *day;
        QLabel *reason;
        QPushButton *remove;
    };

    void addDayRow();
    void addDay();
    void remove(std::size_t row);
    bool setDays(FieldBox *box, const std::vector<ClosedDay> &days);
    int ordersOn(const QDate &date) const;
    /// The days from today on; those that are over stay in the settings and out of sight.
    std::vector<ClosedDay> coming() const;
    void refresh() override;

    QVBoxLayout *m_list;
    std::vector<Row> m_rows;
    QLabel *m_none;
    FieldBox *m_more;
    QDateEdit *m_day;
    QLineEdit *m_reason;
};

} // namespace petalpost::desk
