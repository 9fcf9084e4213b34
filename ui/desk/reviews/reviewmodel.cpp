// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/reviews/reviewmodel.h"

#include "ui/desk/words/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

bool waits(const Review &review)
{
    return review.reply.isEmpty() && !review.hidden;
}

} // namespace

void ReviewModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CaptionRole, Qt::AccessibleTextRole});
}

void ReviewModel::setOnlyUnanswered(bool only)
{
    if (m_onlyUnanswered == only)
        return;
    m_onlyUnanswered = only;
    for (const Review &review : m_all) {
        if (isShown(review))
            showRow(review);
        else
            hideRow(review.id);
    }
}

bool ReviewModel::isShown(const Review &review) const
{
    return !m_onlyUnanswered || waits(review);
}

void ReviewModel::upsert(const Review &review)
{
    const auto known = std::ranges::find(m_all, review.id, &Review::id);
    if (known == m_all.end())
        m_all.push_back(review);
    else
        *known = review;
    if (isShown(review))
        showRow(review);
    else
        hideRow(review.id);
}

void ReviewModel::remove(qint64 id)
{
    hideRow(id);
    std::erase_if(m_all, [id](const Review &review) { return review.id == id; });
}

void ReviewModel::showRow(const Review &review)
{
    if (const int row = rowOf(review.id); row >= 0) {
        m_rows[static_cast<std::size_t>(row)] = review;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    const auto key = [](const Review &r) { return std::pair(-r.writtenAtMs, -r.id); };
    const auto at = std::ranges::upper_bound(m_rows, key(review), {}, key);
    const int row = static_cast<int>(at - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(at, review);
    endInsertRows();
}

void ReviewModel::hideRow(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

const Review *ReviewModel::review(qint64 id) const
{
    const auto known = std::ranges::find(m_all, id, &Review::id);
    return known == m_all.end() ? nullptr : &*known;
}

int ReviewModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &Review::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReviewModel::unansweredCount() const
{
    return static_cast<int>(std::ranges::count_if(m_all, waits));
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ReviewModel::caption(const Review &review) const
{
    QStringList parts{review.author, review.productName,
                      dayShort(localDate(review.writtenAtMs, m_zone))};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Review &review = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return review.text;
    case Qt::AccessibleTextRole:
        return tr("별점 %1, %2, %3, %4")
            .arg(QString::number(review.rating), caption(review), review.text,
                 review.reply.isEmpty() ? tr("답글 필요") : tr("답글 있음"));
    case IdRole:
        return review.id;
    case RatingRole:
        return review.rating;
    case CaptionRole:
        return caption(review);
    case ReplyRole:
        return review.reply;
    case HiddenRole:
        return review.hidden;
    default:
        return {};
    }
}

} // namespace petalpost::desk
