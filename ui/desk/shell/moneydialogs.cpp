// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/moneydialogs.h"

#include "ui/desk/order/canceldialog.h"
#include "ui/desk/order/claimdialog.h"

namespace petalpost::desk {

namespace {

/// How many orders this desk knows of in each window; the server may know of unpaid ones besides.
std::map<QString, int> takenPlaces(const std::map<qint64, Order> &orders)
{
    std::map<QString, int> taken;
    for (const auto &[id, order] : orders) {
        const bool holds =
            order.state != OrderState::Cancelled && order.state != OrderState::Expired;
        if (holds && order.window)
            ++taken[order.window->key()];
    }
    return taken;
}

} // namespace

MoneyDialogs::MoneyDialogs(sync::Engine &engine, const Theme &theme, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_theme(theme)
    , m_window(window)
{
}

template<class Dialog>
void MoneyDialogs::open(Dialog *dialog, qint64 orderId)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOnline(m_engine.status().link == sync::Link::Live);
    connect(&m_engine, &sync::Engine::statusChanged, dialog,
            [dialog](const sync::SyncStatus &status) {
                dialog->setOnline(status.link == sync::Link::Live);
            });
    connect(dialog, &QDialog::accepted, this, [this, dialog, orderId] {
        Q_EMIT decided(orderId, dialog->verb(), dialog->details());
    });
    connect(dialog, &QDialog::finished, this, &MoneyDialogs::closed);
    dialog->open();
}

void MoneyDialogs::askCancel(qint64 orderId, Verb verb)
{
    if (const auto order = m_engine.order(orderId))
        open(new CancelDialog(*order, verb, m_theme, &m_window), orderId);
}

void MoneyDialogs::askClaim(qint64 orderId)
{
    if (const auto order = m_engine.order(orderId)) {
        const ClaimFacts facts{m_engine.shop(), m_engine.nowMs(), takenPlaces(m_engine.orders())};
        open(new ClaimDialog(*order, facts, m_theme, &m_window), orderId);
    }
}

} // namespace petalpost::desk
