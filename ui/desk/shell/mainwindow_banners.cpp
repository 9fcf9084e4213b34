// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/mainwindow.h"

#include "core/sync/decisions.h"
#include "core/sync/orderedits.h"
#include "ui/desk/alarm/alarm.h"
#include "ui/desk/archive/archivepage.h"
#include "ui/desk/board/boardcontroller.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/order/orderactions.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/shell/bannerstack.h"
#include "ui/desk/shell/moneydialogs.h"
#include "ui/desk/shell/pausebanner.h"
#include "ui/desk/shell/paymentbanner.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/shell/refundbanner.h"
#include "ui/desk/shell/screens.h"
#include "ui/desk/shell/statusstrip.h"
#include "ui/desk/style/toast.h"
#include "ui/desk/words/words.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

void MainWindow::buildBanners()
{
    m_newOrders->setObjectName(u"newOrdersBanner"_s);
    m_offline->setObjectName(u"offlineBanner"_s);
    m_refusal->setObjectName(u"refusalBanner"_s);
    m_undecided->setObjectName(u"undecidedBanner"_s);
    m_banners->add(m_newOrders);
    m_banners->add(m_refusal);
    m_banners->add(m_undecided);
    m_refunds->setObjectName(u"refundBanner"_s);
    m_banners->add(m_refunds);
    m_banners->add(new PaymentBanner(m_engine, m_theme, m_icons, m_banners));
    m_banners->add(new PauseBanner(m_engine, m_theme, m_icons, m_banners));
    m_banners->add(m_offline);
    connect(m_offline, &Banner::pressed, &m_engine, &sync::Engine::syncNow);
    connect(m_refusal, &Banner::pressed, m_refusal, &QWidget::hide);
}

void MainWindow::connectMoney()
{
    DetailPane *detail = &m_screens->detail();
    connect(detail, &DetailPane::cancelRequested, m_money, &MoneyDialogs::askCancel);
    connect(detail, &DetailPane::claimRequested, m_money, &MoneyDialogs::askClaim);
    connect(detail, &DetailPane::editRequested, m_money, &MoneyDialogs::askEdit);
    connect(detail, &DetailPane::retryRequested, &m_engine, &sync::Engine::retryRefund);
    connect(m_money, &MoneyDialogs::decided, m_actions, &OrderActions::move);
    connect(m_money, &MoneyDialogs::closed, detail, &DetailPane::focusActions);
    connect(&m_engine, &sync::Engine::refundAskedAgain, detail, &DetailPane::noteRetried);
    connect(&m_engine, &sync::Engine::refundNotAskedAgain, this,
            [this, detail](qint64 id, const Refusal &refusal) {
                detail->noteRetried(id);
                sayRefused(id, verbWord(Verb::Refund, false), refusal);
            });
    connect(m_refunds, &RefundBanner::orderWanted, this, &MainWindow::openInArchive);
}

void MainWindow::connectEdits()
{
    sync::OrderEdits &edits = m_engine.edits();
    connect(&m_screens->detail(), &DetailPane::editTakenBack, &edits, &sync::OrderEdits::undo);
    connect(&edits, &sync::OrderEdits::applied, this,
            [this, &edits](qint64 id, const Result<sync::EditedAnswer> &answer) {
                if (!answer)
                    return; // the dialog says it
                const auto &pending = answer->order.pendingEdit;
                const bool asked = pending && pending->state == PendingState::Waiting;
                offerUndo(
                    asked ? tr("#%1 · 손님께 물었어요").arg(id) : tr("#%1 · 수정했어요").arg(id),
                    answer->undoUntilMs - m_engine.nowMs(),
                    [&edits, id, version = answer->order.version] { edits.undo(id, version); });
            });
    connect(&edits, &sync::OrderEdits::undone, this,
            [this](qint64 id, const Result<sync::EditedAnswer> &answer) {
                if (answer)
                    m_toast->showMessage(tr("#%1 · 수정을 되돌렸어요").arg(id));
                else
                    sayRefused(id, tr("수정 되돌리기"), answer.error());
            });
}

void MainWindow::connectPrinting()
{
    DetailPane *detail = &m_screens->detail();
    m_printing->serve(*detail);
    m_printing->serve(*m_settings);
    m_printing->serve(*m_strip);
    m_boardController->setUnprinted(
        [printing = m_printing](qint64 id) { return printing->isUnprinted(id); });
    connect(m_printing, &Printing::printed, m_boardController, &BoardController::notePrinted);
    connect(m_printing, &Printing::said, this,
            [this](const QString &sentence) { m_toast->showMessage(sentence); });
    connect(m_printing, &Printing::closed, detail, &DetailPane::focusActions);
}

/// The toast stays as long as the undo is possible.
void MainWindow::offerUndo(const QString &text, qint64 leftMs, std::function<void()> undo)
{
    m_toastUndo = std::move(undo);
    if (leftMs > 0)
        m_toast->showMessage(text, tr("실행 취소"), std::chrono::milliseconds(leftMs));
    else
        m_toast->showMessage(text);
}

void MainWindow::refreshAlarm()
{
    m_strip->showSound(m_alarm->soundLine(), m_alarm->isSilent());
    if (const int count = newOrders(); count == 0)
        m_newOrders->hide();
    else
        m_newOrders->showMessage(Banner::Kind::News, tr("새 주문 %n건", nullptr, count),
                                 tr("확인"));
}

void MainWindow::refreshSync()
{
    const qint64 now = m_engine.nowMs();
    const QTimeZone zone = m_engine.shop().zone;
    const SyncStage stage = stageOf(m_status, now, m_startedMs, m_engine.shop().isOpenAt(now));
    m_strip->showSync(stage, statusLine(m_status, stage, now, zone), clockTime(now, zone));
    m_strip->showProgress(stage == SyncStage::Synced ? m_status.percent : -1);
    const QString text = offlineBanner(m_status, stage, now, m_startedMs);
    const bool danger = stage == SyncStage::SignedOut || stage == SyncStage::Missed;
    if (text.isEmpty())
        m_offline->hide();
    else
        m_offline->showMessage(danger ? Banner::Kind::Danger : Banner::Kind::Offline, text,
                               tr("다시 연결"));
    if (std::exchange(m_stage, stage) != stage)
        Q_EMIT syncStageChanged(stage);
}

/// On its own screen the question needs no banner.
void MainWindow::refreshUndecided()
{
    const int count = static_cast<int>(m_engine.decisions().all().size());
    if (count == 0 || m_screens->current() == Undecided)
        m_undecided->hide();
    else
        m_undecided->showMessage(
            Banner::Kind::Question,
            tr("확인 필요 %n건 · 서버가 받아들이지 않은 일이 있어요.", nullptr, count),
            tr("확인하기"));
    refreshDetail();
}

void MainWindow::sayRefused(qint64 subject, const QString &what, const Refusal &refusal)
{
    const QString head = subject == 0 ? what : QString(numberText(subject) % u" · "_s % what);
    //: what was refused, and why
    m_refusal->showMessage(Banner::Kind::Danger, tr("%1: %2").arg(head, refusalText(refusal)),
                           tr("확인"));
}

} // namespace petalpost::desk
