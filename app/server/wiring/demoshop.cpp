// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/wiring/demoshop.h"

#include "core/server/orders/addressfile.h"
#include "core/storage/server/addressstore.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/reviewstore.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

/// Q_INIT_RESOURCE must stand outside every namespace.
static void initDemoResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace petalpost::server {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int demoCapacity = 20; ///< orders in each window
constexpr int demoClosedInDays = 3;
constexpr qint64 olderInterfacePriceMinor = 1000;

void announce(Transaction &transaction, DocumentType type, qint64 id, const QString &what)
{
    transaction.record({0, Actor::Server, what, type, id, {}, false});
}

void writeShop(Transaction &transaction, Shop shop)
{
    if (const auto before = store::readShop(transaction.db()))
        shop.version = before->version + 1;
    store::writeShop(transaction.db(), shop);
    announce(transaction, DocumentType::Shop, 1, u"setShop"_s);
}

Shop demoShop(const QString &publicUrl, qint64 nowMs)
{
    Shop shop;
    shop.name = u"온봄꽃집"_s;
    shop.nameEn = u"Onbom"_s;
    shop.phone = u"025550100"_s;
    shop.publicUrl = publicUrl;
    shop.business = {u"온봄꽃집"_s,
                     u"이봄"_s,
                     u"서울 강남구 역삼로 1, 1층"_s,
                     u"hello@onbom.example"_s,
                     u"000-00-00000"_s,
                     u"제2026-서울강남-00000호"_s,
                     u"서울특별시 강남구청"_s,
                     u"온봄꽃집"_s,
                     u"이봄"_s};
    shop.windows = {{10 * 60, 12 * 60, demoCapacity},
                    {14 * 60, 16 * 60, demoCapacity},
                    {18 * 60, 20 * 60, demoCapacity}};
    shop.closedDays = {{shop.today(nowMs).addDays(demoClosedInDays), u"정기 휴무"_s}};
    shop.contactRequired = false;
    shop.ordersPerAddressPerMinute = 0;
    shop.holdsPerAddress = 0;
    return shop;
}

void addProduct(Transaction &transaction, Product product)
{
    product.id = transaction.nextId("product"_L1);
    store::insertProduct(transaction.db(), product);
    announce(transaction, DocumentType::Product, product.id, u"setProduct"_s);
}

void addMenu(Transaction &transaction)
{
    initDemoResources();
    QFile file(u":/demo/menu.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw StorageError("the demo menu is missing from this build");
    const QJsonArray menu = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &value : menu) {
        const QJsonObject item = value.toObject();
        Product product;
        product.name = item.value(u"nameKo"_s).toString();
        product.nameEn = item.value(u"nameEn"_s).toString();
        product.description = item.value(u"descriptionKo"_s).toString();
        product.descriptionEn = item.value(u"descriptionEn"_s).toString();
        product.price.minor = item.value(u"priceMinor"_s).toInteger();
        product.picture = item.value(u"picture"_s).toString();
        product.taxFree = item.value(u"taxFree"_s).toBool();
        addProduct(transaction, product);
    }
    for (const QString &name : {u"Rose"_s, u"AAAA"_s}) {
        Product product;
        product.name = name;
        product.nameEn = name;
        product.price.minor = olderInterfacePriceMinor;
        product.hidden = true;
        product.needsWindow = false;
        addProduct(transaction, product);
    }
}

/// A made-up part of a city, so that addresses can be found.
void addAddresses(Transaction &transaction)
{
    QFile file(u":/demo/addresses.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw StorageError("the demo addresses are missing from this build");
    Database &database = transaction.db();
    const qint64 generation = store::newAddresses(database);
    QStringList districts;
    while (!file.atEnd()) {
        const auto entry = addressFromRow(decodedRow(file.readLine().trimmed()));
        if (!entry)
            throw StorageError("the demo addresses are damaged");
        store::insertAddress(database, generation, entry->address, entry->keys);
        if (!districts.contains(entry->address.district))
            districts << entry->address.district;
    }
    store::showAddresses(database, generation, districts);
}

/// Reviews carried over from before this page: they belong to no order here.
void addReview(Transaction &transaction, const QString &productName, Review review)
{
    const auto product = store::findProductByName(transaction.db(), productName);
    if (!product)
        throw StorageError("the demo menu lacks a flower that its reviews name");
    review.id = transaction.nextId("review"_L1);
    review.productId = product->id;
    review.productName = product->name;
    store::insertReview(transaction.db(), review);
    announce(transaction, DocumentType::Review, review.id, u"review"_s);
}

void addReviews(Transaction &transaction)
{
    Review peony;
    peony.rating = 5;
    peony.text = u"엄마 생신에 보냈는데 사진보다 훨씬 풍성했어요. 사흘이 지나도 향이 그대로예요."_s;
    peony.author = u"김**"_s;
    peony.writtenAtMs = transaction.nowMs() - 2 * dayMs;
    peony.reply =
        u"어머님께서 좋아하셨다니 저희도 기뻐요. 물을 매일 갈아 주시면 더 오래 보실 수 있어요."_s;
    peony.repliedAtMs = transaction.nowMs() - dayMs;
    addReview(transaction, u"작약 한아름 꽃다발"_s, peony);
    Review tulip;
    tulip.rating = 4;
    tulip.text = u"색이 곱고 포장도 단정했어요. 조금만 더 일찍 왔으면 좋았을 것 같아요."_s;
    tulip.author = u"이**"_s;
    tulip.writtenAtMs = transaction.nowMs() - dayMs;
    addReview(transaction, u"튤립 봄 바구니"_s, tulip);
}

} // namespace

QFuture<Result<void>> ensureShop(Writer &writer, const QString &publicUrl,
                                 const QString &ownerPhone)
{
    return writer.write([publicUrl, ownerPhone](Transaction &transaction) -> Result<void> {
        auto shop = store::readShop(transaction.db());
        const bool samePhone = shop && (ownerPhone.isEmpty() || shop->ownerPhone == ownerPhone);
        if (shop && shop->publicUrl == publicUrl && samePhone)
            return {};
        if (!shop) {
            shop = Shop{};
            shop->name = u"Petalpost"_s;
            shop->nameEn = u"Petalpost"_s;
            shop->windows = {
                {10 * 60, 12 * 60, 10}, {14 * 60, 16 * 60, 10}, {16 * 60, 18 * 60, 10}};
        }
        shop->publicUrl = publicUrl;
        if (!ownerPhone.isEmpty())
            shop->ownerPhone = ownerPhone;
        writeShop(transaction, *shop);
        return {};
    });
}

QFuture<Result<void>> ensureDemoShop(Writer &writer, const QString &publicUrl)
{
    return writer.write([publicUrl](Transaction &transaction) -> Result<void> {
        if (store::findProduct(transaction.db(), 1))
            return {};
        writeShop(transaction, demoShop(publicUrl, transaction.nowMs()));
        addMenu(transaction);
        addAddresses(transaction);
        addReviews(transaction);
        return {};
    });
}

} // namespace petalpost::server
