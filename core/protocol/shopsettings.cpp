// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/shopsettings.h"

#include "core/domain/draft.h"
#include "core/domain/shopcheck.h"
#include "core/protocol/documents.h"
#include "core/protocol/namedfields.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr std::array settingNames{
    "name"_L1,          "nameEn"_L1,          "phone"_L1,
    "windows"_L1,       "closedDays"_L1,      "weeklyClosedDay"_L1,
    "cutOffMinutes"_L1, "horizonDays"_L1,     "opensMinute"_L1,
    "closesMinute"_L1,  "travelMinutes"_L1,   "softMinutes"_L1,
    "solidMinutes"_L1,  "mutedTexts"_L1,      "pausedUntilMs"_L1,
    "pauseReason"_L1,   "contactRequired"_L1, "business"_L1,
};

constexpr std::array quietEvents{
    MessageEvent::Paid,       MessageEvent::Making,    MessageEvent::Made,
    MessageEvent::Delivering, MessageEvent::Delivered, MessageEvent::Resent,
};

/// Texts without blanks around them, the phone as digits, rows in the order of time.
void tidy(Shop &shop)
{
    BusinessDetails &b = shop.business;
    for (QString *text : {&shop.name, &shop.nameEn, &shop.phone, &shop.pauseReason, &b.company,
                          &b.representative, &b.address, &b.email, &b.registrationNumber,
                          &b.mailOrderNumber, &b.mailOrderAuthority, &b.hosting, &b.privacyOfficer})
        *text = text->trimmed().normalized(QString::NormalizationForm_C);
    if (const auto digits = normalisedPhone(shop.phone))
        shop.phone = *digits;
    for (ClosedDay &day : shop.closedDays)
        day.reason = day.reason.trimmed().normalized(QString::NormalizationForm_C);
    std::ranges::stable_sort(shop.windows, {}, &WindowRule::startMinute);
    std::ranges::stable_sort(shop.closedDays, {}, &ClosedDay::date);
}

Result<void> checkMuted(const Shop &shop)
{
    for (const QString &event : shop.mutedTexts) {
        const auto known = fromWord(messageEventWords, event);
        if (!known || std::ranges::find(quietEvents, *known) == quietEvents.end())
            return refuse(RefusalCode::OutOfRange, u"mutedTexts"_s);
    }
    return {};
}

} // namespace

std::span<const QLatin1StringView> shopSettings()
{
    return settingNames;
}

std::span<const MessageEvent> mutableTexts()
{
    return quietEvents;
}

Result<Shop> changedShop(const Shop &shop, const QJsonObject &change, qint64 nowMs)
{
    if (namedFields(settingNames, change).isEmpty())
        return refuse(RefusalCode::MissingField, u"settings"_s);
    const QJsonObject json = withNamedFields(toJson(shop), settingNames, change);
    auto next = shopFromJson(json);
    if (!next)
        return next;
    tidy(*next);
    if (const auto muted = checkMuted(*next); !muted)
        return refuse(muted.error());
    if (const auto checked = checkShop(*next, nowMs); !checked)
        return refuse(checked.error());
    next->version = shop.version + 1;
    return next;
}

} // namespace petalpost
