// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"

#include <QtCore/QAbstractListModel>

#include <map>
#include <set>
#include <vector>

namespace petalpost::desk {

/// What the shop sells, in the order of the menu; what is new comes last. Hidden products are here
/// too. Rows change one by one and the model is never reset.
class ProductModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        PriceRole, ///< text
        SoldOutRole, ///< bool
        HiddenRole, ///< bool
        UnsentRole, ///< bool: the server has not numbered it yet
        UnsavedRole, ///< bool: something is typed and not saved
    };

    using QAbstractListModel::QAbstractListModel;

    void upsert(const Product &product);
    void remove(qint64 id);
    /// Only products one of whose names contains \a text; all when it is empty.
    void setSearch(const QString &text);
    void setUnsaved(qint64 id, bool unsaved);

    const Product *product(qint64 id) const;
    int rowOf(qint64 id) const; ///< -1 when it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isShown(const Product &product) const;
    void place(qint64 id);
    QString accessibleText(const Product &product) const;

    std::map<qint64, Product> m_all;
    std::vector<qint64> m_rows;
    std::set<qint64> m_unsaved;
    QString m_search;
};

} // namespace petalpost::desk
