// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/devices.h"

#include "core/server/orders/addresses.h"
#include "core/server/orders/tokens.h"
#include "core/storage/server/pairingstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qsizetype codeDigits = 8;
constexpr qint64 keepEndedMs = 24LL * 60 * 60 * 1000; ///< so that an old code is called expired

Result<QString> checkedName(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return refuse(RefusalCode::MissingField, u"name"_s);
    if (trimmed.size() > Devices::maxNameLength)
        return refuse(RefusalCode::TooLong, u"name"_s, QString::number(Devices::maxNameLength));
    if (!std::ranges::all_of(trimmed, [](QChar c) { return c.isPrint() || c.isSurrogate(); }))
        return refuse(RefusalCode::InvalidText, u"name"_s);
    return trimmed;
}

bool isCode(const QString &code)
{
    return code.size() == codeDigits
           && std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QByteArray addressHash(const QByteArray &address)
{
    return tokenHash(QString::fromLatin1(countedAddress(address)));
}

Actor actorOf(DeviceRole role)
{
    return role == DeviceRole::Driver ? Actor::Driver : Actor::Florist;
}

PairingOutcome refused(RefusalCode code, QString value = {})
{
    return {std::nullopt, {}, Refusal::of(code, u"code"_s, std::move(value))};
}

PairingOutcome guessedWrong(Transaction &transaction, const QByteArray &addressSha256)
{
    const qint64 nowMs = transaction.nowMs();
    const auto left = store::chargeWrongGuess(transaction.db(), nowMs);
    store::countWrongGuess(transaction.db(), addressSha256, nowMs, nowMs - Devices::codeMs,
                           Devices::maxCountedAddresses);
    if (left == 0)
        return refused(RefusalCode::PairingTriesUsed);
    return refused(RefusalCode::PairingCodeWrong, left ? QString::number(*left) : QString());
}

PairingOutcome pairNow(Transaction &transaction, const QString &code,
                       const QByteArray &addressSha256, const QString &token)
{
    const qint64 nowMs = transaction.nowMs();
    Database &database = transaction.db();
    if (store::wrongGuesses(database, addressSha256, nowMs - Devices::codeMs)
        >= Devices::guessesPerAddress)
        return refused(RefusalCode::TooMany);
    const auto known = store::findPairingCode(database, tokenHash(code));
    if (!known)
        return guessedWrong(transaction, addressSha256);
    if (known->used || nowMs >= known->expiresAtMs)
        return refused(RefusalCode::PairingCodeExpired);
    if (!known->isOpen(nowMs))
        return refused(RefusalCode::PairingTriesUsed);
    store::markUsed(database, known->id);
    const store::Device device{
        transaction.nextId("device"_L1), known->name, known->role, false, nowMs, 0};
    store::insertDevice(database, device, tokenHash(token), nowMs);
    const QJsonObject detail{{u"role"_s, word(device.role)}, {u"code"_s, known->id}};
    transaction.record(
        {0, actorOf(device.role), u"pairDevice"_s, std::nullopt, device.id, detail, false});
    return {device, token, {}};
}

Result<void> revokeNow(Transaction &transaction, qint64 id, qint64 by)
{
    const auto device = store::findDevice(transaction.db(), id);
    if (!device)
        return refuse(RefusalCode::NotFound);
    if (device->revoked)
        return {};
    if (device->role == DeviceRole::Owner && store::countOwners(transaction.db()) == 1)
        return refuse(RefusalCode::NotAllowed, u"id"_s, u"last-owner"_s);
    store::revokeDevice(transaction.db(), id);
    const Actor actor = by == id ? actorOf(device->role) : Actor::Florist;
    transaction.record(
        {0, actor, u"revokeDevice"_s, std::nullopt, id, QJsonObject{{u"device"_s, by}}, false});
    return {};
}

} // namespace

QFuture<Result<IssuedCode>> Devices::issueCode(DeviceRole role, const QString &name, qint64 issuer)
{
    return m_writer.write([role, name, issuer, code = randomPairingCode()](
                              Transaction &transaction) -> Result<IssuedCode> {
        const auto checked = checkedName(name);
        if (!checked)
            return refuse(checked.error());
        const qint64 nowMs = transaction.nowMs();
        if (store::countOpenCodes(transaction.db(), nowMs) >= maxOpenCodes)
            return refuse(RefusalCode::TooMany);
        if (store::findPairingCode(transaction.db(), tokenHash(code)))
            return refuse(RefusalCode::Busy); // drawn twice within a day: draw again
        const store::PairingCode row{transaction.nextId("pairingCode"_L1), role, *checked,
                                     nowMs + codeMs, triesPerCode};
        store::insertPairingCode(transaction.db(), row, tokenHash(code));
        transaction.record({0, Actor::Florist, u"issueCode"_s, std::nullopt, issuer,
                            QJsonObject{{u"role"_s, word(role)}, {u"code"_s, row.id}}, false});
        return IssuedCode{code, row.expiresAtMs};
    });
}

QFuture<Result<PairingOutcome>> Devices::pair(const QString &code, const QByteArray &address)
{
    if (!isCode(code)) {
        PairingOutcome outcome = refused(RefusalCode::OutOfRange, u"8 digits"_s);
        return QtFuture::makeReadyFuture(Result<PairingOutcome>(std::move(outcome)));
    }
    return m_writer.write(
        [code, hash = addressHash(address), token = randomToken(deviceTokenLength)](
            Transaction &transaction) -> Result<PairingOutcome> {
            return pairNow(transaction, code, hash, token);
        });
}

QFuture<Result<std::vector<store::Device>>> Devices::list()
{
    return m_reader.read([](Database &database) -> Result<std::vector<store::Device>> {
        return store::listDevices(database);
    });
}

QFuture<Result<void>> Devices::revoke(qint64 id, qint64 by)
{
    return m_writer.write([id, by](Transaction &transaction) -> Result<void> {
        return revokeNow(transaction, id, by);
    });
}

void Devices::forgetOld(qint64 nowMs)
{
    m_writer.write([nowMs](Transaction &transaction) -> Result<void> {
        store::forgetPairing(transaction.db(), nowMs - keepEndedMs, nowMs - codeMs);
        return {};
    });
}

} // namespace petalpost::server
