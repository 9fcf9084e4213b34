// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/desk/phases.h"

#include "tests/bench/desk/desk.h"
#include "tests/bench/desk/watchdog.h"
#include "tests/bench/report.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr int syncDeadlineMs = 180'000;
constexpr int firstSecondMs = 1'000;

double residentMib()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+) kB"_s);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
}

/// What a person may type while looking for an order.
const QStringList &typed()
{
    static const QStringList all{
        u"김서연"_s,          u"서연"_s,        u"뷁뷁"_s,     u"ㄱㅅㅇ"_s,    u"ㅈㅇ ㅎㅇㄹ"_s,
        u"역삼동 김"_s,       u"5678"_s,        u"010-1234"_s, u"#100500"_s,   u"peony"_s,
        u"테헤란로 7길 22"_s, u"작약 1201호"_s, u"김ㅅ"_s,     u"없는 사람"_s, u"1"_s,
    };
    return all;
}

void searchLikeAPerson(Desk &desk)
{
    auto *field = desk.find<QLineEdit>("archiveSearch");
    std::vector<double> wallMs;
    double longestCpuMs = 0;
    for (const QString &text : typed()) {
        for (qsizetype length = 1; length <= text.size(); ++length) {
            QElapsedTimer timer;
            timer.start();
            const double cpuMs = Watchdog::cpuMs();
            field->setText(text.first(length));
            QCoreApplication::processEvents(); // and paint it
            wallMs.push_back(double(timer.nsecsElapsed()) / 1e6);
            longestCpuMs = std::max(longestCpuMs, Watchdog::cpuMs() - cpuMs);
        }
        field->clear();
        QCoreApplication::processEvents();
    }
    figure("desk_search_p50", median(wallMs), "ms", "half of the keystrokes were answered within");
    figure("desk_search_p99", percentile(wallMs, 0.99), "ms",
           "99 of 100 keystrokes were answered and painted within (bound: 50)");
    figure("desk_search_cpu", longestCpuMs, "ms", "the costliest keystroke computed for");
}

void scrollThroughEverything(Desk &desk)
{
    const auto *table = desk.find<QTableView>("archiveTable");
    QScrollBar *bar = table->verticalScrollBar();
    Watchdog watchdog;
    QEventLoop loop;
    QTimer scroll;
    scroll.setInterval(0);
    QObject::connect(&scroll, &QTimer::timeout, &loop, [&] {
        if (bar->value() == bar->maximum() && !table->model()->canFetchMore({}))
            loop.quit();
        bar->setValue(bar->value() + bar->pageStep());
    });
    watchdog.start();
    scroll.start();
    loop.exec();
    const auto turns = watchdog.stop();
    figure("desk_archive_rows", table->model()->rowCount(), "rows", "rows scrolled through");
    figure("desk_scroll_p99", percentile(turns.wallMs, 0.99), "ms",
           "99 of 100 turns of the event loop while scrolling took");
    figure("desk_scroll_block", turns.longestMs(), "ms",
           "the longest turn of the event loop while scrolling (bound: 16)");
    figure("desk_scroll_block_cpu", turns.longestCpuMs, "ms", "of which it computed for at most");
}

} // namespace

void firstSync(const Phase &phase)
{
    Desk desk(phase.server, phase.token, phase.dataDir);
    desk.window->show();
    QElapsedTimer timer;
    double firstMs = 0;
    int steps = 0;
    QEventLoop loop;
    QObject::connect(desk.engine.get(), &sync::Engine::statusChanged, &loop,
                     [&](const sync::SyncStatus &status) {
                         if (status.percent >= 0)
                             ++steps;
                         if (firstMs == 0 && status.percent >= 0)
                             firstMs = double(timer.nsecsElapsed()) / 1e6;
                         if (status.complete)
                             loop.quit();
                     });
    Watchdog watchdog;
    QTimer::singleShot(firstSecondMs, &loop, [&watchdog] { watchdog.start(); });
    QTimer::singleShot(syncDeadlineMs, &loop, [] { qFatal("no first sync"); });
    timer.start();
    const double cpuMs = Watchdog::cpuMs();
    if (!desk.engine->start())
        qFatal("the local copy cannot be read");
    loop.exec();
    const auto turns = watchdog.stop();
    figure("desk_first_sync", double(timer.nsecsElapsed()) / 1e9, "s",
           "the first sync of every order (bound: 20)");
    figure("desk_first_sync_cpu", (Watchdog::cpuMs() - cpuMs) / 1e3, "s",
           "of which the desk computed");
    figure("desk_first_sync_shown", firstMs, "ms", "until its progress shows (bound: 1000)");
    figure("desk_first_sync_steps", steps, "steps", "steps of the progress bar");
    figure("desk_first_sync_block", turns.longestMs(), "ms",
           "the longest turn of the event loop after the first second");
    figure("desk_first_sync_block_cpu", turns.longestCpuMs, "ms", "of which it computed for");
    figure("desk_first_sync_memory", residentMib(), "MiB",
           "memory of the desk after it, resident (bound: 150)");
}

void coldStart(const Phase &phase)
{
    Desk desk(phase.server, phase.token, phase.dataDir);
    if (!desk.engine->start())
        qFatal("the local copy cannot be read");
    desk.window->show();
    const auto *lane = desk.find<QListView>("cards-paid");
    if (!QTest::qWaitForWindowExposed(desk.window.get()) || lane->model()->rowCount() == 0)
        qFatal("the board is empty");
    QCoreApplication::processEvents();
    std::printf("usable\n");
    std::fflush(stdout);
    desk.engine->stop();
}

void archive(const Phase &phase)
{
    Desk desk(phase.server, phase.token, phase.dataDir);
    if (!desk.engine->start())
        qFatal("the local copy cannot be read");
    desk.window->show();
    if (!QTest::qWaitForWindowExposed(desk.window.get()))
        qFatal("the window does not show");
    desk.engine->stop();
    figure("desk_memory_board", residentMib(), "MiB",
           "memory of the desk with its board, resident (bound: 150)");
    desk.window->showScreen(desk::MainWindow::Archive);
    QCoreApplication::processEvents();
    searchLikeAPerson(desk);
    figure("desk_memory_searched", residentMib(), "MiB", "after searching (bound: 150)");
    scrollThroughEverything(desk);
    figure("desk_memory_scrolled", residentMib(), "MiB",
           "after scrolling through every order (bound: 150)");
}

} // namespace petalpost::bench
