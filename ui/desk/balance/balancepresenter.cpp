// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/balancepresenter.h"

namespace petalpost::desk {

BalancePresenter::BalancePresenter(sync::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_day(today())
    , m_link(engine.status().link)
{
    connect(&m_engine.balances(), &sync::Balances::answered, this, &BalancePresenter::onAnswered);
    connect(&m_engine.balances(), &sync::Balances::repaired, this, &BalancePresenter::onRepaired);
    connect(&m_engine, &sync::Engine::statusChanged, this, &BalancePresenter::onStatus);
}

QDate BalancePresenter::today() const
{
    return m_engine.shop().today(m_engine.nowMs());
}

void BalancePresenter::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched || m_state == State::Loading || m_repairing)
        return;
    const bool fresh = m_state == State::Shown && m_engine.nowMs() - m_readAtMs < freshMs
                       && (!m_followsToday || m_day == today());
    if (!fresh)
        load();
}

void BalancePresenter::reload()
{
    if (m_state == State::Loading)
        return;
    m_news.reset();
    load();
}

void BalancePresenter::stepDay(int days)
{
    showDay(m_day.addDays(days));
}

void BalancePresenter::showDay(const QDate &day)
{
    const QDate asked = day.isValid() ? day : today();
    if (asked > today() || (asked == m_day && m_state == State::Loading))
        return;
    m_day = asked;
    m_followsToday = asked == today();
    m_news.reset();
    load();
}

/// While a repair is under way its end asks, and while nobody looks the next one who does.
void BalancePresenter::load()
{
    if (m_followsToday)
        m_day = today();
    if (m_balance && m_balance->date != m_day)
        m_balance.reset();
    m_state = m_watched ? State::Loading : State::Unread;
    if (m_watched)
        m_engine.balances().ask(m_followsToday ? std::nullopt : std::optional(m_day));
    Q_EMIT changed();
}

void BalancePresenter::onAnswered(const sync::BalanceAnswer &answer)
{
    const bool stale = answer && !m_followsToday && answer->date != m_day;
    if (m_state != State::Loading || stale)
        return;
    if (answer) {
        m_state = State::Shown;
        m_balance = *answer;
        m_day = answer->date;
        m_readAtMs = m_engine.nowMs();
    } else {
        const auto &refusal = answer.error().refusal;
        m_balance.reset();
        m_refusal = refusal.value_or(Refusal());
        m_state = !refusal                                   ? State::NoContact
                  : refusal->code == RefusalCode::NotAllowed ? State::NotAllowed
                                                             : State::Refused;
    }
    Q_EMIT changed();
}

bool BalancePresenter::isRepairable(const Difference &difference)
{
    return difference.repair != Repair::None && difference.orderId > 0
           && petalpost::isRepairable(difference.kind);
}

void BalancePresenter::repair(const Difference &difference)
{
    if (m_state != State::Shown || m_repairing || !isRepairable(difference))
        return;
    if (!m_engine.balances().repair({difference.kind, difference.orderId, difference.attemptId}))
        return;
    m_news.reset();
    m_repairing = difference;
    Q_EMIT changed();
}

/// Whatever came of it, the balance says how things stand now. Another window's repair may have
/// kept this one from asking.
void BalancePresenter::onRepaired(const sync::RepairAnswer &answer)
{
    if (m_repairing)
        m_news = RepairNews{*m_repairing, answer};
    else if (m_state != State::Loading)
        return;
    m_repairing.reset();
    load();
}

void BalancePresenter::onStatus(const sync::SyncStatus &status)
{
    const bool back = status.link == sync::Link::Live && m_link != sync::Link::Live;
    m_link = status.link;
    if (back && m_watched && m_state == State::NoContact)
        load();
}

} // namespace petalpost::desk
