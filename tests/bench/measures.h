// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <QtCore/QTemporaryDir>

namespace petalpost::bench {

/// How long and how often; where the databases lie, which should be a real disk.
struct Setup
{
    QString workDir; ///< template of a temporary directory
    int roundMs = 2'000;
    int rounds = 5;
    int siegeSeconds = 30;
};

void measureDisk(const Setup &setup);
/// \a flushMs is added to every flush; the figures' names end in it when it is not 0.
void measureThroughput(const Setup &setup, int flushMs);
void measureLatency(const Setup &setup);
void measureProcess(const Setup &setup);
void measureSiege(const Setup &setup);
/// The menu while a payment provider hangs, beside the menu on a quiet day.
void measureSilentProvider(const Setup &setup);

/// How many transactions the writer of the shop under \a dataDir has committed.
inline qint64 commitsIn(const QString &dataDir)
{
    Database database(dataDir + QStringLiteral("/petalpost.db"), Database::Mode::ReadOnly);
    Rows rows = database.query("SELECT COUNT(*) FROM batches");
    return rows.next() ? rows.number(0) : 0;
}

} // namespace petalpost::bench
