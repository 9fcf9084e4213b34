// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/entry/entrydialog.h"
#include "ui/desk/order/editform.h"
#include "ui/desk/shell/windowfacts.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

namespace petalpost::shots {

inline void write(QWidget *dialog, const char *name, const QString &text)
{
    const QString field = QString::fromLatin1(name);
    if (auto *line = dialog->findChild<QLineEdit *>(field))
        line->setText(text);
    else if (auto *lines = dialog->findChild<QPlainTextEdit *>(field))
        lines->setPlainText(text);
    else
        qFatal("no such field: %s", name);
}

/// Somebody is on the phone, and every place of the day is taken; \a refused: with a phone number
/// that is none.
inline auto orderEntry(bool refused)
{
    return [=](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk::EditFacts facts{desk::windowFacts(*desk.engine), desk.engine->products()};
        for (const WindowRule &rule : facts.windows.shop.windows)
            facts.windows
                .taken[DeliveryWindow{demo::today, rule.startMinute, rule.endMinute}.key()] =
                rule.capacity;
        auto shown = std::make_unique<desk::EntryDialog>(facts, desk.theme, desk.window.get());
        QWidget *dialog = shown.get();
        write(dialog, "entryRecipient", QStringLiteral("김서연"));
        write(dialog, "entryRecipientPhone", QStringLiteral("010-2345-6789"));
        write(dialog, "entryAddress", QStringLiteral("서울 강남구 역삼로 180"));
        write(dialog, "entryDetail", QStringLiteral("3층 · 1층에서 전화"));
        write(dialog, "entrySender", QStringLiteral("정하나"));
        write(dialog, "entrySenderPhone",
              refused ? QStringLiteral("02-555-010x") : QStringLiteral("010-1234-5678"));
        write(dialog, "entryCard", QStringLiteral("서연아, 생일 축하해!\n늘 고마워."));
        write(dialog, "entryRequest", QStringLiteral("분홍빛으로"));
        dialog->findChild<QAbstractButton *>(QStringLiteral("entry-transfer"))->click();
        if (refused)
            shown->showRefused(
                Refusal::of(RefusalCode::InvalidPhone, QStringLiteral("phoneNumber")));
        return shown;
    };
}

/// An order that waits for its money, just taken down.
inline auto orderTaken()
{
    return [](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        DeskOrder order;
        order.draft.productId = 1;
        const Order like = demo::orders().front();
        order.draft.sender = like.sender;
        order.draft.recipient = like.recipient;
        order.draft.address = like.address;
        order.draft.window = like.window;
        order.method = DeskMethod::OnAccount;
        if (!desk.engine->placeOrder(order))
            qFatal("the order could not be taken down");
        desk.window->showOrder(desk.engine->orders().begin()->first);
        return nullptr;
    };
}

} // namespace petalpost::shots
