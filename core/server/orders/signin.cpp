// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/signin.h"

#include "core/server/orders/addresses.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/orderstore.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int signInIdLength = 22;
constexpr qint64 signInDayMs = 24 * SignIn::hourMs;

Result<void> checkLimits(Database &database, const QString &phone, const QByteArray &addressSha256,
                         qint64 nowMs)
{
    const QString hour = QString::number(SignIn::hourMs / 1000);
    const qint64 hourAgoMs = nowMs - SignIn::hourMs;
    const qint64 dayAgoMs = nowMs - signInDayMs;
    if (store::signInCodesFrom(database, addressSha256, hourAgoMs)
        >= SignIn::codesPerAddressAndHour)
        return refuse(RefusalCode::TooMany, u"address"_s, hour);
    if (store::signInCodesFor(database, phone, hourAgoMs) >= SignIn::codesPerPhoneAndHour
        || store::signInCodesFor(database, phone, dayAgoMs) >= SignIn::codesPerPhoneAndDay)
        return refuse(RefusalCode::TooMany, u"phone"_s, hour);
    if (store::signInCodes(database, dayAgoMs) >= SignIn::maxCodesADay)
        return refuse(RefusalCode::Busy);
    return {};
}

/// Equal texts, in a time that says nothing about where they differ.
bool sameText(const QString &one, const QString &other)
{
    if (one.size() != other.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= one[i].unicode() ^ other[i].unicode();
    return difference == 0;
}

void queueCode(Transaction &transaction, const store::SignInCode &code, const QString &locale)
{
    const auto orders = store::listOrdersOfPhone(transaction.db(), code.phone, 0, 1);
    if (orders.empty())
        return;
    store::OutboxRow row;
    row.message.orderId = orders.front().id; // the ledger is kept by order
    row.message.event = MessageEvent::SignInCode;
    row.message.state = MessageState::Queued;
    row.message.phone = code.phone;
    row.message.locale = locale;
    row.message.operation = code.id;
    row.message.sendAfterMs = transaction.nowMs();
    store::enqueueMessage(transaction, std::move(row));
}

} // namespace

QFuture<Result<QString>> SignIn::ask(const QString &phone, const QString &locale,
                                     const QByteArray &address)
{
    const QByteArray addressSha256 = tokenHash(QString::fromLatin1(countedAddress(address)));
    return m_writer.write(
        [=, browser = randomToken(browserTokenLength),
         id = randomToken(signInIdLength)](Transaction &transaction) -> Result<QString> {
            const qint64 nowMs = transaction.nowMs();
            if (const auto ok = checkLimits(transaction.db(), phone, addressSha256, nowMs); !ok)
                return refuse(ok.error());
            const store::SignInCode code{id, phone, nowMs, nowMs + codeMs, triesPerCode};
            store::insertSignInCode(transaction.db(), code, tokenHash(browser), addressSha256);
            queueCode(transaction, code, locale);
            return browser;
        });
}

QFuture<Result<QString>> SignIn::askedFor(const QString &browser, qint64 nowMs)
{
    return m_reader.read([nowMs, hash = tokenHash(browser)](Database &database) -> Result<QString> {
        const auto code = store::findSignInCode(database, hash);
        return code && code->isOpen(nowMs) ? code->phone : QString();
    });
}

QFuture<Result<SignInOutcome>> SignIn::enter(const QString &browser, const QString &code,
                                             const QString &earlierSession)
{
    return m_writer.write([=, this, session = randomToken(sessionTokenLength)](
                              Transaction &transaction) -> Result<SignInOutcome> {
        Database &database = transaction.db();
        const qint64 nowMs = transaction.nowMs();
        const auto asked = store::findSignInCode(database, tokenHash(browser));
        if (!asked || !asked->isOpen(nowMs))
            return SignInOutcome{};
        if (!sameText(code, m_tokens.signInCode(asked->id))) {
            const int left = asked->triesLeft - 1;
            store::setTriesLeft(database, asked->id, left);
            if (left == 0)
                return SignInOutcome{};
            return SignInOutcome{SignInOutcome::Kind::Wrong, {}, left};
        }
        store::setTriesLeft(database, asked->id, 0);
        if (!earlierSession.isEmpty())
            store::endSession(database, tokenHash(earlierSession));
        store::insertSession(database, tokenHash(session), asked->phone, nowMs, nowMs + sessionMs);
        return SignInOutcome{SignInOutcome::Kind::SignedIn, session, 0};
    });
}

QFuture<Result<QString>> SignIn::phoneOf(const QString &session, qint64 nowMs)
{
    return m_reader.read([nowMs, hash = tokenHash(session)](Database &database) -> Result<QString> {
        auto phone = store::phoneOfSession(database, hash, nowMs);
        if (!phone)
            return refuse(RefusalCode::SignInRequired);
        return std::move(*phone);
    });
}

QFuture<Result<void>> SignIn::end(const QString &session)
{
    return m_writer.write([hash = tokenHash(session)](Transaction &transaction) -> Result<void> {
        store::endSession(transaction.db(), hash);
        return {};
    });
}

QFuture<Result<std::vector<Order>>> SignIn::ordersOf(const QString &phone, qint64 beforeId,
                                                     int limit)
{
    return m_reader.read([=](Database &database) -> Result<std::vector<Order>> {
        return store::listOrdersOfPhone(database, phone, beforeId, limit);
    });
}

void SignIn::forgetOld(qint64 nowMs)
{
    m_writer.write([nowMs](Transaction &transaction) -> Result<void> {
        store::forgetSignIns(transaction.db(), nowMs - signInDayMs, nowMs);
        return {};
    });
}

} // namespace petalpost::server
