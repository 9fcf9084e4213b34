// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

namespace petalpost::desk {

class Sheet;
class Theme;

/// A sheet as it will come out of the printer, as large as there is room for.
class SheetView : public QWidget
{
    Q_OBJECT

public:
    SheetView(const Theme &theme, QWidget *parent = nullptr);

    /// \a sheet must stay until another is shown.
    void showSheet(const Sheet &sheet);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const Sheet *m_sheet = nullptr;
};

} // namespace petalpost::desk
