// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QTableView>

class QSortFilterProxyModel;

namespace petalpost::desk {

class Icons;
class OrderListModel;
class Theme;

/// The board's orders as rows, sorted by whichever heading is clicked; the least time leads.
class OrderListView : public QTableView
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the view.
    OrderListView(OrderListModel &model, const Theme &theme, Icons &icons,
                  QWidget *parent = nullptr);

    /// Selects that order if it is here, else clears the selection. Emits nothing.
    void showCurrent(qint64 orderId);
    /// Takes the focus, on the first row if nothing is selected.
    void enter();

Q_SIGNALS:
    void currentOrderChanged(qint64 orderId); ///< by the florist, not by the model
    void orderOpened(qint64 orderId);
    void orderPointedAt(qint64 orderId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectModel();
    void dress();
    qint64 idAt(const QModelIndex &index) const;

    OrderListModel &m_orders;
    const Theme &m_theme;
    QSortFilterProxyModel *m_sorted;
    qint64 m_currentId = 0;
    bool m_quiet = false; ///< selection changes are our own doing
};

} // namespace petalpost::desk
