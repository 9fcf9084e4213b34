// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/mainwindow.h"

#include "core/sync/decisions.h"
#include "ui/desk/alarm/alarm.h"
#include "ui/desk/alarm/tray.h"
#include "ui/desk/archive/archivepage.h"
#include "ui/desk/balance/balancepage.h"
#include "ui/desk/board/boardcontroller.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/catalogue/cataloguepage.h"
#include "ui/desk/decisions/decisionpage.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/order/orderactions.h"
#include "ui/desk/order/orderfacts.h"
#include "ui/desk/reviews/reviewpage.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/shell/bannerstack.h"
#include "ui/desk/shell/moneydialogs.h"
#include "ui/desk/shell/ordertaking.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/shell/refundbanner.h"
#include "ui/desk/shell/screens.h"
#include "ui/desk/shell/statusstrip.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/style/toast.h"
#include "ui/desk/words/words.h"

#include <algorithm>

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int tickMs = 10'000;

/// What changes with the width of the window (logical pixels).
struct WidthClass
{
    int fromPx;
    qreal textScale;
    int sidebarPx;
    int detailPx;
};

constexpr std::array widthClasses{
    WidthClass{2200, 1.25, 96, 460},
    WidthClass{1600, 1.1, 80, 400},
    WidthClass{0, 1.0, 80, 316},
};

/// Four lanes fit at 100 %; the detail pane lies over them.
constexpr int smallestWidthPx = 1024;
constexpr int smallestHeightPx = 560;

const WidthClass &widthClass(int widthPx)
{
    return *std::ranges::find_if(widthClasses,
                                 [widthPx](const WidthClass &c) { return widthPx >= c.fromPx; });
}

} // namespace

MainWindow::MainWindow(sync::Engine &engine, Theme &theme, Icons &icons, Preferences &preferences,
                       QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_icons(icons)
    , m_preferences(preferences)
    , m_startedMs(engine.nowMs())
    , m_status(engine.status())
    , m_boardController(new BoardController(engine, this))
    , m_actions(new OrderActions(engine, this))
    , m_money(new MoneyDialogs(engine, theme, *this))
    , m_taking(new OrderTaking(engine, theme, *this))
    , m_printing(
          new Printing(engine, preferences.folder().filePath(u"printing.ini"_s), theme, *this))
    , m_alarm(new Alarm(engine, this))
    , m_tray(new Tray(*this))
    , m_banners(new BannerStack(this))
    , m_newOrders(new Banner(theme, icons, m_banners))
    , m_offline(new Banner(theme, icons, m_banners))
    , m_refusal(new Banner(theme, icons, m_banners))
    , m_undecided(new Banner(theme, icons, m_banners))
    , m_refunds(new RefundBanner(engine, theme, icons, m_banners))
    , m_screens(new Screens(m_banners, theme, icons, this))
    , m_strip(new StatusStrip(theme, icons, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(smallestWidthPx, smallestHeightPx);
    buildBanners();
    buildScreens();
    connect(&m_theme, &Theme::changed, this, &MainWindow::fitWidth);
    connectActions();
    connectMoney();
    connectTaking();
    connectEdits();
    connectPrinting();
    connectEngine();
    connectDecisions();
    connectBalance();
    connectMenu();
    connectAlarm();
    buildKeys();
    // Above the board, not above the status line.
    m_toast = new Toast(m_theme, m_screens->room());
    m_toast->setObjectName(u"toast"_s);
    connect(m_toast, &Toast::actionTriggered, this, [this] { m_toastUndo(); });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        refreshSync();
        refreshDetail();
    });
    m_clock.start(tickMs);
    showScreen(Orders);
    fitWidth();
    refreshTitle();
    refreshSync();
    refreshUndecided();
    refreshAlarm();
}

void MainWindow::buildScreens()
{
    m_board = new BoardPage(*m_boardController, m_theme, m_icons, this);
    m_archive = new ArchivePage(m_engine, m_theme, m_icons, this);
    m_reviews = new ReviewPage(m_engine, m_theme, m_icons, this);
    m_settings = new SettingsPage(m_engine, m_preferences, m_theme, this);
    m_screens->add(Orders, m_board, u"orders"_s, u"square-kanban"_s, tr("주문"));
    m_screens->add(Archive, m_archive, u"archive"_s, u"history"_s, tr("내역"));
    addOfficeScreens();
    m_screens->add(Settings, m_settings, u"settings"_s, u"settings"_s, tr("설정"),
                   Sidebar::Place::Bottom);
    m_decisions = new DecisionPage(m_engine, m_theme, this);
    m_screens->add(Undecided, m_decisions);
    connect(m_screens, &Screens::shown, this, &MainWindow::refreshDetail);
    connect(m_screens, &Screens::shown, this, &MainWindow::refreshUndecided);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_screens, 1);
    column->addWidget(m_strip);
}

