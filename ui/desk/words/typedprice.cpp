// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/typedprice.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk::typedprice {

namespace {

constexpr int mostDigits = 10;

} // namespace

qint64 minorOf(QString typed, int exponent)
{
    const qsizetype dot = typed.indexOf(u'.');
    const QString cents = dot < 0 ? QString() : typed.mid(dot + 1);
    typed.truncate(dot < 0 ? typed.size() : dot);
    return QString(typed.remove(u',') + cents.leftJustified(exponent, u'0')).toLongLong();
}

QRegularExpression pattern(int exponent)
{
    const QString cents = exponent == 0 ? QString() : u"(\\.\\d{0,%1})?"_s.arg(exponent);
    return QRegularExpression(u"[\\d,]{0,%1}"_s.arg(mostDigits) + cents);
}

} // namespace petalpost::desk::typedprice
