// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/tray.h"

#include <QtCore/QEvent>
#include <QtWidgets/QSystemTrayIcon>
#include <QtWidgets/QWidget>

namespace petalpost::desk {

Tray::Tray(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(this);
    connect(m_icon, &QSystemTrayIcon::activated, this, &Tray::raise);
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::raise);
    m_window.installEventFilter(this);
}

void Tray::showMessage(const QString &title, const QString &text)
{
    if (m_icon)
        m_icon->showMessage(title, text, m_window.windowIcon());
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowTitleChange || event->type() == QEvent::WindowIconChange) {
        m_icon->setIcon(m_window.windowIcon());
        m_icon->setToolTip(m_window.windowTitle());
        m_icon->setVisible(!m_window.windowIcon().isNull());
    }
    return QObject::eventFilter(watched, event);
}

void Tray::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace petalpost::desk
