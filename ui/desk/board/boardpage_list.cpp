// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/boardcontroller.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/board/orderlistview.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

/// One button, down while the list shows: two would cut the heading in a small window.
void BoardPage::addViewSwitch(QHBoxLayout *row)
{
    m_asList = new QPushButton(this);
    m_asList->setObjectName(u"viewList"_s);
    m_asList->setAccessibleName(tr("목록"));
    m_asList->setToolTip(tr("목록"));
    m_asList->setCheckable(true);
    row->addWidget(m_asList);
    connect(m_asList, &QPushButton::toggled, this, &BoardPage::showList);
}

bool BoardPage::listShows() const
{
    return m_asList->isChecked();
}

void BoardPage::showList(bool list)
{
    m_asList->setChecked(list);
    if (list)
        m_views->setCurrentWidget(m_list);
    else
        m_views->setCurrentWidget(m_scroll);
    m_finished->setVisible(!list && !m_five && m_controller.deliveredToday() > 0);
}

void BoardPage::buildList()
{
    m_list = new OrderListView(m_controller.list(), m_theme, m_icons, this);
    m_views->addWidget(m_list);
    connect(m_list, &OrderListView::currentOrderChanged, this, &BoardPage::setCurrentOrder);
    connect(m_list, &OrderListView::currentOrderChanged, this, &BoardPage::orderChosen);
    connect(m_list, &OrderListView::orderOpened, this, &BoardPage::orderOpened);
    connect(m_list, &OrderListView::orderPointedAt, this, &BoardPage::orderPointedAt);
}

} // namespace petalpost::desk
