// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/review.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimeZone>

#include <vector>

namespace petalpost::desk {

/// The shop's reviews, newest first. Rows change one by one; the model is never reset.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        RatingRole, ///< int, 1 to 5
        TextRole,
        CaptionRole, ///< author, product and date in one line
        ReplyRole, ///< empty while it waits for one
        HiddenRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setZone(const QTimeZone &zone);
    /// Shows only the reviews that wait for a reply.
    void setOnlyUnanswered(bool only);

    void upsert(const Review &review);
    void remove(qint64 id);
    const Review *review(qint64 id) const; ///< also one that is filtered out; nothing when unknown
    int rowOf(qint64 id) const;
    int unansweredCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isShown(const Review &review) const;
    void showRow(const Review &review);
    void hideRow(qint64 id);
    QString caption(const Review &review) const;

    QTimeZone m_zone = QTimeZone::utc();
    bool m_onlyUnanswered = false;
    std::vector<Review> m_all; ///< in the order of arrival
    std::vector<Review> m_rows; ///< what is shown, newest first
};

} // namespace petalpost::desk
