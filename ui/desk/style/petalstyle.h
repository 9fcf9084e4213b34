// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

#include "ui/desk/style/palette.h"

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace petalpost::desk {

/// Fusion with our own fields, buttons and indicators. A style sheet on those loses their arrows,
/// and Fusion's indicators vanish on a dark ground, so they are painted here from the palette.
class PetalStyle : public QProxyStyle
{
    Q_OBJECT

public:
    PetalStyle(const Palette &palette, qreal textScale, bool reducedMotion = false);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    void drawField(QPainter &painter, const QRect &rect, State state) const;
    void drawCheck(QPainter &painter, const QRect &rect, State state) const;
    void drawRadio(QPainter &painter, const QRect &rect, State state) const;
    void drawButton(QPainter &painter, const QStyleOptionButton &option,
                    const QWidget *widget) const;
    void drawToolButton(QPainter &painter, const QStyleOption &option) const;
    void drawCombo(QPainter &painter, const QStyleOptionComboBox &option,
                   const QWidget *widget) const;
    void drawSpin(QPainter &painter, const QStyleOptionSpinBox &option,
                  const QWidget *widget) const;
    void drawSlider(QPainter &painter, const QStyleOptionSlider &option,
                    const QWidget *widget) const;
    int scaledPx(qreal logicalPx) const;

    Palette m_palette;
    qreal m_textScale;
    bool m_reducedMotion;
};

} // namespace petalpost::desk
