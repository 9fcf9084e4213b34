// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

#include <vector>

class QPainter;

namespace petalpost::desk {

class Sheet;
class Theme;

/// Sheets as they will come out of the printer, beside each other and as large as there is room
/// for.
class SheetView : public QWidget
{
    Q_OBJECT

public:
    SheetView(const Theme &theme, QWidget *parent = nullptr);

    /// The sheets must stay until others are shown.
    void showSheets(std::vector<const Sheet *> sheets);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF allMm() const;
    void paintSheetAt(QPainter &painter, const Sheet &sheet, const QRectF &where) const;

    const Theme &m_theme;
    std::vector<const Sheet *> m_sheets;
};

} // namespace petalpost::desk
