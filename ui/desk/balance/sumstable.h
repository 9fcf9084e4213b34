// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/balance/sumsmodel.h"

#include <QtWidgets/QTableView>

namespace petalpost::desk {

class Theme;

/// The day's money as a table that is as high as its rows. A column that its model's header calls
/// empty (SumsModel::EmptyRole) is left out.
class SumsTable : public QTableView
{
    Q_OBJECT

public:
    /// Both must outlive the table. The first column of \a sums takes the room that is left.
    SumsTable(QAbstractTableModel &sums, const Theme &theme, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    int neededPx(int column) const;

    QAbstractTableModel &m_sums;
    const Theme &m_theme;
};

} // namespace petalpost::desk
