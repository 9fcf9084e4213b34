// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/engine_p.h"

#include <algorithm>

#include <QtCore/QLoggingCategory>
#include <QtCore/QUuid>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

Q_LOGGING_CATEGORY(lcSync, "petalpost.sync", QtInfoMsg)

} // namespace

Engine::Private::Private(Engine *engine, LocalStore &store, const Settings &settings,
                         const Clock &localClock)
    : q(engine)
    , clock(localClock)
    , store(store)
    , server(settings.server)
    , role(settings.role)
    , serverClock(localClock)
    , mirror(store)
    , decisions(store, mirror)
    , transport(settings, serverClock)
    , reader(transport, settings)
    , sender(transport, mirror, settings)
    , receipt(transport, mirror, settings)
    , upkeep(store.search())
    , balances(transport)
    , sales(transport)
    , texts(transport)
    , refundRetry(transport)
    , edits(transport)
    , devices(transport)
{
    connect(&transport, &Transport::contact, this, &Private::onContact);
    connect(&transport, &Transport::otherCertificate, this, &Private::onOtherCertificate);
    connect(&reader, &FeedReader::heard, this, &Private::onContact);
    connect(&reader, &FeedReader::opened, this, &Private::onOpened);
    connect(&reader, &FeedReader::lost, this, &Private::onLost);
    connect(&reader, &FeedReader::signedOut, this, &Private::onSignedOut);
    connect(&reader, &FeedReader::reset, this, &Private::onReset);
    connect(&reader, &FeedReader::page, this, &Private::onPage);
    connect(&reader, &FeedReader::paymentHealth, this, &Private::onPaymentHealth);
    connect(&sender, &Sender::accepted, this, &Private::onAccepted);
    connect(&sender, &Sender::refused, this, &Private::onRefused);
    connect(&sender, &Sender::signedOut, this, &Private::onSignedOut);
    connect(&upkeep, &SearchUpkeep::completed, q, &Engine::searchCompleted);
    connect(&refundRetry, &RefundRetry::asked, q, &Engine::refundAskedAgain);
    connect(&refundRetry, &RefundRetry::refused, q, &Engine::refundNotAskedAgain);
    connect(&decisions, &Decisions::carriedOut, this, [this](const ShownChanges &changes) {
        announce(changes);
        announceStatus();
        sender.wake();
    });
}

void Engine::Private::announceAll()
{
    Q_EMIT q->shopChanged();
    ShownChanges all;
    for (const auto &[id, product] : mirror.products())
        all.products.insert(id);
    for (const auto &[id, order] : mirror.orders())
        all.orders.insert(id);
    for (const auto &[id, review] : mirror.reviews())
        all.reviews.insert(id);
    announce(all);
}

void Engine::Private::announce(const ShownChanges &changes)
{
    if (changes.shop)
        Q_EMIT q->shopChanged();
    for (const qint64 id : changes.products) {
        if (const auto product = mirror.products().find(id); product != mirror.products().end())
            Q_EMIT q->productChanged(product->second);
        else
            Q_EMIT q->productRemoved(id);
    }
    for (const auto &[provisional, id] : changes.numberedOrders)
        Q_EMIT q->orderNumbered(provisional, id);
    for (const qint64 id : changes.removedOrders)
        Q_EMIT q->orderRemoved(id);
    for (const qint64 id : changes.orders) {
        if (const auto order = mirror.orders().find(id); order != mirror.orders().end())
            Q_EMIT q->orderChanged(order->second);
    }
    for (const Order &order : changes.olderOrders)
        Q_EMIT q->olderOrderChanged(order);
    for (const qint64 id : changes.reviews) {
        if (const auto review = mirror.reviews().find(id); review != mirror.reviews().end())
            Q_EMIT q->reviewChanged(review->second);
        else
            Q_EMIT q->reviewRemoved(id);
    }
    for (const qint64 id : changes.arrivedOrders) {
        if (const auto order = mirror.orders().find(id); order != mirror.orders().end())
            Q_EMIT q->orderArrived(order->second);
    }
}

void Engine::Private::announceStatus()
{
    const SyncStatus now = q->status();
    if (now == announced)
        return;
    announced = now;
    Q_EMIT q->statusChanged(now);
}

void Engine::Private::setLink(Link now)
{
    link = now;
    announceStatus();
    if (now != Link::Live)
        onPaymentHealth({}); // nobody here knows it any more
}

Operation Engine::Private::operationOn(qint64 subject, Operation::Kind kind, qint64 basedOn) const
{
    Operation operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.kind = kind;
    operation.subject = subject;
    operation.basedOn = basedOn;
    operation.pressedAtMs = serverClock.nowMs();
    return operation;
}

Result<QString> Engine::Private::enqueue(const Operation &operation)
{
    const auto changes = mirror.enqueue(operation);
    if (!changes)
        return refuse(changes.error());
    announce(*changes);
    announceStatus();
    sender.wake();
    return operation.id;
}

