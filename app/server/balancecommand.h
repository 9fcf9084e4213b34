// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/runningserver.h"
#include "core/domain/balance.h"

#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>

/// What `petalpostd balance` was asked for.
struct BalanceOptions
{
    RunningServer server;
    QString date; ///< "2026-11-30"; empty: today
};

/// `petalpostd balance`: asks the running server for a day's balance with the owner's token. One
/// use; finishes exactly once, within deadlineMs.
class BalanceCommand : public QObject
{
    Q_OBJECT

public:
    static constexpr int deadlineMs = 60'000; ///< the server asks every provider meanwhile

    explicit BalanceCommand(BalanceOptions options, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void answered(const petalpost::Balance &balance);
    /// \a sentence is for the terminal.
    void failed(const QString &sentence);

private:
    void read(QNetworkReply &reply);

    const BalanceOptions m_options;
    QNetworkAccessManager m_network;
};

/// \a balance as a table for the terminal.
QString balanceTable(const petalpost::Balance &balance);
