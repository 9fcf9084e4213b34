// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/server/orders/tokens.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/signinstore.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// What came of entering a code. A wrong one is stored, so it is an outcome and not a refusal of
/// the transaction.
struct SignInOutcome
{
    enum class Kind {
        SignedIn,
        Wrong, ///< triesLeft says how often it can be tried again
        Over, ///< never asked for, used, expired, or tried too often: another code is needed
    };

    Kind kind = Kind::Over;
    QString session; ///< the session's token, in clear this once
    int triesLeft = 0;
};

/// Lets a customer prove a phone by a code sent to it, and see the orders of that phone. Nothing
/// that a caller sees depends on whether the phone has ordered: the same rows are written, the same
/// limits count and the same answers come; only who has the phone gets a text or not. Lives in the
/// server's thread.
class SignIn
{
public:
    static constexpr int browserTokenLength = 22; ///< 131 bits in base62
    static constexpr int sessionTokenLength = 43; ///< 256 bits
    static constexpr int codeDigits = 6;
    static constexpr qint64 codeMs = 5LL * 60 * 1000;
    static constexpr int triesPerCode = 5;
    static constexpr qint64 hourMs = 60LL * 60 * 1000;
    static constexpr int codesPerPhoneAndHour = 5;
    static constexpr int codesPerPhoneAndDay = 10; ///< a code is guessed with 50 in 10^6 a day
    static constexpr int codesPerAddressAndHour = 20;
    static constexpr qint64 maxCodesADay = 20'000;
    static constexpr qint64 sessionMs = 12 * hourMs;

    SignIn(Writer &writer, Reader &reader, OrderTokens tokens)
        : m_writer(writer)
        , m_reader(reader)
        , m_tokens(std::move(tokens))
    {
    }

    /// Asks for a code for \a phone (digits of a mobile), to be texted in the language \a locale,
    /// for somebody at \a address. Answers what the asking browser keeps to enter it. Refuses with
    /// TooMany (value: seconds to wait) for the phone and for the address, Busy for the shop.
    QFuture<Result<QString>> ask(const QString &phone, const QString &locale,
                                 const QByteArray &address);

    /// The phone of a code that can still be entered in this browser; an empty one otherwise.
    QFuture<Result<QString>> askedFor(const QString &browser, qint64 nowMs);

    /// Enters \a code. The right one works once, ends the browser's \a earlierSession and begins a
    /// new session of sessionMs.
    QFuture<Result<SignInOutcome>> enter(const QString &browser, const QString &code,
                                         const QString &earlierSession);

    /// The phone that \a session proved; SignInRequired when it ended.
    QFuture<Result<QString>> phoneOf(const QString &session, qint64 nowMs);
    QFuture<Result<void>> end(const QString &session);

    /// Orders that \a phone paid for or is to pay, newest first, at most \a limit with ids below
    /// \a beforeId (0 = from the newest). Expired ones never became an order.
    QFuture<Result<std::vector<Order>>> ordersOf(const QString &phone, qint64 beforeId, int limit);

    /// Forgets codes a day after they were asked for, and sessions at their end.
    void forgetOld(qint64 nowMs);

private:
    Writer &m_writer;
    Reader &m_reader;
    OrderTokens m_tokens;
};

} // namespace petalpost::server
