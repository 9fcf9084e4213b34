// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/printstore.h"
#include "core/sync/balances.h"
#include "core/sync/shopdevices.h"
#include "tests/shots/balances.h"
#include "tests/shots/decisions.h"
#include "tests/shots/entry.h"
#include "tests/shots/firstrun.h"
#include "tests/shots/menu.h"
#include "tests/shots/money.h"
#include "tests/shots/sales.h"
#include "tests/shots/settings.h"
#include "tests/shots/texts.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/balance/balancepage.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/order/canceldialog.h"
#include "ui/desk/order/claimdialog.h"
#include "ui/desk/order/editdialog.h"
#include "ui/desk/order/editform.h"
#include "ui/desk/print/printdialog.h"
#include "ui/desk/print/queuedialog.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/keylist.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/shell/screens.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTimeEdit>

#include <functional>
#include <span>

namespace petalpost::shots {

/// What a picture shows beside the window: a dialog on it, another window instead, or nothing.
using Overlay = std::unique_ptr<QWidget>;

/// One screen of the desk, and how to get there from a window that has just opened. A new screen is
/// one line in deskScreens().
struct DeskScreen
{
    const char *name;
    std::function<Overlay(test::DeskWindow &)> open;
    /// Where it differs from the others; nothing: everywhere.
    const char *onlySize = nullptr;
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

/// The dialog for a complaint about delivered flowers; \a choice is the button of what is done.
inline auto claiming(qint64 orderId, const char *choice, bool full = false)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        desk::WindowFacts facts{desk.engine->shop(), demo::now, {}};
        if (full)
            facts.taken[DeliveryWindow{demo::today, 14 * 60, 16 * 60}.key()] = 6;
        auto dialog = std::make_unique<desk::ClaimDialog>(desk.order(orderId), facts, desk.theme,
                                                          desk.window.get());
        dialog->findChild<QRadioButton *>(QString::fromLatin1(choice))->setChecked(true);
        return dialog;
    };
}

/// The board with what is left to make.
inline auto totals()
{
    return [](test::DeskWindow &desk) -> Overlay {
        desk.find<QPushButton>("showTotals")->click();
        return nullptr;
    };
}

/// The board as a list, with an order chosen.
inline auto asList(qint64 orderId)
{
    return [orderId](test::DeskWindow &desk) -> Overlay {
        desk.find<QPushButton>("viewList")->click();
        desk.window->showOrder(orderId);
        return nullptr;
    };
}

/// The archive with every kind of filter on it.
inline auto filtered()
{
    return [](test::DeskWindow &desk) -> Overlay {
        desk.window->showScreen(desk::MainWindow::Archive);
        auto *period = desk.find<QComboBox>("archivePeriod");
        period->setCurrentIndex(period->count() - 1);
        desk.find<QComboBox>("archiveState")->setCurrentIndex(1 + int(OrderState::Making));
        desk.find<QComboBox>("archivePayment")->setCurrentIndex(1 + int(PaymentState::Paid));
        return nullptr;
    };
}

/// What the archive finds.
inline auto searched(const QString &text)
{
    return [text](test::DeskWindow &desk) -> Overlay {
        desk.window->showScreen(desk::MainWindow::Archive);
        desk.find<QLineEdit>("archiveSearch")->setText(text);
        return nullptr;
    };
}

/// The board of a desk that has not fetched everything yet.
inline auto firstSync()
{
    return [](test::DeskWindow &desk) -> Overlay {
        Q_EMIT desk.engine->statusChanged({sync::Link::Live, demo::now, 0, false, 43});
        return nullptr;
    };
}

/// What is about to be printed of an order.
inline auto printing(qint64 orderId, PrintKind kind)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        return std::make_unique<desk::PrintDialog>(desk.order(orderId), kind,
                                                   desk.window->printing().queue(), desk.theme,
                                                   desk.window.get());
    };
}

/// The ribbon of a wreath; \a length of the choice, in mm.
inline auto ribbon(const QString &text, int lengthMm)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        Order order = desk.order(1046);
        order.ribbonText = text;
        order.ribbonSender = QStringLiteral("(주)가나다라 대표이사 박민수");
        tell(desk, {order});
        auto overlay = printing(order.id, PrintKind::Ribbon)(desk);
        auto *length = overlay->findChild<QComboBox *>(QStringLiteral("printRibbonLength"));
        length->setCurrentIndex(length->findData(lengthMm));
        return overlay;
    };
}

inline const QString printerName = QStringLiteral("HP LaserJet");

