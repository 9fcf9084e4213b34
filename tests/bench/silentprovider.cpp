// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measures.h"

#include "app/server/wiring/shopserver.h"
#include "tests/bench/load.h"
#include "tests/bench/report.h"
#include "tests/support/fakeprovider.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr int shoppers = 50;
constexpr int buyers = 20;

/// Runs both loads beside the server's own loop, which is this thread's.
struct Day
{
    LoadResult menu;
    LoadResult orders;
};

Day dayOf(quint16 port, int ms, bool buying)
{
    Day day;
    QEventLoop loop;
    const std::unique_ptr<QThread> lookers(
        QThread::create([&] { day.menu = lookFor(port, shoppers, ms); }));
    const std::unique_ptr<QThread> payers(QThread::create([&] {
        if (buying)
            day.orders = orderFor(port, buyers, ms);
    }));
    int running = 2;
    const auto ended = [&] {
        if (--running == 0)
            loop.quit();
    };
    QObject::connect(lookers.get(), &QThread::finished, &loop, ended);
    QObject::connect(payers.get(), &QThread::finished, &loop, ended);
    lookers->start();
    payers->start();
    loop.exec();
    lookers->wait();
    payers->wait();
    return day;
}

void append(std::vector<double> &all, const std::vector<double> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

void measureSilentProvider(const Setup &setup)
{
    test::FakeProvider provider;
    if (!provider.start()) {
        std::printf("the stand-in for the payment provider does not start: %s\n",
                    provider.log().constData());
        return;
    }
    const QTemporaryDir dir(setup.workDir);
    const SystemClock clock;
    server::ShopServer server(clock);
    server::ServeOptions options;
    options.dataDir = dir.path();
    options.port = 0;
    options.demo = true;
    options.gateways = {
        {u"stripe"_s,
         {{u"secretKey"_s, QString::fromLatin1(test::FakeProvider::stripeKey)},
          {u"webhookSecret"_s, QString::fromLatin1(test::FakeProvider::stripeWebhookSecret)},
          {u"baseUrl"_s, provider.url().toString()}}}};
    const auto port = server.start(options);
    if (!port)
        qFatal("the shop cannot start: %s", qUtf8Printable(port.error()));
    provider.fail(u"stripe"_s, u"create"_s, u"hang"_s, -1);
    std::vector<double> quiet;
    std::vector<double> silent;
    int buying = 0;
    for (int round = 0; round < setup.rounds; ++round) {
        append(quiet, dayOf(*port, setup.roundMs, false).menu.answerMs);
        const Day day = dayOf(*port, setup.roundMs, true);
        append(silent, day.menu.answerMs);
        buying += day.orders.placed;
    }
    const double quietMs = percentile(quiet, 0.99);
    const double silentMs = percentile(silent, 0.99);
    figure("menu_quiet_p99", quietMs, "ms", "the menu for 50 shoppers, nobody pays, p99");
    figure("menu_provider_silent_p99", silentMs, "ms",
           "the menu for 50 shoppers while 20 try to pay and the provider hangs, p99");
    figure("menu_provider_silent_ratio", silentMs / std::max(quietMs, 0.001), "x",
           "how much slower the menu is then (aim: 2)");
    figure("orders_while_silent", buying, "orders",
           "orders that were placed meanwhile, each unpaid and safe");
    QEventLoop loop;
    QObject::connect(&server, &server::ShopServer::stopped, &loop, &QEventLoop::quit);
    server.shutdown();
    loop.exec();
}

} // namespace petalpost::bench
