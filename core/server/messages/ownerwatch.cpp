// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/ownerwatch.h"

#include "core/storage/server/messagestore.h"
#include "core/storage/server/orderstore.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Q_LOGGING_CATEGORY(lcOwner, "petalpost.messages")

/// Whether something is to be told now. Waiting counts from the payment, or from the opening when
/// that came later.
bool isDue(Database &database, const Shop &shop, qint64 nowMs)
{
    const auto openSinceMs = shop.openSinceMs(nowMs);
    if (!openSinceMs || nowMs - *openSinceMs < OwnerWatch::patienceMs)
        return false;
    const auto lastMs = store::lastToOwnerMs(database);
    if (lastMs && nowMs - *lastMs < OwnerWatch::patienceMs)
        return false;
    return store::hasUntold(database, nowMs - OwnerWatch::patienceMs);
}

} // namespace

QFuture<Result<int>> OwnerWatch::look(qint64 nowMs)
{
    // Nearly always there is nothing to tell, which costs no write.
    const auto due =
        m_reader
            .read([this, nowMs](Database &database) -> Result<bool> {
                const Shop &shop = m_readersShop.read(database);
                const bool found = isDue(database, shop, nowMs);
                if (found && shop.ownerPhone.isEmpty() && !std::exchange(m_saidNoPhone, true))
                    qCWarning(lcOwner) << "paid orders wait unseen, and the shop has no owner's "
                                          "phone to tell it to";
                return found && !shop.ownerPhone.isEmpty();
            })
            .takeResult();
    if (!due)
        return QtFuture::makeReadyFuture(Result<int>(refuse(due.error())));
    if (!*due)
        return QtFuture::makeReadyFuture(Result<int>(0));
    return m_writer.write([this](Transaction &transaction) { return tell(transaction); });
}

Result<int> OwnerWatch::tell(Transaction &transaction)
{
    const qint64 nowMs = transaction.nowMs();
    const Shop &shop = m_writersShop.read(transaction.db());
    if (!isDue(transaction.db(), shop, nowMs))
        return 0;
    const auto ids = store::markOwnerTold(transaction.db(), nowMs - patienceMs, nowMs, orderLimit);
    const qint64 first = std::ranges::min(ids);
    store::OutboxRow row;
    row.message.orderId = first;
    row.message.event = MessageEvent::OwnerUnseen;
    row.message.state = MessageState::Queued;
    row.message.phone = shop.ownerPhone;
    row.message.locale = u"ko"_s;
    row.message.sendAfterMs = nowMs;
    row.orderCount = qint64(ids.size());
    store::enqueueMessage(transaction, std::move(row));
    transaction.record({0, Actor::Server, u"tellOwner"_s, DocumentType::Order, first,
                        QJsonObject{{u"orders"_s, qint64(ids.size())}}, false});
    return int(ids.size());
}

} // namespace petalpost::server
