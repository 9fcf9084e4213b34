// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/message.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimeZone>

namespace petalpost::desk {

/// Text messages as a table, newest first.
class TextsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Order, About, To, State, Text, ColumnCount };
    enum Role {
        OrderRole = Qt::UserRole + 1, ///< qint64: the order's number; 0 for texts about none
        TroubleRole, ///< bool: a person should look at it
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Forgets what there was; times are told in \a zone, against \a nowMs.
    void begin(const QTimeZone &zone, qint64 nowMs);
    /// What follows.
    void append(const std::vector<Message> &messages);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Message &message, int column) const;
    QString accessibleText(const Message &message) const;

    std::vector<Message> m_messages;
    QTimeZone m_zone = QTimeZone::utc();
    qint64 m_nowMs = 0;
};

} // namespace petalpost::desk
