// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/print/printbook.h"

class QWidget;

namespace petalpost::desk {

class Theme;

/// Shows what is to be printed of an order, and says what came of it.
class Printing : public QObject
{
    Q_OBJECT

public:
    /// Dialogs lie over \a window. \a bookFile remembers printers and copies. Everything handed in
    /// must outlive this.
    Printing(sync::Engine &engine, const QString &bookFile, const Theme &theme, QWidget &window);

    /// Nothing for an order that is not there.
    void ask(qint64 orderId, PrintJob job);
    /// Whether the ticket of the order waits for paper. Never in a shop that prints none.
    bool isUnprinted(qint64 orderId) const;

Q_SIGNALS:
    void said(const QString &sentence);
    void printed();
    /// A dialog has closed, whatever was printed.
    void closed();

private:
    sync::Engine &m_engine;
    PrintBook m_book;
    bool m_printsTickets;
    const Theme &m_theme;
    QWidget &m_window;
};

} // namespace petalpost::desk
