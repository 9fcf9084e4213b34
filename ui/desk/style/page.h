// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QtWidgets/QWidget>

namespace petalpost::desk {

/// A screen of the desk as the window sees it. Pages do not know each other.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Gives the focus to what the page is about.
    virtual void focusContent() = 0;
    /// Takes the window's banners in, below its heading.
    virtual void holdBanners(QWidget *banners) = 0;
    /// Narrower than this the page does not share its room with the detail pane.
    virtual int leastWidthPx() const { return 0; }
    /// The order that the detail pane shows beside the page; nothing when there is no such pane.
    virtual std::optional<qint64> chosenOrder() const { return std::nullopt; }
};

} // namespace petalpost::desk
