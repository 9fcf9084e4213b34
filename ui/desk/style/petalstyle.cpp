// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/style/petalstyle.h"

#include <algorithm>
#include <cmath>

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

#include "ui/desk/style/paint.h"

namespace petalpost::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal minFieldHeight = 34;
constexpr qreal minTarget = 32;
constexpr qreal tableRowHeight = 36;
constexpr qreal indicatorSide = 18;
constexpr int fieldPadX = 8;
constexpr int textAreaFrame = 4;

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// The line edit inside a spin box or combo box: its owner has painted the field already.
bool isInnerEdit(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox *>(parent)
           || qobject_cast<const QComboBox *>(parent);
}

} // namespace

PetalStyle::PetalStyle(const Palette &palette, qreal textScale, bool reducedMotion)
    : QProxyStyle(u"Fusion"_s)
    , m_palette(palette)
    , m_textScale(textScale)
    , m_reducedMotion(reducedMotion)
{
}

int PetalStyle::scaledPx(qreal logicalPx) const
{
    return static_cast<int>(std::lround(logicalPx * std::max<qreal>(1, m_textScale)));
}

void PetalStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (isInnerEdit(widget)) {
            return;
        }
        if (frame && frame->lineWidth > 0) {
            drawField(*painter, option->rect, option->state);
            return;
        }
        break;
    }
    case PE_FrameLineEdit:
        if (isInnerEdit(widget)) {
            return;
        }
        drawField(*painter, option->rect, option->state);
        return;
    case PE_Frame:
        if (isTextArea(widget)) {
            State state = option->state;
            state.setFlag(State_HasFocus, widget->hasFocus());
            drawField(*painter, option->rect, state);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*painter, option->rect, option->state);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, option->rect, option->state);
        return;
    case PE_PanelButtonTool:
        drawToolButton(*painter, *option);
        return;
    case PE_FrameFocusRect:
        drawFocusRing(*painter, option->rect, m_palette.focus, Qt::transparent, 4);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void PetalStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_PushButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButton(*painter, *button, widget);
            return;
        }
    }
    if (element == CE_ProgressBarContents) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QStyleOptionProgressBar filled(*bar);
            filled.palette.setColor(QPalette::Highlight, m_palette.primary);
            QProxyStyle::drawControl(element, &filled, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PetalStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawCombo(*painter, *combo, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpin(*painter, *spin, widget);
            return;
        }
    }
    if (control == CC_Slider) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawSlider(*painter, *slider, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize PetalStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
        if (isInnerEdit(widget)) {
            break;
        }
        [[fallthrough]];
    case CT_ComboBox:
    case CT_SpinBox:
        wanted.setHeight(std::max(wanted.height(), scaledPx(minFieldHeight)));
        wanted.rwidth() += fieldPadX;
        break;
    case CT_PushButton:
        wanted.setHeight(std::max(wanted.height(), scaledPx(minFieldHeight)));
        wanted.rwidth() += scaledPx(12);
        break;
    case CT_MenuItem:
    case CT_ItemViewItem:
        wanted.setHeight(std::max(wanted.height(), scaledPx(minTarget)));
        break;
    case CT_ToolButton:
        wanted = wanted.expandedTo({scaledPx(minTarget), scaledPx(minTarget)});
        break;
    default:
        break;
    }
    return wanted;
}

QRect PetalStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents && !isInnerEdit(widget)) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            return rect.adjusted(fieldPadX - 4, 0, 4 - fieldPadX, 0);
        }
    }
    return rect;
}

QRect PetalStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool isEdit = (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
                        || (control == CC_SpinBox && subControl == SC_SpinBoxEditField);
    return isEdit ? rect.adjusted(fieldPadX - 5, 0, 0, 0) : rect;
}

int PetalStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaledPx(indicatorSide);
    case PM_HeaderDefaultSectionSizeVertical:
        return scaledPx(tableRowHeight);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return scaledPx(20);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
        if (isTextArea(widget)) {
            return textAreaFrame;
        }
        break;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int PetalStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ComboBox_Popup:
        return 0;
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void PetalStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit *>(widget) || isTextArea(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QAbstractSpinBox *>(widget)) {
        // Layouts give a spin box its minimum height, not the hint.
        widget->setMinimumHeight(scaledPx(minFieldHeight));
    }
}

} // namespace petalpost::desk
