// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/shopcheck.h"

#include <QtTest/QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr qint64 nowMs = 1'796'000'000'000;

Shop goodShop()
{
    Shop shop;
    shop.name = u"온봄꽃집"_s;
    shop.phone = u"025550100"_s;
    shop.windows = {{600, 720, 5}, {720, 840, 0}, {1320, 1440, 1}};
    shop.closedDays = {{QDate(2026, 12, 25), u"성탄절"_s}, {QDate(2027, 1, 1), {}}};
    return shop;
}

using Change = std::function<void(Shop &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

/// What an owner may set: each bound from both sides, each refusal by its field.
class ShopCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data();
    void bounds();
    void theFullestShopIsFine();
};

void ShopCheckTest::bounds_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field"); // empty: it may be set
    QTest::addColumn<RefusalCode>("code");
    const auto fine = [](const char *name, Change change) {
        QTest::newRow(name) << std::move(change) << QString() << RefusalCode::OutOfRange;
    };
    const auto refused = [](const char *name, Change change, const char *field,
                            RefusalCode code = RefusalCode::OutOfRange) {
        QTest::newRow(name) << std::move(change) << QString::fromLatin1(field) << code;
    };
    using S = Shop &;
    fine("as it is", [](S) {});
    refused(
        "no name", [](S s) { s.name.clear(); }, "name", RefusalCode::MissingField);
    fine("longest name", [](S s) { s.name = QString(shopbounds::name, u'꽃'); });
    refused(
        "longer name", [](S s) { s.name = QString(shopbounds::name + 1, u'꽃'); }, "name",
        RefusalCode::TooLong);
    refused(
        "English name", [](S s) { s.nameEn = u"a\nb"_s; }, "nameEn", RefusalCode::InvalidText);
    fine("no phone", [](S s) { s.phone.clear(); });
    refused(
        "phone", [](S s) { s.phone = u"12"_s; }, "phone", RefusalCode::InvalidPhone);
    fine("no windows", [](S s) { s.windows.clear(); });
    refused(
        "window of no length", [](S s) { s.windows[0].endMinute = 600; }, "windows.endMinute");
    refused(
        "window backwards", [](S s) { s.windows[0].endMinute = 599; }, "windows.endMinute");
    refused(
        "window before midnight", [](S s) { s.windows[0].startMinute = -1; }, "windows.endMinute");
    refused(
        "window past midnight", [](S s) { s.windows[2].endMinute = 1441; }, "windows.endMinute");
    refused(
        "windows over each other", [](S s) { s.windows[0].endMinute = 721; }, "windows");
    refused(
        "the same window twice", [](S s) { s.windows[1] = s.windows[0]; }, "windows");
    refused(
        "capacity below nothing", [](S s) { s.windows[0].capacity = -1; }, "windows.capacity");
    fine("most capacity", [](S s) { s.windows[0].capacity = shopbounds::capacity; });
    refused(
        "more capacity", [](S s) { s.windows[0].capacity = shopbounds::capacity + 1; },
        "windows.capacity");
    refused(
        "a day twice", [](S s) { s.closedDays[1].date = s.closedDays[0].date; }, "closedDays");
    refused(
        "no date", [](S s) { s.closedDays[0].date = QDate(); }, "closedDays");
    refused(
        "reason", [](S s) { s.closedDays[0].reason = QString(shopbounds::reason + 1, u'x'); },
        "closedDays.reason", RefusalCode::TooLong);
    fine("every Sunday", [](S s) { s.weeklyClosedDay = 7; });
    refused(
        "eighth day", [](S s) { s.weeklyClosedDay = 8; }, "weeklyClosedDay");
    fine("hours", [](S s) { s.opensMinute = 540, s.closesMinute = 1440; });
    refused(
        "closes as it opens", [](S s) { s.opensMinute = s.closesMinute = 540; }, "closesMinute");
    refused(
        "closes tomorrow", [](S s) { s.opensMinute = 540, s.closesMinute = 1441; }, "closesMinute");
    refused(
        "opens yesterday", [](S s) { s.opensMinute = -1; }, "opensMinute");
    fine("no cut-off", [](S s) { s.cutOffMinutes = 0; });
    refused(
        "cut-off", [](S s) { s.cutOffMinutes = -1; }, "cutOffMinutes");
    refused(
        "cut-off of more than a week", [](S s) { s.cutOffMinutes = shopbounds::cutOffMinutes + 1; },
        "cutOffMinutes");
    fine("a year ahead", [](S s) { s.horizonDays = 365; });
    refused(
        "more than a year ahead", [](S s) { s.horizonDays = 366; }, "horizonDays");
    refused(
        "not even today", [](S s) { s.horizonDays = 0; }, "horizonDays");
    refused(
        "travel", [](S s) { s.travelMinutes = -1; }, "travelMinutes");
    refused(
        "soft", [](S s) { s.softMinutes = shopbounds::warningMinutes + 1; }, "softMinutes");
    fine("one warning", [](S s) { s.solidMinutes = s.softMinutes; });
    refused(
        "loud before soft", [](S s) { s.solidMinutes = s.softMinutes + 1; }, "solidMinutes");
    fine("a week's pause", [](S s) { s.pausedUntilMs = nowMs + shopbounds::pauseMs; });
    fine("a pause that is over", [](S s) { s.pausedUntilMs = 1; });
    refused(
        "a longer pause", [](S s) { s.pausedUntilMs = nowMs + shopbounds::pauseMs + 1; },
        "pausedUntilMs");
    refused(
        "pause before time", [](S s) { s.pausedUntilMs = -1; }, "pausedUntilMs");
    refused(
        "business", [](S s) { s.business.hosting = QString(shopbounds::business + 1, u'x'); },
        "business.hosting", RefusalCode::TooLong);
}

void ShopCheckTest::bounds()
{
    QFETCH(Change, change);
    QFETCH(QString, field);
    QFETCH(RefusalCode, code);
    Shop shop = goodShop();
    change(shop);
    const auto checked = checkShop(shop, nowMs);
    QCOMPARE(checked.has_value(), field.isEmpty());
    if (checked)
        return;
    QCOMPARE(checked.error().field, field);
    QCOMPARE(checked.error().code, code);
}

void ShopCheckTest::theFullestShopIsFine()
{
    Shop shop = goodShop();
    shop.windows.clear();
    for (int hour = 0; hour < shopbounds::windows; ++hour)
        shop.windows.push_back({hour * 60, hour * 60 + 60, 1});
    shop.closedDays.clear();
    for (int day = 0; day < shopbounds::closedDays; ++day)
        shop.closedDays.push_back({QDate(2027, 1, 1).addDays(day), {}});
    QVERIFY(checkShop(shop, nowMs));
    shop.closedDays.push_back({QDate(2030, 1, 1), {}});
    QCOMPARE(checkShop(shop, nowMs).error().field, u"closedDays"_s);
    shop.closedDays.clear();
    shop.windows.push_back({0, 1, 1});
    QCOMPARE(checkShop(shop, nowMs).error().field, u"windows"_s);
}

QTEST_GUILESS_MAIN(ShopCheckTest)
#include "tst_shopcheck.moc"
