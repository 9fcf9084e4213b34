// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/intake.h"

#include "core/server/http/exchange.h"
#include "core/server/http/form.h"
#include "core/server/http/forwarded.h"
#include "core/server/http/problems.h"

#include <microhttpd.h>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HeaderScan
{
    QHash<QByteArray, QByteArray> &headers;
    int contentLengths = 0;
    int transferEncodings = 0;
    int hosts = 0;
};

MHD_Result collectHeader(void *cls, MHD_ValueKind, const char *name, size_t nameSize,
                         const char *value, size_t valueSize)
{
    HeaderScan &scan = *static_cast<HeaderScan *>(cls);
    const QByteArray key = QByteArray(name, static_cast<qsizetype>(nameSize)).toLower();
    const QByteArray text =
        value ? QByteArray(value, static_cast<qsizetype>(valueSize)) : QByteArray();
    if (key == "content-length")
        ++scan.contentLengths;
    else if (key == "transfer-encoding")
        ++scan.transferEncodings;
    else if (key == "host")
        ++scan.hosts;
    QByteArray &slot = scan.headers[key];
    if (slot.isNull())
        slot = text;
    else
        slot += (key == "cookie" ? "; "_ba : ", "_ba) + text;
    return MHD_YES;
}

std::optional<Refused> checkFraming(const HeaderScan &scan, const Request &request,
                                    QByteArrayView version)
{
    if (scan.contentLengths > 1)
        return Refused{problems::badRequest(u"More than one Content-Length."_s), true};
    if (scan.transferEncodings > 1 || (scan.transferEncodings > 0 && scan.contentLengths > 0))
        return Refused{problems::badRequest(u"The body's length is ambiguous."_s), true};
    if (scan.hosts > 1)
        return Refused{problems::badRequest(u"More than one Host."_s), true};
    if (scan.transferEncodings > 0) {
        if (version != "HTTP/1.1")
            return Refused{problems::badRequest(u"Transfer-Encoding needs HTTP/1.1."_s), true};
        if (request.header("transfer-encoding").toLower() != "chunked")
            return Refused{problems::notImplemented(u"Only chunked transfer is known."_s), true};
    }
    return std::nullopt;
}

// The path and the query of the request line; the absolute form loses its scheme and host.
std::optional<std::pair<QByteArrayView, QByteArrayView>> splitTarget(QByteArrayView target)
{
    if (target.contains('#'))
        return std::nullopt;
    if (target.startsWith("http://") || target.startsWith("https://")) {
        const qsizetype slash = target.indexOf('/', target.indexOf(':') + 3);
        if (slash < 0)
            return std::nullopt;
        target = target.sliced(slash);
    }
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return std::pair(target, QByteArrayView());
    return std::pair(target.first(mark), target.sliced(mark + 1));
}

std::optional<Refused> findRoute(Exchange &exchange)
{
    Request &request = exchange.request;
    const auto target = splitTarget(exchange.rawTarget);
    if (!target)
        return Refused{problems::badRequest(u"The request target is malformed."_s)};
    Router::Match match = exchange.core->router.match(request.method, target->first);
    request.path = std::move(match.path);
    request.route = std::move(match.pattern);
    request.params = std::move(match.params);
    switch (match.outcome) {
    case Router::Outcome::BadPath:
        return Refused{problems::badRequest(u"The path is malformed."_s)};
    case Router::Outcome::UnknownPath:
        return Refused{problems::notFound()};
    case Router::Outcome::WrongMethod:
        return Refused{problems::methodNotAllowed(match.allow)};
    case Router::Outcome::Found:
        break;
    }
    exchange.route = match.route;
    if (!target->second.isEmpty()) {
        auto query = parseFields(target->second, limits::queryFields);
        if (!query)
            return Refused{problems::badRequest(u"The query is malformed."_s)};
        request.query = std::move(*query);
    }
    return std::nullopt;
}

} // namespace

bool announcesBody(const Exchange &exchange)
{
    const auto &headers = exchange.request.headers;
    if (headers.contains("transfer-encoding"_ba))
        return true;
    const auto length = headers.constFind("content-length"_ba);
    return length != headers.constEnd() && *length != "0";
}

std::optional<Refused> readHead(Exchange &exchange, const char *method, const char *version)
{
    Request &request = exchange.request;
    exchange.bodyLimit = limits::jsonBodyBytes; // what is read and thrown away after a refusal
    HeaderScan scan{request.headers};
    MHD_get_connection_values_n(exchange.mhd, MHD_HEADER_KIND, &collectHeader, &scan);
    request.clientAddress =
        clientAddress(exchange.connection->peerAddress, request.header("x-forwarded-for"),
                      exchange.core->trustedProxies);
    if (auto refused = checkFraming(scan, request, version))
        return refused;

    const auto *info =
        MHD_get_connection_info(exchange.mhd, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    if (info && info->header_size > static_cast<size_t>(exchange.core->limits.headerBytes))
        return Refused{problems::headersTooLarge(), true};
    const std::optional<Method> known = methodFromName(method);
    if (!known)
        return Refused{problems::notImplemented(u"The method is not known."_s), true};
    request.method = *known;

    std::optional<Refused> refused = findRoute(exchange);
    if (exchange.route)
        exchange.bodyLimit = exchange.route->options.maxBodyBytes;
    if (scan.contentLengths > 0) {
        const qint64 length = request.header("content-length").toLongLong();
        if (length > exchange.bodyLimit) {
            if (!refused)
                refused = Refused{problems::contentTooLarge(exchange.bodyLimit)};
            refused->closeNow = true;
        }
    }
    // Who asks before sending the body is told now.
    if (refused && announcesBody(exchange) && request.headers.contains("expect"_ba))
        refused->closeNow = true;
    return refused;
}

} // namespace petalpost::http
