// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"

#include <QtWidgets/QDoubleSpinBox>

namespace petalpost::desk {

/// A field for an amount from nothing to \a most, with as many decimals as its currency has. Every
/// amount a shop can ask fits, and is answered exactly.
class MoneyBox : public QDoubleSpinBox
{
public:
    explicit MoneyBox(const Money &most, QWidget *parent = nullptr);

    void setMinor(qint64 minor);
    qint64 minor() const;

private:
    double m_unit; ///< minor units in one
};

} // namespace petalpost::desk
