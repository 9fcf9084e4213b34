// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/board/boardview.h"

#include <QtWidgets/QListView>

class QPushButton;

namespace petalpost::desk {

class CardDelegate;
class CardModel;
class Icons;
class Theme;

/// The list inside a lane: a list view that lets ← and → leave it.
class CardList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    void stepped(int lanes); ///< ← is −1, → is +1
    void opened(const QModelIndex &index); ///< Enter
    void touched(); ///< pointer or key input

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
};

/// One column of the board: icon, name and count above the cards of a CardModel.
class LaneView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qreal minWidthPx = 216; ///< times the text scale
    static constexpr qreal maxWidthPx = 420;

    /// Everything handed in must outlive the view.
    LaneView(CardModel &model, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    Lane lane() const;
    CardModel &model() const { return m_model; }
    CardList &list() const { return *m_list; }
    /// Selects that order if it is here, else clears the selection. Emits nothing.
    void showCurrent(qint64 orderId);
    /// Gives the list the focus, on the row nearest to \a row if nothing is selected.
    void enter(int row);
    /// Keeps \a button at the right end of the header.
    void holdButton(QPushButton *button);

Q_SIGNALS:
    void currentChanged(qint64 orderId); ///< by the florist, not by the model
    void opened(qint64 orderId);
    void pointedAt(qint64 orderId); ///< clicked
    void stepped(int lanes);
    void touched();
    void acknowledged(qint64 orderId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectModel();
    void dress();
    void countChanged();
    int headerHeight() const;

    CardModel &m_model;
    const Theme &m_theme;
    Icons &m_icons;
    CardList *m_list;
    CardDelegate *m_delegate;
    QPushButton *m_button = nullptr;
    qint64 m_currentId = 0; ///< 0 when the selected order is not in this lane
    bool m_quiet = false; ///< selection changes are our own doing
};

} // namespace petalpost::desk
