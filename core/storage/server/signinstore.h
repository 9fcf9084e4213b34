// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <optional>

namespace petalpost::store {

/// A code that was asked for to see a phone's orders. The code itself is stored nowhere: it is
/// derived from the server's key and the id (see OrderTokens::signInCode()).
struct SignInCode
{
    QString id;
    QString phone; ///< digits, whether anybody ever ordered with them or not
    qint64 createdAtMs = 0;
    qint64 expiresAtMs = 0;
    int triesLeft = 0; ///< 0 also when it was used

    bool isOpen(qint64 nowMs) const { return triesLeft > 0 && nowMs < expiresAtMs; }
};

/// \a browserSha256 is the hash of what only the asking browser holds.
void insertSignInCode(Database &database, const SignInCode &code, const QByteArray &browserSha256,
                      const QByteArray &addressSha256);
/// The code that a browser asked for, open or not.
std::optional<SignInCode> findSignInCode(Database &database, const QByteArray &browserSha256);
void setTriesLeft(Database &database, const QString &codeId, int triesLeft);
/// How many codes were asked for since \a sinceMs: for a phone, from an address, by all.
qint64 signInCodesFor(Database &database, const QString &phone, qint64 sinceMs);
qint64 signInCodesFrom(Database &database, const QByteArray &addressSha256, qint64 sinceMs);
qint64 signInCodes(Database &database, qint64 sinceMs);

void insertSession(Database &database, const QByteArray &tokenSha256, const QString &phone,
                   qint64 nowMs, qint64 expiresAtMs);
/// The phone that a session proved, while it lasts.
std::optional<QString> phoneOfSession(Database &database, const QByteArray &tokenSha256,
                                      qint64 nowMs);
void endSession(Database &database, const QByteArray &tokenSha256);

/// Forgets codes from before \a codesBeforeMs and sessions that ended before \a nowMs.
void forgetSignIns(Database &database, qint64 codesBeforeMs, qint64 nowMs);

} // namespace petalpost::store
