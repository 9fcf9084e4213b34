// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/router.h"

#include "core/server/http/text.h"

#include <algorithm>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

struct Router::Node
{
    QByteArray pattern; // empty: a way through, not a route
    std::vector<QByteArray> names; // of the parameters on the way here
    std::map<Method, Route> routes;
    QHash<QByteArray, Node *> literals;
    Node *any = nullptr; // the child for a named segment
    std::vector<std::unique_ptr<Node>> children;

    Node *addChild() { return children.emplace_back(std::make_unique<Node>()).get(); }
};

namespace {

bool isName(const QByteArray &segment)
{
    return segment.size() > 2 && segment.startsWith('{') && segment.endsWith('}');
}

// The raw segments after the leading slash; "/" has one empty segment.
std::vector<QByteArrayView> splitPath(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    qsizetype from = 1;
    while (from <= path.size()) {
        qsizetype to = path.indexOf('/', from);
        if (to < 0)
            to = path.size();
        segments.push_back(path.sliced(from, to - from));
        from = to + 1;
    }
    return segments;
}

} // namespace

Router::Router()
    : m_root(std::make_unique<Node>())
{
}
Router::~Router() = default;
Router::Router(Router &&) noexcept = default;
Router &Router::operator=(Router &&) noexcept = default;

void Router::add(Method method, const QByteArray &pattern, Handler handler, RouteOptions options)
{
    if (!pattern.startsWith('/') || !handler)
        qFatal("a route needs a pattern that starts with a slash, and a handler");
    Node *node = m_root.get();
    std::vector<QByteArray> names;
    for (const QByteArrayView part : splitPath(pattern)) {
        const QByteArray segment = part.toByteArray();
        if (isName(segment)) {
            names.push_back(segment.sliced(1, segment.size() - 2));
            if (!node->any)
                node->any = node->addChild();
            node = node->any;
        } else {
            Node *&child = node->literals[segment];
            if (!child)
                child = node->addChild();
            node = child;
        }
    }
    if (!node->pattern.isEmpty() && node->names != names)
        qFatal("two routes name the same path's parameters differently");
    node->pattern = pattern;
    node->names = names;
    const bool added =
        node->routes.try_emplace(method, Route{pattern, std::move(handler), options}).second;
    if (!added)
        qFatal("a route was added twice");
    if (names.empty())
        m_literal.insert(pattern, node);
}

Router::Match Router::match(Method method, QByteArrayView rawPath) const
{
    Match match;
    const QByteArray view = QByteArray::fromRawData(rawPath.data(), rawPath.size());
    if (const Node *node = m_literal.value(view)) {
        match.path = node->pattern;
        finish(match, *node, method);
        return match;
    }
    match.outcome = Outcome::BadPath;
    if (!rawPath.startsWith('/'))
        return match;
    const auto path = percentDecode(rawPath, Plus::Literal);
    if (!path)
        return match;
    match.path = *path;
    match.outcome = Outcome::UnknownPath;
    const std::vector<QByteArrayView> parts = splitPath(rawPath);
    if (parts.size() > size_t{limits::pathSegments})
        return match;
    std::vector<QByteArray> segments;
    segments.reserve(parts.size());
    for (const QByteArrayView part : parts)
        segments.push_back(*percentDecode(part, Plus::Literal));

    std::vector<const QByteArray *> values;
    const Node *node = find(*m_root, segments, 0, values);
    if (!node)
        return match;
    Q_ASSERT(values.size() == node->names.size());
    for (size_t i = 0; i < values.size(); ++i) {
        auto value = decodeUtf8(*values[i]);
        if (!value) {
            match.outcome = Outcome::BadPath;
            return match;
        }
        match.params.insert(node->names[i], std::move(*value));
    }
    finish(match, *node, method);
    return match;
}

QList<QByteArray> Router::routes() const
{
    QList<QByteArray> found;
    collect(*m_root, found);
    std::ranges::sort(found);
    return found;
}

// As deep as the longest pattern.
void Router::collect(const Node &node, QList<QByteArray> &found)
{
    for (const auto &[method, route] : node.routes)
        found << methodName(method) + ' ' + route.pattern;
    for (const auto &child : node.children)
        collect(*child, found);
}

// Depth is bounded by limits::pathSegments, and so are the ways tried (two at each segment).
const Router::Node *Router::find(const Node &node, const std::vector<QByteArray> &segments,
                                 size_t depth, std::vector<const QByteArray *> &values) const
{
    if (depth == segments.size())
        return node.pattern.isEmpty() ? nullptr : &node;
    const QByteArray &segment = segments[depth];
    if (const Node *child = node.literals.value(segment)) {
        if (const Node *found = find(*child, segments, depth + 1, values))
            return found;
    }
    if (!node.any || segment.isEmpty())
        return nullptr;
    values.push_back(&segment);
    if (const Node *found = find(*node.any, segments, depth + 1, values))
        return found;
    values.pop_back();
    return nullptr;
}

void Router::finish(Match &match, const Node &node, Method method) const
{
    match.pattern = node.pattern;
    auto route = node.routes.find(method);
    if (route == node.routes.end() && method == Method::Head)
        route = node.routes.find(Method::Get);
    if (route != node.routes.end()) {
        match.outcome = Outcome::Found;
        match.route = &route->second;
        return;
    }
    match.outcome = Outcome::WrongMethod;
    for (const auto &[allowed, unused] : node.routes) {
        if (!match.allow.isEmpty())
            match.allow += ", "_ba;
        match.allow += methodName(allowed);
        if (allowed == Method::Get && !node.routes.contains(Method::Head))
            match.allow += ", HEAD"_ba;
    }
}

} // namespace petalpost::http
