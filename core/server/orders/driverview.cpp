// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/driverview.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// False when the entry leaves the page.
bool reduce(FeedEntry &entry, QDate today, bool fresh)
{
    switch (entry.type) {
    case DocumentType::Order: {
        auto *order = std::get_if<Order>(&entry.document);
        if (order && isOnRun(*order, today)) {
            *order = forDriver(std::move(*order));
            return true;
        }
        entry.document = std::monostate();
        return !fresh;
    }
    case DocumentType::Shop:
        if (auto *shop = std::get_if<Shop>(&entry.document))
            shop->ownerPhone.clear();
        return true;
    case DocumentType::Product:
    case DocumentType::Review:
        return false; // never in a driver's view, so there is nothing to take back
    }
    Q_UNREACHABLE();
}

} // namespace

bool isOnRun(const Order &order, QDate today)
{
    const bool moving = order.state == OrderState::Made || order.state == OrderState::Delivering;
    return moving && !order.isPickup() && (!order.window || order.window->date <= today);
}

Result<void> checkDriversMove(Verb verb, const Order &order, QDate today)
{
    const bool driversVerb = verb == Verb::StartDelivery || verb == Verb::CompleteDelivery
                             || verb == Verb::FailDelivery || verb == Verb::AddPhoto;
    if (!driversVerb)
        return refuse(RefusalCode::NotAllowed, u"verb"_s);
    Order before = order;
    if (before.state == OrderState::Delivered)
        before.state = OrderState::Delivering;
    if (!isOnRun(before, today))
        return refuse(RefusalCode::NotFound);
    return {};
}

Order forDriver(Order order)
{
    if (!order.nameOnCard)
        order.sender.name.clear();
    order.sender.phone.clear();
    order.unitPrice.minor = 0;
    order.total.minor = 0;
    order.cardMessage.clear();
    order.ribbonText.clear();
    order.ribbonSender.clear();
    order.consentVersion.clear();
    order.cancelReason.clear();
    order.lastOperation.clear();
    order.smsHeldUntilMs = 0;
    order.pendingEdit.reset();
    order.money = {};
    order.claimReason.clear();
    order.deskMethod.reset();
    order.placedAs.clear();
    return order;
}

FeedPage forDriver(FeedPage page, QDate today, bool fresh)
{
    std::erase_if(page.entries, [&](FeedEntry &entry) { return !reduce(entry, today, fresh); });
    return page;
}

} // namespace petalpost::server
