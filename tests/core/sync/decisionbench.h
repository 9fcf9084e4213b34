// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/decisions.h"
#include "tests/support/deskbench.h"

#include <QtTest/QTest>

namespace petalpost::test {

/// The order as it stands after somebody else's change, one version on.
inline Order changed(qint64 id, OrderState state, qint64 version = 2)
{
    Order order = sampleOrder(id, state);
    order.version = version;
    return order;
}

inline sync::Decisions &decisions(const DeskBench &desk)
{
    return desk.engine->decisions();
}

/// Starts \a desk with the order 7.
inline void live(DeskBench &desk)
{
    desk.shop.put(sampleOrder(7));
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
}

/// Somebody cancels the order 7, or makes it \a now, while the desk presses \a verbs.
inline void conflict(DeskBench &desk, const std::vector<Verb> &verbs,
                     const Order &now = changed(7, OrderState::Cancelled))
{
    live(desk);
    desk.engine->stop();
    for (const Verb verb : verbs) {
        desk.clock.advance(60'000);
        QVERIFY(desk.engine->move(7, verb));
    }
    desk.shop.putQuietly(DocumentType::Order, 7, now);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QTRY_COMPARE(desk.engine->orders().at(7), now);
}

} // namespace petalpost::test
