// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

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
    return {{u"name"_s, shop.name},
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
            {u"ownerPhone"_s, shop.ownerPhone}};
}

Result<Shop> shopFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Shop shop;
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
        shop.windows.push_back({int(reader.number("startMinute"_L1)),
                                int(reader.number("endMinute"_L1)),
                                int(reader.number("capacity"_L1))});
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
    shop.weeklyClosedDay = int(in.number("weeklyClosedDay"_L1));
    shop.cutOffMinutes = int(in.number("cutOffMinutes"_L1, 60));
    shop.horizonDays = int(in.number("horizonDays"_L1, 60));
    shop.contactRequired = in.flag("contactRequired"_L1, true);
    shop.ordersPerAddressPerMinute = int(in.number("ordersPerAddressPerMinute"_L1, 20));
    shop.holdsPerAddress = int(in.number("holdsPerAddress"_L1, 3));
    shop.publicUrl = in.text("publicUrl"_L1);
    shop.opensMinute = int(in.number("opensMinute"_L1));
    shop.closesMinute = int(in.number("closesMinute"_L1));
    shop.ownerPhone = in.text("ownerPhone"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return shop;
}

} // namespace petalpost
