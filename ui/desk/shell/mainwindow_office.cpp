// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/mainwindow.h"

#include "ui/desk/balance/balancepage.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/catalogue/cataloguepage.h"
#include "ui/desk/decisions/decisionpage.h"
#include "ui/desk/figures/figurespage.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/order/orderactions.h"
#include "ui/desk/reviews/reviewpage.h"
#include "ui/desk/shell/ordertaking.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/shell/screens.h"
#include "ui/desk/style/toast.h"
#include "ui/desk/texts/textspage.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

/// The menu, what customers wrote, and the money. A driver's token reaches none but the reviews.
void MainWindow::addOfficeScreens()
{
    m_menu = new CataloguePage(m_engine, m_theme, this);
    m_figures = new FiguresPage(m_engine, m_theme, this);
    m_texts = new TextsPage(m_engine, m_theme, this);
    m_balance = new BalancePage(m_engine, m_theme, m_icons, this);
    const bool office = m_engine.role() != DeviceRole::Driver;
    const auto add = [&](Screen screen, Page *page, const QString &name, const QString &icon,
                         const QString &text) {
        if (office)
            m_screens->add(screen, page, name, icon, text);
        else
            m_screens->add(screen, page);
    };
    add(Menu, m_menu, u"menu"_s, u"flower-2"_s, tr("메뉴"));
    m_screens->add(Reviews, m_reviews, u"reviews"_s, u"star"_s, tr("리뷰"));
    add(Figures, m_figures, u"figures"_s, u"chart-column"_s, tr("매출"));
    add(DayBalance, m_balance, u"balance"_s, u"scale"_s, tr("정산"));
    add(Texts, m_texts, u"texts"_s, u"message-square-text"_s, tr("문자"));
}

void MainWindow::connectMenu()
{
    connect(m_texts, &TextsPage::orderOpened, this, &MainWindow::openInArchive);
    connect(m_figures, &FiguresPage::exported, this,
            [this](const QString &sentence) { m_toast->showMessage(sentence); });
    const auto say = [this](const Refusal &refusal) { sayRefused(0, tr("메뉴"), refusal); };
    connect(m_menu, &CataloguePage::refusedAtOnce, this, say);
    connect(m_menu, &CataloguePage::toggled, this,
            [this, say](qint64 id, const QString &text, const QJsonObject &back) {
                m_toastUndo = [this, say, id, back] {
                    if (const auto undone = m_engine.changeProduct(id, back); !undone)
                        say(undone.error());
                };
                m_toast->showMessage(text, tr("실행 취소"));
            });
    connect(m_menu, &CataloguePage::saved, this, [this](const QString &text) {
        const bool live = m_status.link == sync::Link::Live;
        m_toast->showMessage(live ? text : QString(text % u". "_s % tr("연결되면 보내요")));
    });
}

/// Orders by phone and over the counter, and the money that is still to come for them.
void MainWindow::connectTaking()
{
    const bool office = m_engine.role() != DeviceRole::Driver;
    m_board->setTakesOrders(office);
    connect(m_board, &BoardPage::newOrderWanted, m_taking, &OrderTaking::open);
    connect(m_decisions, &DecisionPage::entryOpened, m_taking, &OrderTaking::reopen);
    connect(m_taking, &OrderTaking::placed, this, [this](qint64 id, const QString &sentence) {
        m_placed = id;
        m_board->setCurrentOrder(id);
        m_toastUndo = [this] { m_printing->ask(m_placed, PrintKind::Receipt); };
        m_toast->showMessage(sentence, tr("영수증 인쇄"));
    });
    connect(&m_engine, &sync::Engine::orderNumbered, this, &MainWindow::followNumber);
    connect(&m_screens->detail(), &DetailPane::moneyReceived, this,
            [this](qint64 id, DeskMethod method) {
                m_actions->move(id, Verb::MarkPaid, QJsonObject{{u"method"_s, word(method)}});
            });
}

/// What was chosen while the server had not numbered it stays chosen.
void MainWindow::followNumber(qint64 provisional, qint64 id)
{
    if (m_placed == provisional)
        m_placed = id;
    if (m_board->currentOrder() == provisional)
        QMetaObject::invokeMethod(
            this, [this, id] { m_board->setCurrentOrder(id); }, Qt::QueuedConnection);
}

} // namespace petalpost::desk
