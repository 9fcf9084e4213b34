// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/style/page.h"

class QLabel;
class QTableView;
class QVBoxLayout;

namespace petalpost::desk {

class ArchiveModel;
class Icons;
class Theme;

/// The screen 내역: every order that this computer knows, newest first.
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

Q_SIGNALS:
    /// A person moved onto that row.
    void orderChosen(qint64 orderId);
    /// Enter on a row.
    void orderOpened(qint64 orderId);
    /// A click on a row.
    void orderPointedAt(qint64 orderId);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void connectEngine();
    void choose(const QModelIndex &index);
    void selectRow(int row);
    void refreshEmpty();
    void dress();
    int stateWidth() const;
    int paymentWidth() const;

    sync::Engine &m_engine;
    const Theme &m_theme;
    ArchiveModel *m_model;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QTableView *m_table;
    QLabel *m_empty;
    qint64 m_current = 0;
};

} // namespace petalpost::desk
