// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/engine.h"

#include "core/domain/draft.h"
#include "core/protocol/productfields.h"
#include "core/protocol/shopsettings.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/engine_p.h"
#include "core/sync/overlay.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

Engine::Engine(LocalStore &store, Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, store, settings, clock))
{
}

Engine::~Engine()
{
    stop();
}

Result<void> Engine::start()
{
    stop();
    // Before the file is read the server's offset is not known; a week is coarse enough for that.
    if (auto loaded = d->mirror.load(d->clock.nowMs()); !loaded)
        return loaded;
    if (auto loaded = d->decisions.load(); !loaded)
        return loaded;
    d->running = true;
    d->epochSettled = false;
    d->lastContactMs = d->mirror.state().lastContactMs;
    d->serverClock.resume(d->mirror.state().clockOffsetMs, d->lastContactMs);
    d->announceAll();
    d->setLink(Link::Connecting);
    d->reader.start(d->mirror.state().cursor);
    d->upkeep.wake();
    return {};
}

void Engine::stop()
{
    if (!d->running)
        return;
    d->running = false;
    d->reader.stop();
    d->upkeep.rest();
    d->sender.pause();
    d->receipt.pause();
    d->balances.stop();
    d->sales.stop();
    d->texts.stop();
    d->devices.stop();
    d->refundRetry.leave();
    d->edits.stop();
    d->mirror.noteContact(d->serverClock.offsetMs(), d->lastContactMs);
}

Result<int> Engine::wipe(Unsent unsent)
{
    stop();
    const int operations = int(d->mirror.queue().size());
    const int undecided = unsent == Unsent::Forget ? int(d->decisions.all().size()) : 0;
    const auto changes = d->mirror.wipe(unsent == Unsent::Keep);
    if (!changes)
        return refuse(changes.error());
    if (auto loaded = d->decisions.load(); !loaded)
        return refuse(loaded.error());
    d->announce(*changes);
    d->announceStatus();
    return operations + undecided;
}

void Engine::syncNow()
{
    if (!d->running)
        return;
    if (d->link == Link::SignedOut)
        d->setLink(Link::Connecting);
    d->reader.retryNow();
    d->resumeSender();
    d->sender.retryNow();
}

const std::map<qint64, Order> &Engine::orders() const
{
    return d->mirror.orders();
}

Result<Order> Engine::order(qint64 orderId) const
{
    return d->mirror.order(orderId);
}

Result<OrderPage> Engine::findOrders(const OrderFilter &filter, qint64 beforeId, int limit) const
{
    return d->mirror.findOrders(filter, beforeId, limit);
}

const std::map<qint64, Review> &Engine::reviews() const
{
    return d->mirror.reviews();
}

const std::map<qint64, Product> &Engine::products() const
{
    return d->mirror.products();
}

const Shop &Engine::shop() const
{
    return d->mirror.shop();
}

SyncStatus Engine::status() const
{
    const CopyState &copy = d->mirror.state();
    const bool known = !copy.complete && d->newestNumber > 0;
    const qint64 percent =
        known ? std::min<qint64>(copy.cursor.number * 100 / d->newestNumber, 100) : -1;
    return {d->link, d->lastContactMs, int(d->mirror.queue().size()), copy.complete, int(percent)};
}

const QUrl &Engine::server() const
{
    return d->server;
}

DeviceRole Engine::role() const
{
    return d->role;
}

const std::vector<ProviderHealth> &Engine::paymentHealth() const
{
    return d->paymentHealth;
}

const std::vector<QueuedOperation> &Engine::unsent() const
{
    return d->mirror.queue();
}

qint64 Engine::nowMs() const
{
    return d->serverClock.nowMs();
}

bool Engine::isUnsent(qint64 orderId) const
{
    return d->mirror.isQueued(orderId);
}

PrintStore &Engine::prints() const
{
    return d->store.prints();
}

DraftStore &Engine::drafts() const
{
    return d->store.drafts();
}

Decisions &Engine::decisions() const
{
    return d->decisions;
}

OrderEdits &Engine::edits() const
{
    return d->edits;
}

ShopDevices &Engine::devices() const
{
    return d->devices;
}

SalesReader &Engine::sales() const
{
    return d->sales;
}

TextsReader &Engine::texts() const
{
    return d->texts;
}

