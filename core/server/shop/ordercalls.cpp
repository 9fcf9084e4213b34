// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/ordercalls.h"

#include "core/server/payment/patience.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QCoro::Task<Result<Order>> postedOrder(Site &site, http::Request request,
                                       QHash<QString, QString> fields)
{
    const QString token = request.param("token");
    auto order = co_await site.deps.orders.findByToken(token);
    if (!order)
        co_return order;
    const auto shop = co_await site.shop();
    const bool ours = shop && Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Accepted)
                      && site.guard.csrfOk(fields.value(u"csrf"_s), token);
    if (!ours)
        co_return refuse(RefusalCode::NotAllowed);
    co_return order;
}

QCoro::Task<Result<HostedPage>> beginPayment(Site &site, qint64 orderId, QString gateway,
                                             int chargeRequest)
{
    auto beginning = site.deps.payments.begin(orderId, std::move(gateway), chargeRequest);
    auto begun = co_await withPatience(site.deps.tasks, site.deps.delays, std::move(beginning));
    if (!begun)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return std::move(*begun);
}

http::Response toPayment(const Language &language, const HostedPage &page)
{
    const bool ownPage = page.url.startsWith(u'/');
    return http::Response::redirect((ownPage ? language.prefix + page.url : page.url).toUtf8());
}

http::Response toOrder(const Language &language, const QString &token)
{
    return privately(http::Response::redirect((language.prefix + u"/t/"_s + token).toLatin1()));
}

http::Response privately(http::Response response)
{
    return std::move(response)
        .withHeader("Cache-Control"_ba, "no-store"_ba)
        .withHeader("Referrer-Policy"_ba, "no-referrer"_ba);
}

} // namespace petalpost::server
