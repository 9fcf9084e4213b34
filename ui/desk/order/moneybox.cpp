// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/moneybox.h"

#include <cmath>

namespace petalpost::desk {

namespace {

constexpr int boxHeightForMoneyPx = 34;

} // namespace

MoneyBox::MoneyBox(const Money &most, QWidget *parent)
    : QDoubleSpinBox(parent)
    , m_unit(std::pow(10.0, most.currency.exponent))
{
    setDecimals(most.currency.exponent);
    setGroupSeparatorShown(true);
    setMinimumHeight(boxHeightForMoneyPx);
    setRange(0, double(most.minor) / m_unit);
    setSingleStep(most.currency.exponent == 0 ? 1000 : 1);
}

void MoneyBox::setMinor(qint64 minor)
{
    setValue(double(minor) / m_unit);
}

qint64 MoneyBox::minor() const
{
    return std::llround(value() * m_unit);
}

} // namespace petalpost::desk
