// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/archive/archivemodel.h"
#include "ui/desk/style/page.h"

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace petalpost::desk {

class ArchiveFilters;
class ExportBar;
class Icons;
class Theme;

/// The screen 내역: every order that this computer knows or those that are looked for, newest
/// first, and the way to a file with them.
class ArchivePage : public Page
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the page.
    ArchivePage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    std::optional<qint64> chosenOrder() const override { return m_current; }
    int leastWidthPx() const override;

    /// Selects that order; one that has not been read yet stays chosen without a row.
    void setCurrentOrder(qint64 orderId);
    void focusSearch();
    QString searchText() const;
    void setSearchText(const QString &text);
    /// Writes what is looked for to the file \a path; nothing while that is being done already.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// A person moved onto that row.
    void orderChosen(qint64 orderId);
    /// Enter on a row.
    void orderOpened(qint64 orderId);
    /// A click on a row.
    void orderPointedAt(qint64 orderId);
    /// What came of an export.
    void exported(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildTable();
    void look();
    void askFile();
    void connectEngine();
    void choose(const QModelIndex &index);
    void selectRow(int row);
    void refreshEmpty();
    void dress();
    int stateWidth() const;
    int paymentWidth() const;

    sync::Engine &m_engine;
    const Theme &m_theme;
    ArchiveModel::Source m_source;
    ArchiveModel *m_model;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    ArchiveFilters *m_filters;
    QPushButton *m_csv;
    ExportBar *m_export;
    QString m_fault; ///< why the copy cannot be read
    QTableView *m_table;
    QLabel *m_empty;
    qint64 m_current = 0;
};

} // namespace petalpost::desk
