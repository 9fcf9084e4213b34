// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printbook.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

QString copiesGroup(PrintJob job)
{
    return u"copies/"_s % wordOf(printJobWords, job);
}

QString printerKey(PrintJob job)
{
    return u"printer/"_s % wordOf(printJobWords, job);
}

} // namespace

PrintBook::PrintBook(const QString &file)
    : m_file(file, QSettings::IniFormat)
{
}

int PrintBook::copies(PrintJob job, qint64 orderId) const
{
    return m_file.value(copiesGroup(job) % u'/' % QString::number(orderId)).toInt();
}

void PrintBook::note(PrintJob job, qint64 orderId)
{
    const int printed = copies(job, orderId);
    m_file.beginGroup(copiesGroup(job));
    m_file.setValue(QString::number(orderId), printed + 1);
    QStringList orders = m_file.childKeys();
    std::ranges::sort(orders, std::greater(), [](const QString &id) { return id.toLongLong(); });
    for (int i = mostRemembered; i < orders.size(); ++i)
        m_file.remove(orders.at(i));
    m_file.endGroup();
}

bool PrintBook::isUsed(PrintJob job) const
{
    m_file.beginGroup(copiesGroup(job));
    const bool used = !m_file.childKeys().isEmpty();
    m_file.endGroup();
    return used;
}

QString PrintBook::printer(PrintJob job) const
{
    return m_file.value(printerKey(job)).toString();
}

void PrintBook::setPrinter(PrintJob job, const QString &name)
{
    m_file.setValue(printerKey(job), name);
}

CardSize PrintBook::cardSize() const
{
    return fromWord(cardSizeWords, m_file.value(u"card/size"_s).toString())
        .value_or(CardSize::Small);
}

void PrintBook::setCardSize(CardSize size)
{
    m_file.setValue(u"card/size"_s, QString(wordOf(cardSizeWords, size)));
}

CardHand PrintBook::cardHand() const
{
    return fromWord(cardHandWords, m_file.value(u"card/hand"_s).toString())
        .value_or(CardHand::Serif);
}

void PrintBook::setCardHand(CardHand hand)
{
    m_file.setValue(u"card/hand"_s, QString(wordOf(cardHandWords, hand)));
}

} // namespace petalpost::desk
