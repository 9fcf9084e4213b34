// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/csvfields.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk::csv {

namespace {

/// Also as East Asian keyboards type them.
constexpr std::u16string_view formulaStarts = u"=+-@＝＋－＠";

} // namespace

QString field(const QString &text)
{
    QString safe = text;
    safe.remove(QChar::Null);
    const QString seen = safe.trimmed();
    if (!seen.isEmpty() && formulaStarts.find(seen.front().unicode()) != formulaStarts.npos)
        safe.prepend(u'\'');
    return u'"' % safe.replace(u'"', u"\"\""_s) % u'"';
}

QByteArray row(const QStringList &texts)
{
    QStringList fields;
    fields.reserve(texts.size());
    for (const QString &text : texts)
        fields += field(text);
    return QString(fields.join(u',') % u"\r\n"_s).toUtf8();
}

QString amount(const Money &money)
{
    QString digits = QString::number(money.minor);
    const int decimals = money.currency.exponent;
    if (decimals == 0)
        return digits;
    digits = digits.rightJustified(decimals + 1, u'0');
    return digits.insert(digits.size() - decimals, u'.');
}

} // namespace petalpost::desk::csv