/// The list of what waits for a printer.
inline auto waitingPapers()
{
    return [](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(1048);
        PrintStore &store = desk.engine->prints();
        const auto add = [&](qint64 orderId, PrintKind kind, PrintState state, PrintTrouble why) {
            PrintJob job;
            job.orderId = orderId;
            job.kind = kind;
            job.printer = printerName;
            job.madeAtMs = demo::now;
            if (const auto added = store.add(job); !added || !store.setState(added->id, state, why))
                qFatal("the queue cannot be filled");
        };
        add(1048, PrintKind::Ticket, PrintState::Failed, PrintTrouble::PrinterAbsent);
        add(1046, PrintKind::Ribbon, PrintState::Unclear, PrintTrouble::None);
        add(1047, PrintKind::Card, PrintState::Failed, PrintTrouble::NoRoom);
        desk::PrintQueue &queue = desk.window->printing().queue();
        queue.remove(0); // nothing of that number: it only looks again
        return std::make_unique<desk::QueueDialog>(queue, demo::zone, desk.theme,
                                                   desk.window.get());
    };
}

/// The dialog that changes an order, once the server has said what the change comes to.
inline auto editing(qint64 orderId, EditEffect effect, qint64 differenceMinor)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        const Order order = desk.order(orderId);
        const desk::EditFacts facts{{desk.engine->shop(), demo::now, {}}, desk.engine->products()};
        auto dialog =
            std::make_unique<desk::EditDialog>(order, facts, desk.theme, desk.window.get());
        auto *quoted = dialog.get();
        QObject::connect(quoted, &desk::EditDialog::quoteWanted, quoted, [=] {
            Money total = order.total;
            total.minor += differenceMinor;
            quoted->showQuote(EditQuote{order.id, order.version, total, differenceMinor, effect});
        });
        if (effect == EditEffect::Answer)
            dialog->findChild<QAbstractButton *>(u"editAsksFirst"_s)->click();
        dialog->findChild<QPlainTextEdit *>(u"editCard"_s)
            ->setPlainText(u"늘 고마워요. 생일 축하해요!"_s);
        const auto *act = dialog->findChild<QPushButton *>(u"editAct"_s);
        if (!QTest::qWaitFor([act] { return act->isEnabled(); }))
            qFatal("the change was not quoted");
        return dialog;
    };
}

/// An order of the sample day after \a change, in the detail pane; over the lanes where they do not
/// fit side by side.
inline auto changed(qint64 orderId, Order (*change)(Order), desk::MainWindow::Screen screen)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.preferences.setReducedMotion(true); // the pane is there at once
        const Order order = change(desk.order(orderId));
        tell(desk, {order});
        desk.window->showScreen(screen);
        desk.window->showOrder(order.id);
        desk.window->findChild<desk::Screens *>()->openDetail();
        return nullptr;
    };
}

inline auto keyList()
{
    return [](test::DeskWindow &desk) -> Overlay {
        return std::make_unique<desk::KeyList>(desk.theme, desk.window.get());
    };
}

/// The board \a silentMs after the last word from the server.
inline auto contact(sync::Link link, qint64 silentMs, int unsent)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(1043);
        Q_EMIT desk.engine->statusChanged({link, demo::now - silentMs, unsent, true});
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

/// The details over the lanes, where they do not fit beside them.
inline auto detailOver(qint64 orderId)
{
    return [orderId](test::DeskWindow &desk) -> Overlay {
        desk.preferences.setReducedMotion(true); // it is there at once
        desk.window->showOrder(orderId);
        desk.window->findChild<desk::Screens *>()->openDetail();
        return nullptr;
    };
}

/// A move just made, with the chance to take it back.
inline auto moved(qint64 orderId)
{
    return [orderId](test::DeskWindow &desk) -> Overlay {
        desk.window->showOrder(orderId);
        QTest::keyClick(desk.window.get(), Qt::Key_Return, Qt::ControlModifier);
        return nullptr;
    };
}

/// What the server refused, on the board's banner or as cards.
inline auto undecided(desk::MainWindow::Screen screen)
{
    return [screen](test::DeskWindow &desk) -> Overlay {
        refuseSome(*desk.store, *desk.engine);
        desk.window->showOrder(1043);
        desk.window->showScreen(screen);
        return nullptr;
    };
}

/// The evening's balance as the server answers; without an answer it goes on loading.
inline auto balance(std::function<sync::BalanceAnswer()> answer, qint64 orderId = 0)
{
    return [=](test::DeskWindow &desk) -> Overlay {
        desk.preferences.setReducedMotion(true); // an order is there at once
        desk.window->showScreen(desk::MainWindow::DayBalance);
        sync::Balances &balances = desk.engine->balances();
        if (answer)
            Q_EMIT balances.answered(answer());
        QObject::disconnect(&balances, nullptr, nullptr, nullptr); // nothing listens there
        if (orderId != 0)
            desk.window->findChild<desk::BalancePage *>()->openOrder(orderId);
        return nullptr;
    };
}

inline sync::BalanceAnswer refusedBalance()
{
    return tl::unexpected(sync::NoAnswer{Refusal::of(RefusalCode::NotAllowed)});
}

