// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/sheet.h"

#include <QtGui/QPaintDevice>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <vector>

namespace petalpost::test {

/// Text as it was drawn on a sheet, in the sheet's units.
struct DrawnText
{
    QString text;
    QRectF where;
    bool bold = false;
};

/// Paper that keeps what is written on it.
class RecordingPage : public QPaintDevice
{
    class Engine : public QPaintEngine
    {
    public:
        Engine()
            : QPaintEngine(AllFeatures)
        {
        }
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF &base, const QTextItem &item) override
        {
            const QRectF where(base.x(), base.y() - item.ascent(), item.width(),
                               item.ascent() + item.descent());
            texts.push_back(
                {item.text(), painter()->worldTransform().mapRect(where), item.font().bold()});
        }
        Type type() const override { return User; }

        std::vector<DrawnText> texts;
    };

public:
    explicit RecordingPage(const desk::Sheet &sheet)
        : m_size((sheet.sizeMm() * desk::sheetUnits).toSize())
    {
        desk::paintSheet(sheet, *this);
    }

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const std::vector<DrawnText> &texts() const { return m_engine.texts; }
    QRectF paper() const { return QRectF(QPointF(), QSizeF(m_size)); }
    /// Everything on it, in the order it was written.
    QString all() const
    {
        QString all;
        for (const DrawnText &drawn : texts())
            all += drawn.text + u'\n';
        return all;
    }
    /// How far down \a text begins; -1 when it is not there.
    qreal topOf(const QString &text) const
    {
        for (const DrawnText &drawn : texts()) {
            if (drawn.text.contains(text))
                return drawn.where.top();
        }
        return -1;
    }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dpi = 254; // one unit is a pixel
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dpi;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable Engine m_engine;
};

} // namespace petalpost::test