void MainWindow::connectActions()
{
    connect(m_board, &BoardPage::currentOrderChanged, this, &MainWindow::refreshDetail);
    connect(m_board, &BoardPage::orderChosen, &m_engine, &sync::Engine::markSeen);
    connect(m_board, &BoardPage::orderOpened, this, &MainWindow::openOrder);
    connect(m_board, &BoardPage::orderPointedAt, m_screens, &Screens::openDetail);
    connect(m_archive, &ArchivePage::orderChosen, this, [this](qint64 id) {
        m_engine.markSeen(id);
        refreshDetail();
    });
    connect(m_archive, &ArchivePage::orderOpened, this, &MainWindow::openOrder);
    connect(m_archive, &ArchivePage::orderPointedAt, m_screens, &Screens::openDetail);
    connect(m_archive, &ArchivePage::exported, this,
            [this](const QString &sentence) { m_toast->showMessage(sentence); });
    connect(m_settings, &SettingsPage::diagnosticsCopied, this,
            [this] { m_toast->showMessage(tr("진단 정보를 복사했어요")); });
    const DetailPane *detail = &m_screens->detail();
    connect(detail, &DetailPane::moveRequested, this,
            [this](qint64 id, Verb verb) { m_actions->move(id, verb); });
    connect(detail, &DetailPane::undoRequested, m_actions, &OrderActions::undo);
    connect(detail, &DetailPane::acknowledgeRequested, m_boardController,
            &BoardController::acknowledge);
    connect(m_boardController, &BoardController::acknowledged, this,
            &MainWindow::orderAcknowledged);
    connect(m_boardController, &BoardController::acknowledged, this, &MainWindow::refreshDetail);
    connect(
        m_actions, &OrderActions::moved, this, [this](qint64 id, Verb verb, const QString &text) {
            if (verb == Verb::Cancel || verb == Verb::AcceptCancel || verb == Verb::DeclineCancel)
                m_boardController->acknowledge(id); // who cancels here knows of it
            m_toastUndo = [this, id] { m_actions->undo(id); };
            m_toast->showMessage(text, isUndoable(verb) ? tr("실행 취소  Ctrl+Z") : QString());
        });
    connect(m_actions, &OrderActions::undone, this,
            [this](qint64, const QString &text) { m_toast->showMessage(text); });
    connect(m_actions, &OrderActions::refusedAtOnce, this,
            [this](qint64 id, Verb verb, const Refusal &refusal) {
                sayRefused(id, verbWord(verb, false), refusal);
            });
    connect(m_reviews, &ReviewPage::refusedAtOnce, this,
            [this](const Refusal &refusal) { sayRefused(0, tr("답글"), refusal); });
    connect(m_reviews, &ReviewPage::replied, this, [this] {
        const bool live = m_status.link == sync::Link::Live;
        m_toast->showMessage(live ? tr("답글을 올렸어요")
                                  : tr("답글을 이 컴퓨터에 저장했고, 연결되면 올려요"));
    });
}

void MainWindow::connectEngine()
{
    const auto follow = [this](const Order &order) {
        if (order.id == m_screens->page().chosenOrder())
            refreshDetail();
        refreshTitle();
    };
    connect(&m_engine, &sync::Engine::orderChanged, this, follow);
    connect(&m_engine, &sync::Engine::olderOrderChanged, this, follow);
    connect(&m_engine, &sync::Engine::orderRemoved, this, [this](qint64 id) {
        if (id == m_board->currentOrder())
            m_board->setCurrentOrder(0);
        refreshDetail();
        refreshTitle();
    });
    connect(&m_engine, &sync::Engine::shopChanged, this, &MainWindow::refreshTitle);
    connect(&m_engine, &sync::Engine::orderArrived, this, [this] { QApplication::alert(this); });
    connect(&m_engine, &sync::Engine::statusChanged, this, [this](const sync::SyncStatus &status) {
        const bool turned = status.link != m_status.link;
        m_status = status;
        refreshSync();
        if (turned)
            refreshDetail();
    });
}

void MainWindow::connectDecisions()
{
    connect(&m_engine.decisions(), &sync::Decisions::changed, this, &MainWindow::refreshUndecided);
    const auto look = [this] {
        showScreen(Undecided);
        m_decisions->focusContent();
    };
    connect(m_undecided, &Banner::pressed, this, look);
    connect(m_decisions, &DecisionPage::emptied, this, [this] {
        if (m_screens->current() == Undecided)
            goBack();
    });
    connect(m_decisions, &DecisionPage::orderOpened, this, [this](qint64 id) {
        showScreen(Orders);
        m_board->setCurrentOrder(id);
        openOrder(id);
    });
    connect(m_decisions, &DecisionPage::reviewOpened, this, [this] {
        showScreen(Reviews);
        m_reviews->focusContent();
    });
    connect(m_decisions, &DecisionPage::settingsOpened, this, [this] {
        showScreen(Settings);
        m_settings->focusContent();
    });
    connect(m_decisions, &DecisionPage::refusedAtOnce, this,
            [this](const Refusal &refusal) { sayRefused(0, tr("확인 필요"), refusal); });
}

