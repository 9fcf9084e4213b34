// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/testshop.h"

#include "core/storage/server/catalogue.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

namespace {

constexpr int places = 20;

Product product(qint64 id, const QString &name, const QString &nameEn, qint64 priceMinor)
{
    Product made;
    made.id = id;
    made.name = name;
    made.nameEn = nameEn;
    made.description = u"오늘 만든 꽃이에요."_s;
    made.descriptionEn = u"Made today."_s;
    made.price.minor = priceMinor;
    return made;
}

std::vector<Product> products()
{
    std::vector<Product> all{
        product(Peony, u"작약 한아름 꽃다발"_s, u"Armful of peonies"_s, 89'000),
        product(Tulip, u"튤립 봄 바구니"_s, u"Spring tulip basket"_s, 65'000),
        product(SoldOutRose, u"장미 한 단"_s, u"Bunch of roses"_s, 30'000),
        product(Limited, u"난초"_s, u"Orchid"_s, 120'000),
        product(Precious, u"금꽃"_s, u"Golden flower"_s, 5'000'000'000),
        product(HiddenRose, u"Rose"_s, QString(), 1'000),
        product(HiddenAaaa, u"AAAA"_s, QString(), 1'000),
    };
    all[SoldOutRose - 1].soldOut = true;
    all[Limited - 1].dailyLimit = testDailyLimit;
    for (const TestProduct id : {HiddenRose, HiddenAaaa}) {
        all[std::size_t(id) - 1].hidden = true;
        all[std::size_t(id) - 1].needsWindow = false;
    }
    return all;
}

} // namespace

qint64 testNoonMs()
{
    return QDateTime(QDate(2025, 5, 8), QTime(12, 30), QTimeZone("Asia/Seoul")).toMSecsSinceEpoch();
}

Shop testShop()
{
    Shop shop;
    shop.name = u"온봄꽃집"_s;
    shop.nameEn = u"Onbom"_s;
    shop.phone = u"025550100"_s;
    shop.windows = {{10 * 60, 12 * 60, places},
                    {14 * 60, 16 * 60, places},
                    {16 * 60, 18 * 60, places},
                    {18 * 60, 20 * 60, 1}};
    shop.closedDays = {{QDate(2025, 5, 11), u"정기 휴무"_s}};
    shop.publicUrl = u"http://127.0.0.1"_s;
    shop.ordersPerAddressPerMinute = 0;
    shop.holdsPerAddress = 0;
    return shop;
}

QString testWindow(int daysAhead, int startHour)
{
    const QDate day = testShop().today(testNoonMs()).addDays(daysAhead);
    return DeliveryWindow{day, startHour * 60, (startHour + 2) * 60}.key();
}

void writeTestShop(Writer &writer)
{
    auto written = writer.write([](Transaction &transaction) -> Result<void> {
        store::writeShop(transaction.db(), testShop());
        for (Product one : products()) {
            one.id = transaction.nextId("product"_L1);
            store::insertProduct(transaction.db(), one);
        }
        return {};
    });
    written.waitForFinished();
    if (!written.result())
        qFatal("the test shop could not be written");
}

} // namespace petalpost::test
