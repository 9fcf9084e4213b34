// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/textsreader.h"
#include "ui/desk/style/page.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace petalpost::sync {
class Engine;
}

namespace petalpost::desk {

class NoteLabel;
class TextsModel;
class Theme;

/// The screen 문자: every text to customers and where it stands. The server alone knows; the last
/// answer stays when it cannot be asked, with the time it is of.
class TextsPage : public Page
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the page.
    TextsPage(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    /// Asks the server again, from the newest.
    void reload();

Q_SIGNALS:
    void orderOpened(qint64 orderId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    void buildTable();
    void ask(qint64 beforeId);
    void take(const sync::TextsAnswer &answer);
    void sayWhen(const sync::TextsAnswer &answer);
    void adviseOn(const QModelIndex &index);
    void open(const QModelIndex &index);
    void dress();

    sync::Engine &m_engine;
    const Theme &m_theme;
    TextsModel *m_model;
    QVBoxLayout *m_column;
    QLabel *m_heading = nullptr;
    QButtonGroup *m_choice = nullptr;
    QLabel *m_when = nullptr;
    QTableView *m_table = nullptr;
    NoteLabel *m_advice = nullptr;
    QPushButton *m_more = nullptr;
    qint64 m_askedBefore = 0; ///< what the answer that is waited for begins below
    qint64 m_nextBefore = 0; ///< 0: there are no older ones
};

} // namespace petalpost::desk
