// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/shopsettings.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr qint64 nowMs = 1'796'000'000'000;

Shop shopNow()
{
    Shop shop;
    shop.version = 7;
    shop.name = u"온봄꽃집"_s;
    shop.publicUrl = u"https://onbom.example"_s;
    shop.windows = {{600, 720, 5}};
    return shop;
}

} // namespace

/// A change names what it changes, and nothing else moves.
class ChangedShopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNamedChanges();
    void aChangeOfNothingIsRefused();
    void whatTheServerOwnsStays();
    void textsAndRowsAreTidied();
    void aNumberThatNoIntHoldsIsRefused();
    void onlySomeTextsCanBeMuted_data();
    void onlySomeTextsCanBeMuted();
    void everySettingSurvivesTheWire();
};

void ChangedShopTest::onlyWhatIsNamedChanges()
{
    const auto changed = changedShop(shopNow(), {{u"cutOffMinutes"_s, 90}}, nowMs);
    Shop expected = shopNow();
    expected.cutOffMinutes = 90;
    expected.version = 8;
    QCOMPARE(changed.value(), expected);
}

void ChangedShopTest::aChangeOfNothingIsRefused()
{
    const auto changed = changedShop(shopNow(), {{u"basedOn"_s, 7}}, nowMs);
    QCOMPARE(changed.error().code, RefusalCode::MissingField);
    QCOMPARE(changed.error().field, u"settings"_s);
}

void ChangedShopTest::whatTheServerOwnsStays()
{
    const QJsonObject change{{u"publicUrl"_s, u"https://elsewhere.example"_s},
                             {u"ownerPhone"_s, u"01000000000"_s},
                             {u"version"_s, 99},
                             {u"timeZone"_s, u"UTC"_s},
                             {u"horizonDays"_s, 30}};
    Shop expected = shopNow();
    expected.horizonDays = 30;
    expected.version = 8;
    QCOMPARE(changedShop(shopNow(), change, nowMs).value(), expected);
}

void ChangedShopTest::textsAndRowsAreTidied()
{
    Shop wanted;
    wanted.windows = {{840, 960, 1}, {600, 720, 2}};
    wanted.closedDays = {{QDate(2027, 1, 1), u" 설 "_s}, {QDate(2026, 12, 25), {}}};
    QJsonObject change{{u"name"_s, u"  봄꽃 "_s}, {u"phone"_s, u"02-555-0100"_s}};
    change.insert(u"windows"_s, toJson(wanted).value(u"windows"_s));
    change.insert(u"closedDays"_s, toJson(wanted).value(u"closedDays"_s));
    const Shop shop = changedShop(shopNow(), change, nowMs).value();
    QCOMPARE(shop.name, u"봄꽃"_s);
    QCOMPARE(shop.phone, u"025550100"_s);
    QCOMPARE(shop.windows.front().startMinute, 600);
    QCOMPARE(shop.closedDays.back(), (ClosedDay{QDate(2027, 1, 1), u"설"_s}));
}

void ChangedShopTest::aNumberThatNoIntHoldsIsRefused()
{
    const qint64 wrapsToOne = (qint64(1) << 32) + 1;
    const auto changed = changedShop(shopNow(), {{u"horizonDays"_s, wrapsToOne}}, nowMs);
    QCOMPARE(changed.error().code, RefusalCode::OutOfRange);
    QCOMPARE(changed.error().field, u"horizonDays"_s);
}

void ChangedShopTest::onlySomeTextsCanBeMuted_data()
{
    QTest::addColumn<MessageEvent>("event");
    for (const auto &[event, name] : messageEventWords)
        QTest::newRow(name.data()) << event;
}

void ChangedShopTest::onlySomeTextsCanBeMuted()
{
    QFETCH(MessageEvent, event);
    const auto muted = mutableTexts();
    const bool may = std::find(muted.begin(), muted.end(), event) != muted.end();
    const QJsonArray events{QString(word(event))};
    const auto changed = changedShop(shopNow(), {{u"mutedTexts"_s, events}}, nowMs);
    QCOMPARE(changed.has_value(), may);
    if (!changed)
        QCOMPARE(changed.error().field, u"mutedTexts"_s);
}

void ChangedShopTest::everySettingSurvivesTheWire()
{
    Shop shop = shopNow();
    shop.travelMinutes = 1;
    shop.softMinutes = 3;
    shop.solidMinutes = 2;
    shop.mutedTexts = {u"making"_s};
    shop.pausedUntilMs = nowMs;
    shop.pauseReason = u"r"_s;
    shop.business = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s};
    QCOMPARE(shopFromJson(toJson(shop)).value(), shop);
}

QTEST_GUILESS_MAIN(ChangedShopTest)
#include "tst_changedshop.moc"
