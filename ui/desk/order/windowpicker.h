// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"

#include <QtWidgets/QWidget>

#include <map>

class QComboBox;

namespace petalpost::desk {

/// What is known of the shop's windows when one is to be chosen.
struct WindowFacts
{
    Shop shop;
    qint64 nowMs = 0; ///< server time
    std::map<QString, int> taken; ///< orders in each window, by its key
};

/// A day and one of its delivery windows; windows that are over are not offered, full ones say so.
class WindowPicker : public QWidget
{
    Q_OBJECT

public:
    /// The boxes are named \a name with `Day` and `Window`. \a daysAhead counts from today.
    WindowPicker(WindowFacts facts, int daysAhead, const QString &name, QWidget *parent = nullptr);

    /// Offers and chooses the window that an order has, even one that is over or that the shop does
    /// not have any more; without one, none is what is chosen.
    void startWith(const std::optional<DeliveryWindow> &present);

    /// Nothing when none is chosen, or the chosen day has none left.
    std::optional<DeliveryWindow> window() const;
    /// Whether the chosen day has no window to offer.
    bool isDayOver() const;
    /// How many orders the chosen window has when it is full; 0 while it has places left.
    int takenBeyond() const;
    /// How many orders the chosen window is made for.
    int capacity() const;

Q_SIGNALS:
    void changed();

private:
    void fillWindows();
    int takenBeyond(const DeliveryWindow &window) const;

    WindowFacts m_facts;
    std::optional<DeliveryWindow> m_present;
    QComboBox *m_day;
    QComboBox *m_window;
};

} // namespace petalpost::desk
