// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/catalogue.h"
#include "core/storage/server/writer.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <array>

namespace petalpost::test {

/// What a hostile client writes into a field that takes text.
inline const std::array hostileTexts{
    QStringLiteral("'; DROP TABLE orders; --"),
    QStringLiteral("<script>alert(1)</script>"),
    QStringLiteral("{{id}}&amp;\"' %s ${x}"),
    QStringLiteral("꽃님 💐👩‍👩‍👧"),
};

/// The fields of an order that take any text.
inline constexpr auto textFields = std::to_array<QLatin1String>(
    {QLatin1String("customerName"), QLatin1String("recipient.name"), QLatin1String("address.line"),
     QLatin1String("address.detail"), QLatin1String("address.neighbourhood"),
     QLatin1String("cardMessage"), QLatin1String("ribbon.text"), QLatin1String("ribbon.sender"),
     QLatin1String("request")});

/// \a path ("recipient.name") filled with \a value in an order that is fine otherwise.
inline QByteArray orderWith(const QString &path, const QByteArray &rawValue)
{
    QJsonObject body{{QStringLiteral("flowerName"), QStringLiteral("Rose")},
                     {QStringLiteral("qty"), 1}};
    const QStringList steps = path.split(u'.');
    const QString mark = QStringLiteral("@value@");
    if (steps.size() == 1)
        body.insert(path, mark);
    else
        body.insert(steps.first(), QJsonObject{{steps.last(), mark}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact).replace("\"@value@\"", rawValue);
}

/// \a text as a value of JSON.
inline QByteArray quotedJson(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// A shop with a window that is full, an order that waits to be made and one that was delivered.
class BadInputBench
{
public:
    /// What a refused call must leave as it was.
    struct Stand
    {
        std::size_t orders = 0;
        QString cursor;
        bool operator==(const Stand &) const = default;
    };

    void start()
    {
        QVERIFY(shop.start());
        desk = std::make_unique<HttpCalls>(shop.url(), shop.token);
        anyone = std::make_unique<HttpCalls>(shop.url());
        {
            // One flower so dear that a few hundred are more than any order can be.
            Writer writer(shop.file(QStringLiteral("petalpost.db")), shop.clock);
            const auto added = writer.write([](Transaction &transaction) -> Result<void> {
                Product product;
                product.id = transaction.nextId(QLatin1String("product"));
                product.name = QStringLiteral("Gold");
                product.price.minor = Money::maxMinor / 100;
                product.needsWindow = false;
                store::insertProduct(transaction.db(), product);
                return {};
            });
            QVERIFY(added.result());
        }
        const auto offers = desk->get(QStringLiteral("/windows?date=2026-12-02"))
                                .json()
                                .value(QStringLiteral("items"))
                                .toArray();
        QVERIFY(!offers.isEmpty());
        fullWindow = offers.first().toObject().value(QStringLiteral("window")).toString();
        for (int i = 0; i < windowCapacity; ++i)
            QVERIFY(!place({{QStringLiteral("productId"), 1},
                            {QStringLiteral("qty"), 1},
                            {QStringLiteral("window"), fullWindow}})
                         .isEmpty());
        const QJsonObject waiting = place();
        paid = waiting.value(QStringLiteral("id")).toInteger();
        paidToken = waiting.value(QStringLiteral("accessToken")).toString().toLatin1();
        deliveredToken =
            deliver(place()).value(QStringLiteral("accessToken")).toString().toLatin1();
        QVERIFY(paid > 0 && !deliveredToken.isEmpty());
    }

    QJsonObject place(const QJsonObject &body = {
                          {QStringLiteral("flowerName"), QStringLiteral("Rose")},
                          {QStringLiteral("qty"), 1}})
    {
        const Answer answer = anyone->post(QStringLiteral("/orders"), body);
        return answer.status == 201 ? answer.json() : QJsonObject();
    }

    QJsonObject deliver(const QJsonObject &order)
    {
        const QString path =
            QStringLiteral("/deliveries/%1").arg(order.value(QStringLiteral("id")).toInteger());
        for (const QString &verb : {QStringLiteral("startMaking"), QStringLiteral("markMade"),
                                    QStringLiteral("completeDelivery")}) {
            if (desk->patch(path, {{QStringLiteral("verb"), verb}}).status != 200
                && verb != QStringLiteral("completeDelivery"))
                return {};
        }
        const bool there =
            desk->get(
                    QStringLiteral("/orders/%1").arg(order.value(QStringLiteral("id")).toInteger()))
                .json()
                .value(QStringLiteral("status"))
            == QStringLiteral("delivered");
        return there ? order : QJsonObject();
    }

    Stand stand()
    {
        return {desk->allOrders().size(), desk->get(QStringLiteral("/changes"))
                                              .json()
                                              .value(QStringLiteral("cursor"))
                                              .toString()};
    }

    ShopInProcess shop;
    std::unique_ptr<HttpCalls> desk;
    std::unique_ptr<HttpCalls> anyone;
    QString fullWindow;
    qint64 paid = 0; ///< the order that waits
    QByteArray paidToken;
    QByteArray deliveredToken;

private:
    static constexpr int windowCapacity = 20;
};

} // namespace petalpost::test
