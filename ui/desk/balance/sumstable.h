// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QTableView>

namespace petalpost::desk {

class SumsModel;
class Theme;

/// The day's money as a table that is as high as its rows. A column of nothing but zeros is left
/// out where nobody misses it.
class SumsTable : public QTableView
{
    Q_OBJECT

public:
    /// Both must outlive the table.
    SumsTable(SumsModel &sums, const Theme &theme, QWidget *parent = nullptr);

private:
    void fit();

    SumsModel &m_sums;
    const Theme &m_theme;
};

} // namespace petalpost::desk
