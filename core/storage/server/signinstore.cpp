// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/signinstore.h"

namespace petalpost::store {

namespace {

qint64 counted(Rows rows)
{
    return rows.next() ? rows.number(0) : 0;
}

} // namespace

void insertSignInCode(Database &database, const SignInCode &code, const QByteArray &browserSha256,
                      const QByteArray &addressSha256)
{
    database.run("INSERT INTO sign_in_codes (id, browser_sha256, address_sha256, phone, "
                 "created_ms, expires_ms, tries_left) VALUES (?, ?, ?, ?, ?, ?, ?)",
                 code.id, browserSha256, addressSha256, code.phone, code.createdAtMs,
                 code.expiresAtMs, code.triesLeft);
}

std::optional<SignInCode> findSignInCode(Database &database, const QByteArray &browserSha256)
{
    Rows rows = database.query("SELECT id, phone, created_ms, expires_ms, tries_left "
                               "FROM sign_in_codes WHERE browser_sha256 = ?",
                               browserSha256);
    if (!rows.next())
        return std::nullopt;
    return SignInCode{rows.text(0), rows.text(1), rows.number(2), rows.number(3),
                      int(rows.number(4))};
}

void setTriesLeft(Database &database, const QString &codeId, int triesLeft)
{
    database.run("UPDATE sign_in_codes SET tries_left = ? WHERE id = ?", triesLeft, codeId);
}

qint64 signInCodesFor(Database &database, const QString &phone, qint64 sinceMs)
{
    return counted(database.query(
        "SELECT COUNT(*) FROM sign_in_codes WHERE phone = ? AND created_ms > ?", phone, sinceMs));
}

qint64 signInCodesFrom(Database &database, const QByteArray &addressSha256, qint64 sinceMs)
{
    return counted(database.query(
        "SELECT COUNT(*) FROM sign_in_codes WHERE address_sha256 = ? AND created_ms > ?",
        addressSha256, sinceMs));
}

qint64 signInCodes(Database &database, qint64 sinceMs)
{
    return counted(
        database.query("SELECT COUNT(*) FROM sign_in_codes WHERE created_ms > ?", sinceMs));
}

void insertSession(Database &database, const QByteArray &tokenSha256, const QString &phone,
                   qint64 nowMs, qint64 expiresAtMs)
{
    database.run("INSERT INTO customer_sessions (token_sha256, phone, created_ms, expires_ms) "
                 "VALUES (?, ?, ?, ?)",
                 tokenSha256, phone, nowMs, expiresAtMs);
}

std::optional<QString> phoneOfSession(Database &database, const QByteArray &tokenSha256,
                                      qint64 nowMs)
{
    Rows rows = database.query(
        "SELECT phone FROM customer_sessions WHERE token_sha256 = ? AND expires_ms > ?",
        tokenSha256, nowMs);
    if (!rows.next())
        return std::nullopt;
    return rows.text(0);
}

void endSession(Database &database, const QByteArray &tokenSha256)
{
    database.run("DELETE FROM customer_sessions WHERE token_sha256 = ?", tokenSha256);
}

void forgetSignIns(Database &database, qint64 codesBeforeMs, qint64 nowMs)
{
    database.run("DELETE FROM sign_in_codes WHERE created_ms < ?", codesBeforeMs);
    database.run("DELETE FROM customer_sessions WHERE expires_ms < ?", nowMs);
}

} // namespace petalpost::store
