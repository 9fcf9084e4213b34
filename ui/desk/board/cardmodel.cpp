// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/cardmodel.h"

#include "ui/desk/words/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// Late first, then least time: the earliest deadline leads. Orders without one come last, in the
/// order of their numbers; finished orders, newest first.
constexpr qint64 noDeadline = std::numeric_limits<qint64>::max();

/// "14시–16시": spelled out, because a screen reader swallows the dash of "14–16시".
QString spokenWindow(const DeliveryWindow &window)
{
    if (window.startMinute % 60 != 0 || window.endMinute % 60 != 0)
        return windowLong(window);
    return CardModel::tr("%1시–%2시").arg(window.startMinute / 60).arg(window.endMinute / 60);
}

} // namespace

CardModel::CardModel(Lane lane, QObject *parent)
    : QAbstractListModel(parent)
    , m_lane(lane)
{
}

void CardModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    rebuild();
}

void CardModel::setAgeing(const AgeingRules &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    rebuild();
}

void CardModel::rebuild()
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto i = static_cast<std::size_t>(row);
        m_cards[i] = cardFor(Order(m_cards[i].order), m_cards[i].marks);
        refresh(row);
    }
    sortRows();
}

void CardModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    for (int row = 0; row < rowCount(); ++row) {
        Card &card = m_cards[static_cast<std::size_t>(row)];
        const Ageing ageing = ageingOf(card.order, nowMs, m_zone, m_rules);
        if (ageing == card.ageing)
            continue;
        card.ageing = ageing;
        refresh(row);
    }
    if (isQuiet())
        sortRows();
}

void CardModel::touch(qint64 nowMs)
{
    m_touchedMs = nowMs;
}

bool CardModel::isQuiet() const
{
    return m_nowMs - m_touchedMs >= quietMs;
}

CardModel::Card CardModel::cardFor(const Order &order, const CardMarks &marks) const
{
    Card card{order, marks, noDeadline, ageingOf(order, m_nowMs, m_zone, m_rules)};
    if (m_lane == Lane::Delivered)
        card.deadlineMs = -order.reachedAt(OrderState::Delivered);
    else
        card.deadlineMs = deadlineMs(order, workState(order), m_zone, m_rules).value_or(noDeadline);
    return card;
}

int CardModel::sortedRow(const Card &card) const
{
    const auto after = std::ranges::find_if(m_cards, [&card](const Card &other) {
        return std::pair(card.deadlineMs, card.order.id)
               < std::pair(other.deadlineMs, other.order.id);
    });
    return static_cast<int>(after - m_cards.begin());
}

void CardModel::upsert(const Order &order, const CardMarks &marks)
{
    Card card = cardFor(order, marks);
    if (const int row = rowOf(order.id); row >= 0) {
        Card &old = m_cards[static_cast<std::size_t>(row)];
        const bool moved = old.deadlineMs != card.deadlineMs;
        old = std::move(card);
        refresh(row);
        if (moved && isQuiet())
            sortRows();
        return;
    }
    // While somebody works in the lane, nothing may slide under the pointer: new cards wait below.
    const int row = isQuiet() ? sortedRow(card) : rowCount();
    beginInsertRows({}, row, row);
    m_cards.insert(m_cards.begin() + row, std::move(card));
    endInsertRows();
}

void CardModel::remove(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_cards.erase(m_cards.begin() + row);
    endRemoveRows();
}

