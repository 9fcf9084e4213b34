// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"

#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>

/// What `petalpostd pair` was asked for.
struct PairOptions
{
    QString dataDir;
    QString server; ///< empty: the address that the running server has left in the data directory
    petalpost::DeviceRole role = petalpost::DeviceRole::Florist;
    QString name;
};

/// `petalpostd pair`: asks the running server for a pairing code with the owner's token. One use;
/// finishes exactly once, within deadlineMs.
class PairCommand : public QObject
{
    Q_OBJECT

public:
    static constexpr int deadlineMs = 10'000;

    explicit PairCommand(PairOptions options, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void issued(const QString &code, qint64 expiresAtMs);
    /// \a sentence is for the terminal.
    void failed(const QString &sentence);

private:
    void read(QNetworkReply &reply);

    const PairOptions m_options;
    QNetworkAccessManager m_network;
};
