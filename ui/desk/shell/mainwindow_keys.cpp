// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/mainwindow.h"

#include "core/sync/decisions.h"
#include "ui/desk/alarm/alarm.h"
#include "ui/desk/archive/archivepage.h"
#include "ui/desk/balance/balancepage.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/catalogue/cataloguepage.h"
#include "ui/desk/decisions/decisionpage.h"
#include "ui/desk/figures/figurespage.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/order/orderactions.h"
#include "ui/desk/order/orderfacts.h"
#include "ui/desk/reviews/reviewpage.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/keylist.h"
#include "ui/desk/shell/ordertaking.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/shell/screens.h"
#include "ui/desk/style/page.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/style/toast.h"
#include "ui/desk/texts/textspage.h"

#include <QtGui/QShortcut>

namespace petalpost::desk {

/// No bare letters: they would fire while Hangul is composed.
void MainWindow::buildKeys()
{
    const auto on = [this](const QKeySequence &keys, auto &&act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(Qt::CTRL | Qt::Key_1, [this] { goTo(Orders); });
    on(Qt::CTRL | Qt::Key_2, [this] { goTo(Archive); });
    on(Qt::CTRL | Qt::Key_4, [this] { goTo(Reviews); });
    if (m_engine.role() != DeviceRole::Driver) { // the server would refuse them
        on(QKeySequence::New, [this] { m_taking->open(); });
        on(Qt::CTRL | Qt::Key_3, [this] { goTo(Menu); });
        on(Qt::CTRL | Qt::Key_5, [this] { goTo(Figures); });
        on(Qt::CTRL | Qt::Key_6, [this] { goTo(DayBalance); });
        on(Qt::CTRL | Qt::Key_7, [this] { goTo(Texts); });
    }
    on(Qt::CTRL | Qt::Key_Comma, [this] { goTo(Settings); });
    for (const Qt::Key plus : {Qt::Key_Equal, Qt::Key_Plus})
        on(Qt::CTRL | plus, [this] { stepTextSize(1); });
    on(Qt::CTRL | Qt::Key_Minus, [this] { stepTextSize(-1); });
    on(Qt::CTRL | Qt::Key_0, [this] { m_preferences.setTextScale(std::nullopt); });
    on(Qt::CTRL | Qt::Key_R, [this] {
        if (m_engine.decisions().all().empty())
            return;
        showScreen(Undecided);
        m_decisions->focusContent();
    });
    on(Qt::Key_F6, [this] { m_screens->stepPane(1); });
    on(Qt::SHIFT | Qt::Key_F6, [this] { m_screens->stepPane(-1); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        on(Qt::CTRL | enter, [this] { pressNextStep(); });
        on(Qt::CTRL | Qt::SHIFT | enter, [this] { pressStraightMade(); });
    }
    on(QKeySequence::Undo, [this] { pressUndo(); });
    on(Qt::CTRL | Qt::Key_F, [this] {
        showScreen(Archive); // which has every order; what the board shows is before one's eyes
        m_archive->focusSearch();
    });
    on(Qt::CTRL | Qt::Key_Left, [this] { stepDay(-1); });
    on(Qt::CTRL | Qt::Key_Right, [this] { stepDay(1); });
    on(QKeySequence::Print,
       [this] { m_printing->ask(m_screens->detail().orderId(), PrintKind::Ticket); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_P,
       [this] { m_printing->ask(m_screens->detail().orderId(), PrintKind::Card); });
    on(Qt::CTRL | Qt::Key_M, [this] { m_alarm->toggleMute(); });
    on(Qt::Key_F5, [this] {
        m_engine.syncNow();
        if (m_screens->current() == DayBalance)
            m_balance->reload();
        if (m_screens->current() == Figures)
            m_figures->reload();
        if (m_screens->current() == Texts)
            m_texts->reload();
    });
    on(Qt::Key_Escape, [this] { goBack(); });
    on(Qt::Key_F1, [this] {
        auto *keys = new KeyList(m_theme, this);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        keys->open();
    });
}

void MainWindow::pressNextStep()
{
    if (m_screens->current() == Reviews)
        m_reviews->submit();
    else if (m_screens->current() == Menu)
        m_menu->save();
    else if (m_screens->page().chosenOrder())
        m_screens->detail().pressNextStep();
}

void MainWindow::pressStraightMade()
{
    const auto found = m_engine.orders().find(m_board->currentOrder());
    if (m_screens->current() != Orders || found == m_engine.orders().end())
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

void MainWindow::goTo(Screen screen)
{
    showScreen(screen);
    m_screens->page().focusContent();
}

void MainWindow::stepDay(int days)
{
    if (m_screens->current() == DayBalance)
        m_balance->stepDay(days);
    else
        m_board->stepDay(days);
}

/// In steps of 10 %, from the size that shows now.
void MainWindow::stepTextSize(int steps)
{
    const qreal scale = (qRound(m_theme.textScale() * 10) + steps) / 10.0;
    m_preferences.setTextScale(std::clamp(scale, Theme::minTextScale, Theme::maxTextScale));
}

void MainWindow::goBack()
{
    m_toast->dismiss();
    if (m_screens->current() == Undecided)
        showScreen(Orders);
    if (m_screens->current() == DayBalance) {
        m_balance->closeOrder();
        showScreen(DayBalance); // without the detail pane
    }
    m_screens->closeDetail();
    m_screens->page().focusContent();
}

} // namespace petalpost::desk
