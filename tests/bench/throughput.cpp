// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measures.h"

#include "app/server/wiring/demoshop.h"
#include "app/server/wiring/shopserver.h"
#include "core/server/orders/orders.h"
#include "tests/bench/load.h"
#include "tests/bench/report.h"
#include "tests/bench/slowdisk.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>

#include <atomic>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr int connections = 50;
constexpr int writerWarmUp = 200;

struct Round
{
    double perSecond = 0;
    double commitsPerOrder = 0;
    int failed = 0;
    std::vector<double> answerMs;
};

/// One fresh shop, one load from a thread of its own.
Round overHttp(const Setup &setup, int batch)
{
    const QTemporaryDir dir(setup.workDir);
    const SystemClock clock;
    server::ShopServer server(clock);
    server::ServeOptions options;
    options.dataDir = dir.path();
    options.port = 0;
    options.demo = true;
    options.writer.batch = batch;
    const auto port = server.start(options);
    if (!port)
        qFatal("the shop cannot start: %s", qUtf8Printable(port.error()));
    LoadResult load;
    const std::unique_ptr<QThread> client(
        QThread::create([&] { load = orderFor(*port, connections, setup.roundMs); }));
    QEventLoop loop;
    QObject::connect(client.get(), &QThread::finished, &loop, &QEventLoop::quit);
    client->start();
    loop.exec();
    client->wait();
    QObject::connect(&server, &server::ShopServer::stopped, &loop, &QEventLoop::quit);
    server.shutdown();
    loop.exec();
    return {load.perSecond(), double(commitsIn(dir.path())) / std::max(load.placed, 1), load.others,
            load.answerMs};
}

/// The writer alone: \a connections orders wait at any time, each one function as POST /orders
/// sends it.
double writerAlone(const Setup &setup, int batch)
{
    const QTemporaryDir dir(setup.workDir);
    const QString path = dir.filePath(u"petalpost.db"_s);
    const SystemClock clock;
    Writer writer(path, clock, {4096, batch});
    server::ensureDemoShop(writer, u"http://127.0.0.1"_s).waitForFinished();
    Reader reader(path);
    server::Orders orders(writer, reader, server::OrderTokens("key"));
    server::PlaceRequest request;
    request.draft.productName = u"AAAA"_s;
    request.draft.qty = 5;
    using Clock = std::chrono::steady_clock;
    int placed = -writerWarmUp;
    auto start = Clock::now();
    const auto elapsed = [&start] {
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    while (placed < 0 || elapsed() < setup.roundMs / 1000.0) {
        std::vector<QFuture<Result<server::PlacedOrder>>> waiting;
        for (int i = 0; i < connections; ++i)
            waiting.push_back(orders.place(request));
        for (auto &future : waiting) {
            future.waitForFinished();
            if (!future.result())
                qFatal("an order was refused");
        }
        const bool warmingUp = placed < 0;
        placed += connections;
        if (warmingUp && placed >= 0) {
            placed = 0;
            start = Clock::now();
        }
    }
    return placed / elapsed();
}

} // namespace

void measureThroughput(const Setup &setup, int flushMs)
{
    delayFlushes(flushMs);
    std::vector<double> group, single, groupWriter, singleWriter, answerMs, groupCommits,
        singleCommits;
    int failed = 0;
    const int usual = Writer::Limits().batch;
    for (int round = 0; round < setup.rounds;
         ++round) { // in turn, so that both meet the same weather
        Round many = overHttp(setup, usual);
        const Round one = overHttp(setup, 1);
        group.push_back(many.perSecond);
        single.push_back(one.perSecond);
        groupCommits.push_back(many.commitsPerOrder);
        singleCommits.push_back(one.commitsPerOrder);
        failed += many.failed + one.failed;
        std::ranges::move(many.answerMs, std::back_inserter(answerMs));
        groupWriter.push_back(writerAlone(setup, usual));
        singleWriter.push_back(writerAlone(setup, 1));
    }
    delayFlushes(0);
    const std::string suffix = flushMs > 0 ? "_flush" + std::to_string(flushMs) + "ms" : "";
    if (flushMs > 0)
        std::printf("with %d ms more for every flush, as a drive that writes before it answers:\n",
                    flushMs);
    figure("orders_http_group" + suffix, median(group), "orders/s",
           "paid orders over HTTP, 50 connections, group commit");
    figure("orders_http_single" + suffix, median(single), "orders/s",
           "the same, every order with a commit of its own");
    figure("orders_http_ratio" + suffix, median(group) / std::max(median(single), 1e-9), "times",
           "group commit against one commit an order, over HTTP (goal: 10)");
    figure("commits_per_order_group" + suffix, median(groupCommits), "commits",
           "commits for each order, group commit");
    figure("commits_per_order_single" + suffix, median(singleCommits), "commits",
           "commits for each order, the other way");
    figure("orders_http_failed" + suffix, failed, "orders",
           "orders over HTTP that were not answered 201");
    figure("orders_http_p50" + suffix, percentile(answerMs, 0.5), "ms",
           "half of the orders were answered within");
    figure("orders_http_p99" + suffix, percentile(answerMs, 0.99), "ms",
           "99 of 100 orders were answered within");
    figure("orders_writer_group" + suffix, median(groupWriter), "orders/s",
           "the writer alone, 50 waiting, group commit");
    figure("orders_writer_single" + suffix, median(singleWriter), "orders/s",
           "the writer alone, one commit an order");
    figure("orders_writer_ratio" + suffix,
           median(groupWriter) / std::max(median(singleWriter), 1e-9), "times",
           "the writer alone, group commit against one commit an order (goal: 10)");
}

} // namespace petalpost::bench
