// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The painting half of PetalStyle: what one field, button or indicator looks like.
#include "ui/desk/style/petalstyle.h"

#include <cmath>

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

namespace petalpost::desk {

namespace {

constexpr qreal fieldRadius = 6;
constexpr qreal borderWidth = 1.5;

struct ButtonLook
{
    QColor ground;
    QColor border;
    QColor ink;
};

ButtonLook buttonLook(const Palette &c, ButtonKind kind, QStyle::State state)
{
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = state & QStyle::State_MouseOver;
    if (!(state & QStyle::State_Enabled)) {
        if (kind == ButtonKind::Quiet || kind == ButtonKind::Toast) {
            return {Qt::transparent, Qt::transparent, c.text3};
        }
        return {c.surface2, c.line, c.text3};
    }
    switch (kind) {
    case ButtonKind::Primary: {
        const QColor fill = down ? c.primaryPress : over ? c.primaryHover : c.primary;
        return {fill, fill, c.onPrimary};
    }
    case ButtonKind::Danger:
        return {down || over ? c.dangerSoft : c.surface, c.dangerFg, c.dangerFg};
    case ButtonKind::Quiet:
        return {down   ? c.primarySoft
                : over ? c.surface3
                       : QColor(Qt::transparent),
                Qt::transparent, down ? c.onPrimarySoft : c.text};
    case ButtonKind::Toast: {
        QColor wash = c.toastAction;
        wash.setAlphaF(down ? 0.24F : over ? 0.12F : 0.0F);
        return {wash, c.toastAction, c.toastAction};
    }
    case ButtonKind::Plain:
        break;
    }
    return {down   ? c.primarySoft
            : over ? c.surface2
                   : c.surface,
            down ? c.primary : c.lineStrong, down ? c.onPrimarySoft : c.text};
}

void drawBody(QPainter &painter, const QRectF &body, const ButtonLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.border, 1));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), fieldRadius, fieldRadius);
    painter.restore();
}

void drawChevron(QPainter &painter, const QRect &rect, bool up, const QColor &colour, qreal reach)
{
    const QPointF mid = QRectF(rect).center();
    const qreal rise = up ? -reach / 2 : reach / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{mid.x() - reach, mid.y() - rise},
                                   {mid.x(), mid.y() + rise},
                                   {mid.x() + reach, mid.y() - rise}});
    painter.restore();
}

} // namespace

void PetalStyle::drawField(QPainter &painter, const QRect &rect, State state) const
{
    const bool enabled = state & State_Enabled;
    const bool focused = enabled && (state & State_HasFocus);
    const qreal width = focused ? 2 : 1;
    QColor border = m_palette.lineStrong;
    if (!enabled) {
        border = m_palette.line;
    } else if (focused) {
        border = m_palette.focus;
    } else if (state & State_MouseOver) {
        border = m_palette.text2;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, width));
    painter.setBrush(enabled ? m_palette.surface : m_palette.surface2);
    const qreal half = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), fieldRadius,
                            fieldRadius);
    painter.restore();
}

void PetalStyle::drawCheck(QPainter &painter, const QRect &rect, State state) const
{
    const bool enabled = state & State_Enabled;
    const bool set = state & (State_On | State_NoChange);
    const QColor fill =
        enabled ? (set ? m_palette.primary : m_palette.surface) : m_palette.surface2;
    const QColor border = !enabled ? m_palette.line
                          : set    ? m_palette.primary
                                   : m_palette.lineStrong;
    const qreal side = std::min(rect.width(), rect.height());
    // The outer pixel is painted in full: a border spread over two pixels loses its contrast.
    QRectF box(0, 0, side - borderWidth, side - borderWidth);
    box.moveCenter(QRectF(rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, borderWidth));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(QPen(enabled ? m_palette.onPrimary : m_palette.text3, side / 9, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (state & State_NoChange) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    } else if (state & State_On) {
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    }
    painter.restore();
}

void PetalStyle::drawRadio(QPainter &painter, const QRect &rect, State state) const
{
    const bool enabled = state & State_Enabled;
    const bool set = state & State_On;
    const qreal radius = (std::min(rect.width(), rect.height()) - borderWidth) / 2;
    const QPointF mid = QRectF(rect).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(!enabled ? m_palette.line
                        : set    ? m_palette.primary
                                 : m_palette.lineStrong,
                        set ? 2 : borderWidth));
    painter.setBrush(enabled ? m_palette.surface : m_palette.surface2);
    painter.drawEllipse(mid, radius, radius);
    if (set) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? m_palette.primary : m_palette.text3);
        painter.drawEllipse(mid, radius * 0.52, radius * 0.52);
    }
    painter.restore();
}

