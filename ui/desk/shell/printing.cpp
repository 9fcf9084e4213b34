// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/printing.h"

#include "core/storage/desk/printstore.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/print/printdialog.h"
#include "ui/desk/print/queuedialog.h"
#include "ui/desk/settings/printsection.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/statusstrip.h"
#include "ui/desk/words/words.h"

namespace petalpost::desk {

Printing::Printing(sync::Engine &engine, const QString &preferencesFile, const Theme &theme,
                   QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_preferences(preferencesFile)
    , m_theme(theme)
    , m_window(window)
    , m_queue(engine, m_preferences, theme)
    , m_auto(engine, m_queue)
{
    note();
    connect(&m_queue, &PrintQueue::changed, this, &Printing::note);
    connect(&m_queue, &PrintQueue::refused, this,
            [this](const Refusal &refusal) { Q_EMIT said(refusalText(refusal)); });
    // Once the engine has its orders, and somebody listens here.
    QTimer::singleShot(0, this, &Printing::begin);
}

void Printing::begin()
{
    m_queue.resume();
    m_auto.lookAtAll();
}

void Printing::note()
{
    m_printsTickets = m_engine.prints().isUsed(PrintKind::Ticket).value_or(false);
    Q_EMIT printed();
}

void Printing::serve(const DetailPane &detail)
{
    const auto print = [this](PrintKind kind) {
        return [this, kind](qint64 orderId) { ask(orderId, kind); };
    };
    connect(&detail, &DetailPane::ticketRequested, this, print(PrintKind::Ticket));
    connect(&detail, &DetailPane::cardRequested, this, print(PrintKind::Card));
    connect(&detail, &DetailPane::ribbonRequested, this, print(PrintKind::Ribbon));
    connect(&detail, &DetailPane::receiptRequested, this, print(PrintKind::Receipt));
}

void Printing::serve(SettingsPage &settings)
{
    auto *section = new PrintSection(m_queue, m_engine, m_theme, &settings);
    settings.add(section);
    connect(section, &PrintSection::said, this, &Printing::said);
}

void Printing::serve(StatusStrip &strip)
{
    const auto show = [this, &strip] { strip.showPrinting(int(m_queue.jobs().size())); };
    connect(&strip, &StatusStrip::printingPressed, this, &Printing::showQueue);
    connect(&m_queue, &PrintQueue::changed, &strip, show);
    show();
}

void Printing::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &Printing::closed);
    dialog->open();
}

void Printing::ask(qint64 orderId, PrintKind kind)
{
    const auto order = m_engine.order(orderId);
    if (!order)
        return;
    if (kind == PrintKind::Card && order->cardMessage.trimmed().isEmpty()) {
        Q_EMIT said(tr("#%1 · 카드 메시지가 없는 주문이에요").arg(orderId));
        return;
    }
    if (kind == PrintKind::Ribbon
        && QString(order->ribbonText % order->ribbonSender).trimmed().isEmpty()) {
        Q_EMIT said(tr("#%1 · 리본이 없는 주문이에요").arg(orderId));
        return;
    }
    auto *dialog = new PrintDialog(*order, kind, m_queue, m_theme, &m_window);
    connect(dialog, &PrintDialog::printed, this, &Printing::said);
    open(dialog);
}

void Printing::showQueue()
{
    open(new QueueDialog(m_queue, m_engine.shop().zone, m_theme, &m_window));
}

bool Printing::isUnprinted(qint64 orderId) const
{
    return m_printsTickets && m_queue.timesPrinted(PrintKind::Ticket, orderId) == 0;
}

} // namespace petalpost::desk
