// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/exchange.h"

#include "core/server/http/eventstream.h"
#include "core/server/http/logging.h"
#include "core/server/http/problems.h"

#include <microhttpd.h>

#include <exception>

namespace petalpost::http {

namespace {

// Outside the coroutine: the logging macro's local class does not belong into its frame.
void logHandlerFailure(const Request &request, const char *what)
{
    qCCritical(lcHttp, "handler of %s %s failed: %s", methodName(request.method).constData(),
               request.route.constData(), what);
}

} // namespace

Exchange::Exchange(std::shared_ptr<Core> sharedCore)
    : core(std::move(sharedCore))
{
    ++core->active;
    started.start();
}

Exchange::~Exchange()
{
    --core->active;
}

QCoro::Task<> Exchange::answer(std::shared_ptr<Exchange> exchange)
{
    Response response;
    try {
        QCoro::Task<Response> task = exchange->route->handler(exchange->request);
        response = co_await task;
    } catch (const std::exception &error) {
        logHandlerFailure(exchange->request, error.what());
        response = problems::internalError();
    } catch (...) {
        logHandlerFailure(exchange->request, "not a std::exception");
        response = problems::internalError();
    }
    exchange->finish(std::move(response));
}

void Exchange::finish(Response answered)
{
    if (stage != Stage::Running && stage != Stage::Suspended) {
        // The deadline answered already, or the client left: tell the stream's owner.
        if (answered.stream)
            answered.stream->close();
        return;
    }
    const bool suspended = stage == Stage::Suspended;
    response = std::move(answered);
    stage = Stage::Answered;
    if (suspended)
        resume();
}

void Exchange::resume()
{
    MHD_resume_connection(mhd);
    core->resumed();
}

} // namespace petalpost::http
