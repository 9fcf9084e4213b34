// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/problems.h"

namespace petalpost::http::problems {

using namespace Qt::Literals::StringLiterals;

Response badRequest(const QString &detail)
{
    return Response::problem(400, "bad-request"_ba, u"Bad request"_s, detail);
}

Response notFound()
{
    return Response::problem(404, "not-found"_ba, u"Not found"_s);
}

Response methodNotAllowed(const QByteArray &allow)
{
    return Response::problem(405, "method-not-allowed"_ba, u"Method not allowed"_s)
        .withHeader("Allow"_ba, allow);
}

Response requestTimeout()
{
    return Response::problem(408, "request-timeout"_ba, u"The request did not arrive in time"_s);
}

Response contentTooLarge(qint64 maxBytes)
{
    return Response::problem(413, "content-too-large"_ba, u"The request body is too large"_s, {},
                             {{"field"_L1, "body"_L1}, {"maxBytes"_L1, maxBytes}});
}

Response headersTooLarge()
{
    return Response::problem(431, "headers-too-large"_ba, u"The request headers are too large"_s);
}

Response internalError()
{
    return Response::problem(500, "internal-error"_ba, u"Internal error"_s);
}

Response notImplemented(const QString &detail)
{
    return Response::problem(501, "not-implemented"_ba, u"Not implemented"_s, detail);
}

Response unavailable(const QString &detail)
{
    return Response::problem(503, "unavailable"_ba, u"Temporarily unavailable"_s, detail)
        .withHeader("Retry-After"_ba, "5"_ba);
}

} // namespace petalpost::http::problems
