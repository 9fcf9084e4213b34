// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/words/sound.h"

#include <optional>
#include <set>

namespace petalpost::desk {

/// What the alarm goes by at one moment. Times are milliseconds since the epoch.
struct AlarmFacts
{
    qint64 nowMs = 0;
    std::set<qint64> unseen; ///< paid orders that nobody has opened, on whichever desk
    std::set<qint64> late; ///< orders past their deadline
    bool cancelled = false; ///< a customer cancelled, or asked to, since the last look
    qint64 silentSinceMs = 0; ///< when the server was last heard; 0 = it is heard now
    bool open = true; ///< within opening hours
};

/// Decides when which sound is due: the rules alone, without a clock, an engine or a loudspeaker.
/// Outside opening hours and while muted nothing sounds, and what was due then sounds afterwards
/// if it still matters.
class AlarmPlan
{
public:
    static constexpr qint64 quickRepeatMs = 30'000;
    static constexpr int quickRepeats = 10;
    static constexpr qint64 slowRepeatMs = 180'000;
    static constexpr qint64 offlineAfterMs = 15 * 60'000; ///< also between two sounds of it
    static constexpr qint64 muteMs = 10 * 60'000;
    static constexpr qint64 spacingMs = 3'000; ///< from one sound to the next, whatever happens

    /// The sound to make now. A caller that looks every second misses none.
    std::optional<Sound> next(const AlarmFacts &facts);

    /// Silences everything for muteMs, or ends that.
    void toggleMute(qint64 nowMs);
    /// How long it stays silent; 0 = not muted.
    qint64 mutedForMs(qint64 nowMs) const;
    /// Something may be due within seconds.
    bool isBusy(qint64 nowMs) const;

private:
    void noteOrders(const AlarmFacts &facts);
    void noteOnce(const AlarmFacts &facts);
    void noteSilence(const AlarmFacts &facts);

    std::set<Sound> m_due; ///< the most pressing first
    std::set<qint64> m_unseen;
    std::set<qint64> m_toldLate;
    int m_rings = 0; ///< for the present unseen orders
    qint64 m_nextRingMs = 0;
    qint64 m_nextOfflineMs = 0; ///< 0 = not offline for long
    qint64 m_quietUntilMs = 0;
    qint64 m_mutedUntilMs = 0;
};

} // namespace petalpost::desk
