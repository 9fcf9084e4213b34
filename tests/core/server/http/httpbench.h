// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/http/server.h"
#include "tests/core/server/http/rawclient.h"

#include <QCoroFuture>

#include <QFuture>
#include <QPromise>
#include <QTest>

#include <stdexcept>

namespace petalpost::http {

/// A server with a few routes, whose handlers under /wait/ answer when a test says so.
class HttpBench
{
public:
    /// What the handlers of one test share.
    struct Desk
    {
        std::vector<std::shared_ptr<QPromise<QByteArray>>> waiting;
        int started = 0;
        int ended = 0;
    };

    static inline const QByteArray post = "POST /orders HTTP/1.1\r\nHost: shop\r\n";

    void start(Limits limits = {})
    {
        Router router;
        router.add(Method::Get, "/hello", echo);
        router.add(Method::Get, "/orders/{id}", echo);
        router.add(Method::Post, "/orders", echo, {.maxBodyBytes = 1000});
        router.add(Method::Get, "/wait/{token}",
                   [desk = desk](Request request) { return wait(std::move(request), desk); });
        router.add(Method::Get, "/boom/{token}", boom);
        router.add(Method::Get, "/big", big);
        router.add(Method::Get, "/stop", [this](Request request) {
            server->shutdown();
            return echo(std::move(request));
        });
        server = std::make_unique<Server>(std::move(router), limits);
        server->setObserver([this](const Observation &observed) { seen.append(observed); });
        server->setErrorPage([](const Request &request, const Response &problem) {
            return Response::html(problem.status, "<p>" + request.route + "</p>");
        });
        const auto listening = server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY2(listening.has_value(), "the server listens");
        port = *listening;
    }

    /// Ends the server; every handler that was started must have ended after it.
    void end()
    {
        for (const auto &promise : desk->waiting) {
            if (!promise->future().isFinished())
                settle(promise, "cleanup");
        }
        server.reset();
        QCoreApplication::processEvents();
        QCOMPARE(desk->ended, desk->started);
    }

    static void settle(const std::shared_ptr<QPromise<QByteArray>> &promise,
                       const QByteArray &answer)
    {
        promise->addResult(answer);
        promise->finish();
    }

    std::shared_ptr<Desk> desk = std::make_shared<Desk>();
    std::unique_ptr<Server> server;
    quint16 port = 0;
    QList<Observation> seen;

private:
    static Response text(QByteArray body)
    {
        Response response;
        response.contentType = "text/plain";
        response.body = std::move(body);
        return response;
    }

    static QCoro::Task<Response> echo(Request request)
    {
        QByteArray line =
            methodName(request.method) + ' ' + request.route + ' ' + request.param("id").toUtf8()
            + ' ' + request.queryValue(QStringLiteral("q")).toUtf8() + ' '
            + request.header("x-note") + ' ' + request.clientAddress + ' ' + request.body;
        co_return text(std::move(line));
    }

    static QCoro::Task<Response> wait(Request request, std::shared_ptr<Desk> desk)
    {
        Q_UNUSED(request)
        auto promise = std::make_shared<QPromise<QByteArray>>();
        promise->start();
        desk->waiting.push_back(promise);
        ++desk->started;
        const QByteArray answer = co_await promise->future();
        ++desk->ended;
        if (answer == "throw")
            throw std::runtime_error("late boom");
        co_return text(answer);
    }

    static QCoro::Task<Response> boom(Request request)
    {
        Q_UNUSED(request)
        throw std::runtime_error("boom");
        co_return Response{};
    }

    static QCoro::Task<Response> big(Request request)
    {
        Q_UNUSED(request)
        co_return text(QByteArray(5 * 1024 * 1024, 'x'));
    }
};

} // namespace petalpost::http
