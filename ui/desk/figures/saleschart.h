// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCharts/QChartView>

class QBarSet;

namespace petalpost::desk {

class SalesModel;
class Theme;

/// The net of each day as a bar. Draws what the model holds, and says it in a sentence to assistive
/// technology; the numbers themselves stand in the table beside it.
class SalesChart : public QChartView
{
    Q_OBJECT

public:
    /// Both must outlive the chart.
    SalesChart(const SalesModel &model, const Theme &theme, QWidget *parent);

    /// The heights of the bars, in minor units.
    QList<qreal> values() const;

private:
    void draw();

    const SalesModel &m_model;
    const Theme &m_theme;
    QBarSet *m_bars = nullptr;
};

} // namespace petalpost::desk
