// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/notelabel.h"

#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>

namespace petalpost::desk {

namespace {

constexpr int noteRadius = 6;
constexpr int cardRadius = 10;
constexpr int notePadding = 10;

} // namespace

NoteLabel::NoteLabel(const Theme &theme, Kind kind, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMargin(notePadding); // a frame's contents margins are lost when the style changes
    connect(&m_theme, &Theme::changed, this, &NoteLabel::dress);
    dress();
}

void NoteLabel::setKind(Kind kind)
{
    m_kind = kind;
    dress();
}

void NoteLabel::dress()
{
    const Palette &palette = m_theme.palette();
    QPalette colours = this->palette();
    colours.setColor(QPalette::WindowText, m_kind == Kind::Danger    ? palette.dangerFg
                                           : m_kind == Kind::Warning ? palette.warnFg
                                                                     : palette.text2);
    setPalette(colours);
    update();
}

void NoteLabel::paintEvent(QPaintEvent *event)
{
    const Palette &palette = m_theme.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_kind == Kind::Danger    ? palette.dangerSoft
                     : m_kind == Kind::Warning ? palette.warnSoft
                                               : palette.surface2);
    painter.drawRoundedRect(rect(), noteRadius, noteRadius);
    painter.end();
    QLabel::paintEvent(event);
}

CardFrame::CardFrame(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, [this] { update(); });
}

void CardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.palette().line);
    painter.setBrush(m_theme.palette().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace petalpost::desk