int CardModel::rowOf(qint64 id) const
{
    const auto found =
        std::ranges::find(m_cards, id, [](const Card &card) { return card.order.id; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

qint64 CardModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_cards[static_cast<std::size_t>(row)].order.id : 0;
}

std::vector<qint64> CardModel::ids() const
{
    std::vector<qint64> found;
    for (const Card &card : m_cards)
        found.push_back(card.order.id);
    return found;
}

void CardModel::sortRows()
{
    const auto before = [](const Card &a, const Card &b) {
        return std::pair(a.deadlineMs, a.order.id) < std::pair(b.deadlineMs, b.order.id);
    };
    for (int row = 1; row < rowCount(); ++row) {
        const auto from = m_cards.begin() + row;
        const auto to = std::upper_bound(m_cards.begin(), from, *from, before);
        if (to == from)
            continue;
        beginMoveRows({}, row, row, {}, static_cast<int>(to - m_cards.begin()));
        std::rotate(to, from, from + 1);
        endMoveRows();
    }
}

void CardModel::refresh(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

int CardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

CardFlags CardModel::flagsOf(const Card &card) const
{
    const Order &order = card.order;
    CardFlags flags;
    flags.cancelled = order.state == OrderState::Cancelled;
    flags.isNew = order.state == OrderState::Paid && order.seenAtMs == 0;
    flags.cancelRequested = !flags.cancelled && order.cancelRequestedAtMs != 0;
    flags.awaitsMoney = order.awaitsMoney();
    flags.moneyTaken = order.money.disputedMinor > 0;
    flags.redelivery = order.redelivery && order.state == OrderState::Made;
    flags.resendOf = order.resendOf;
    flags.cardMessage = !order.cardMessage.isEmpty();
    flags.request = !order.request.isEmpty();
    flags.undecided = card.marks.undecided;
    flags.unsent = card.marks.unsent;
    const OrderState state = order.workState();
    const bool unmade = state == OrderState::Paid || state == OrderState::Making;
    flags.unprinted = unmade && card.marks.unprinted;
    return flags;
}

QVariant CardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Card &card = m_cards[static_cast<std::size_t>(index.row())];
    const Order &order = card.order;
    switch (role) {
    case Qt::DisplayRole:
        return numberText(order.id);
    case Qt::AccessibleTextRole:
        return accessibleText(card);
    case IdRole:
        return order.id;
    case WindowRole:
        if (!order.window)
            return tr("%1 접수").arg(clockTime(order.reachedAt(OrderState::Received), m_zone));
        return windowShort(*order.window);
    case AgeingRole:
        return QVariant::fromValue(card.ageing);
    case ProductRole:
        return productText(order);
    case QtyRole:
        return order.qty;
    case WhoRole:
        return whoText(order);
    case WhereRole:
        return whereText(order);
    case PictureRole:
        return order.picture.isEmpty() ? order.productName : order.picture;
    case FlagsRole:
        return QVariant::fromValue(flagsOf(card));
    default:
        return {};
    }
}

QString CardModel::accessibleText(const Card &card) const
{
    const Order &order = card.order;
    const CardFlags flags = flagsOf(card);
    QStringList parts{order.id > 0 ? tr("주문 %1").arg(order.id) : numberText(order.id),
                      tr("%1 %2개").arg(productText(order)).arg(order.qty)};
    const QString whereWho = QString(whereText(order) % u' ' % whoText(order)).trimmed();
    if (!whereWho.isEmpty())
        parts << whereWho;
    if (order.window)
        parts << spokenWindow(*order.window);
    const QString deadline = deadlineSentence(order, m_nowMs, m_zone, m_rules);
    if (!deadline.isEmpty())
        parts << deadline;
    const std::pair<bool, QString> spoken[] = {
        {flags.cancelled, tr("취소됨, 확인 필요")},
        {flags.undecided, tr("확인 필요")},
        {flags.isNew, tr("새 주문")},
        {flags.cancelRequested, tr("취소 요청 있음")},
        {flags.awaitsMoney, tr("입금 대기")},
        {flags.moneyTaken, tr("지급 거절·입금 취소")},
        {flags.redelivery, tr("재배송")},
        {flags.resendOf != 0, tr("다시 보냄 #%1").arg(flags.resendOf)},
        {flags.cardMessage, tr("카드 메시지 있음")},
        {flags.request, tr("요청사항 있음")},
        {flags.unprinted, tr("주문서를 인쇄하지 않음")},
        {flags.unsent, tr("이 컴퓨터에 저장됨, 아직 보내지 않음")},
    };
    for (const auto &[present, text] : spoken) {
        if (present)
            parts << text;
    }
    return parts.join(u", "_s);
}

} // namespace petalpost::desk
