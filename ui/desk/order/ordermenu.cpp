// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/ordermenu.h"

#include "core/domain/edit.h"
#include "ui/desk/order/detailfacts.h"
#include "ui/desk/order/orderfacts.h"
#include "ui/desk/words/words.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

OrderMenu::OrderMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"moreActionsMenu"_s);
}

void OrderMenu::fill(const Order &order, const DetailFacts &facts)
{
    clear();
    m_online = facts.online;
    if (!facts.readOnly) {
        fillMoves(order);
        fillEdits(order);
        fillCancel(order);
    }
    fillClaims(order);
    fillPapers(order);
}

QAction *OrderMenu::add(const QString &text, const QString &name, bool needsServer)
{
    QAction *action = addAction(text);
    action->setObjectName(u"action-"_s % name);
    if (needsServer && !m_online) {
        action->setEnabled(false);
        action->setText(tr("%1 (오프라인에서는 할 수 없어요)").arg(text.section(u'\t', 0, 0)));
    }
    return action;
}

void OrderMenu::addMove(const Order &order, const QString &text, Verb verb)
{
    const bool money = verb == Verb::Cancel || verb == Verb::AcceptCancel || verb == Verb::Refund;
    connect(add(text, word(verb), money), &QAction::triggered, this, [this, verb, id = order.id] {
        if (verb == Verb::Undo)
            Q_EMIT undoRequested(id);
        else if (verb == Verb::Cancel || verb == Verb::AcceptCancel || verb == Verb::DeclineCancel)
            Q_EMIT cancelRequested(id, verb);
        else if (verb == Verb::Refund)
            Q_EMIT claimRequested(id);
        else
            Q_EMIT moveRequested(id, verb);
    });
}

/// Between moves and what costs money; nothing to part where there are no moves.
void OrderMenu::part()
{
    if (!isEmpty())
        addSeparator();
}

void OrderMenu::fillMoves(const Order &order)
{
    if (order.workState() == OrderState::Paid && isLegal(order, Verb::MarkMade))
        addMove(order, tr("바로 제작완료\tCtrl+Shift+Enter"), Verb::MarkMade);
    if (isLegal(order, Verb::FailDelivery))
        addMove(order, verbWord(Verb::FailDelivery, false), Verb::FailDelivery);
    if (isLegal(order, Verb::Undo))
        addMove(order, tr("실행 취소\tCtrl+Z"), Verb::Undo);
}

void OrderMenu::fillEdits(const Order &order)
{
    const bool asked = order.pendingEdit && order.pendingEdit->state == PendingState::Waiting;
    if (!isEditable(order.workState(), EditPart::Texts))
        return;
    part();
    connect(add(tr("주문 수정…"), u"edit"_s, true), &QAction::triggered, this,
            [this, id = order.id] { Q_EMIT editRequested(id); });
    if (!asked)
        return;
    connect(add(tr("손님께 물은 것 거두기"), u"editTakeBack"_s, true), &QAction::triggered, this,
            [this, id = order.id, version = order.version] { Q_EMIT editTakenBack(id, version); });
}

void OrderMenu::fillCancel(const Order &order)
{
    if (isLegal(order, Verb::AcceptCancel)) {
        part();
        addMove(order, tr("취소 요청 수락…"), Verb::AcceptCancel);
        addMove(order, tr("취소 요청 거절…"), Verb::DeclineCancel);
    } else if (isLegal(order, Verb::Cancel)) {
        part();
        addMove(order, tr("주문 취소·환불…"), Verb::Cancel);
    }
}

/// Customers may complain long after everything else about an order is done.
void OrderMenu::fillClaims(const Order &order)
{
    if (!isLegal(order, Verb::Refund))
        return;
    part();
    addMove(order, tr("환불·다시 보내기…"), Verb::Refund);
}

/// Those that are seldom wanted; the others have buttons.
void OrderMenu::fillPapers(const Order &order)
{
    part();
    connect(add(tr("영수증 인쇄…"), u"receipt"_s, false), &QAction::triggered, this,
            [this, id = order.id] { Q_EMIT receiptRequested(id); });
}

} // namespace petalpost::desk
