// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/reply.h"

#include "core/domain/clock.h"
#include "core/server/http/exchange.h"
#include "core/server/http/logging.h"

#include <QDateTime>
#include <QLocale>

#include <microhttpd.h>

#include <exception>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

void renderError(Exchange &exchange)
{
    const Core &core = *exchange.core;
    if (!core.errorPage || !exchange.response.isProblem() || !exchange.request.prefersHtml())
        return;
    try {
        exchange.response = core.errorPage(exchange.request, exchange.response);
    } catch (const std::exception &error) {
        qCCritical(lcHttp, "the error page of %s failed: %s", exchange.request.route.constData(),
                   error.what());
    }
}

void addHeaders(MHD_Response *to, const Response &response, bool close)
{
    MHD_add_response_header(to, "X-Content-Type-Options", "nosniff");
    if (!response.contentType.isEmpty())
        MHD_add_response_header(to, MHD_HTTP_HEADER_CONTENT_TYPE, response.contentType.constData());
    for (const auto &[name, value] : response.headers) {
        // libmicrohttpd refuses empty names, line breaks and tabs.
        if (MHD_add_response_header(to, name.constData(), value.constData()) == MHD_NO)
            qCWarning(lcHttp, "dropped the malformed response header %s", name.constData());
    }
    if (close)
        MHD_add_response_header(to, MHD_HTTP_HEADER_CONNECTION, "close");
}

QByteArray rawReply(const Response &response)
{
    const char *reason = MHD_get_reason_phrase_for(static_cast<unsigned>(response.status));
    const QString date =
        QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(SystemClock().nowMs(), Qt::UTC),
                              u"ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QByteArray bytes = "HTTP/1.1 "_ba + QByteArray::number(response.status) + ' ' + reason
                       + "\r\nDate: "_ba + date.toLatin1()
                       + "\r\nConnection: close\r\nX-Content-Type-Options: nosniff"_ba
                       + "\r\nContent-Type: "_ba + response.contentType + "\r\nContent-Length: "_ba
                       + QByteArray::number(response.body.size()) + "\r\n\r\n"_ba + response.body;
    return bytes;
}

} // namespace petalpost::http
