// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/screens.h"

#include "ui/desk/order/detailpane.h"
#include "ui/desk/shell/bannerstack.h"
#include "ui/desk/shell/sidebar.h"
#include "ui/desk/style/page.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace petalpost::desk {

namespace {

constexpr int slideMs = 180;
constexpr qreal leastDetailPx = 316; ///< at 100 %

enum Pane { SidebarPane, PagePane, DetailPaneAt, PaneCount };

} // namespace

Screens::Screens(BannerStack *banners, const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sidebar(new Sidebar(theme, icons, this))
    , m_pages(new QStackedWidget(this))
    , m_detail(new DetailPane(theme, icons, this))
    , m_banners(banners)
    , m_row(new QHBoxLayout(this))
    , m_slide(new QPropertyAnimation(m_detail, "pos", this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_sidebar);
    m_row->addWidget(m_pages, 1);
    m_row->addWidget(m_detail);
    m_slide->setDuration(slideMs);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_sidebar, &Sidebar::chosen, this, &Screens::show);
    connect(m_detail, &DetailPane::closeRequested, this, [this] {
        if (closeDetail())
            page().focusContent();
    });
}

void Screens::add(int id, Page *page, const QString &name, const QString &icon, const QString &text,
                  Sidebar::Place place)
{
    m_sidebar->addScreen(id, name, icon, text, place);
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
    if (m_current != id)
        m_open = false;
    m_current = id;
    m_pages->setCurrentWidget(next);
    m_sidebar->setCurrent(id);
    arrange();
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
    m_sidebar->setFixedWidth(std::max(sidebarPx, m_sidebar->leastWidthPx()));
    m_detailPx = std::max(detailPx, qRound(m_theme.scaled(leastDetailPx)));
    m_detail->setFixedWidth(m_detailPx);
    arrange();
}

/// Docks the pane where the page keeps the width it needs, else floats it.
void Screens::arrange()
{
    if (m_current < 0)
        return;
    const bool wanted = page().chosenOrder().has_value();
    const int left = width() - m_sidebar->width() - m_detailPx;
    m_docked = !wanted || left >= page().leastWidthPx();
    m_slide->stop();
    if (m_docked)
        m_row->addWidget(m_detail); // moves it to where it is already, too
    else
        m_row->removeWidget(m_detail);
    if (m_docked)
        m_open = false;
    m_detail->setClosable(!m_docked);
    m_detail->setVisible(wanted && (m_docked || m_open));
    if (m_docked)
        return;
    m_detail->setGeometry(floatingRoom());
    m_detail->raise();
}

QRect Screens::floatingRoom() const
{
    return {width() - m_detailPx, 0, m_detailPx, height()};
}

bool Screens::detailShows() const
{
    return !m_detail->isHidden();
}

void Screens::openDetail()
{
    if (m_docked || m_open)
        return;
    m_open = true;
    const QRect room = floatingRoom();
    m_detail->setGeometry(room);
    m_detail->show();
    m_detail->raise();
    if (m_theme.reducedMotion())
        return;
    m_slide->setStartValue(room.topLeft() + QPoint(m_detailPx, 0));
    m_slide->setEndValue(room.topLeft());
    m_slide->start();
}

bool Screens::closeDetail()
{
    if (m_docked || !m_open)
        return false;
    m_open = false;
    m_slide->stop();
    m_detail->hide();
    return true;
}

void Screens::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
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
