// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measures.h"

#include "tests/bench/report.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <atomic>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr int orders = 500;
constexpr int waitMs = 20'000;

} // namespace

/// From the moment a customer sends an order until the desk has it in its own file. Server,
/// customer and desk do not share a thread; the order and its payment are part of the time.
void measureLatency(const Setup &setup)
{
    const QTemporaryDir dir(setup.workDir);
    test::ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
    if (!server.start())
        qFatal("the server cannot start: %s", server.log().constData());
    const SystemClock clock;
    test::DeskInProcess desk(server.url(), server.token(), clock);
    using Clock = std::chrono::steady_clock;
    Clock::time_point storedAt;
    int arrived = 0;
    QObject::connect(desk.engine.get(), &sync::Engine::orderArrived, desk.engine.get(), [&] {
        storedAt = Clock::now();
        ++arrived;
    });
    if (!desk.engine->start() || !QTest::qWaitFor([&] { return desk.isLive(); }, waitMs))
        qFatal("the desk does not reach the server");
    test::HttpCalls customer(server.url());
    std::vector<double> times;
    for (int i = 0; i < orders; ++i) {
        QSignalSpy spy(desk.engine.get(), &sync::Engine::orderArrived);
        const auto sentAt = Clock::now();
        const auto placed =
            customer.post(u"/orders"_s, {{u"flowerName"_s, u"AAAA"_s}, {u"qty"_s, 5}});
        if (placed.status != 201 || (spy.isEmpty() && !spy.wait(waitMs)))
            qFatal("an order did not reach the desk");
        times.push_back(std::chrono::duration<double, std::milli>(storedAt - sentAt).count());
    }
    figure("order_to_desk_p50", percentile(times, 0.5), "ms",
           "order sent until stored at the desk, half within");
    figure("order_to_desk_p99", percentile(times, 0.99), "ms",
           "order sent until stored at the desk, 99 of 100 within");
    desk.engine->stop();
    server.stop();
}

} // namespace petalpost::bench
