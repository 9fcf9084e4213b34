// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/shoppages.h"

#include "core/server/shop/changepages.h"
#include "core/server/shop/checkoutpages.h"
#include "core/server/shop/crawlerpages.h"
#include "core/server/shop/driverpages.h"
#include "core/server/shop/legalpages.h"
#include "core/server/shop/menupages.h"
#include "core/server/shop/mypages.h"
#include "core/server/shop/paypages.h"
#include "core/server/shop/plainpages.h"
#include "core/server/shop/reviewpages.h"
#include "core/server/shop/sandboxpages.h"
#include "core/server/shop/trackingpages.h"

#include <optional>

namespace petalpost::server {

using http::Method;

namespace {

/// To where a page is, for good.
QCoro::Task<http::Response> moved(QByteArray to)
{
    http::Response response = http::Response::redirect(std::move(to));
    response.status = 301;
    co_return response;
}

} // namespace

struct ShopPages::Pages
{
    explicit Pages(ShopDeps deps)
        : site(std::move(deps))
    {
        if (site.deps.sandbox)
            sandbox.emplace(site, *site.deps.sandbox);
    }

    template<class Family>
    using Handler = QCoro::Task<http::Response> (Family::*)(const Language &, http::Request);

    /// One route in both languages.
    template<class Family>
    void add(http::Router &router, Method method, const QByteArray &pattern, Family &family,
             Handler<Family> handler, http::RouteOptions options = {})
    {
        for (const Language *language : {&site.korean(), &site.english()}) {
            router.add(
                method, patternIn(*language, pattern),
                [&family, handler, language](http::Request request) {
                    return (family.*handler)(*language, std::move(request));
                },
                options);
        }
    }

    /// The same, counted by the customer's address.
    template<class Family>
    void addCounted(http::Router &router, Method method, const QByteArray &pattern, Family &family,
                    Handler<Family> handler, Press press = Press::Other)
    {
        for (const Language *language : {&site.korean(), &site.english()}) {
            router.add(method, patternIn(*language, pattern),
                       [this, &family, handler, language, press](http::Request request) {
                           return counted(family, handler, *language, press, std::move(request));
                       });
        }
    }

    static QByteArray patternIn(const Language &language, const QByteArray &pattern)
    {
        const QByteArray prefix = language.prefix.toLatin1();
        const bool home = pattern == "/" && !prefix.isEmpty();
        return home ? prefix : QByteArray(prefix + pattern);
    }

    template<class Family>
    QCoro::Task<http::Response> counted(Family &family, Handler<Family> handler,
                                        const Language &language, Press press,
                                        http::Request request)
    {
        const bool allowed = co_await site.allows(press, request.clientAddress);
        if (!allowed)
            co_return Site::problem(Refusal::of(RefusalCode::TooMany));
        co_return co_await (family.*handler)(language, std::move(request));
    }

