// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/moneydialogs.h"

#include "ui/desk/order/canceldialog.h"
#include "ui/desk/order/claimdialog.h"
#include "ui/desk/order/editdialog.h"
#include "ui/desk/order/editform.h"
#include "ui/desk/shell/windowfacts.h"

namespace petalpost::desk {

MoneyDialogs::MoneyDialogs(sync::Engine &engine, const Theme &theme, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_theme(theme)
    , m_window(window)
{
}

template<class Dialog>
void MoneyDialogs::open(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOnline(m_engine.status().link == sync::Link::Live);
    connect(&m_engine, &sync::Engine::statusChanged, dialog,
            [dialog](const sync::SyncStatus &status) {
                dialog->setOnline(status.link == sync::Link::Live);
            });
    connect(dialog, &QDialog::finished, this, &MoneyDialogs::closed);
    dialog->open();
}

template<class Dialog>
void MoneyDialogs::openDeciding(Dialog *dialog, qint64 orderId)
{
    connect(dialog, &QDialog::accepted, this, [this, dialog, orderId] {
        Q_EMIT decided(orderId, dialog->verb(), dialog->details());
    });
    open(dialog);
}

void MoneyDialogs::askCancel(qint64 orderId, Verb verb)
{
    if (const auto order = m_engine.order(orderId))
        openDeciding(new CancelDialog(*order, verb, m_theme, &m_window), orderId);
}

void MoneyDialogs::askClaim(qint64 orderId)
{
    if (const auto order = m_engine.order(orderId))
        openDeciding(new ClaimDialog(*order, windowFacts(m_engine), m_theme, &m_window), orderId);
}

void MoneyDialogs::askEdit(qint64 orderId)
{
    const auto order = m_engine.order(orderId);
    if (!order)
        return;
    const EditFacts facts{windowFacts(m_engine), m_engine.products()};
    auto *dialog = new EditDialog(*order, facts, m_theme, &m_window);
    sync::OrderEdits &edits = m_engine.edits();
    connect(dialog, &EditDialog::quoteWanted, &edits,
            [&edits, orderId](const OrderEdit &edit) { edits.quote(orderId, edit); });
    connect(&edits, &sync::OrderEdits::quoted, dialog, &EditDialog::showQuote);
    connect(dialog, &EditDialog::applyWanted, &edits,
            [&edits, dialog](const OrderEdit &edit, const EditQuote &quote) {
                if (!edits.apply(edit, quote))
                    dialog->showApplied(refuse(RefusalCode::InProgress));
            });
    connect(&edits, &sync::OrderEdits::applied, dialog,
            [dialog, orderId](qint64 id, const Result<sync::EditedAnswer> &answer) {
                if (id == orderId)
                    dialog->showApplied(answer);
            });
    connect(dialog, &QDialog::finished, &edits, &sync::OrderEdits::leaveQuote);
    open(dialog);
}

} // namespace petalpost::desk
