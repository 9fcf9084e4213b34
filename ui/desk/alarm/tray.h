// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>

class QSystemTrayIcon;
class QWidget;

namespace petalpost::desk {

/// The icon beside the session's clock: shows messages and brings the window forward. Where a
/// session has no tray it is not there and nobody misses it.
class Tray : public QObject
{
    Q_OBJECT

public:
    /// \a window must outlive the tray; its icon and title are shown.
    explicit Tray(QWidget &window);

    void showMessage(const QString &title, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void raise();

    QWidget &m_window;
    QSystemTrayIcon *m_icon = nullptr;
};

} // namespace petalpost::desk