    Site site;
    MenuPages menu{site};
    CheckoutPages checkout{site};
    TrackingPages tracking{site};
    ChangePages changes{site};
    PayPages pay{site};
    ReviewPages reviews{site};
    DriverPages driver{site};
    MyPages my{site};
    LegalPages legal{site};
    CrawlerPages crawlers{site};
    PlainPages plain{site};
    std::optional<SandboxPages> sandbox;
};

ShopPages::ShopPages(ShopDeps deps)
    : m_pages(std::make_unique<Pages>(std::move(deps)))
{
}

ShopPages::~ShopPages() = default;

void ShopPages::addRoutes(http::Router &router)
{
    Pages &pages = *m_pages;
    pages.add(router, Method::Get, "/", pages.menu, &MenuPages::menu);
    const QByteArray english = pages.site.english().home().toLatin1();
    router.add(Method::Get, english + '/', [english](http::Request) { return moved(english); });
    pages.add(router, Method::Get, "/shop/items/{id}", pages.menu, &MenuPages::item);
    pages.add(router, Method::Get, "/shop/order", pages.checkout, &CheckoutPages::form);
    pages.addCounted(router, Method::Post, "/shop/order", pages.checkout, &CheckoutPages::edit);
    pages.addCounted(router, Method::Post, "/shop/address", pages.checkout,
                     &CheckoutPages::findAddress);
    pages.addCounted(router, Method::Post, "/shop/check", pages.checkout, &CheckoutPages::check);
    pages.addCounted(router, Method::Post, "/shop/checkout", pages.checkout,
                     &CheckoutPages::checkout, Press::Order);
    pages.add(router, Method::Get, "/shop/pay/{attempt}", pages.pay, &PayPages::show);
    pages.addCounted(router, Method::Post, "/shop/pay/{attempt}", pages.pay, &PayPages::change);
    pages.addCounted(router, Method::Get, "/shop/return/{attempt}", pages.tracking,
                     &TrackingPages::returned); // it asks the provider
    pages.add(router, Method::Get, "/t/{token}", pages.tracking, &TrackingPages::show);
    pages.addCounted(router, Method::Post, "/t/{token}/cancel", pages.tracking,
                     &TrackingPages::cancel);
    pages.addCounted(router, Method::Post, "/t/{token}/pay", pages.tracking, &TrackingPages::pay);
    pages.addCounted(router, Method::Post, "/t/{token}/change", pages.changes,
                     &ChangePages::answer);
    pages.add(router, Method::Get, "/r/{token}", pages.reviews, &ReviewPages::show);
    pages.addCounted(router, Method::Post, "/r/{token}", pages.reviews, &ReviewPages::write);
    pages.add(router, Method::Get, "/d", pages.driver, &DriverPages::show);
    pages.add(router, Method::Post, "/d/sign-in", pages.driver, &DriverPages::signIn);
    pages.add(router, Method::Post, "/d/sign-out", pages.driver, &DriverPages::signOut);
    pages.add(router, Method::Post, "/d/moves/{id}", pages.driver, &DriverPages::move);
    pages.add(router, Method::Post, "/d/photos/{id}", pages.driver, &DriverPages::photo,
              {http::limits::photoBodyBytes});
    pages.add(router, Method::Get, "/my", pages.my, &MyPages::show);
    pages.add(router, Method::Get, "/my/code", pages.my, &MyPages::code);
    pages.addCounted(router, Method::Post, "/my/code", pages.my, &MyPages::ask);
    pages.addCounted(router, Method::Post, "/my/enter", pages.my, &MyPages::enter);
    pages.addCounted(router, Method::Post, "/my/leave", pages.my, &MyPages::leave);
    pages.add(router, Method::Get, "/terms", pages.legal, &LegalPages::terms);
    pages.add(router, Method::Get, "/privacy", pages.legal, &LegalPages::privacy);
    pages.add(router, Method::Get, "/refunds", pages.legal, &LegalPages::refunds);
    pages.add(router, Method::Get, "/site.webmanifest", pages.crawlers, &CrawlerPages::manifest);
    if (pages.sandbox) {
        pages.add(router, Method::Get, "/sandbox/pay/{reference}", *pages.sandbox,
                  &SandboxPages::show);
        pages.addCounted(router, Method::Post, "/sandbox/pay/{reference}", *pages.sandbox,
                         &SandboxPages::decide);
    }
    router.add(Method::Get, "/robots.txt", [&pages](http::Request request) {
        return pages.crawlers.robots(std::move(request));
    });
    router.add(Method::Get, "/sitemap.xml", [&pages](http::Request request) {
        return pages.crawlers.sitemap(std::move(request));
    });
    pages.site.assets.addRoutes(router);
}

http::Response ShopPages::errorPage(const http::Request &request, http::Response problem) const
{
    return m_pages->plain.error(request, std::move(problem));
}

} // namespace petalpost::server