void MainWindow::connectBalance()
{
    connect(m_balance, &BalancePage::orderOpened, this, [this](qint64 id) {
        if (!m_engine.order(id)) {
            m_balance->closeOrder();
            m_toast->showMessage(tr("#%1 · 이 컴퓨터에는 없는 주문이에요").arg(id));
        }
        showScreen(DayBalance); // makes room for the order, or takes it back
        if (m_balance->chosenOrder())
            openOrder(id);
    });
}

void MainWindow::connectAlarm()
{
    connect(m_alarm, &Alarm::changed, this, &MainWindow::refreshAlarm);
    connect(m_alarm, &Alarm::rang, this, &MainWindow::soundWanted);
    connect(m_settings, &SettingsPage::soundTestRequested, this, &MainWindow::soundWanted);
    m_settings->setSoundsPlayable(true);
    connect(m_alarm, &Alarm::arrived, m_tray, &Tray::showMessage);
    connect(m_newOrders, &Banner::pressed, m_alarm, &Alarm::acknowledgeAll);
    connect(m_actions, &OrderActions::moved, m_alarm, [this](qint64 id, Verb verb) {
        if (verb == Verb::Cancel || verb == Verb::AcceptCancel)
            m_alarm->noteOwnCancel(id);
    });
}

void MainWindow::showScreen(Screen screen)
{
    m_screens->show(screen);
}

void MainWindow::showOrder(qint64 orderId)
{
    m_board->setCurrentOrder(orderId);
}

WindowState MainWindow::state() const
{
    WindowState state;
    state.screen = m_screens->current();
    state.range = m_boardController->view().range;
    state.search = m_board->searchText();
    state.list = m_board->listShows();
    state.boardOrder = m_board->currentOrder();
    state.archiveSearch = m_archive->searchText();
    state.archiveOrder = m_archive->chosenOrder().value_or(0);
    state.product = m_menu->currentProduct();
    state.review = m_reviews->currentReview();
    state.balanceDay = m_balance->day();
    state.replies = m_reviews->drafts();
    return state;
}

void MainWindow::resume(const WindowState &state)
{
    m_boardController->setRange(state.range);
    m_board->setSearchText(state.search);
    m_board->showList(state.list);
    m_board->setCurrentOrder(state.boardOrder);
    m_archive->setSearchText(state.archiveSearch);
    m_archive->setCurrentOrder(state.archiveOrder);
    m_menu->setCurrentProduct(state.product);
    m_reviews->resume(state.replies, state.review);
    if (state.balanceDay.isValid())
        m_balance->setDay(state.balanceDay);
    goTo(static_cast<Screen>(state.screen));
}

void MainWindow::setAcknowledged(std::set<qint64> orderIds)
{
    m_boardController->setAcknowledged(std::move(orderIds));
}

int MainWindow::newOrders() const
{
    return static_cast<int>(m_alarm->unseen().size());
}

void MainWindow::setAudible(bool audible)
{
    m_alarm->setAudible(audible);
}

void MainWindow::refreshTitle()
{
    const QString shop = m_engine.shop().name;
    const QString name = shop.isEmpty() ? u"Petalpost"_s : QString(shop % u" – Petalpost"_s);
    const int count = newOrders();
    setWindowTitle(count == 0 ? name
                              : QString(tr("(%n) 새 주문", nullptr, count) % u" · "_s % name));
}

void MainWindow::refreshDetail()
{
    const qint64 chosen = m_screens->page().chosenOrder().value_or(0);
    const auto order = m_engine.order(chosen);
    if (!order) {
        m_screens->detail().showNothing();
        return;
    }
    const bool old = !m_engine.orders().contains(order->id);
    m_screens->detail().showOrder(
        *order, {m_engine.nowMs(), m_engine.shop().zone, m_status.link == sync::Link::Live,
                 m_boardController->needsAcknowledgement(*order),
                 m_engine.decisions().concernsOrder(order->id), old, rulesOf(m_engine.shop())});
}

void MainWindow::openOrder(qint64 orderId)
{
    m_engine.markSeen(orderId);
    m_screens->openDetail();
    m_screens->detail().focusActions();
}

/// Which has every order, also those that have left the board.
void MainWindow::openInArchive(qint64 orderId)
{
    showScreen(Archive);
    m_archive->setCurrentOrder(orderId);
    refreshDetail();
    openOrder(orderId);
}

void MainWindow::fitWidth()
{
    const WidthClass &fit = widthClass(width());
    m_theme.setTextScale(fit.textScale);
    m_screens->setWidths(fit.sidebarPx, fit.detailPx);
    m_board->setFiveLanes(width() >= BoardPage::fiveLanesWidthPx);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    fitWidth();
    QWidget::resizeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.palette().bg);
}

} // namespace petalpost::desk
