// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/shopsection.h"

class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

class WindowRow;

/// 배송 시간대: the windows of a day and how many orders each takes, how early and how far ahead
/// customers order, and when the board warns.
class WindowsSection : public ShopSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    WindowsSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

private:
    WindowRow *addWindowRow();
    void set(std::size_t row);
    void remove(std::size_t row);
    void addWindow();
    /// False, and says so in \a box, when the shop's windows are not those on the screen any more.
    bool isCurrent(FieldBox *box);
    bool setWindows(FieldBox *box, const std::vector<WindowRule> &windows);
    /// Orders to come in windows of these hours: on the fullest day, or altogether.
    int ordersOnFullestDay(const WindowRule &rule) const;
    int ordersIn(const WindowRule &rule) const;
    void refresh() override;

    QVBoxLayout *m_list;
    std::vector<WindowRow *> m_rows;
    std::vector<WindowRule> m_shown;
    FieldBox *m_more;
    QPushButton *m_add;
};

} // namespace petalpost::desk
