// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace petalpost::desk {

/// The banners of the window, one below the other. Takes no room while none of them shows.
class BannerStack : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStack(QWidget *parent = nullptr);

    /// Adds \a banner below the others. Whoever made it shows and hides it.
    void add(QWidget *banner);
    /// To be called after the stack has been given another parent, which hides it.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_column;
};

} // namespace petalpost::desk
