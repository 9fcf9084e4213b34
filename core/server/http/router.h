// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/limits.h"
#include "core/server/http/request.h"
#include "core/server/http/response.h"

#include <QCoroTask>

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace petalpost::http {

/// What a route allows beyond the server's limits.
struct RouteOptions
{
    qint64 maxBodyBytes = limits::jsonBodyBytes; ///< a longer body is answered 413
};

/// Answers one request, on the server's thread. It may wait as long as the handler deadline; what
/// it throws becomes a 500. The function object lives as long as any call of it.
using Handler = std::function<QCoro::Task<Response>(Request)>;

/// One method of one pattern.
struct Route
{
    QByteArray pattern;
    Handler handler;
    RouteOptions options;
};

/// Finds the route of a path. Filled once, read by the server afterwards.
class Router
{
public:
    /// How a look-up ended.
    enum class Outcome { Found, UnknownPath, WrongMethod, BadPath };

    /// What a path leads to; `route` is valid only with Outcome::Found and while the router lives.
    struct Match
    {
        Outcome outcome = Outcome::UnknownPath;
        const Route *route = nullptr;
        QByteArray pattern; ///< also with Outcome::WrongMethod
        QByteArray path; ///< decoded
        QHash<QByteArray, QString> params; ///< decoded
        QByteArray allow; ///< the Allow header of a 405
    };

    Router();
    ~Router();
    Router(Router &&) noexcept;
    Router &operator=(Router &&) noexcept;

    /// Adds a route. A pattern is "/orders/{id}": whole segments, literal or a name in braces. A
    /// literal segment wins over a name, whatever the order of adding. Adding the same method and
    /// pattern twice, or a broken pattern, is a programming error and ends the program.
    void add(Method method, const QByteArray &pattern, Handler handler, RouteOptions options = {});

    /// Looks a raw path up (still percent-encoded, without query). HEAD falls back to GET's route.
    /// Segments are split before they are decoded, so %2F never separates.
    Match match(Method method, QByteArrayView rawPath) const;

    /// Every route as "GET /orders/{id}", sorted: what docs/openapi.yaml must list.
    QList<QByteArray> routes() const;

private:
    struct Node;

    const Node *find(const Node &node, const std::vector<QByteArray> &segments, size_t depth,
                     std::vector<const QByteArray *> &values) const;
    static void collect(const Node &node, QList<QByteArray> &found);
    void finish(Match &match, const Node &node, Method method) const;

    std::unique_ptr<Node> m_root;
    QHash<QByteArray, const Node *> m_literal; // patterns without names, looked up in one step
};

} // namespace petalpost::http
