// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/shell/sidebar.h"

#include <map>

class QHBoxLayout;
class QPropertyAnimation;
class QStackedWidget;

namespace petalpost::desk {

class BannerStack;
class DetailPane;
class Icons;
class Page;
class Theme;

/// The screens of the desk: the sidebar that names them, the page of the current one, and beside it
/// the detail pane where a page has orders to choose from. Where page and pane do not fit beside
/// each other, the pane lies over the page while it is open.
class Screens : public QWidget
{
    Q_OBJECT

public:
    /// \a banners stand on whichever page is shown.
    Screens(BannerStack *banners, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    /// \a name is for tests and never changes; \a text is what the sidebar says.
    void add(int id, Page *page, const QString &name, const QString &icon, const QString &text,
             Sidebar::Place place = Sidebar::Place::Top);
    /// A screen that is reached in other ways than by the sidebar.
    void add(int id, Page *page);
    void show(int id);
    int current() const { return m_current; }
    Page &page() const;
    DetailPane &detail() const { return *m_detail; }
    /// Where messages about the pages are shown.
    QWidget *room() const;

    /// In logical pixels; both grow where larger text needs more.
    void setWidths(int sidebarPx, int detailPx);
    /// Whether the pane lies over the page, open or not.
    bool detailFloats() const { return !m_docked; }
    bool detailShows() const;
    /// Shows the pane if it lies over the page; the focus stays where it is.
    void openDetail();
    /// False when there was nothing to close.
    bool closeDetail();
    /// Moves the focus to the next (+1) or previous (−1) of sidebar, page and detail pane.
    void stepPane(int direction);

Q_SIGNALS:
    void shown(int id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QRect floatingRoom() const;

    const Theme &m_theme;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    DetailPane *m_detail;
    BannerStack *m_banners;
    QHBoxLayout *m_row;
    QPropertyAnimation *m_slide;
    std::map<int, Page *> m_byId;
    int m_detailPx = 0;
    bool m_docked = true;
    bool m_open = false; ///< while it floats
    int m_current = -1;
};

} // namespace petalpost::desk
