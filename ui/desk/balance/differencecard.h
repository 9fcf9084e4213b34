// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace petalpost::desk {

class Theme;

/// One thing that does not add up: what it is, the amounts, what to do, and the buttons for it.
class DifferenceCard : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive the card.
    explicit DifferenceCard(const Theme &theme, QWidget *parent = nullptr);

    /// \a day is the one that is balanced.
    void show(const Difference &difference, const QDate &day, const QTimeZone &zone);
    const Difference &difference() const { return m_difference; }
    /// Whether its repair may be asked for now.
    void setPressable(bool pressable);
    /// Gives the focus to the repair, else to the order; false when there is neither.
    bool focusFirst();

Q_SIGNALS:
    void repairPressed(const petalpost::Difference &difference);
    void orderPressed(qint64 orderId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    Difference m_difference;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_advice;
    QPushButton *m_order;
    QPushButton *m_repair;
};

} // namespace petalpost::desk
