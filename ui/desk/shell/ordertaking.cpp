// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/ordertaking.h"

#include "core/protocol/orderdraft.h"
#include "core/storage/desk/draftstore.h"
#include "core/storage/desk/localstore.h"
#include "ui/desk/entry/entrydialog.h"
#include "ui/desk/order/editform.h"
#include "ui/desk/shell/windowfacts.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr auto draftKind = DraftStore::Kind::Order;
constexpr qint64 freshOrder = 0; ///< the subject of the draft of an order that nobody refused

/// The order that \a operationId took down, under the id it has by now.
qint64 shownAs(const sync::Engine &engine, const QString &operationId)
{
    for (const auto &[id, order] : engine.orders()) {
        if (order.placedAs == operationId)
            return id;
    }
    return 0;
}

} // namespace

OrderTaking::OrderTaking(sync::Engine &engine, const Theme &theme, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_theme(theme)
    , m_window(window)
{
}

void OrderTaking::open()
{
    const auto drafts = m_engine.drafts().all(draftKind);
    const bool begun = drafts && !drafts->empty();
    if (begun)
        openDraft(drafts->rbegin()->first, drafts->rbegin()->second);
    else
        openDraft(freshOrder, {});
}

void OrderTaking::reopen(qint64 provisional, const QJsonObject &details)
{
    // A fault of the disk leaves it in the form alone.
    static_cast<void>(m_engine.drafts().put(draftKind, provisional, details));
    openDraft(provisional, details);
}

void OrderTaking::openDraft(qint64 subject, const QJsonObject &draft)
{
    auto *dialog =
        new EntryDialog({windowFacts(m_engine), m_engine.products()}, m_theme, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto before = deskOrderFromBody(draft); before && !draft.isEmpty())
        dialog->resume(*before);
    connect(dialog, &EntryDialog::typed, this, [this, subject](const DeskOrder &order) {
        static_cast<void>(m_engine.drafts().put(draftKind, subject, toJson(order)));
    });
    connect(dialog, &EntryDialog::cleared, this,
            [this, subject] { static_cast<void>(m_engine.drafts().remove(draftKind, subject)); });
    connect(dialog, &EntryDialog::placeWanted, this,
            [this, dialog, subject](const DeskOrder &order) { place(dialog, subject, order); });
    dialog->open();
}

void OrderTaking::place(EntryDialog *dialog, qint64 subject, const DeskOrder &order)
{
    const auto operation = m_engine.placeOrder(order);
    if (!operation) {
        dialog->showRefused(operation.error());
        return;
    }
    static_cast<void>(m_engine.drafts().remove(draftKind, subject));
    const bool live = m_engine.status().link == sync::Link::Live;
    Q_EMIT placed(shownAs(m_engine, *operation),
                  live ? tr("주문을 넣었어요")
                       : tr("주문을 이 컴퓨터에 저장했고, 연결되면 보내요"));
    dialog->accept();
}

} // namespace petalpost::desk
