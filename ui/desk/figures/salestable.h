// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QTableView>

namespace petalpost::desk {

class SalesModel;

/// Figures beside their names. Where both do not fit, as with large text, counts give way to names;
/// the file has them all the same.
class SalesTable : public QTableView
{
    Q_OBJECT

public:
    /// \a model must outlive the table.
    SalesTable(SalesModel &model, QWidget *parent);

    /// Rows of that height, and columns for the font of the moment.
    void setRowHeight(int px);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    int neededPx(int column) const;
};

} // namespace petalpost::desk
