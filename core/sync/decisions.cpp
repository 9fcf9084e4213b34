// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"

#include "core/protocol/productfields.h"
#include "core/protocol/shopsettings.h"
#include "core/sync/overlay.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

bool isOfShop(const Operation &operation)
{
    return operation.kind == Operation::Kind::ShopSettings;
}

bool isOfProduct(const Operation &operation)
{
    return operation.kind == Operation::Kind::Product;
}

bool isOfReview(const Operation &operation)
{
    return operation.kind == Operation::Kind::ReviewReply
           || operation.kind == Operation::Kind::ReviewHide;
}

/// Whether \a later was made on top of \a earlier: another version of the same document.
bool isBuiltOn(const Operation &later, const Operation &earlier)
{
    if (later.id == earlier.id || later.subject != earlier.subject)
        return false;
    const bool moves = (earlier.kind == Operation::Kind::Move || placesOrder(earlier))
                       && later.kind == Operation::Kind::Move;
    return moves || (isOfReview(earlier) && isOfReview(later))
           || (isOfShop(earlier) && isOfShop(later))
           || (isOfProduct(earlier) && isOfProduct(later));
}

/// Money goes back by the dialog that names the amount, and by nothing else.
bool movesMoney(Verb verb)
{
    return verb == Verb::Cancel || verb == Verb::AcceptCancel || verb == Verb::Refund;
}

Operation renewed(const Operation &operation, qint64 basedOn)
{
    Operation fresh = operation;
    fresh.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    fresh.basedOn = basedOn;
    return fresh;
}

/// The version that the server named when it refused, or 0.
qint64 refusedVersion(const Refusal &refusal)
{
    return refusal.code == RefusalCode::StaleVersion ? refusal.value.toLongLong() : 0;
}

bool isSameButSeen(Order a, const Order &b)
{
    a.seenAtMs = b.seenAtMs;
    return a == b;
}

} // namespace

