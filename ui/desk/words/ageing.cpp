// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/ageing.h"

#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

namespace petalpost::desk {

namespace {

struct AgeingText
{
    Q_DECLARE_TR_FUNCTIONS(Ageing)
};

constexpr qint64 minuteMs = 60'000;
constexpr qint64 longStretchMinutes = 90; ///< above it, hours are easier to read

qint64 floorMinutes(qint64 ms)
{
    return ms >= 0 ? ms / minuteMs : -((-ms + minuteMs - 1) / minuteMs);
}

Urgency urgencyOf(qint64 minutesLeft, const AgeingRules &rules)
{
    if (minutesLeft < 0)
        return Urgency::Late;
    if (minutesLeft <= rules.solidMinutes)
        return Urgency::Solid;
    return minutesLeft <= rules.softMinutes ? Urgency::Soft : Urgency::Plain;
}

/// "38분", "2시간 38분", "2시간".
QString stretch(qint64 minutes)
{
    if (minutes <= longStretchMinutes)
        return AgeingText::tr("%1분").arg(minutes);
    if (minutes % 60 == 0)
        return AgeingText::tr("%1시간").arg(minutes / 60);
    return AgeingText::tr("%1시간 %2분").arg(minutes / 60).arg(minutes % 60);
}

QString deadlineName(const Order &order)
{
    switch (order.workState()) {
    case OrderState::Paid:
    case OrderState::Making:
        return AgeingText::tr("제작 마감");
    case OrderState::Made:
        return order.isPickup() ? AgeingText::tr("픽업 마감") : AgeingText::tr("출발 마감");
    default:
        return AgeingText::tr("배송 마감");
    }
}

} // namespace

std::optional<qint64> deadlineMs(const Order &order, OrderState state, const QTimeZone &zone,
                                 const AgeingRules &rules)
{
    if (!order.window)
        return std::nullopt;
    switch (state) {
    case OrderState::Paid:
    case OrderState::Making:
        return order.window->startsAt(zone).toMSecsSinceEpoch();
    case OrderState::Made: {
        const qint64 travelMs = order.isPickup() ? 0 : rules.travelMinutes * minuteMs;
        return order.window->endsAt(zone).toMSecsSinceEpoch() - travelMs;
    }
    case OrderState::Delivering:
        return order.window->endsAt(zone).toMSecsSinceEpoch();
    default:
        return std::nullopt;
    }
}

QString timeLeftText(qint64 deadlineMs, qint64 nowMs, const QTimeZone &zone)
{
    const QDate today = localDate(nowMs, zone);
    const QDate day = localDate(deadlineMs, zone);
    const qint64 minutes = floorMinutes(deadlineMs - nowMs);
    if (minutes < 0 && day != today)
        return AgeingText::tr("%1 지남", "a day").arg(dayRelative(day, today));
    if (minutes < 0)
        return AgeingText::tr("%1 지남", "a stretch of time").arg(stretch(-minutes));
    if (day != today && minutes > longStretchMinutes)
        return dayRelative(day, today);
    return minutes > longStretchMinutes ? stretch(minutes)
                                        : AgeingText::tr("%1 남음").arg(stretch(minutes));
}

Ageing ageingOf(const Order &order, qint64 nowMs, const QTimeZone &zone, const AgeingRules &rules)
{
    if (order.state == OrderState::Delivered)
        return {Urgency::None, 0,
                AgeingText::tr("%1 완료").arg(clockTime(order.reachedAt(order.state), zone))};
    const auto deadline = deadlineMs(order, order.workState(), zone, rules);
    if (!deadline)
        return {};
    const qint64 minutes = floorMinutes(*deadline - nowMs);
    return {urgencyOf(minutes, rules), minutes, timeLeftText(*deadline, nowMs, zone)};
}

QString deadlineSentence(const Order &order, qint64 nowMs, const QTimeZone &zone,
                         const AgeingRules &rules)
{
    const auto deadline = deadlineMs(order, order.workState(), zone, rules);
    if (!deadline)
        return {};
    const QString name = deadlineName(order);
    const qint64 minutes = floorMinutes(*deadline - nowMs);
    const QDate today = localDate(nowMs, zone);
    const QDate day = localDate(*deadline, zone);
    if (minutes < 0 && day == today)
        //: name of the deadline, how long ago it was
        return AgeingText::tr("%1 %2 지남", "a stretch of time").arg(name, stretch(-minutes));
    if (minutes < 0)
        //: name of the deadline, the day it was on
        return AgeingText::tr("%1 %2 지남", "a day").arg(name, dayRelative(day, today));
    if (day != today)
        //: name of the deadline, its day, its time
        return AgeingText::tr("%1 %2 %3")
            .arg(name, dayRelative(day, today), clockTime(*deadline, zone));
    //: name of the deadline, time left until it
    return AgeingText::tr("%1까지 %2").arg(name, stretch(minutes));
}

} // namespace petalpost::desk
