// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/accessstore.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// A pairing code, in clear this once.
struct IssuedCode
{
    QString code; ///< eight digits
    qint64 expiresAtMs = 0;
};

/// What came of a try to pair. A wrong guess is stored, so it is an outcome and not a refusal of
/// the transaction.
struct PairingOutcome
{
    std::optional<store::Device> device; ///< empty when the code was refused
    QString token; ///< the device's own, in clear this once
    Refusal refusal;
};

/// Pairs devices and lets them go. What bounds guessing is counted in the database, for all
/// replicas: a code lives codeMs, is used once, and ends after triesPerCode wrong guesses from
/// anywhere, so that it is guessed with a chance of 5 in 10^8; an address ends at
/// guessesPerAddress wrong guesses in codeMs, so that it cannot go on ending the codes of others.
/// Lives in the server's thread.
class Devices
{
public:
    static constexpr qint64 codeMs = 10 * 60 * 1000;
    static constexpr int triesPerCode = 5;
    static constexpr int guessesPerAddress = 10;
    static constexpr int maxOpenCodes = 16;
    static constexpr qint64 maxCountedAddresses = 16'384;
    static constexpr qsizetype maxNameLength = 40;

    Devices(Writer &writer, Reader &reader)
        : m_writer(writer)
        , m_reader(reader)
    {
    }

    /// A code for one device with \a role and \a name, issued by device \a issuer. Refuses with
    /// MissingField, TooLong or InvalidText for the name, and TooMany when maxOpenCodes are open.
    QFuture<Result<IssuedCode>> issueCode(DeviceRole role, const QString &name, qint64 issuer);

    /// Tries \a code for somebody at \a address. The outcome refuses with OutOfRange when it is not
    /// eight digits (which is no guess), PairingCodeWrong (value: tries left), PairingCodeExpired
    /// (also when it was used), PairingTriesUsed, and TooMany for the address.
    QFuture<Result<PairingOutcome>> pair(const QString &code, const QByteArray &address);

    QFuture<Result<std::vector<store::Device>>> list();

    /// Ends the device's token; device \a by does it. Doing it twice changes nothing. Refuses with
    /// NotFound, and NotAllowed (value `last-owner`) when nobody could pair a device afterwards.
    QFuture<Result<void>> revoke(qint64 id, qint64 by);

    /// Forgets codes a day after their end, and what addresses guessed.
    void forgetOld(qint64 nowMs);

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace petalpost::server
