// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/orderactions.h"

#include "ui/desk/order/orderfacts.h"
#include "ui/desk/words/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

void remember(std::deque<qint64> &list, qint64 orderId)
{
    list.push_back(orderId);
    if (list.size() > OrderActions::maxRemembered)
        list.pop_front();
}

} // namespace

OrderActions::OrderActions(sync::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

const Order *OrderActions::order(qint64 orderId) const
{
    const auto found = m_engine.orders().find(orderId);
    return found == m_engine.orders().end() ? nullptr : &found->second;
}

void OrderActions::move(qint64 orderId, Verb verb, QJsonObject details)
{
    // Most flowers reach the person they are for; anybody else is corrected afterwards.
    if (verb == Verb::CompleteDelivery && !details.contains(u"receivedBy"_s))
        details.insert(u"receivedBy"_s, QString(receivedByRecipient));
    const bool cancels = verb == Verb::Cancel || verb == Verb::AcceptCancel;
    if (cancels)
        remember(m_cancelled, orderId);
    if (const auto done = m_engine.move(orderId, verb, std::move(details)); !done) {
        std::erase(m_cancelled, orderId);
        Q_EMIT refusedAtOnce(orderId, verb, done.error());
        return;
    }
    if (isUndoable(verb))
        remember(m_done, orderId);
    const Order *now = order(orderId);
    const QString result = verb == Verb::FailDelivery    ? tr("배송 실패, 다시 배송해요")
                           : verb == Verb::DeclineCancel ? tr("취소 요청을 거절했어요")
                           : verb == Verb::Refund        ? tr("환불을 요청했어요")
                           : verb == Verb::Resend        ? tr("꽃을 다시 보내요")
                           : verb == Verb::MarkPaid      ? tr("입금을 확인했어요")
                           : now                         ? stateWord(now->state)
                                                         : verbWord(verb, false);
    //: order number, what it became
    Q_EMIT moved(orderId, verb, tr("%1 · %2").arg(numberText(orderId), result));
}

void OrderActions::undo(qint64 orderId)
{
    const Order *before = order(orderId);
    const bool smsGone =
        before && before->smsHeldUntilMs != 0 && m_engine.nowMs() > before->smsHeldUntilMs;
    if (const auto done = m_engine.undo(orderId); !done) {
        Q_EMIT refusedAtOnce(orderId, Verb::Undo, done.error());
        return;
    }
    if (const auto last = std::ranges::find(m_done.rbegin(), m_done.rend(), orderId);
        last != m_done.rend())
        m_done.erase(std::next(last).base());
    const Order *now = order(orderId);
    QString text = tr("%1 · 되돌렸어요").arg(numberText(orderId));
    if (now)
        text += u" ("_s % stateWord(now->state) % u')';
    if (smsGone)
        text += u" · "_s % tr("문자는 이미 갔어요");
    Q_EMIT undone(orderId, text);
}

bool OrderActions::undoLast()
{
    // Every round takes one entry off: undo() its own, the last line another.
    while (!m_done.empty()) {
        const qint64 orderId = m_done.back();
        if (const Order *last = order(orderId); last && isLegal(*last, Verb::Undo)) {
            undo(orderId);
            return true;
        }
        m_done.pop_back(); // another desk undid it, or the customer cancelled
    }
    return false;
}

bool OrderActions::cancelledHere(qint64 orderId) const
{
    return std::ranges::find(m_cancelled, orderId) != m_cancelled.end();
}

} // namespace petalpost::desk