void PetalStyle::drawButton(QPainter &painter, const QStyleOptionButton &option,
                            const QWidget *widget) const
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    ButtonKind kind = button ? buttonKind(*button) : ButtonKind::Plain;
    if (kind == ButtonKind::Plain && (option.features & QStyleOptionButton::DefaultButton)) {
        kind = ButtonKind::Primary;
    }
    const ButtonLook look = buttonLook(m_palette, kind, option.state);
    QRectF body = option.rect;
    if ((option.state & State_HasFocus) && (option.state & State_KeyboardFocusChange)) {
        const QColor ring = kind == ButtonKind::Toast ? m_palette.toastText : m_palette.focus;
        body = drawFocusRing(painter, body, ring, Qt::transparent, fieldRadius + 2);
    }
    drawBody(painter, body, look);

    QStyleOptionButton label(option);
    label.rect = proxy()->subElementRect(SE_PushButtonContents, &option, widget);
    label.palette.setColor(QPalette::ButtonText, look.ink);
    proxy()->drawControl(CE_PushButtonLabel, &label, &painter, widget);
}

void PetalStyle::drawToolButton(QPainter &painter, const QStyleOption &option) const
{
    const bool bare = option.state & State_AutoRaise;
    drawBody(painter, option.rect,
             buttonLook(m_palette, bare ? ButtonKind::Quiet : ButtonKind::Plain, option.state));
}

void PetalStyle::drawCombo(QPainter &painter, const QStyleOptionComboBox &option,
                           const QWidget *widget) const
{
    const bool enabled = option.state & State_Enabled;
    if (option.frame || !option.editable) {
        drawField(painter, option.rect, option.state);
    }
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, false, enabled ? m_palette.text2 : m_palette.text3, scaledPx(4));
}

void PetalStyle::drawSpin(QPainter &painter, const QStyleOptionSpinBox &option,
                          const QWidget *widget) const
{
    if (option.frame) {
        drawField(painter, option.rect, option.state);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const std::pair<SubControl, QAbstractSpinBox::StepEnabledFlag> halves[] = {
        {SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled},
        {SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled}};
    for (const auto &[half, step] : halves) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, &option, half, widget);
        const bool usable = (option.state & State_Enabled) && (option.stepEnabled & step);
        if (usable && option.activeSubControls == half
            && (option.state & (State_MouseOver | State_Sunken))) {
            const bool down = option.state & State_Sunken;
            painter.fillRect(rect.adjusted(0, 2, -2, -1),
                             down ? m_palette.primarySoft : m_palette.surface2);
        }
        drawChevron(painter, rect, half == SC_SpinBoxUp, usable ? m_palette.text2 : m_palette.line,
                    3.5);
    }
}

void PetalStyle::drawSlider(QPainter &painter, const QStyleOptionSlider &option,
                            const QWidget *widget) const
{
    const bool enabled = option.state & State_Enabled;
    const bool level = option.orientation == Qt::Horizontal;
    const QRectF handle = proxy()->subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const QPointF mid = handle.center();
    QRectF groove = QRectF(option.rect);
    if (level) {
        groove = QRectF(groove.left() + 2, mid.y() - 2, groove.width() - 4, 4);
    } else {
        groove = QRectF(mid.x() - 2, groove.top() + 2, 4, groove.height() - 4);
    }
    QRectF done = groove;
    const bool fromFarEnd = option.upsideDown;
    if (level) {
        fromFarEnd ? done.setLeft(mid.x()) : done.setRight(mid.x());
    } else {
        fromFarEnd ? done.setTop(mid.y()) : done.setBottom(mid.y());
    }
    const QColor active = enabled ? m_palette.primary : m_palette.text3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? m_palette.lineStrong : m_palette.line);
    painter.drawRoundedRect(groove, 2, 2);
    painter.setBrush(active);
    painter.drawRoundedRect(done, 2, 2);
    const qreal radius = std::min(handle.width(), handle.height()) / 2 - 3;
    if (enabled && (option.state & State_HasFocus)) {
        painter.setPen(QPen(m_palette.focus, 2));
        painter.setBrush(m_palette.surface);
        painter.drawEllipse(mid, radius + 2, radius + 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(active);
        painter.drawEllipse(mid, radius - 1, radius - 1);
    } else {
        painter.setPen(QPen(m_palette.surface, 2));
        painter.drawEllipse(mid, radius + 1, radius + 1);
    }
    painter.restore();
}

} // namespace petalpost::desk
