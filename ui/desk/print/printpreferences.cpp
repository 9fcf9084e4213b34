// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printpreferences.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

const auto cardSizeKey = u"card/size"_s;
const auto cardHandKey = u"card/hand"_s;
const auto ribbonKey = u"ribbon/size"_s;
const auto autoKey = u"ticket/autoSince"_s;

QString printerKey(PrintKind kind)
{
    return u"printer/"_s % word(kind);
}

/// A printer may be called anything.
QString offsetKey(const QString &printer)
{
    return u"offset/"_s % QString::fromLatin1(QUrl::toPercentEncoding(printer));
}

qreal inBounds(qreal offsetMm)
{
    const qreal most = PrintPreferences::mostOffsetMm;
    return std::clamp(offsetMm, -most, most);
}

} // namespace

PrintPreferences::PrintPreferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

void PrintPreferences::store(const QString &key, const QVariant &value)
{
    if (m_file.value(key) == value)
        return;
    m_file.setValue(key, value);
    Q_EMIT changed();
}

std::optional<QString> PrintPreferences::printer(PrintKind kind) const
{
    if (!m_file.contains(printerKey(kind)))
        return std::nullopt;
    return m_file.value(printerKey(kind)).toString();
}

void PrintPreferences::setPrinter(PrintKind kind, const QString &name)
{
    if (printer(kind) == name)
        return;
    m_file.setValue(printerKey(kind), name);
    Q_EMIT changed();
}

PrintPreset PrintPreferences::preset() const
{
    PrintPreset preset = presetOf(PrintKind::Ribbon, m_file.value(ribbonKey).toString());
    preset.cardSize =
        fromWord(cardSizeWords, m_file.value(cardSizeKey).toString()).value_or(preset.cardSize);
    preset.cardHand =
        fromWord(cardHandWords, m_file.value(cardHandKey).toString()).value_or(preset.cardHand);
    return preset;
}

void PrintPreferences::setPreset(const PrintPreset &preset)
{
    if (preset == this->preset())
        return;
    m_file.setValue(cardSizeKey, QString(wordOf(cardSizeWords, preset.cardSize)));
    m_file.setValue(cardHandKey, QString(wordOf(cardHandWords, preset.cardHand)));
    m_file.setValue(ribbonKey, presetWord(PrintKind::Ribbon, preset));
    Q_EMIT changed();
}

QPointF PrintPreferences::offsetMm(const QString &printer) const
{
    const QPointF offset = m_file.value(offsetKey(printer)).toPointF();
    return {inBounds(offset.x()), inBounds(offset.y())};
}

void PrintPreferences::setOffsetMm(const QString &printer, const QPointF &offset)
{
    store(offsetKey(printer), QPointF(inBounds(offset.x()), inBounds(offset.y())));
}

std::optional<qint64> PrintPreferences::autoTicketsSinceMs() const
{
    const qint64 sinceMs = m_file.value(autoKey).toLongLong();
    return sinceMs > 0 ? std::optional(sinceMs) : std::nullopt;
}

void PrintPreferences::setAutoTicketsSinceMs(std::optional<qint64> sinceMs)
{
    store(autoKey, sinceMs.value_or(0));
}

} // namespace petalpost::desk