Decisions::Decisions(LocalStore &store, Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_mirror(mirror)
{
}

Result<void> Decisions::load()
{
    auto all = m_store.decisions().all();
    if (!all)
        return refuse(all.error());
    m_all = std::move(*all);
    Q_EMIT changed();
    return {};
}

bool Decisions::concernsOrder(qint64 orderId) const
{
    return std::ranges::any_of(m_all, [orderId](const Decision &decision) {
        return decision.isOfOrder() && decision.subject() == orderId;
    });
}

std::vector<Operation> Decisions::again(const Decision &decision) const
{
    std::vector<Operation> list;
    if (decision.isOfShop()) {
        const Shop &shop = m_mirror.shop();
        if (shop.version < refusedVersion(decision.refusal))
            return list; // the copy has not caught up with what the server spoke of
        qint64 version = shop.version;
        for (const Operation &operation : decision.operations) {
            if (changedShop(shop, operation.details, operation.pressedAtMs))
                list.push_back(renewed(operation, version++));
        }
        return list;
    }
    if (decision.isOfProduct())
        return againOnProduct(decision);
    if (decision.placesOrder())
        return list; // what was refused is put right in the form, by a person
    if (!decision.isOfOrder()) {
        const auto review = m_mirror.reviews().find(decision.subject());
        if (review == m_mirror.reviews().end())
            return list;
        qint64 version = review->second.version;
        for (const Operation &operation : decision.operations)
            list.push_back(renewed(operation, version++));
        return list;
    }
    const auto found = m_mirror.orders().find(decision.subject());
    if (found == m_mirror.orders().end())
        return list;
    Order order = found->second;
    if (order.version < refusedVersion(decision.refusal))
        return list; // the copy has not caught up with what the server spoke of
    for (const Operation &operation : decision.operations) {
        if (movesMoney(operation.verb))
            continue;
        const bool back = operation.verb == Verb::Undo;
        if (back && list.empty())
            continue; // it would take back what somebody else did
        const Operation fresh = renewed(operation, order.version);
        auto next = overlay::applied(order, fresh);
        if (!next)
            continue;
        if (back) {
            order = *next;
            list.pop_back(); // done and undone again: neither happened
            order.version -= 2;
            continue;
        }
        order = std::move(*next);
        list.push_back(fresh);
    }
    return list;
}

/// What the server would refuse again, a name that is taken say, is not worth repeating.
std::vector<Operation> Decisions::againOnProduct(const Decision &decision) const
{
    std::vector<Operation> list;
    const auto product = m_mirror.products().find(decision.subject());
    if (decision.refusal.code != RefusalCode::StaleVersion || product == m_mirror.products().end()
        || product->second.version < refusedVersion(decision.refusal))
        return list;
    qint64 version = product->second.version;
    for (const Operation &operation : decision.operations) {
        if (changedProduct(product->second, operation.details))
            list.push_back(renewed(operation, version++));
    }
    return list;
}

Result<void> Decisions::keepServers(const QString &id)
{
    return resolve(id, {});
}

Result<void> Decisions::redo(const QString &id)
{
    const auto found = std::ranges::find(m_all, id, &Decision::id);
    if (found == m_all.end())
        return refuse(RefusalCode::NotFound, u"id"_s);
    const auto operations = again(*found);
    if (operations.empty())
        return refuse(RefusalCode::IllegalMove, u"verb"_s);
    return resolve(id, operations);
}

Result<void> Decisions::resolve(const QString &id, const std::vector<Operation> &again)
{
    const auto found = std::ranges::find(m_all, id, &Decision::id);
    if (found == m_all.end())
        return refuse(RefusalCode::NotFound, u"id"_s);
    if (auto done = m_store.decisions().resolve(id, again); !done)
        return done;
    m_all.erase(found); // the caller's id may be a part of it
    const ShownChanges changes = m_mirror.putOn(again);
    Q_EMIT changed();
    Q_EMIT carriedOut(changes);
    return {};
}

std::vector<Operation> Decisions::withBuiltOn(const Operation &operation) const
{
    std::vector<Operation> list{operation};
    for (const QueuedOperation &queued : m_mirror.queue()) {
        if (isBuiltOn(queued.operation, operation))
            list.push_back(queued.operation);
    }
    return list;
}

Result<ShownChanges> Decisions::add(const Operation &operation, const Refusal &refusal,
                                    qint64 nowMs)
{
    Decision decision{withBuiltOn(operation), refusal, nowMs};
    if (auto done = m_store.decisions().put(decision); !done)
        return refuse(done.error());
    const ShownChanges changes = m_mirror.takeOff(decision.operations);
    m_all.push_back(std::move(decision));
    Q_EMIT changed();
    return changes;
}

/// Only the first operation of an order can fit by accident: the others build on its outcome.
std::optional<Decision> Decisions::compare(const Order &former, qint64 nowMs) const
{
    const auto first = std::ranges::find_if(m_mirror.queue(), [&](const QueuedOperation &queued) {
        return queued.operation.kind == Operation::Kind::Move
               && queued.operation.subject == former.id;
    });
    const Order *now = m_mirror.copyOf(former.id);
    if (first == m_mirror.queue().end() || !now)
        return std::nullopt;
    if (now->version != first->operation.basedOn || isSameButSeen(former, *now))
        return std::nullopt;
    Refusal refusal =
        Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(now->version));
    refusal.state = now->state;
    return Decision{withBuiltOn(first->operation), std::move(refusal), nowMs};
}

Result<ShownChanges> Decisions::settleEpoch(qint64 nowMs)
{
    const auto former = m_store.decisions().formerOrders();
    if (!former)
        return refuse(former.error());
    std::vector<Decision> found;
    for (const Order &order : *former) {
        if (auto decision = compare(order, nowMs))
            found.push_back(std::move(*decision));
    }
    if (former->empty())
        return ShownChanges{};
    if (auto done = m_store.decisions().closeFormer(found); !done)
        return refuse(done.error());
    ShownChanges changes;
    for (Decision &decision : found) {
        changes.orders.merge(m_mirror.takeOff(decision.operations).orders);
        m_all.push_back(std::move(decision));
    }
    if (!found.empty())
        Q_EMIT changed();
    return changes;
}

} // namespace petalpost::sync