Balances &Engine::balances() const
{
    return d->balances;
}

Result<QString> Engine::move(qint64 orderId, Verb verb, QJsonObject details)
{
    const auto order = d->mirror.order(orderId);
    if (!order)
        return refuse(order.error());
    // Customers may complain for three months, and pay at the end of one; everything else is done
    // within a week.
    const bool claims = verb == Verb::Refund || verb == Verb::Resend || verb == Verb::MarkPaid;
    if (!claims && !d->mirror.orders().contains(orderId))
        return refuse(RefusalCode::NotFound, u"id"_s);
    Operation operation = d->operationOn(orderId, Operation::Kind::Move, order->version);
    operation.verb = verb;
    operation.details = std::move(details);
    if (const auto legal = overlay::applied(*order, operation); !legal)
        return refuse(legal.error());
    return d->enqueue(operation);
}

Result<QString> Engine::placeOrder(const DeskOrder &order)
{
    DeskOrder taken = order;
    OrderDraft &draft = taken.draft;
    const auto product = products().find(draft.productId);
    if (product == products().end() || product->first < 0)
        return refuse(RefusalCode::UnknownProduct, u"productId"_s);
    if (const auto checked = checkDraft(draft, ContactRule::Optional); !checked)
        return refuse(checked.error());
    if (const auto checked =
            checkTakenWindow(shop(), draft.window, draft.address.isEmpty(), nowMs());
        !checked)
        return refuse(checked.error());
    constexpr qint64 unnumbered = -1;
    const qint64 provisional = unnumbered - qint64(QRandomGenerator::global()->generate());
    Operation operation = d->operationOn(provisional, Operation::Kind::Order, 0);
    operation.details = overlay::placingDetails(taken, product->second);
    if (const auto shown = overlay::placed(operation); !shown)
        return refuse(shown.error());
    return d->enqueue(operation);
}

void Engine::retryRefund(qint64 orderId)
{
    d->refundRetry.ask(orderId);
}

void Engine::markSeen(qint64 orderId)
{
    const auto order = d->mirror.orders().find(orderId);
    if (order == d->mirror.orders().end() || order->second.seenAtMs > 0)
        return;
    // A fault of the disk leaves the order unseen: the alarm goes on, which is the safe side.
    static_cast<void>(
        d->enqueue(d->operationOn(orderId, Operation::Kind::Seen, order->second.version)));
}

Result<QString> Engine::replyToReview(qint64 reviewId, const QString &text)
{
    const auto review = d->mirror.reviews().find(reviewId);
    if (review == d->mirror.reviews().end())
        return refuse(RefusalCode::NotFound, u"id"_s);
    Operation operation =
        d->operationOn(reviewId, Operation::Kind::ReviewReply, review->second.version);
    operation.details.insert(u"reply"_s, text);
    return d->enqueue(operation);
}

Result<QString> Engine::changeShop(const QJsonObject &settings)
{
    constexpr qint64 shopId = 1;
    const auto changed = changedShop(shop(), settings, nowMs());
    if (!changed)
        return refuse(changed.error());
    Operation operation = d->operationOn(shopId, Operation::Kind::ShopSettings, shop().version);
    operation.details = settings;
    return d->enqueue(operation);
}

Result<QString> Engine::changeProduct(qint64 productId, const QJsonObject &fields)
{
    Product before;
    before.version = 0;
    if (!products().empty())
        before.price.currency = products().begin()->second.price.currency;
    before.id = -1 - qint64(QRandomGenerator::global()->generate());
    if (productId != 0) {
        const auto known = products().find(productId);
        if (known == products().end() || productId < 0) // one that is on its way can wait
            return refuse(RefusalCode::NotFound, u"id"_s);
        before = known->second;
    }
    const auto changed = changedProduct(before, fields);
    if (!changed)
        return refuse(changed.error());
    Operation operation = d->operationOn(before.id, Operation::Kind::Product, before.version);
    operation.details = fields;
    return d->enqueue(operation);
}

Result<QString> Engine::undo(qint64 orderId)
{
    const QueuedOperation *last = d->mirror.lastMove(orderId);
    if (last && last->state == OperationState::Queued)
        return d->withdraw(last->operation);
    return move(orderId, Verb::Undo);
}

} // namespace petalpost::sync
