// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/syncstage.h"

#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

constexpr qint64 minuteMs = 60'000;

qint64 silenceMs(const sync::SyncStatus &status, qint64 nowMs, qint64 startedMs)
{
    return std::max<qint64>(0,
                            nowMs - (status.lastContactMs != 0 ? status.lastContactMs : startedMs));
}

QString agoText(qint64 ms)
{
    return ms < minuteMs ? SyncWords::tr("방금") : SyncWords::tr("%1분 전").arg(ms / minuteMs);
}

QString lastSync(const sync::SyncStatus &status, const QTimeZone &zone)
{
    return status.lastContactMs == 0
               ? SyncWords::tr("동기화한 적 없음")
               : SyncWords::tr("마지막 동기화 %1").arg(clockTime(status.lastContactMs, zone));
}

} // namespace

SyncStage stageOf(const sync::SyncStatus &status, qint64 nowMs, qint64 startedMs, bool open)
{
    switch (status.link) {
    case sync::Link::SignedOut:
        return SyncStage::SignedOut;
    case sync::Link::Live:
        return status.unsent > 0 ? SyncStage::Sending : SyncStage::Synced;
    case sync::Link::Connecting:
    case sync::Link::Unreachable:
        break;
    }
    const qint64 silence = silenceMs(status, nowMs, startedMs);
    if (silence >= missedAfterMs && open)
        return SyncStage::Missed;
    if (silence >= offlineAfterMs)
        return SyncStage::Offline;
    return silence >= checkingAfterMs ? SyncStage::Checking : SyncStage::Connecting;
}

QString statusLine(const sync::SyncStatus &status, SyncStage stage, qint64 nowMs,
                   const QTimeZone &zone)
{
    const QString unsent =
        status.unsent == 0 ? QString()
                           : QString(u" · "_s % SyncWords::tr("보낼 것 %1건").arg(status.unsent));
    switch (stage) {
    case SyncStage::Synced:
        if (status.percent >= 0)
            return SyncWords::tr("주문을 받아오는 중 · %1%").arg(status.percent);
        return SyncWords::tr("동기화됨 · %1").arg(agoText(nowMs - status.lastContactMs));
    case SyncStage::Sending:
        return SyncWords::tr("보내는 중 · %1건").arg(status.unsent);
    case SyncStage::Connecting:
        return SyncWords::tr("연결하는 중…") % unsent;
    case SyncStage::Checking:
        return SyncWords::tr("연결 확인 중 · %1").arg(lastSync(status, zone)) % unsent;
    case SyncStage::Offline:
    case SyncStage::Missed:
        return SyncWords::tr("오프라인 · %1").arg(lastSync(status, zone)) % unsent;
    case SyncStage::SignedOut:
        return SyncWords::tr("연결이 해제됨") % unsent;
    }
    Q_UNREACHABLE();
}

QString offlineBanner(const sync::SyncStatus &status, SyncStage stage, qint64 nowMs,
                      qint64 startedMs)
{
    if (stage == SyncStage::SignedOut) {
        return SyncWords::tr("이 컴퓨터의 연결이 해제됐어요. 새 주문을 받지 못하고 있어요. "
                             "주인에게 다시 연결해 달라고 하세요.");
    }
    if (stage != SyncStage::Offline && stage != SyncStage::Missed)
        return {};
    const qint64 minutes = silenceMs(status, nowMs, startedMs) / minuteMs;
    const QString head =
        SyncWords::tr("오프라인 %1분째 · 새 주문을 받지 못하고 있어요.").arg(minutes);
    if (status.unsent == 0)
        return head;
    return head % u' '
           % SyncWords::tr("바꾼 내용 %n건은 이 컴퓨터에 저장했고, 연결되면 보냅니다.", nullptr,
                           status.unsent);
}

} // namespace petalpost::desk
