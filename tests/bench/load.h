// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtGlobal>

#include <vector>

namespace petalpost::bench {

/// What a number of customers got who each order again as soon as they are answered.
struct LoadResult
{
    int placed = 0; ///< answered as hoped for: an order 201, a page 200
    int others = 0; ///< answered otherwise, or not at all
    double seconds = 0;
    std::vector<double> answerMs;

    double perSecond() const { return seconds > 0 ? placed / seconds : 0; }
};

/// Sends orders to 127.0.0.1:\a port over \a connections kept-alive sockets for \a ms. Blocks;
/// meant for a thread or process of its own. It does next to nothing with an answer, so that the
/// server and not this is measured.
LoadResult orderFor(quint16 port, int connections, int ms);
/// The same for customers who look at the menu.
LoadResult lookFor(quint16 port, int connections, int ms);

} // namespace petalpost::bench
