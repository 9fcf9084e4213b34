// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/boardpage.h"

#include "ui/desk/board/boardcontroller.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/laneview.h"
#include "ui/desk/board/orderlistview.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int marginPx = 16;
constexpr int laneGapPx = 10;
constexpr qreal searchWidthPx = 230;
constexpr qreal searchLeastPx = 60;
constexpr int searchStretch = 100; ///< the field grows to its width before the gap does

struct Tab
{
    const char *name;
    DayRange range;
};

constexpr std::array tabs{
    Tab{"today", {DayRange::Kind::Day, 0}},
    Tab{"tomorrow", {DayRange::Kind::Day, 1}},
    Tab{"week", {DayRange::Kind::Week, 0}},
    Tab{"all", {DayRange::Kind::All, 0}},
};

} // namespace

BoardPage::BoardPage(BoardController &controller, const Theme &theme, Icons &icons, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_theme(theme)
    , m_icons(icons)
{
    setObjectName(u"boardPage"_s);
    setAccessibleName(tr("주문"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(marginPx, 12, marginPx, 10);
    m_column->setSpacing(10);
    buildHeader(m_column);
    buildLanes(m_column);
    buildList();
    connect(&m_controller, &BoardController::countsChanged, this, &BoardPage::refreshHeader);
    connect(&m_controller, &BoardController::rangeChanged, this, &BoardPage::refreshHeader);
    connect(&m_theme, &Theme::changed, this, &BoardPage::dress);
    dress();
    refreshHeader();
    refreshLanes();
}

void BoardPage::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(this);
    m_heading->setObjectName(u"boardHeading"_s);
    row->addWidget(m_heading);
    row->addSpacing(8);
    m_tabs = new QButtonGroup(this);
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        auto *tab = new QPushButton(this);
        tab->setObjectName(u"day-"_s % QLatin1StringView(tabs[i].name));
        tab->setCheckable(true);
        m_tabs->addButton(tab, static_cast<int>(i));
        row->addWidget(tab);
    }
    connect(m_tabs, &QButtonGroup::idClicked, this,
            [this](int id) { m_controller.setRange(tabs[static_cast<std::size_t>(id)].range); });
    row->addStretch(1);
    m_showTotals = new QPushButton(this);
    m_showTotals->setObjectName(u"showTotals"_s);
    m_showTotals->setAccessibleName(tr("만들 것 합계"));
    m_showTotals->setToolTip(tr("만들 것 합계"));
    m_showTotals->setCheckable(true);
    connect(m_showTotals, &QPushButton::toggled, this, &BoardPage::refreshTotals);
    row->addWidget(m_showTotals);
    addViewSwitch(row);
    m_finished = new QPushButton(this);
    m_finished->setObjectName(u"finishedToday"_s);
    m_finished->setCheckable(true);
    setButtonKind(*m_finished, ButtonKind::Quiet);
    connect(m_finished, &QPushButton::toggled, this, &BoardPage::refreshLanes);
    row->addWidget(m_finished);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("이 화면에서 찾기"));
    m_search->setPlaceholderText(tr("이 화면에서 찾기"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, &m_controller, &BoardController::setSearch);
    row->addWidget(m_search, searchStretch);
    column->addLayout(row);
    m_totals = new NoteLabel(m_theme, NoteLabel::Kind::Plain, this);
    m_totals->setObjectName(u"totals"_s);
    column->addWidget(m_totals);
}

void BoardPage::buildLanes(QVBoxLayout *column)
{
    m_views = new QStackedWidget(this);
    // Large text in a small window: the lanes keep their width and are moved along instead.
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"laneScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *lanes = new QWidget;
    lanes->setAutoFillBackground(false);
    auto *row = new QHBoxLayout(lanes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(laneGapPx);
    for (const Lane lane : allLanes)
        addLane(lane, row);
    addNewOrder();
    // Lanes end at their largest width; what is left over stays ground.
    row->addStretch(0);
    m_scroll->setWidget(lanes);
    lanes->setAutoFillBackground(false); // setWidget() switches it on
    m_views->addWidget(m_scroll);
    column->addWidget(m_views, 1);
}

void BoardPage::addLane(Lane lane, QHBoxLayout *row)
{
    auto *view = new LaneView(m_controller.model(lane), m_theme, m_icons, this);
    m_lanes.push_back(view);
    row->addWidget(view, 1);
    connect(view, &LaneView::touched, this, [this, lane] { m_controller.touch(lane); });
    connect(view, &LaneView::currentChanged, this, &BoardPage::setCurrentOrder);
    connect(view, &LaneView::currentChanged, this, &BoardPage::orderChosen);
    connect(view, &LaneView::opened, this, &BoardPage::orderOpened);
    connect(view, &LaneView::pointedAt, this, &BoardPage::orderPointedAt);
    connect(view, &LaneView::acknowledged, &m_controller, &BoardController::acknowledge);
    connect(view, &LaneView::stepped, this, [this, view](int lanes) { stepLane(*view, lanes); });
    connect(&m_controller.model(lane), &CardModel::rowsInserted, this,
            [this, view] { followCurrent(*view); });
}

/// At the lane that a new order comes to: the line above has no room for it in a small window.
void BoardPage::addNewOrder()
{
    m_new = new QPushButton(this);
    m_new->setObjectName(u"newOrder"_s);
    m_new->setAccessibleName(tr("전화·방문 주문 입력"));
    m_new->setToolTip(tr("전화·방문 주문 입력 (Ctrl+N)"));
    setButtonKind(*m_new, ButtonKind::Quiet);
    connect(m_new, &QPushButton::clicked, this, &BoardPage::newOrderWanted);
    m_lanes.front()->holdButton(m_new);
}

/// The order of the detail pane has moved to another lane: the selection, and the focus if it was
/// in a lane, go with it.
void BoardPage::followCurrent(LaneView &lane)
{
    if (m_current == 0 || lane.model().rowOf(m_current) < 0)
        return;
    const bool focused =
        std::ranges::any_of(m_lanes, [](LaneView *view) { return view->list().hasFocus(); });
    lane.showCurrent(m_current);
    if (!focused || !lane.isVisibleTo(this))
        return;
    lane.list().setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(&lane, laneGapPx, 0);
}

void BoardPage::setCurrentOrder(qint64 orderId)
{
    const bool changed = m_current != orderId;
    m_current = orderId;
    for (LaneView *lane : m_lanes)
        lane->showCurrent(orderId);
    m_list->showCurrent(orderId);
    if (changed)
        Q_EMIT currentOrderChanged(orderId);
}

void BoardPage::stepLane(LaneView &from, int lanes)
{
    const int row = from.list().currentIndex().row();
    auto at = std::ranges::find(m_lanes, &from) - m_lanes.begin() + lanes;
    for (; at >= 0 && at < std::ssize(m_lanes); at += lanes) {
        LaneView *lane = m_lanes[static_cast<std::size_t>(at)];
        if (!lane->isVisibleTo(this) || lane->model().rowCount() == 0)
            continue;
        enterLane(*lane, row);
        return;
    }
}

void BoardPage::focusLanes()
{
    if (listShows()) {
        m_list->enter();
        return;
    }
    LaneView *target = nullptr;
    for (LaneView *lane : m_lanes) {
        const bool usable = lane->isVisibleTo(this) && lane->model().rowCount() > 0;
        if (usable && (!target || lane->model().rowOf(m_current) >= 0))
            target = lane;
    }
    enterLane(target ? *target : *m_lanes.front(), 0);
}

void BoardPage::enterLane(LaneView &lane, int row)
{
    lane.enter(row);
    m_scroll->ensureWidgetVisible(&lane, laneGapPx, 0);
}

int BoardPage::leastWidthPx() const
{
    constexpr int lanes = 4;
    return lanes * qRound(m_theme.scaled(LaneView::minWidthPx)) + (lanes - 1) * laneGapPx
           + 2 * marginPx;
}

QString BoardPage::searchText() const
{
    return m_search->text();
}

void BoardPage::setSearchText(const QString &text)
{
    m_search->setText(text);
}

void BoardPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void BoardPage::stepDay(int days)
{
    const DayRange &now = m_controller.view().range;
    const int from = now.kind == DayRange::Kind::Day ? now.offset : 0;
    m_controller.setRange({DayRange::Kind::Day, from + days});
}

void BoardPage::setFiveLanes(bool five)
{
    m_five = five;
    refreshLanes();
}

void BoardPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

QString BoardPage::heading() const
{
    const BoardView &view = m_controller.view();
    switch (view.range.kind) {
    case DayRange::Kind::Day:
        return dayHeading(view.today.addDays(view.range.offset));
    case DayRange::Kind::Week: {
        const QDate monday = view.today.addDays(1 - view.today.dayOfWeek());
        //: first day – last day of the week
        return tr("%1 – %2").arg(dayInWeek(monday), dayInWeek(monday.addDays(6)));
    }
    case DayRange::Kind::All:
        return tr("전체 주문");
    }
    Q_UNREACHABLE();
}

void BoardPage::refreshHeader()
{
    m_heading->setText(heading());
    const QString titles[] = {tr("오늘 %1").arg(m_controller.openCount(tabs[0].range)),
                              tr("내일 %1").arg(m_controller.openCount(tabs[1].range)),
                              tr("이번 주"), tr("전체")};
    m_tabs->setExclusive(false); // a day reached by keys may have no tab
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        QAbstractButton *tab = m_tabs->button(static_cast<int>(i));
        tab->setText(titles[i]);
        tab->setChecked(m_controller.view().range == tabs[i].range);
    }
    m_tabs->setExclusive(true);
    const int delivered = m_controller.deliveredToday();
    m_finished->setText(tr("오늘 완료 %1건").arg(delivered));
    m_finished->setVisible(!listShows() && !m_five && delivered > 0);
    refreshTotals();
}

/// What is left to make, item by item, above the lanes: the view of a whole batch.
void BoardPage::refreshTotals()
{
    m_totals->setVisible(m_showTotals->isChecked());
    if (!m_showTotals->isChecked())
        return;
    int pieces = 0;
    QStringList items;
    for (const ItemTotal &total : m_controller.leftToMake()) {
        pieces += total.qty;
        items += total.item % u" ×"_s % QString::number(total.qty);
    }
    items.prepend(tr("만들 것 %n개", nullptr, pieces));
    m_totals->setText(pieces == 0 ? tr("만들 것이 없어요.") : items.join(u"  ·  "_s));
}

/// Where five lanes do not fit, the link moves the board along by one: the first makes room for
/// 배송완료.
void BoardPage::refreshLanes()
{
    const bool moved = !m_five && m_finished->isChecked();
    m_lanes.front()->setVisible(!moved);
    m_lanes.back()->setVisible(m_five || moved);
    m_finished->setVisible(!listShows() && !m_five && m_controller.deliveredToday() > 0);
}

void BoardPage::setTakesOrders(bool takes)
{
    m_new->setVisible(takes);
}

void BoardPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_search->setMinimumWidth(qRound(m_theme.scaled(searchLeastPx)));
    m_search->setMaximumWidth(qRound(m_theme.scaled(searchWidthPx)));
    for (QAction *old : m_search->actions()) {
        if (old->objectName() == u"searchIcon"_s)
            delete old;
    }
    const auto icon16 = [this](const QString &name) {
        return m_icons.icon(name, m_theme.palette().text, m_theme.scaled(16));
    };
    m_new->setIcon(m_icons.icon(u"plus"_s, m_theme.palette().link, m_theme.scaled(18)));
    m_showTotals->setIcon(icon16(u"flower-2"_s));
    m_asList->setIcon(icon16(u"list"_s));
    QAction *icon = m_search->addAction(m_icons.icon(u"search"_s, m_theme.palette().text2, 16),
                                        QLineEdit::LeadingPosition);
    icon->setObjectName(u"searchIcon"_s);
}

bool BoardPage::eventFilter(QObject *watched, QEvent *event)
{
    // Esc first empties the field; only then does it belong to the window.
    if (watched == m_search && event->type() == QEvent::ShortcutOverride
        && !m_search->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return) {
            focusLanes();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace petalpost::desk
