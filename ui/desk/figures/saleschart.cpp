// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/saleschart.h"

#include "ui/desk/figures/salesmodel.h"
#include "ui/desk/style/theme.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <QtWidgets/QGraphicsLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal barShare = 0.62; ///< of the room of a day
constexpr int gridLines = 5;

/// A round top for the axis, so that its numbers are round too.
qreal niceTop(qreal highest)
{
    qreal step = 1;
    while (step * 10 <= highest)
        step *= 10;
    for (const qreal factor : {1.0, 2.0, 4.0, 8.0, 10.0}) {
        if (step * factor >= highest)
            return step * factor;
    }
    return step * 10;
}

} // namespace

SalesChart::SalesChart(const SalesModel &model, const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"salesChart"_s);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus); // the table beside it is what keys reach
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SalesChart::draw);
    connect(&m_theme, &Theme::changed, this, &SalesChart::draw);
    draw();
}

QList<qreal> SalesChart::values() const
{
    QList<qreal> all;
    for (int i = 0; m_bars && i < m_bars->count(); ++i)
        all.append(m_bars->at(i));
    return all;
}

void SalesChart::draw()
{
    const Palette &palette = m_theme.palette();
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    chart()->setBackgroundBrush(palette.surface);
    m_bars = new QBarSet(QString());
    m_bars->setColor(palette.primary);
    m_bars->setBorderColor(palette.primary);
    auto *days = new QBarCategoryAxis;
    QStringList spoken;
    qreal highest = 1;
    for (int row = 0; row < m_model.salesCount(); ++row) {
        const QModelIndex net = m_model.index(row, SalesModel::Net);
        const auto value = net.data(SalesModel::NumberRole).value<qreal>();
        m_bars->append(value);
        highest = std::max(highest, value);
        days->append(net.data(SalesModel::ShortNameRole).toString());
        spoken << m_model.index(row, SalesModel::Name).data().toString() + u' '
                      + net.data().toString();
    }
    setAccessibleName(tr("매출 그래프"));
    setAccessibleDescription(spoken.join(u", "_s));
    auto *series = new QBarSeries;
    series->setBarWidth(barShare);
    series->append(m_bars);
    chart()->addSeries(series);
    auto *amounts = new QValueAxis;
    amounts->setRange(0, niceTop(highest));
    amounts->setTickCount(gridLines);
    amounts->setLabelFormat(u"%'.0f"_s);
    amounts->setGridLineColor(palette.line);
    amounts->setLineVisible(false);
    days->setGridLineVisible(false);
    days->setLinePenColor(palette.lineStrong);
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(days), static_cast<QAbstractAxis *>(amounts)}) {
        axis->setLabelsFont(m_theme.font(TypeRole::Caption));
        axis->setLabelsColor(palette.text2);
    }
    chart()->addAxis(days, Qt::AlignBottom);
    chart()->addAxis(amounts, Qt::AlignLeft);
    series->attachAxis(days);
    series->attachAxis(amounts);
}

} // namespace petalpost::desk
