// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/board/boardview.h"
#include "ui/desk/words/ageing.h"

#include <QtCore/QAbstractListModel>

#include <vector>

namespace petalpost::desk {

/// What a card says in its last line besides the number.
struct CardFlags
{
    bool isNew = false; ///< not opened by any florist yet
    bool cancelled = false; ///< by the customer, not acknowledged yet
    bool cancelRequested = false;
    bool awaitsMoney = false;
    bool moneyTaken = false; ///< a bank took back what had been paid
    bool redelivery = false;
    qint64 resendOf = 0; ///< the number of the order that this one makes good
    bool cardMessage = false;
    bool request = false;
    bool undecided = false; ///< the server refused what was done here, and nobody has decided yet
    bool unsent = false; ///< changed here, not yet at the server
    bool unprinted = false; ///< to be made, and its ticket was not printed here

    bool operator==(const CardFlags &) const = default;
};

/// What this desk knows of an order besides the order itself.
struct CardMarks
{
    bool unsent = false;
    bool undecided = false;
    bool unprinted = false;
};

/// The cards of one lane, most urgent first. Rows change one by one and the model is never reset,
/// so a selection stays on its order. Knows nothing of where orders come from.
class CardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        WindowRole, ///< "14–16시"
        AgeingRole, ///< Ageing
        ProductRole,
        QtyRole, ///< int
        WhoRole,
        WhereRole,
        PictureRole,
        FlagsRole, ///< CardFlags
    };

    /// After input in a lane its cards keep their places this long.
    static constexpr qint64 quietMs = 10'000;

    explicit CardModel(Lane lane, QObject *parent = nullptr);

    Lane lane() const { return m_lane; }
    void setZone(const QTimeZone &zone);
    void setAgeing(const AgeingRules &rules);
    /// The time of the ageing. Sorts when the lane has been quiet for long enough.
    void setNow(qint64 nowMs);
    /// Somebody points at or types in this lane.
    void touch(qint64 nowMs);

    void upsert(const Order &order, const CardMarks &marks = {});
    void remove(qint64 id);
    int rowOf(qint64 id) const; ///< -1 when it is not here
    qint64 idAt(int row) const; ///< 0 when there is no such row
    std::vector<qint64> ids() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Card
    {
        Order order;
        CardMarks marks;
        qint64 deadlineMs = 0;
        Ageing ageing;
    };

    Card cardFor(const Order &order, const CardMarks &marks) const;
    CardFlags flagsOf(const Card &card) const;
    QString accessibleText(const Card &card) const;
    bool isQuiet() const;
    int sortedRow(const Card &card) const;
    void sortRows();
    void rebuild();
    void refresh(int row);

    Lane m_lane;
    QTimeZone m_zone = QTimeZone::utc();
    AgeingRules m_rules;
    qint64 m_nowMs = 0;
    qint64 m_touchedMs = -quietMs;
    std::vector<Card> m_cards;
};

} // namespace petalpost::desk

Q_DECLARE_METATYPE(petalpost::desk::Ageing)
Q_DECLARE_METATYPE(petalpost::desk::CardFlags)
