// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/texts/textsmodel.h"

#include "core/domain/draft.h"
#include "ui/desk/words/shopwords.h"
#include "ui/desk/words/words.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

bool isTrouble(MessageState state)
{
    return state == MessageState::Failed || state == MessageState::Unknown;
}

/// When it left, or when it is to.
qint64 timeOf(const Message &message)
{
    if (message.sentAtMs > 0)
        return message.sentAtMs;
    return message.state == MessageState::Held ? message.sendAfterMs : message.createdAtMs;
}

/// Where a text stands, in a word.
QString messageStateWord(MessageState state)
{
    switch (state) {
    case MessageState::Held:
        return TextsModel::tr("보내기 전");
    case MessageState::Queued:
        return TextsModel::tr("차례를 기다림");
    case MessageState::Sending:
        return TextsModel::tr("보내는 중");
    case MessageState::Sent:
        return TextsModel::tr("보냄");
    case MessageState::Withdrawn:
        return TextsModel::tr("거둠");
    case MessageState::Unknown:
        return TextsModel::tr("알 수 없음");
    case MessageState::Failed:
        return TextsModel::tr("실패");
    }
    Q_UNREACHABLE();
}

/// What the florist can do about it; empty where there is nothing to do.
QString messageAdvice(MessageState state)
{
    if (state == MessageState::Failed)
        return TextsModel::tr("문자가 가지 않았어요. 손님께 전화해 주세요.");
    if (state == MessageState::Unknown)
        return TextsModel::tr("갔는지 알 수 없어요. 두 번 가지 않게 다시 보내지 않았어요. 중요한 "
                              "내용이면 전화해 주세요.");
    return {};
}

} // namespace

void TextsModel::begin(const QTimeZone &zone, qint64 nowMs)
{
    beginResetModel();
    m_messages.clear();
    m_zone = zone;
    m_nowMs = nowMs;
    endResetModel();
}

void TextsModel::append(const std::vector<Message> &messages)
{
    if (messages.empty())
        return;
    const int first = int(m_messages.size());
    beginInsertRows({}, first, first + int(messages.size()) - 1);
    m_messages.insert(m_messages.end(), messages.begin(), messages.end());
    endInsertRows();
}

int TextsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

int TextsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TextsModel::textOf(const Message &message, int column) const
{
    switch (static_cast<Column>(column)) {
    case Time: {
        const qint64 atMs = timeOf(message);
        const QDate day = localDate(atMs, m_zone);
        const QString clock = clockTime(atMs, m_zone);
        return day == localDate(m_nowMs, m_zone) ? clock : QString(dayShort(day) % u' ' % clock);
    }
    case Order:
        return message.orderId > 0 ? numberText(message.orderId) : QString();
    case About:
        return textEventName(message.event);
    case To:
        return displayPhone(message.phone);
    case State:
        return messageStateWord(message.state);
    case Text:
        return QString(message.text).replace(u'\n', u' ');
    case ColumnCount:
        break;
    }
    return {};
}

QString TextsModel::accessibleText(const Message &message) const
{
    QStringList parts;
    for (const int column : {Order, About, State, Time, Text})
        parts << textOf(message, column);
    parts << messageAdvice(message.state);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant TextsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = m_messages[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(message, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? message.text : messageAdvice(message.state);
    case Qt::AccessibleTextRole:
        return accessibleText(message);
    case OrderRole:
        return message.orderId;
    case TroubleRole:
        return isTrouble(message.state);
    default:
        return {};
    }
}

QVariant TextsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("시각");
    case Order:
        return tr("주문");
    case About:
        return tr("내용");
    case To:
        return tr("받는 번호");
    case State:
        return tr("상태");
    case Text:
        return tr("문자");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace petalpost::desk
