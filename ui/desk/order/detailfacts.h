// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/words/ageing.h"

#include <QtCore/QTimeZone>

namespace petalpost::desk {

/// What the pane needs to know besides the order.
struct DetailFacts
{
    qint64 nowMs = 0; ///< server time
    QTimeZone zone = QTimeZone::utc();
    bool online = true; ///< money moves only while the server answers
    bool needsAcknowledgement = false; ///< cancelled by the customer, not confirmed here yet
    bool undecided = false; ///< a decision waits, see the screen 확인 필요
    bool readOnly = false; ///< too old for moves; a claim may still be made
    AgeingRules ageing{};

    bool operator==(const DetailFacts &) const = default;
};

} // namespace petalpost::desk
