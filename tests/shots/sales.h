// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/salesreader.h"
#include "tests/ui/desk/shell/deskwindow.h"

#include <QtWidgets/QPushButton>

namespace petalpost::shots {

/// Thirty days up to the day of the pictures; the shop is closed on Sundays.
inline Sales someSales(const QDate &from, int days)
{
    Sales sales;
    SalesFigures all;
    for (int i = 0; i < days; ++i) {
        const QDate date = from.addDays(i);
        const int busy = date.dayOfWeek() == Qt::Sunday ? 0 : 4 + int(date.toJulianDay() * 7 % 9);
        const qint64 gross = busy * 67'000LL;
        const SalesFigures figures{busy, busy + busy / 4, gross,
                                   date.toJulianDay() % 6 == 4 ? 65'000 : 0};
        sales.days.push_back({date, busy == 0 ? SalesFigures() : figures});
        all += sales.days.back().figures;
    }
    const auto products = demo::products();
    SalesFigures left = all;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto share = [&](qint64 rest) { return i == 3 ? rest : rest * 45 / 100; };
        const SalesFigures part{share(left.orders), share(left.pieces), share(left.grossMinor),
                                share(left.refundedMinor)};
        sales.products.push_back({products[i].id, products[i].name, products[i].nameEn, part});
        left = {left.orders - part.orders, left.pieces - part.pieces,
                left.grossMinor - part.grossMinor, left.refundedMinor - part.refundedMinor};
    }
    return sales;
}

/// The sales as the server would tell them; \a button chooses the days.
inline auto figures(const char *button, int days)
{
    return [button, days](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk.window->showScreen(desk::MainWindow::Figures);
        desk.find<QPushButton>(button)->click();
        auto &reader = desk.engine->sales();
        reader.stop();
        const QDate today = desk.engine->shop().today(desk.engine->nowMs());
        const QDate month(today.year(), today.month(), 1);
        const QDate week = today.addDays(1 - today.dayOfWeek());
        const QDate first = std::min(month, week);
        Q_EMIT reader.answered(first, someSales(first, int(first.daysTo(today)) + 1));
        const QDate from = today.addDays(1 - days);
        Q_EMIT reader.answered(from, someSales(from, days));
        return nullptr;
    };
}

} // namespace petalpost::shots
