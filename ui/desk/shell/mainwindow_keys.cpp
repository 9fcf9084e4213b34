// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/mainwindow.h"

#include "ui/desk/board/boardpage.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/order/orderactions.h"
#include "ui/desk/order/orderfacts.h"
#include "ui/desk/reviews/reviewpage.h"
#include "ui/desk/shell/keylist.h"
#include "ui/desk/shell/sidebar.h"
#include "ui/desk/shell/statusstrip.h"
#include "ui/desk/style/toast.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

namespace petalpost::desk {

namespace {

enum Pane { ScreensPane, PagePane, DetailPaneAt, PaneCount };

} // namespace

/// No bare letters: they would fire while Hangul is composed.
void MainWindow::buildKeys()
{
    const auto on = [this](const QKeySequence &keys, auto &&act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(Qt::CTRL | Qt::Key_1, [this] {
        showScreen(Orders);
        m_board->focusLanes();
    });
    on(Qt::CTRL | Qt::Key_2, [this] {
        showScreen(Reviews);
        m_reviews->focusList();
    });
    on(Qt::Key_F6, [this] { stepPane(1); });
    on(Qt::SHIFT | Qt::Key_F6, [this] { stepPane(-1); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        on(Qt::CTRL | enter, [this] { pressNextStep(); });
        on(Qt::CTRL | Qt::SHIFT | enter, [this] { pressStraightMade(); });
    }
    on(QKeySequence::Undo, [this] { pressUndo(); });
    on(Qt::CTRL | Qt::Key_F, [this] {
        showScreen(Orders);
        m_board->focusSearch();
    });
    on(Qt::CTRL | Qt::Key_Left, [this] { m_board->stepDay(-1); });
    on(Qt::CTRL | Qt::Key_Right, [this] { m_board->stepDay(1); });
    on(Qt::Key_F5, [this] { m_engine.syncNow(); });
    on(Qt::Key_Escape, [this] { goBack(); });
    on(Qt::Key_F1, [this] {
        auto *keys = new KeyList(m_theme, this);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        keys->open();
    });
}

void MainWindow::pressNextStep()
{
    if (m_screens->currentIndex() == Reviews)
        m_reviews->submit();
    else
        m_detail->pressNextStep();
}

void MainWindow::pressStraightMade()
{
    const auto found = m_engine.orders().find(m_board->currentOrder());
    if (m_screens->currentIndex() != Orders || found == m_engine.orders().end())
        return;
    if (isLegal(found->second, Verb::MarkMade))
        m_actions->move(found->first, Verb::MarkMade);
}

/// The newest move of this desk; without one, the last operation of the order in question.
void MainWindow::pressUndo()
{
    if (m_actions->undoLast())
        return;
    const auto found = m_engine.orders().find(m_board->currentOrder());
    if (found != m_engine.orders().end() && isLegal(found->second, Verb::Undo))
        m_actions->undo(found->first);
    else
        m_toast->showMessage(tr("되돌릴 것이 없어요"));
}

void MainWindow::stepPane(int direction)
{
    const QWidget *focus = QApplication::focusWidget();
    int at = ScreensPane;
    if (focus && m_screens->isAncestorOf(focus))
        at = PagePane;
    else if (focus && m_detail->isAncestorOf(focus))
        at = DetailPaneAt;
    else if (!focus || !m_sidebar->isAncestorOf(focus))
        at = direction > 0 ? ScreensPane : DetailPaneAt;
    do {
        at = (at + direction + PaneCount) % PaneCount;
    } while (at == DetailPaneAt && (m_detail->isHidden() || m_detail->orderId() == 0));
    switch (at) {
    case ScreensPane:
        m_sidebar->focusCurrent();
        break;
    case PagePane:
        m_screens->currentIndex() == Orders ? m_board->focusLanes() : m_reviews->focusList();
        break;
    default:
        m_detail->focusActions();
    }
}

void MainWindow::goBack()
{
    m_toast->dismiss();
    if (m_screens->currentIndex() == Orders)
        m_board->focusLanes();
    else
        m_reviews->focusList();
}

} // namespace petalpost::desk
