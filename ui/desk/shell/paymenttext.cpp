// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/paymenttext.h"

#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct PaymentWords
{
    Q_DECLARE_TR_FUNCTIONS(PaymentWords)
};

bool isSilent(const ProviderHealth &one)
{
    return one.state != BreakerState::Closed;
}

/// "14:02", with its day when that is not today.
QString sinceText(qint64 sinceMs, qint64 nowMs, const QTimeZone &zone)
{
    const QDate day = localDate(sinceMs, zone);
    const QDate today = localDate(nowMs, zone);
    const QString time = clockTime(sinceMs, zone);
    return day == today ? time : QString(dayRelative(day, today) % u' ' % time);
}

QString chargeText(const std::vector<ProviderHealth> &health)
{
    const auto count = [&health](BreakerState state) {
        return std::ranges::count_if(health, [state](const ProviderHealth &one) {
            return one.kind == CallKind::Charge && one.state == state;
        });
    };
    if (count(BreakerState::Open) + count(BreakerState::HalfOpen) == 0)
        return {};
    if (count(BreakerState::Closed) > 0)
        return PaymentWords::tr("손님이 쓸 수 없는 결제 방법이 있어요.");
    if (count(BreakerState::Open) > 0)
        return PaymentWords::tr("손님이 지금은 결제할 수 없어요.");
    return PaymentWords::tr("손님이 결제하면 결제사에 다시 물어봐요.");
}

} // namespace

QString paymentBannerText(const std::vector<ProviderHealth> &health, qint64 nowMs,
                          const QTimeZone &zone)
{
    std::vector<ProviderHealth> silent;
    std::ranges::copy_if(health, std::back_inserter(silent), isSilent);
    if (silent.empty())
        return {};
    const qint64 sinceMs = std::ranges::min_element(silent, {}, &ProviderHealth::sinceMs)->sinceMs;
    const bool asking = std::ranges::all_of(
        silent, [](const ProviderHealth &one) { return one.state == BreakerState::HalfOpen; });
    const auto concerns = [&silent](CallKind kind) {
        return std::ranges::find(silent, kind, &ProviderHealth::kind) != silent.end();
    };
    const QString head = asking ? PaymentWords::tr("결제사 응답 다시 확인 중 · %1부터 응답 없음")
                                : PaymentWords::tr("결제사 응답 없음 · %1부터");
    QStringList sentences{chargeText(health)};
    if (concerns(CallKind::Refund))
        sentences << PaymentWords::tr("환불은 적어 두었고, 결제사가 답하면 저절로 나가요.");
    if (concerns(CallKind::Read))
        sentences << PaymentWords::tr("결제됐는지 확인하는 데 시간이 더 걸려요.");
    sentences << PaymentWords::tr("들어온 주문은 안전하고, 하던 일은 그대로 하면 돼요.");
    sentences.removeAll(QString());
    return head.arg(sinceText(sinceMs, nowMs, zone)) % u". "_s % sentences.join(u' ');
}

} // namespace petalpost::desk
