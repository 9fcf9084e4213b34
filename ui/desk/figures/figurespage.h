// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/salesreader.h"
#include "ui/desk/style/page.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace petalpost::sync {
class Engine;
}

namespace petalpost::desk {

class SalesModel;
class SalesTable;
class Theme;

/// The screen 매출: what was sold today, this week, this month, and by day and product. The numbers
/// are the server's; the last ones stay when it cannot be asked, with the time they are of.
class FiguresPage : public Page
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the page.
    FiguresPage(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    /// Asks the server again.
    void reload();

Q_SIGNALS:
    /// The file was written, or \a sentence says why not.
    void exported(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    QWidget *buildTiles();
    SalesTable *addTable(SalesModel *model, const QString &name, const QString &text);
    void take(QDate from, const sync::SalesAnswer &answer);
    void showPeriod(const Sales &sales);
    void showTiles(const Sales &sales);
    void sayWhen(const sync::SalesAnswer &answer);
    void askFile();
    void exportTo(const QString &path);
    void dress();
    QDate today() const;
    QDate periodFrom() const;
    QDate tilesFrom() const;

    sync::Engine &m_engine;
    const Theme &m_theme;
    SalesModel *m_days;
    SalesModel *m_products;
    QVBoxLayout *m_column;
    QLabel *m_heading = nullptr;
    QButtonGroup *m_period = nullptr;
    QPushButton *m_csv = nullptr;
    QLabel *m_when = nullptr;
    std::vector<QLabel *> m_tileNames;
    std::vector<QLabel *> m_tiles; ///< today, this week, this month
    QWidget *m_chartRoom = nullptr;
    QWidget *m_chart = nullptr; ///< made when it is first seen
    SalesTable *m_dayTable = nullptr;
    SalesTable *m_productTable = nullptr;
};

} // namespace petalpost::desk
