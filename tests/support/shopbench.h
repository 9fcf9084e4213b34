// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/orders.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/paymentstore.h"
#include "tests/support/serverstore.h"

namespace petalpost::test {

/// A small shop on a real database. It is Monday, 30 November 2026, shortly before ten in Seoul.
class ShopBench : public ServerStore
{
public:
    enum ProductId : qint64 { Peony = 1, Rose, Wilted, Limited, Dear };

    ShopBench()
        : orders(*writer, *reader, server::OrderTokens("server key"))
    {
        write([](Transaction &transaction) -> Result<bool> {
            store::writeShop(transaction.db(), settings());
            for (Product product : products()) {
                product.id = transaction.nextId(QLatin1StringView("product"));
                store::insertProduct(transaction.db(), product);
            }
            return true;
        }).value();
    }

    static QDate today() { return {2026, 11, 30}; }
    /// Tomorrow from 14 to 16; \a places decides the rule with that many: 1, 5 or 100.
    static DeliveryWindow window(int places = 5)
    {
        const int start = places == 1 ? 840 : places == 5 ? 1080 : 600;
        return {today().addDays(1), start, start + 120};
    }

    static Shop settings()
    {
        Shop shop;
        shop.name = QStringLiteral("꽃우체국");
        shop.nameEn = QStringLiteral("Petalpost");
        shop.phone = QStringLiteral("021234567");
        shop.windows = {{600, 720, 100}, {840, 960, 1}, {1080, 1200, 5}};
        shop.closedDays = {{today().addDays(3), QStringLiteral("휴무")}};
        shop.contactRequired = false;
        shop.publicUrl = QStringLiteral("https://flowers.example");
        return shop;
    }

    static std::vector<Product> products()
    {
        std::vector<Product> all;
        const auto add = [&](ProductId id, const QString &name, qint64 minor) -> Product & {
            Product product = sampleProduct(id);
            product.name = name;
            product.price.minor = minor;
            all.push_back(product);
            return all.back();
        };
        add(Peony, QStringLiteral("작약 한아름"), 89'000);
        Product &rose = add(Rose, QStringLiteral("Rose"), 1'000);
        rose.hidden = true;
        rose.needsWindow = false;
        add(Wilted, QStringLiteral("시든 꽃"), 1'000).soldOut = true;
        Product &limited = add(Limited, QStringLiteral("한정"), 1'000);
        limited.dailyLimit = 10;
        limited.taxFree = true;
        add(Dear, QStringLiteral("황금"), Money::maxMinor);
        return all;
    }

    static OrderDraft draft(ProductId product = Peony, qint64 qty = 2)
    {
        OrderDraft draft;
        draft.productId = product;
        draft.qty = qty;
        draft.sender = {QStringLiteral("김서연"), QStringLiteral("010-1234-5678")};
        draft.recipient = {QStringLiteral("이도윤"), QStringLiteral("01056785678")};
        draft.address = {QStringLiteral("서울 강남구 테헤란로 1"), QStringLiteral("101호"),
                         QStringLiteral("06100"), QStringLiteral("역삼동")};
        if (product != Rose)
            draft.window = window();
        return draft;
    }

    Result<server::PlacedOrder> place(OrderDraft draft, std::optional<store::CallKey> key = {},
                                      QString gateway = {})
    {
        return orders
            .place({std::move(draft), ContactRule::Optional, std::move(key), std::move(gateway)})
            .takeResult();
    }

    /// An order that was paid at a gateway in an attempt of its own.
    Order paidOrder(const OrderDraft &draft)
    {
        const Order placed = place(draft).value().order;
        return write([id = placed.id](Transaction &transaction) -> Result<Order> {
                   Order order = *store::findOrder(transaction.db(), id);
                   PaymentAttempt attempt =
                       server::openAttempt(transaction, order, QStringLiteral("test"));
                   attempt.state = PaymentState::Paid;
                   store::updateAttempt(transaction.db(), attempt);
                   order.payment = PaymentState::Paid;
                   server::applySteps(transaction, order, {OrderState::Paid},
                                      {Verb::Settle, Actor::Gateway, 0, {}, {}, 0});
                   return order;
               })
            .value();
    }

    Result<Order> move(server::MoveRequest request)
    {
        return orders.move(std::move(request)).takeResult();
    }
    Result<Order> move(qint64 orderId, Verb verb, Actor actor = Actor::Florist)
    {
        server::MoveRequest request;
        request.orderId = orderId;
        request.verb = verb;
        request.actor = actor;
        return move(request);
    }

    Order order(qint64 id)
    {
        return read([id](Database &database) { return *store::findOrder(database, id); });
    }
    int taken(const DeliveryWindow &window)
    {
        return read([&](Database &database) { return store::takenPlaces(database, window.key()); });
    }
    std::vector<store::OutboxRow> messages(qint64 orderId)
    {
        return read([=](Database &database) { return store::messagesOf(database, orderId, 100); });
    }
    std::vector<store::RefundRow> refunds(qint64 orderId)
    {
        return read([=](Database &database) { return store::refundsOf(database, orderId); });
    }
    std::vector<PaymentAttempt> attempts(qint64 orderId)
    {
        return read([=](Database &database) { return store::attemptsOf(database, orderId); });
    }
    /// "startMaking paid>making" for each journal row of the order, oldest first.
    QStringList journal(qint64 orderId)
    {
        return read([=](Database &database) {
            QStringList steps;
            Rows rows = database.query(
                "SELECT what || ' ' || COALESCE(json_extract(detail, '$.from'), '') || '>' || "
                "COALESCE(json_extract(detail, '$.to'), '') FROM journal WHERE type = 'order' "
                "AND id = ? ORDER BY number",
                orderId);
            while (rows.next())
                steps.append(rows.text(0));
            return steps;
        });
    }

    server::Orders orders;
};

inline store::CallKey callKey(const QString &key, const QByteArray &body = "body")
{
    return {QStringLiteral("customer"), QStringLiteral("POST /orders"), key, body};
}

} // namespace petalpost::test
