// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/printing.h"

#include "ui/desk/print/printdialog.h"

namespace petalpost::desk {

Printing::Printing(sync::Engine &engine, const QString &bookFile, const Theme &theme,
                   QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_book(bookFile)
    , m_printsTickets(m_book.isUsed(PrintJob::Ticket))
    , m_theme(theme)
    , m_window(window)
{
}

void Printing::ask(qint64 orderId, PrintJob job)
{
    const auto order = m_engine.order(orderId);
    if (!order)
        return;
    if (job == PrintJob::Card && order->cardMessage.trimmed().isEmpty()) {
        Q_EMIT said(tr("#%1 · 카드 메시지가 없는 주문이에요").arg(orderId));
        return;
    }
    auto *dialog =
        new PrintDialog(*order, job, m_engine.shop(), m_engine.nowMs(), m_book, m_theme, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrintDialog::printed, this, [this, job](const QString &sentence) {
        m_printsTickets |= job == PrintJob::Ticket;
        Q_EMIT printed();
        Q_EMIT said(sentence);
    });
    connect(dialog, &QDialog::finished, this, &Printing::closed);
    dialog->open();
}

bool Printing::isUnprinted(qint64 orderId) const
{
    return m_printsTickets && m_book.copies(PrintJob::Ticket, orderId) == 0;
}

} // namespace petalpost::desk