Result<QString> Engine::Private::withdraw(const Operation &operation)
{
    const QString id = operation.id;
    const auto changes = mirror.drop({id});
    if (!changes)
        return refuse(changes.error());
    announce(*changes);
    announceStatus();
    return id;
}

void Engine::Private::resumeSender()
{
    if (running && mirror.state().complete && link != Link::SignedOut && settleEpoch())
        sender.resume();
}

bool Engine::Private::settleEpoch()
{
    if (epochSettled)
        return true;
    const auto changes = decisions.settleEpoch(serverClock.nowMs());
    if (!changes) {
        qCWarning(lcSync, "the queue could not be compared with the server's new life");
        reader.restart(); // and once more then
        return false;
    }
    epochSettled = true;
    announce(*changes);
    announceStatus();
    return true;
}

void Engine::Private::onOpened()
{
    mirror.noteContact(serverClock.offsetMs(), lastContactMs);
    setLink(Link::Live);
    resumeSender();
    sender.reachable();
    receipt.resume();
}

void Engine::Private::onLost()
{
    if (link == Link::Live)
        mirror.noteContact(serverClock.offsetMs(), lastContactMs);
    setLink(link == Link::Live ? Link::Connecting : Link::Unreachable);
    resumeSender(); // a proxy may stop streams and still let calls through
}

void Engine::Private::onSignedOut(const Refusal &refusal)
{
    reader.stop();
    sender.pause();
    receipt.pause();
    setLink(Link::SignedOut);
    if (refusal.code != RefusalCode::DeviceRevoked)
        return;
    const auto lost = q->wipe(Engine::Unsent::Forget);
    if (!lost)
        qCWarning(lcSync, "the copy of a revoked desk could not be emptied");
    Q_EMIT q->revoked(lost.value_or(0));
}

void Engine::Private::onOtherCertificate()
{
    q->stop();
    setLink(Link::SignedOut);
    Q_EMIT q->certificateChanged();
}

void Engine::Private::onContact()
{
    lastContactMs = serverClock.nowMs();
    announceStatus();
}

void Engine::Private::onReset(const FeedCursor &cursor)
{
    sender.pause();
    receipt.pause();
    if (!mirror.resetCopy(cursor.epoch)) {
        qCWarning(lcSync, "the local copy could not be begun afresh");
        reader.restart();
        return;
    }
    epochSettled = false;
    reader.setCursor(mirror.state().cursor);
    announceStatus();
}

void Engine::Private::onPage(const FeedPage &page)
{
    const QString epoch = mirror.state().cursor.epoch;
    if (!epoch.isEmpty() && epoch != page.cursor.epoch) {
        // The server changed its life without saying so: ask for the new one from its beginning.
        onReset({page.cursor.epoch, 0});
        reader.restart();
        return;
    }
    const auto changes = mirror.apply(page, serverClock.nowMs());
    if (!changes) {
        qCWarning(lcSync, "a page of changes could not be stored");
        reader.restart();
        return;
    }
    reader.setCursor(mirror.state().cursor);
    const bool unreported = std::ranges::any_of(page.entries, [](const FeedEntry &entry) {
        const auto *order = std::get_if<Order>(&entry.document);
        return order && order->awaitsReceipt();
    });
    if (unreported)
        receipt.due();
    newestNumber = page.newest;
    if (!changes->removedOrders.empty())
        upkeep.wake();
    announce(*changes);
    announceStatus();
    resumeSender();
}

void Engine::Private::onPaymentHealth(const std::vector<ProviderHealth> &health)
{
    if (health == paymentHealth)
        return;
    paymentHealth = health;
    Q_EMIT q->paymentHealthChanged(paymentHealth);
}

void Engine::Private::onAccepted(const Operation &operation, const Document &answer)
{
    const auto changes = mirror.finish(operation.id, answer);
    if (!changes) {
        qCWarning(lcSync, "an answer could not be stored and will be asked for again");
        return;
    }
    announce(*changes);
    announceStatus();
    Q_EMIT q->accepted(operation);
}

void Engine::Private::onRefused(const Operation &operation, const Refusal &refusal)
{
    // Nobody asked for a card to be seen, so nobody is asked what becomes of it.
    const bool asked = operation.kind != Operation::Kind::Seen;
    const auto changes = asked ? decisions.add(operation, refusal, serverClock.nowMs())
                               : mirror.drop({operation.id});
    if (!changes) {
        qCWarning(lcSync, "a refusal could not be stored and will be asked for again");
        return;
    }
    announce(*changes);
    announceStatus();
    const auto gone = asked ? decisions.all().back().operations : std::vector<Operation>{operation};
    for (const Operation &dropped : gone)
        Q_EMIT q->refused(dropped, refusal);
}

} // namespace petalpost::sync
