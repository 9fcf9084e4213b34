// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>

#include <QtWidgets/QWidget>

class QStackedWidget;

namespace petalpost::desk {

class BannerStack;
class DetailPane;
class Icons;
class Page;
class Sidebar;
class Theme;

/// The screens of the desk: the sidebar that names them, the page of the current one, and beside it
/// the detail pane where a page has orders to choose from.
class Screens : public QWidget
{
    Q_OBJECT

public:
    /// \a banners stand on whichever page is shown.
    Screens(BannerStack *banners, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    /// \a name is for tests and never changes; \a text is what the sidebar says.
    void add(int id, Page *page, const QString &name, const QString &icon, const QString &text);
    /// A screen that is reached in other ways than by the sidebar.
    void add(int id, Page *page);
    void show(int id);
    int current() const { return m_current; }
    Page &page() const;
    DetailPane &detail() const { return *m_detail; }
    /// Where messages about the pages are shown.
    QWidget *room() const;

    void setWidths(int sidebarPx, int detailPx);
    /// Moves the focus to the next (+1) or previous (−1) of sidebar, page and detail pane.
    void stepPane(int direction);

Q_SIGNALS:
    void shown(int id);

private:
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    DetailPane *m_detail;
    BannerStack *m_banners;
    std::map<int, Page *> m_byId;
    int m_current = -1;
};

} // namespace petalpost::desk
