// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/balance.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

namespace petalpost::sync {

class Transport;

using BalanceAnswer = tl::expected<Balance, NoAnswer>;
using RepairAnswer = tl::expected<RepairOutcome, NoAnswer>;

/// Asks the server for a day's balance and for repairs. Neither is kept on this computer, so there
/// is nothing to show without a contact. One question is under way at a time: a new one abandons
/// the reading before it, and a repair is waited for.
class Balances : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualDeadlineMs = 60'000; ///< the server asks every provider meanwhile

    explicit Balances(Transport &transport, QObject *parent = nullptr);
    ~Balances() override;

    /// Asks for the balance of \a date; without one, of the shop's today. Nothing is heard of an
    /// earlier reading any more. False while a repair is under way: nothing is asked then.
    bool ask(std::optional<QDate> date);
    /// False while another repair is under way. Ends a reading that is under way.
    bool repair(const RepairWish &wish);
    bool isBusy() const { return !m_request.isNull(); }
    /// What is under way ends without an answer.
    void stop();
    void setDeadlineMs(int deadlineMs) { m_deadlineMs = deadlineMs; }

Q_SIGNALS:
    /// Exactly once for each reading that was not followed by another question.
    void answered(const petalpost::sync::BalanceAnswer &answer);
    /// Exactly once for each repair.
    void repaired(const petalpost::sync::RepairAnswer &answer);

private:
    void abandonReading();

    Transport &m_transport;
    int m_deadlineMs = usualDeadlineMs;
    QPointer<Request> m_request;
    bool m_repairing = false; ///< what m_request is about
};

} // namespace petalpost::sync
