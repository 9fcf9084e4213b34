// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/boardcontroller.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/board/orderlistview.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

void BoardPage::addViewSwitch(QHBoxLayout *row)
{
    auto *both = new QButtonGroup(this);
    const auto add = [&](const QString &name, const QString &text) {
        auto *button = new QPushButton(this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setCheckable(true);
        both->addButton(button);
        row->addWidget(button);
        return button;
    };
    m_asBoard = add(u"viewBoard"_s, tr("보드"));
    m_asList = add(u"viewList"_s, tr("목록"));
    m_asBoard->setChecked(true);
    connect(m_asList, &QPushButton::toggled, this, &BoardPage::showList);
}

bool BoardPage::listShows() const
{
    return m_asList->isChecked();
}

void BoardPage::showList(bool list)
{
    (list ? m_asList : m_asBoard)->setChecked(true);
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
