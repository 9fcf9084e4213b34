// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/crawlerpages.h"

#include <qcorofuture.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

const QString sitemapSpace = u"http://www.sitemaps.org/schemas/sitemap/0.9"_s;
const QString xhtmlSpace = u"http://www.w3.org/1999/xhtml"_s;

/// Pages of one order, of one person, or of one moment: nothing to be found.
constexpr const char *hiddenPaths[] = {"/t/",        "/r/",           "/my",       "/shop/order",
                                       "/shop/pay/", "/shop/return/", "/sandbox/", "/d"};

http::Response answer(const QByteArray &type, QByteArray body)
{
    http::Response response;
    response.contentType = type;
    response.body = std::move(body);
    return std::move(response).withHeader("Cache-Control"_ba, "no-cache"_ba);
}

} // namespace

QCoro::Task<http::Response> CrawlerPages::robots(http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    QByteArray text = "User-agent: *\n"_ba;
    for (const Language *language : {&m_site.korean(), &m_site.english()}) {
        for (const char *path : hiddenPaths)
            text += "Disallow: " + language->prefix.toLatin1() + path + '\n';
    }
    text += "Sitemap: " + shop->publicUrl.toUtf8() + "/sitemap.xml\n";
    co_return answer("text/plain; charset=utf-8"_ba, text);
}

QCoro::Task<http::Response> CrawlerPages::sitemap(http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const auto products = co_await m_site.deps.catalogue.menu();
    if (!products)
        co_return Site::problem(products.error());
    QStringList paths{u"/"_s};
    for (const Product &product : *products)
        paths.append(u"/shop/items/"_s + QString::number(product.id));
    paths << u"/terms"_s << u"/privacy"_s << u"/refunds"_s;

    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(sitemapSpace);
    xml.writeNamespace(xhtmlSpace, u"xhtml"_s);
    xml.writeStartElement(sitemapSpace, u"urlset"_s);
    for (const QString &path : std::as_const(paths)) {
        for (const Language *language : {&m_site.korean(), &m_site.english()}) {
            xml.writeStartElement(sitemapSpace, u"url"_s);
            xml.writeTextElement(sitemapSpace, u"loc"_s,
                                 shop->publicUrl + Site::pathIn(*language, path));
            for (const Language *other : {&m_site.korean(), &m_site.english()}) {
                xml.writeEmptyElement(xhtmlSpace, u"link"_s);
                xml.writeAttribute(u"rel"_s, u"alternate"_s);
                xml.writeAttribute(u"hreflang"_s, other->words.locale());
                xml.writeAttribute(u"href"_s, shop->publicUrl + Site::pathIn(*other, path));
            }
            xml.writeEndElement();
        }
    }
    xml.writeEndDocument();
    co_return answer("application/xml; charset=utf-8"_ba, text);
}

QCoro::Task<http::Response> CrawlerPages::manifest(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const QString name = Texts(language.words, *shop, 0).shopName();
    const QJsonObject icon{{u"src"_s, m_site.assets.url(u"icon.svg"_s)},
                           {u"type"_s, u"image/svg+xml"_s},
                           {u"sizes"_s, u"any"_s}};
    const QJsonObject manifest{{u"name"_s, name},
                               {u"short_name"_s, name},
                               {u"lang"_s, language.words.locale()},
                               {u"start_url"_s, language.home()},
                               {u"display"_s, u"browser"_s},
                               {u"background_color"_s, u"#f7f5f0"_s},
                               {u"theme_color"_s, u"#f7f5f0"_s},
                               {u"icons"_s, QJsonArray{icon}}};
    co_return answer("application/manifest+json"_ba,
                     QJsonDocument(manifest).toJson(QJsonDocument::Compact));
}

} // namespace petalpost::server
