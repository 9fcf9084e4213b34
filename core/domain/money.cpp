// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/money.h"

#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

std::optional<Money> bounded(qint64 minor, const Currency &currency)
{
    if (minor > Money::maxMinor || minor < -Money::maxMinor)
        return std::nullopt;
    return Money{minor, currency};
}

} // namespace

std::optional<Money> Money::plus(const Money &other) const
{
    qint64 sum = 0;
    if (currency != other.currency || __builtin_add_overflow(minor, other.minor, &sum))
        return std::nullopt;
    return bounded(sum, currency);
}

std::optional<Money> Money::times(qint64 count) const
{
    qint64 product = 0;
    if (__builtin_mul_overflow(minor, count, &product))
        return std::nullopt;
    return bounded(product, currency);
}

QString displayMoney(const Money &money, bool korean)
{
    static const QLocale grouping(QLocale::English);
    const Currency &currency = money.currency;
    if (currency.code == u"KRW"_s) {
        const QString digits = grouping.toString(money.minor);
        return korean ? QString(digits % u"원"_s) : QString(u"₩"_s % digits);
    }
    qint64 scale = 1;
    for (int i = 0; i < currency.exponent; ++i)
        scale *= 10;
    QString whole = grouping.toString(money.minor / scale);
    if (money.minor < 0 && money.minor > -scale)
        whole.prepend(u'-'); // a zero carries no sign of its own
    if (currency.exponent == 0)
        return whole % u' ' % currency.code;
    const QString part =
        QString::number(qAbs(money.minor % scale)).rightJustified(currency.exponent, u'0');
    return whole % u'.' % part % u' ' % currency.code;
}

} // namespace petalpost
