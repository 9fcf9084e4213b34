// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/balance/balancetext.h"

namespace petalpost::desk {

/// What the screen 정산 is about, without a widget: which day, what the server said of it, and the
/// repair that is under way. Asks for one thing at a time; what was asked for another day is not
/// shown any more.
class BalancePresenter : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unread,
        Loading,
        Shown,
        NoContact, ///< no answer of the server's within the deadline
        NotAllowed, ///< this desk's role may not
        Refused, ///< see refusal()
    };

    /// A balance that is looked at again after this long is asked for again.
    static constexpr qint64 freshMs = 5 * 60'000;

    /// The engine must outlive it.
    explicit BalancePresenter(sync::Engine &engine, QObject *parent = nullptr);

    State state() const { return m_state; }
    const QDate &day() const { return m_day; }
    bool isToday() const { return m_followsToday; }
    /// Of day(); stays while it is being read again, and is gone when that fails.
    const std::optional<Balance> &balance() const { return m_balance; }
    qint64 readAtMs() const { return m_readAtMs; }
    const Refusal &refusal() const { return m_refusal; }
    /// What is being repaired.
    const std::optional<Difference> &repairing() const { return m_repairing; }
    /// What became of the last repair, until the day is changed or another one begins.
    const std::optional<RepairNews> &news() const { return m_news; }
    QTimeZone zone() const { return m_engine.shop().zone; }

    /// Somebody looks, or has stopped looking. Asks when nothing fresh is there; while somebody
    /// looks at the lack of a contact, also as soon as there is one again.
    void setWatched(bool watched);
    void reload();
    /// Never beyond today.
    void stepDay(int days);
    /// An invalid day is today, whichever that is by then.
    void showDay(const QDate &day);
    /// Whether \a difference has a button that the server is asked with.
    static bool isRepairable(const Difference &difference);
    /// Does nothing while another repair or a reading is under way.
    void repair(const Difference &difference);

Q_SIGNALS:
    void changed();

private:
    QDate today() const;
    void load();
    void onAnswered(const sync::BalanceAnswer &answer);
    void onRepaired(const sync::RepairAnswer &answer);
    void onStatus(const sync::SyncStatus &status);

    sync::Engine &m_engine;
    State m_state = State::Unread;
    bool m_watched = false;
    bool m_followsToday = true;
    QDate m_day;
    sync::Link m_link;
    std::optional<Balance> m_balance;
    qint64 m_readAtMs = 0;
    Refusal m_refusal;
    std::optional<Difference> m_repairing;
    std::optional<RepairNews> m_news;
};

} // namespace petalpost::desk
