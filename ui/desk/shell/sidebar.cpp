// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/sidebar.h"

#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QtMath>
#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal iconPx = 22;
constexpr qreal heightPx = 61;

} // namespace

SidebarButton::SidebarButton(const QString &icon, const QString &text, const Theme &theme,
                             Icons &icons, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_theme(theme)
    , m_icons(icons)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

QSize SidebarButton::sizeHint() const
{
    return {qRound(m_theme.scaled(64)), qRound(m_theme.scaled(heightPx))};
}

QSize SidebarButton::minimumSizeHint() const
{
    constexpr int roomPx = 8;
    const qreal text = QFontMetricsF(m_theme.font(TypeRole::Body)).height();
    return {sizeHint().width(), qRound(m_theme.scaled(iconPx) + text + roomPx)};
}

void SidebarButton::paintEvent(QPaintEvent *)
{
    const Palette &palette = m_theme.palette();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    QRectF room = rect();
    if (hasFocus())
        room = drawFocusRing(painter, room, palette.focus, palette.surface2, 8);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? palette.selBg : palette.surface3);
        painter.drawRoundedRect(room, 8, 8);
    }
    const QColor ink = isChecked() ? palette.onPrimarySoft : palette.text2;
    QFont font = m_theme.font(TypeRole::Caption);
    font.setPointSizeF(m_theme.fontPt(TypeRole::Body));
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    const qreal side = qRound(m_theme.scaled(iconPx));
    const qreal textHeight = QFontMetricsF(font).height();
    const qreal top = qRound(rect().center().y() - (side + 2 + textHeight) / 2);
    painter.drawPixmap(QPointF(qRound(width() / 2.0 - side / 2), top),
                       m_icons.pixmap(m_icon, ink, side, devicePixelRatioF()));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, top + side + 2, width(), textHeight),
                     Qt::AlignCenter | Qt::TextSingleLine, text());
}

Sidebar::Sidebar(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("화면"));
    m_column->setContentsMargins(8, 12, 9, 12);
    m_column->setSpacing(4);
    m_column->addStretch(1);
    connect(m_buttons, &QButtonGroup::idClicked, this, &Sidebar::chosen);
    connect(&m_theme, &Theme::changed, this, [this] {
        for (QAbstractButton *button : m_buttons->buttons())
            button->updateGeometry();
    });
}

void Sidebar::addScreen(int id, const QString &name, const QString &icon, const QString &text,
                        Place place)
{
    auto *button = new SidebarButton(icon, text, m_theme, m_icons, this);
    button->setObjectName(u"screen-"_s % name);
    m_buttons->addButton(button, id);
    m_column->insertWidget(place == Place::Top ? m_atTop++ : m_column->count(), button);
}

int Sidebar::leastWidthPx() const
{
    QFont font = m_theme.font(TypeRole::Body);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    qreal widest = 0;
    for (const QAbstractButton *button : m_buttons->buttons())
        widest = std::max(widest, metrics.horizontalAdvance(button->text()));
    const QMargins margins = m_column->contentsMargins();
    return qCeil(widest) + 8 + margins.left() + margins.right();
}

void Sidebar::setCurrent(int id)
{
    if (QAbstractButton *button = m_buttons->button(id)) // some screens have no button
        button->setChecked(true);
}

void Sidebar::focusCurrent()
{
    if (QAbstractButton *button = m_buttons->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().surface2);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.palette().line);
}

} // namespace petalpost::desk
