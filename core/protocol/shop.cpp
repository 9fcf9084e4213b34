// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QJsonObject toJson(const BusinessDetails &business)
{
    return {{u"company"_s, business.company},
            {u"representative"_s, business.representative},
            {u"address"_s, business.address},
            {u"email"_s, business.email},
            {u"registrationNumber"_s, business.registrationNumber},
            {u"mailOrderNumber"_s, business.mailOrderNumber},
            {u"mailOrderAuthority"_s, business.mailOrderAuthority},
            {u"hosting"_s, business.hosting},
            {u"privacyOfficer"_s, business.privacyOfficer}};
}

Result<BusinessDetails> businessFromJson(const QJsonObject &json)
{
    JsonReader in(json, u"business."_s);
    BusinessDetails business;
    business.company = in.text("company"_L1);
    business.representative = in.text("representative"_L1);
    business.address = in.text("address"_L1);
    business.email = in.text("email"_L1);
    business.registrationNumber = in.text("registrationNumber"_L1);
    business.mailOrderNumber = in.text("mailOrderNumber"_L1);
    business.mailOrderAuthority = in.text("mailOrderAuthority"_L1);
    business.hosting = in.text("hosting"_L1);
    business.privacyOfficer = in.text("privacyOfficer"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return business;
}

/// A number that an int holds; anything larger is refused rather than cut.
int whole(JsonReader &in, QLatin1StringView name, int fallback = 0)
{
    const qint64 read = in.number(name, fallback);
    if (read < std::numeric_limits<int>::min() || read > std::numeric_limits<int>::max()) {
        in.fail(RefusalCode::OutOfRange, name);
        return fallback;
    }
    return int(read);
}

} // namespace

QJsonObject toJson(const Shop &shop)
{
    QJsonArray windows;
    for (const WindowRule &rule : shop.windows) {
        windows.append(QJsonObject{{u"startMinute"_s, rule.startMinute},
                                   {u"endMinute"_s, rule.endMinute},
                                   {u"capacity"_s, rule.capacity}});
    }
    QJsonArray closed;
    for (const ClosedDay &day : shop.closedDays)
        closed.append(
            QJsonObject{{u"date"_s, day.date.toString(Qt::ISODate)}, {u"reason"_s, day.reason}});
    return {{u"version"_s, shop.version},
            {u"name"_s, shop.name},
            {u"nameEn"_s, shop.nameEn},
            {u"phone"_s, shop.phone},
            {u"timeZone"_s, QString::fromLatin1(shop.zone.id())},
            {u"windows"_s, windows},
            {u"closedDays"_s, closed},
            {u"weeklyClosedDay"_s, shop.weeklyClosedDay},
            {u"cutOffMinutes"_s, shop.cutOffMinutes},
            {u"horizonDays"_s, shop.horizonDays},
            {u"contactRequired"_s, shop.contactRequired},
            {u"ordersPerAddressPerMinute"_s, shop.ordersPerAddressPerMinute},
            {u"holdsPerAddress"_s, shop.holdsPerAddress},
            {u"publicUrl"_s, shop.publicUrl},
            {u"opensMinute"_s, shop.opensMinute},
            {u"closesMinute"_s, shop.closesMinute},
            {u"ownerPhone"_s, shop.ownerPhone},
            {u"travelMinutes"_s, shop.travelMinutes},
            {u"softMinutes"_s, shop.softMinutes},
            {u"solidMinutes"_s, shop.solidMinutes},
            {u"mutedTexts"_s, QJsonArray::fromStringList(shop.mutedTexts)},
            {u"pausedUntilMs"_s, shop.pausedUntilMs},
            {u"pauseReason"_s, shop.pauseReason},
            {u"business"_s, toJson(shop.business)}};
}

Result<Shop> shopFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Shop shop;
    shop.version = in.number("version"_L1, 1);
    shop.name = in.text("name"_L1);
    shop.nameEn = in.text("nameEn"_L1);
    shop.phone = in.text("phone"_L1);
    in.require("timeZone"_L1); // an empty id would mean the machine's own zone
    shop.zone = QTimeZone(in.text("timeZone"_L1).toLatin1());
    if (!shop.zone.isValid())
        in.fail(RefusalCode::OutOfRange, "timeZone"_L1);
    const QJsonArray windows = in.array("windows"_L1);
    for (const QJsonValue &value : windows) {
        const QJsonObject rule = value.toObject();
        JsonReader reader(rule, u"windows."_s);
        shop.windows.push_back({whole(reader, "startMinute"_L1), whole(reader, "endMinute"_L1),
                                whole(reader, "capacity"_L1)});
        if (reader.failed())
            return refuse(reader.refusal());
    }
    const QJsonArray closed = in.array("closedDays"_L1);
    for (const QJsonValue &value : closed) {
        const QJsonObject day = value.toObject();
        const QDate date = QDate::fromString(day.value(u"date"_s).toString(), Qt::ISODate);
        if (!date.isValid())
            return refuse(RefusalCode::OutOfRange, u"closedDays"_s);
        shop.closedDays.push_back({date, day.value(u"reason"_s).toString()});
    }
    shop.weeklyClosedDay = whole(in, "weeklyClosedDay"_L1);
    shop.cutOffMinutes = whole(in, "cutOffMinutes"_L1, 60);
    shop.horizonDays = whole(in, "horizonDays"_L1, 60);
    shop.contactRequired = in.flag("contactRequired"_L1, true);
    shop.ordersPerAddressPerMinute = whole(in, "ordersPerAddressPerMinute"_L1, 20);
    shop.holdsPerAddress = whole(in, "holdsPerAddress"_L1, 3);
    shop.publicUrl = in.text("publicUrl"_L1);
    shop.opensMinute = whole(in, "opensMinute"_L1);
    shop.closesMinute = whole(in, "closesMinute"_L1);
    shop.ownerPhone = in.text("ownerPhone"_L1);
    shop.travelMinutes = whole(in, "travelMinutes"_L1, 40);
    shop.softMinutes = whole(in, "softMinutes"_L1, 60);
    shop.solidMinutes = whole(in, "solidMinutes"_L1, 20);
    const QJsonArray muted = in.array("mutedTexts"_L1);
    for (const auto &event : muted)
        shop.mutedTexts.append(event.toString());
    shop.pausedUntilMs = in.number("pausedUntilMs"_L1);
    shop.pauseReason = in.text("pauseReason"_L1);
    auto business = businessFromJson(in.object("business"_L1));
    if (!business)
        return refuse(business.error());
    shop.business = std::move(*business);
    if (in.failed())
        return refuse(in.refusal());
    return shop;
}

} // namespace petalpost
