// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/board/boardview.h"
#include "ui/desk/style/page.h"

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace petalpost::desk {

class BoardController;
class Icons;
class LaneView;
class NoteLabel;
class OrderListView;
class Theme;

/// The screen 주문: a day's orders in lanes or as a list, most urgent first.
class BoardPage : public Page
{
    Q_OBJECT

public:
    /// From this window width on there is room for the finished orders' own lane.
    static constexpr int fiveLanesWidthPx = 1900;

    /// Everything handed in must outlive the page.
    BoardPage(BoardController &controller, const Theme &theme, Icons &icons,
              QWidget *parent = nullptr);

    /// 0 when no order is chosen.
    qint64 currentOrder() const { return m_current; }
    void setCurrentOrder(qint64 orderId);
    /// Gives the focus to the lane of the current order, or to the first lane with cards.
    void focusLanes();
    void focusContent() override { focusLanes(); }
    std::optional<qint64> chosenOrder() const override { return m_current; }
    int leastWidthPx() const override;
    /// Whether orders can be taken down here.
    void setTakesOrders(bool takes);
    void focusSearch();
    QString searchText() const;
    void setSearchText(const QString &text);
    void stepDay(int days);
    void setFiveLanes(bool five);
    bool listShows() const;
    void showList(bool list);
    void holdBanners(QWidget *banners) override;

Q_SIGNALS:
    void currentOrderChanged(qint64 orderId);
    /// A person moved onto that card.
    void orderChosen(qint64 orderId);
    /// Enter on a card.
    void orderOpened(qint64 orderId);
    /// A click on a card.
    void orderPointedAt(qint64 orderId);
    /// Somebody is on the phone, or at the counter.
    void newOrderWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader(QVBoxLayout *column);
    void addViewSwitch(QHBoxLayout *row);
    void buildLanes(QVBoxLayout *column);
    void buildList();
    void addNewOrder();
    void addLane(Lane lane, QHBoxLayout *row);
    void dress();
    void refreshHeader();
    void refreshLanes();
    void refreshTotals();
    void stepLane(LaneView &from, int lanes);
    void enterLane(LaneView &lane, int row);
    void followCurrent(LaneView &lane);
    QString heading() const;

    BoardController &m_controller;
    const Theme &m_theme;
    Icons &m_icons;
    QLabel *m_heading = nullptr;
    QButtonGroup *m_tabs = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_showTotals = nullptr;
    NoteLabel *m_totals = nullptr;
    QPushButton *m_finished = nullptr;
    QLineEdit *m_search = nullptr;
    QVBoxLayout *m_column = nullptr;
    QStackedWidget *m_views = nullptr;
    QScrollArea *m_scroll = nullptr;
    OrderListView *m_list = nullptr;
    QPushButton *m_asList = nullptr;
    std::vector<LaneView *> m_lanes;
    qint64 m_current = 0;
    bool m_five = false;
};

} // namespace petalpost::desk
