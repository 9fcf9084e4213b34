// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/pairingstore.h"

namespace petalpost::store {

void insertPairingCode(Database &database, const PairingCode &code, const QByteArray &codeSha256)
{
    database.run("INSERT INTO pairing_codes (id, code_sha256, role, name, expires_ms, tries_left, "
                 "used) VALUES (?, ?, ?, ?, ?, ?, 0)",
                 code.id, codeSha256, word(code.role), code.name, code.expiresAtMs, code.triesLeft);
}

std::optional<PairingCode> findPairingCode(Database &database, const QByteArray &codeSha256)
{
    Rows rows = database.query("SELECT id, role, name, expires_ms, tries_left, used "
                               "FROM pairing_codes WHERE code_sha256 = ?",
                               codeSha256);
    if (!rows.next())
        return std::nullopt;
    const auto role = fromWord(deviceRoleWords, rows.text(1));
    if (!role)
        throw StorageError("a pairing code has a role that this version does not know");
    return PairingCode{rows.number(0),      *role,       rows.text(2), rows.number(3),
                       int(rows.number(4)), rows.flag(5)};
}

void markUsed(Database &database, qint64 codeId)
{
    database.run("UPDATE pairing_codes SET used = 1 WHERE id = ?", codeId);
}

qint64 countOpenCodes(Database &database, qint64 nowMs)
{
    Rows rows = database.query("SELECT COUNT(*) FROM pairing_codes "
                               "WHERE used = 0 AND tries_left > 0 AND expires_ms > ?",
                               nowMs);
    return rows.next() ? rows.number(0) : 0;
}

std::optional<qint64> chargeWrongGuess(Database &database, qint64 nowMs)
{
    database.run("UPDATE pairing_codes SET tries_left = tries_left - 1 "
                 "WHERE used = 0 AND tries_left > 0 AND expires_ms > ?",
                 nowMs);
    Rows rows = database.query(
        "SELECT MAX(tries_left) FROM pairing_codes WHERE used = 0 AND expires_ms > ?", nowMs);
    if (!rows.next() || rows.isNull(0))
        return std::nullopt;
    return rows.number(0);
}

qint64 wrongGuesses(Database &database, const QByteArray &addressSha256, qint64 sinceMs)
{
    Rows rows = database.query(
        "SELECT wrong FROM pairing_guesses WHERE address_sha256 = ? AND since_ms > ?",
        addressSha256, sinceMs);
    return rows.next() ? rows.number(0) : 0;
}

void countWrongGuess(Database &database, const QByteArray &addressSha256, qint64 nowMs,
                     qint64 sinceMs, qint64 maxAddresses)
{
    const int counted = database.run("UPDATE pairing_guesses SET "
                                     "wrong = CASE WHEN since_ms > ? THEN wrong + 1 ELSE 1 END, "
                                     "since_ms = CASE WHEN since_ms > ? THEN since_ms ELSE ? END "
                                     "WHERE address_sha256 = ?",
                                     sinceMs, sinceMs, nowMs, addressSha256);
    if (counted > 0)
        return;
    qint64 addresses = 0;
    if (Rows rows = database.query("SELECT COUNT(*) FROM pairing_guesses"); rows.next())
        addresses = rows.number(0);
    const QByteArray key = addresses < maxAddresses ? addressSha256 : QByteArray();
    database.run("INSERT INTO pairing_guesses (address_sha256, wrong, since_ms) VALUES (?, 1, ?) "
                 "ON CONFLICT (address_sha256) DO UPDATE SET wrong = pairing_guesses.wrong + 1",
                 key, nowMs);
}

void forgetPairing(Database &database, qint64 codesBeforeMs, qint64 guessesBeforeMs)
{
    database.run("DELETE FROM pairing_codes WHERE expires_ms < ?", codesBeforeMs);
    database.run("DELETE FROM pairing_guesses WHERE since_ms <= ?", guessesBeforeMs);
}

} // namespace petalpost::store
