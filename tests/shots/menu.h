// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/catalogue/cataloguepage.h"

#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace petalpost::shots {

/// The menu with the first product open; \a typed: with a price that is not saved yet.
inline auto menu(bool typed)
{
    return [typed](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk.window->showScreen(desk::MainWindow::Menu);
        desk.find<desk::CataloguePage>("cataloguePage")->setCurrentProduct(1);
        if (typed) {
            auto *price = desk.find<QLineEdit>("product-price");
            price->clear();
            QTest::keyClicks(price, QStringLiteral("0"));
            desk.find<QPushButton>("productSave")->click();
        }
        return nullptr;
    };
}

/// A product that is being added.
inline auto newProduct()
{
    return [](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk.window->showScreen(desk::MainWindow::Menu);
        desk.find<QPushButton>("productNew")->click();
        QTest::keyClicks(desk.find<QLineEdit>("product-name"), QStringLiteral("Sunflower"));
        return nullptr;
    };
}

} // namespace petalpost::shots
