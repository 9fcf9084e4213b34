// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/textsreader.h"
#include "tests/ui/desk/shell/deskwindow.h"

#include <QtWidgets/QTableView>

namespace petalpost::shots {

/// The texts of a morning; one of them went wrong and is chosen.
inline auto texts()
{
    return [](test::DeskWindow &desk) -> std::unique_ptr<QWidget> {
        desk.window->showScreen(desk::MainWindow::Texts);
        sync::TextsReader &reader = desk.engine->texts();
        reader.stop();
        MessagePage page;
        const std::pair<MessageEvent, MessageState> rows[] = {
            {MessageEvent::Making, MessageState::Held},
            {MessageEvent::Paid, MessageState::Sent},
            {MessageEvent::Delivered, MessageState::Unknown},
            {MessageEvent::Delivering, MessageState::Sent},
            {MessageEvent::Made, MessageState::Withdrawn},
            {MessageEvent::Refunded, MessageState::Failed}};
        qint64 id = 90;
        for (const auto &[event, state] : rows) {
            Message message;
            message.id = --id;
            message.orderId = 1048 - (90 - id);
            message.event = event;
            message.state = state;
            message.phone = QStringLiteral("01098765432");
            message.text = QStringLiteral("[Onbom]#%1").arg(message.orderId);
            message.createdAtMs = demo::now - (90 - id) * 11 * 60'000;
            message.sendAfterMs = message.createdAtMs + 30'000;
            message.sentAtMs = state == MessageState::Sent ? message.sendAfterMs : 0;
            page.messages.push_back(message);
        }
        page.nextBeforeId = id;
        Q_EMIT reader.answered(page);
        auto *table = desk.find<QTableView>("textsTable");
        table->setCurrentIndex(table->model()->index(2, 0));
        return nullptr;
    };
}

} // namespace petalpost::shots
