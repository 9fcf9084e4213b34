// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"
#include "core/storage/database.h"

namespace petalpost::store {

/// A code by which one device can be paired. Only its hash is stored.
struct PairingCode
{
    qint64 id = 0;
    DeviceRole role = DeviceRole::Florist;
    QString name; ///< of the device to be
    qint64 expiresAtMs = 0;
    int triesLeft = 0;
    bool used = false;

    bool isOpen(qint64 nowMs) const { return !used && triesLeft > 0 && nowMs < expiresAtMs; }
};

void insertPairingCode(Database &database, const PairingCode &code, const QByteArray &codeSha256);
/// The code of a hash, open or not.
std::optional<PairingCode> findPairingCode(Database &database, const QByteArray &codeSha256);
void markUsed(Database &database, qint64 codeId);
qint64 countOpenCodes(Database &database, qint64 nowMs);
/// Takes one try from every open code: whoever guesses, guesses at all of them. Answers the tries
/// that the luckiest one has left; nothing when no code within its time is unused.
std::optional<qint64> chargeWrongGuess(Database &database, qint64 nowMs);

/// Wrong guesses of an address since \a sinceMs.
qint64 wrongGuesses(Database &database, const QByteArray &addressSha256, qint64 sinceMs);
/// Counts one more; \a sinceMs begins a new count. When \a maxAddresses are counted already, a new
/// one shares the count of an empty hash.
void countWrongGuess(Database &database, const QByteArray &addressSha256, qint64 nowMs,
                     qint64 sinceMs, qint64 maxAddresses);

/// Forgets codes that ended before \a codesBeforeMs and guesses from before \a guessesBeforeMs.
void forgetPairing(Database &database, qint64 codesBeforeMs, qint64 guessesBeforeMs);

} // namespace petalpost::store
