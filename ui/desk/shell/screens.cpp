// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/screens.h"

#include "ui/desk/order/detailpane.h"
#include "ui/desk/shell/bannerstack.h"
#include "ui/desk/shell/sidebar.h"
#include "ui/desk/style/page.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace petalpost::desk {

namespace {

enum Pane { SidebarPane, PagePane, DetailPaneAt, PaneCount };

} // namespace

Screens::Screens(BannerStack *banners, const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_sidebar(new Sidebar(theme, icons, this))
    , m_pages(new QStackedWidget(this))
    , m_detail(new DetailPane(theme, icons, this))
    , m_banners(banners)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_pages, 1);
    row->addWidget(m_detail);
    connect(m_sidebar, &Sidebar::chosen, this, &Screens::show);
}

void Screens::add(int id, Page *page, const QString &name, const QString &icon, const QString &text)
{
    m_sidebar->addScreen(id, name, icon, text);
    add(id, page);
}

void Screens::add(int id, Page *page)
{
    m_pages->addWidget(page);
    m_byId.emplace(id, page);
}

void Screens::show(int id)
{
    Page *next = m_byId.at(id);
    m_current = id;
    m_pages->setCurrentWidget(next);
    m_sidebar->setCurrent(id);
    m_detail->setVisible(next->chosenOrder().has_value());
    next->holdBanners(m_banners);
    m_banners->refresh();
    Q_EMIT shown(id);
}

Page &Screens::page() const
{
    return *m_byId.at(m_current);
}

QWidget *Screens::room() const
{
    return m_pages;
}

void Screens::setWidths(int sidebarPx, int detailPx)
{
    m_sidebar->setFixedWidth(sidebarPx);
    m_detail->setFixedWidth(detailPx);
}

void Screens::stepPane(int direction)
{
    const QWidget *focus = QApplication::focusWidget();
    int at = SidebarPane;
    if (focus && m_pages->isAncestorOf(focus))
        at = PagePane;
    else if (focus && m_detail->isAncestorOf(focus))
        at = DetailPaneAt;
    else if (!focus || !m_sidebar->isAncestorOf(focus))
        at = direction > 0 ? SidebarPane : DetailPaneAt;
    do {
        at = (at + direction + PaneCount) % PaneCount;
    } while (at == DetailPaneAt && (m_detail->isHidden() || m_detail->orderId() == 0));
    switch (at) {
    case SidebarPane:
        m_sidebar->focusCurrent();
        break;
    case PagePane:
        page().focusContent();
        break;
    default:
        m_detail->focusActions();
    }
}

} // namespace petalpost::desk
