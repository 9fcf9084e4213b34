// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/order/canceldialog.h"
#include "ui/desk/shell/keylist.h"

#include <QtWidgets/QDialog>

#include <functional>
#include <span>

namespace petalpost::shots {

/// What stands on the window in a picture: a dialog, or nothing.
using Overlay = std::unique_ptr<QDialog>;

/// One screen of the desk, and how to get there from a window that has just opened. A new screen is
/// one line in deskScreens().
struct DeskScreen
{
    const char *name;
    std::function<Overlay(test::DeskWindow &)> open;
};

/// The board with an order in the detail pane.
inline auto board(qint64 orderId)
{
    return [orderId](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        return nullptr;
    };
}

inline auto screen(desk::MainWindow::Screen screen)
{
    return [screen](test::DeskWindow &desk) -> Overlay {
        desk.window->showScreen(screen);
        return nullptr;
    };
}

/// The dialog that gives money back.
inline auto cancelling(qint64 orderId, Verb verb)
{
    return [orderId, verb](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        return std::make_unique<desk::CancelDialog>(desk.order(orderId), verb, desk.theme,
                                                    desk.window.get());
    };
}

inline auto keyList()
{
    return [](test::DeskWindow &desk) -> Overlay {
        return std::make_unique<desk::KeyList>(desk.theme, desk.window.get());
    };
}

/// Four minutes without the server, three changes waiting.
inline auto offline()
{
    return [](test::DeskWindow &desk) -> Overlay {
        constexpr qint64 silentMs = 4 * 60'000;
        desk.window->showOrder(1043);
        Q_EMIT desk.engine->statusChanged({sync::Link::Unreachable, demo::now - silentMs, 3, true});
        return nullptr;
    };
}

/// The payment provider has been silent for twenty minutes.
inline auto providerSilent()
{
    return [](test::DeskWindow &desk) -> Overlay {
        constexpr qint64 silentMs = 20 * 60'000;
        desk.window->showOrder(1043);
        Q_EMIT desk.engine->paymentHealthChanged(
            {{QStringLiteral("toss"), CallKind::Charge, BreakerState::Open, demo::now - silentMs},
             {QStringLiteral("toss"), CallKind::Refund, BreakerState::Open, demo::now - silentMs},
             {QStringLiteral("toss"), CallKind::Read, BreakerState::Closed, demo::now}});
        return nullptr;
    };
}

inline std::span<const DeskScreen> deskScreens()
{
    using enum desk::MainWindow::Screen;
    static const std::vector<DeskScreen> all{
        {"board", board(1048)},
        {"board-offline", offline()},
        {"board-provider-silent", providerSilent()},
        {"board-cancelled", board(1045)},
        {"detail-making", board(1044)},
        {"detail-made", board(1041)},
        {"detail-delivering", board(1039)},
        {"detail-delivered", board(1036)},
        {"detail-pickup", board(1040)},
        {"cancel", cancelling(1048, Verb::Cancel)},
        {"accept-cancel", cancelling(1044, Verb::AcceptCancel)},
        {"decline-cancel", cancelling(1044, Verb::DeclineCancel)},
        {"archive", screen(Archive)},
        {"reviews", screen(Reviews)},
        {"settings", screen(Settings)},
        {"keys", keyList()},
    };
    return all;
}

/// A window of its own for one picture. Nothing arrives any more, and no cursor blinks.
inline std::unique_ptr<test::DeskWindow> stillDesk()
{
    auto desk = std::make_unique<test::DeskWindow>();
    desk->engine->stop();
    QApplication::setCursorFlashTime(0);
    Q_EMIT desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true});
    return desk;
}

} // namespace petalpost::shots
