// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/alarmplan.h"

#include <algorithm>

namespace petalpost::desk {

namespace {

/// Whether \a dueMs has come. Further away than \a furthestMs it was set by a clock that has been
/// put back since: better a sound too many.
bool hasCome(qint64 dueMs, qint64 nowMs, qint64 furthestMs)
{
    return nowMs >= dueMs || dueMs - nowMs > furthestMs;
}

} // namespace

std::optional<Sound> AlarmPlan::next(const AlarmFacts &facts)
{
    noteOrders(facts);
    noteOnce(facts);
    noteSilence(facts);
    const bool quiet = !facts.open || mutedForMs(facts.nowMs) > 0
                       || !hasCome(m_quietUntilMs, facts.nowMs, spacingMs);
    if (quiet || m_due.empty())
        return std::nullopt;
    const Sound sound = *m_due.begin();
    m_due.erase(m_due.begin());
    m_quietUntilMs = facts.nowMs + spacingMs;
    if (sound == Sound::NewOrder)
        m_nextRingMs = facts.nowMs + (++m_rings <= quickRepeats ? quickRepeatMs : slowRepeatMs);
    return sound;
}

void AlarmPlan::noteOrders(const AlarmFacts &facts)
{
    const bool fresh = !std::ranges::includes(m_unseen, facts.unseen);
    m_unseen = facts.unseen;
    if (m_unseen.empty() || fresh)
        m_rings = 0;
    if (m_unseen.empty())
        m_due.erase(Sound::NewOrder);
    else if (m_rings == 0 || hasCome(m_nextRingMs, facts.nowMs, slowRepeatMs))
        m_due.insert(Sound::NewOrder);
}

void AlarmPlan::noteOnce(const AlarmFacts &facts)
{
    if (facts.cancelled)
        m_due.insert(Sound::Cancelled);
    if (!std::ranges::includes(m_toldLate, facts.late))
        m_due.insert(Sound::Late);
    m_toldLate.insert(facts.late.begin(), facts.late.end());
}

void AlarmPlan::noteSilence(const AlarmFacts &facts)
{
    const bool offline = facts.open && facts.silentSinceMs > 0
                         && facts.nowMs - facts.silentSinceMs >= offlineAfterMs;
    if (!offline) {
        m_nextOfflineMs = 0;
        m_due.erase(Sound::Offline);
    } else if (hasCome(m_nextOfflineMs, facts.nowMs, offlineAfterMs)) {
        m_due.insert(Sound::Offline);
        m_nextOfflineMs = facts.nowMs + offlineAfterMs;
    }
}

void AlarmPlan::toggleMute(qint64 nowMs)
{
    m_mutedUntilMs = mutedForMs(nowMs) > 0 ? 0 : nowMs + muteMs;
}

qint64 AlarmPlan::mutedForMs(qint64 nowMs) const
{
    return hasCome(m_mutedUntilMs, nowMs, muteMs) ? 0 : m_mutedUntilMs - nowMs;
}

bool AlarmPlan::isBusy(qint64 nowMs) const
{
    return !m_due.empty() || !m_unseen.empty() || mutedForMs(nowMs) > 0;
}

} // namespace petalpost::desk
