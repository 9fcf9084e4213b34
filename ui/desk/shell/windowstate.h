// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/board/boardview.h"

#include <map>

namespace petalpost::desk {

/// What a person is looking at and has typed: enough to make the window anew, in another language,
/// without anybody losing the thread.
struct WindowState
{
    int screen = 0;
    DayRange range;
    QString search;
    bool list = false; ///< the board's orders as a list
    QString archiveSearch;
    qint64 boardOrder = 0;
    qint64 archiveOrder = 0;
    qint64 review = 0;
    qint64 product = 0;
    QDate balanceDay; ///< invalid: today
    std::map<qint64, QString> replies; ///< typed and not sent, by review

    bool operator==(const WindowState &) const = default;
};

} // namespace petalpost::desk
