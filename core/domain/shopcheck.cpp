// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/shopcheck.h"

#include "core/domain/draft.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QString hoursOf(const WindowRule &rule)
{
    return clockText(rule.startMinute) % u'/' % clockText(rule.endMinute);
}

Result<void> checkBetween(const QString &field, int value, int least, int most)
{
    if (value < least || value > most)
        return refuse(RefusalCode::OutOfRange, field,
                      QString(QString::number(least) % u'-' % QString::number(most)));
    return {};
}

Result<void> checkNames(const Shop &shop)
{
    if (shop.name.isEmpty())
        return refuse(RefusalCode::MissingField, u"name"_s);
    if (auto ok = checkText(u"name"_s, shop.name, shopbounds::name); !ok)
        return ok;
    if (auto ok = checkText(u"nameEn"_s, shop.nameEn, shopbounds::name); !ok)
        return ok;
    if (!shop.phone.isEmpty() && normalisedPhone(shop.phone) != shop.phone)
        return refuse(RefusalCode::InvalidPhone, u"phone"_s);
    return checkText(u"pauseReason"_s, shop.pauseReason, shopbounds::reason);
}

Result<void> checkWindows(const std::vector<WindowRule> &windows)
{
    const QString field = u"windows"_s;
    if (windows.size() > shopbounds::windows)
        return refuse(RefusalCode::OutOfRange, field, QString::number(shopbounds::windows));
    const WindowRule *before = nullptr;
    for (const WindowRule &rule : windows) {
        const bool ordered = rule.startMinute >= 0 && rule.startMinute < rule.endMinute
                             && rule.endMinute <= shopbounds::minutesPerDay;
        if (!ordered)
            return refuse(RefusalCode::OutOfRange, u"windows.endMinute"_s);
        if (auto ok = checkBetween(u"windows.capacity"_s, rule.capacity, 0, shopbounds::capacity);
            !ok)
            return ok;
        if (before && rule.startMinute < before->endMinute)
            return refuse(RefusalCode::OutOfRange, field,
                          QString(hoursOf(*before) % u' ' % hoursOf(rule)));
        before = &rule;
    }
    return {};
}

Result<void> checkClosedDays(const Shop &shop)
{
    const QString field = u"closedDays"_s;
    if (shop.closedDays.size() > shopbounds::closedDays)
        return refuse(RefusalCode::OutOfRange, field, QString::number(shopbounds::closedDays));
    QDate before;
    for (const ClosedDay &day : shop.closedDays) {
        if (!day.date.isValid() || (before.isValid() && day.date <= before))
            return refuse(RefusalCode::OutOfRange, field, day.date.toString(Qt::ISODate));
        if (auto ok = checkText(u"closedDays.reason"_s, day.reason, shopbounds::reason); !ok)
            return ok;
        before = day.date;
    }
    return checkBetween(u"weeklyClosedDay"_s, shop.weeklyClosedDay, 0, 7);
}

/// Hours that are both 0 follow the windows.
Result<void> checkHours(const Shop &shop)
{
    const bool followed = shop.opensMinute == 0 && shop.closesMinute == 0;
    if (auto ok =
            checkBetween(u"opensMinute"_s, shop.opensMinute, 0, shopbounds::minutesPerDay - 1);
        !ok)
        return ok;
    if (followed)
        return {};
    return checkBetween(u"closesMinute"_s, shop.closesMinute, shop.opensMinute + 1,
                        shopbounds::minutesPerDay);
}

Result<void> checkLimits(const Shop &shop)
{
    if (auto ok =
            checkBetween(u"cutOffMinutes"_s, shop.cutOffMinutes, 0, shopbounds::cutOffMinutes);
        !ok)
        return ok;
    if (auto ok = checkBetween(u"horizonDays"_s, shop.horizonDays, 1, shopbounds::horizonDays); !ok)
        return ok;
    if (auto ok =
            checkBetween(u"travelMinutes"_s, shop.travelMinutes, 0, shopbounds::warningMinutes);
        !ok)
        return ok;
    if (auto ok = checkBetween(u"softMinutes"_s, shop.softMinutes, 0, shopbounds::warningMinutes);
        !ok)
        return ok;
    return checkBetween(u"solidMinutes"_s, shop.solidMinutes, 0, shop.softMinutes);
}

Result<void> checkBusiness(const BusinessDetails &business)
{
    const std::pair<QString, const QString &> texts[] = {
        {u"business.company"_s, business.company},
        {u"business.representative"_s, business.representative},
        {u"business.address"_s, business.address},
        {u"business.email"_s, business.email},
        {u"business.registrationNumber"_s, business.registrationNumber},
        {u"business.mailOrderNumber"_s, business.mailOrderNumber},
        {u"business.mailOrderAuthority"_s, business.mailOrderAuthority},
        {u"business.hosting"_s, business.hosting},
        {u"business.privacyOfficer"_s, business.privacyOfficer},
    };
    for (const auto &[field, text] : texts) {
        if (auto ok = checkText(field, text, shopbounds::business); !ok)
            return ok;
    }
    return {};
}

} // namespace

Result<void> checkShop(const Shop &shop, qint64 nowMs)
{
    if (auto ok = checkNames(shop); !ok)
        return ok;
    if (auto ok = checkWindows(shop.windows); !ok)
        return ok;
    if (auto ok = checkClosedDays(shop); !ok)
        return ok;
    if (auto ok = checkHours(shop); !ok)
        return ok;
    if (auto ok = checkLimits(shop); !ok)
        return ok;
    if (shop.pausedUntilMs < 0 || shop.pausedUntilMs > nowMs + shopbounds::pauseMs)
        return refuse(RefusalCode::OutOfRange, u"pausedUntilMs"_s,
                      QString::number(nowMs + shopbounds::pauseMs));
    return checkBusiness(shop.business);
}

} // namespace petalpost