/// The window of a desk without a shop; \a step leads on from its first step.
inline auto firstRun(void (*step)(sync::Pairing &, desk::FirstRun &))
{
    return [step](test::DeskWindow &desk) -> Overlay {
        auto window = firstRunWindow(desk.clock, desk.theme, desk.icons, step);
        window->resize(desk.window->size());
        return window;
    };
}

inline std::span<const DeskScreen> deskScreens()
{
    using enum desk::MainWindow::Screen;
    static const std::vector<DeskScreen> all{
        {"board", board(1048)},
        {"board-checking", contact(sync::Link::Unreachable, 90'000, 1)},
        {"board-offline", contact(sync::Link::Unreachable, 4 * 60'000, 3)},
        {"board-offline-long", contact(sync::Link::Unreachable, 20 * 60'000, 0)},
        {"board-provider-silent", providerSilent()},
        {"board-signed-out", contact(sync::Link::SignedOut, 60'000, 2)},
        {"board-undecided", undecided(Orders)},
        {"board-moved", moved(1046)},
        {"board-cancelled", board(1045)},
        {"detail-making", board(1044)},
        {"detail-made", board(1041)},
        {"detail-delivering", board(1039)},
        {"detail-delivered", board(1036)},
        {"detail-pickup", board(1040)},
        {"detail-over", detailOver(1048), "1366-130pct"},
        {"cancel", cancelling(1048, Verb::Cancel)},
        {"accept-cancel", cancelling(1044, Verb::AcceptCancel)},
        {"decline-cancel", cancelling(1044, Verb::DeclineCancel)},
        {"refund", claiming(1036, "claimFull")},
        {"refund-part", claiming(1036, "claimPart")},
        {"resend", claiming(1036, "claimResend")},
        {"resend-full", claiming(1036, "claimResend", true)},
        {"edit", editing(1048, EditEffect::Nothing, 0)},
        {"edit-refund", editing(1048, EditEffect::Refund, -20'000)},
        {"edit-extra", editing(1048, EditEffect::Extra, 30'000)},
        {"edit-ask", editing(1048, EditEffect::Answer, -20'000)},
        {"board-totals", totals()},
        {"order-entry", orderEntry(false)},
        {"order-entry-refused", orderEntry(true)},
        {"order-entry-large", orderEntry(false), "1366-130pct"},
        {"order-taken", orderTaken()},
        {"print-ticket", printing(1048, PrintKind::Ticket)},
        {"print-card", printing(1048, PrintKind::Card)},
        {"print-ribbon", ribbon(QStringLiteral("祝 開業 축하합니다"), 900)},
        {"print-ribbon-full",
         ribbon(QStringLiteral("삼가 고인의 명복을 빕니다 그리고 깊은 위로의 말씀을 드립니다"),
                450)},
        {"print-receipt", printing(1046, PrintKind::Receipt)},
        {"print-queue", waitingPapers()},
        {"refund-failed", changed(1036, withFailedRefund, Orders)},
        {"payment-unknown", changed(1040, withUnknownPayment, Orders)},
        {"resent", changed(1036, resent, Orders)},
        {"chargeback", changed(1036, disputed, Orders)},
        {"board-list", asList(1043)},
        {"archive", screen(Archive)},
        {"archive-filtered", filtered()},
        {"archive-search", searched(QStringLiteral("ㅇㅅ"))},
        {"archive-nothing", searched(QStringLiteral("zzz"))},
        {"first-sync", firstSync()},
        {"menu", menu(false)},
        {"menu-refused", menu(true)},
        {"menu-new", newProduct()},
        {"figures", figures("sales-7", 7)},
        {"figures-30", figures("sales-30", 30)},
        {"texts", texts()},
        {"reviews", screen(Reviews)},
        {"decisions", undecided(Undecided)},
        {"balance", balance([] { return badDay(); })},
        {"balance-good", balance([] { return goodDay(); })},
        {"balance-order", balance([] { return badDay(); }, 1043)},
        {"balance-loading", balance({})},
        {"balance-offline", balance([] { return tl::unexpected(sync::NoAnswer()); })},
        {"balance-driver", balance(refusedBalance)},
        {"settings", settings(false)},
        {"settings-print", settingsPrint()},
        {"settings-bottom", settings(true)},
        {"settings-windows", shopSettings("index-settingsWindows", setSome)},
        {"settings-closed-days", shopSettings("index-settingsClosedDays", setSome)},
        {"settings-business", shopSettings("index-settingsBusiness")},
        {"board-paused", paused()},
        {"settings-plain", settings(true, true)},
        {"first-run", firstRun(atAddress)},
        {"first-run-error", firstRun(atWrongCode)},
        {"first-run-again", firstRun(atRevoked)},
        {"first-run-shop", firstRun(atShop)},
        {"first-run-plain-shop", firstRun(atUnencryptedShop)},
        {"first-run-ready", firstRun(atReady)},
        {"first-run-no-keychain", firstRun(atNoKeychain)},
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
