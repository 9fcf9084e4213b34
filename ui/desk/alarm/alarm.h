// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/alarm/alarmplan.h"

#include <QtCore/QTimer>

#include <map>

namespace petalpost::desk {

/// Calls the florist until somebody has looked: turns what the engine knows into sounds, into the
/// number of unseen orders and into the line about the sound. Being seen is a fact of the order, so
/// a look on another desk ends the alarm here, and after a restart it goes on. Plays nothing
/// itself.
class Alarm : public QObject
{
    Q_OBJECT

public:
    /// The engine must outlive the alarm.
    explicit Alarm(sync::Engine &engine, QObject *parent = nullptr);

    /// Paid orders that nobody has opened, newest first.
    std::vector<qint64> unseen() const;
    /// Marks all of them as seen: [확인].
    void acknowledgeAll();
    /// This desk cancels the order itself: no news to anybody here.
    void noteOwnCancel(qint64 orderId);
    /// Silence for ten minutes, or an end of it.
    void toggleMute();
    /// Whether sounds can be heard at all; the line says so when not.
    void setAudible(bool audible);
    /// "소리 켜짐", "소리 꺼짐 9분 남음".
    QString soundLine() const;
    /// Whether a new order would not be heard now.
    bool isSilent() const;

    /// Decides anew. Called by the alarm's own timers, and once for many changes.
    void look();

Q_SIGNALS:
    void rang(petalpost::desk::Sound sound);
    /// unseen() or soundLine() may differ.
    void changed();
    /// Orders have just come in: one message for all of them, without a person's name in it.
    void arrived(const QString &title, const QString &text);

private:
    /// What decides whether a later state is a customer's cancel.
    struct Known
    {
        OrderState state = OrderState::Received;
        qint64 requestedAtMs = 0;
    };

    AlarmFacts gather();
    bool isCustomersCancel(const Order &order);
    qint64 silentSinceMs() const;
    void tellArrivals();

    sync::Engine &m_engine;
    AlarmPlan m_plan;
    qint64 m_startedMs;
    std::map<qint64, Known> m_known;
    std::set<qint64> m_ownCancels;
    std::vector<qint64> m_arrived;
    bool m_audible = true;
    QTimer m_soon;
    QTimer m_tick;
};

} // namespace petalpost::desk
