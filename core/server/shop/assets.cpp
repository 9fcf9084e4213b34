// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/assets.h"

#include "core/server/http/problems.h"
#include "translations/words.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro wants it.
static void initWebResources()
{
    Q_INIT_RESOURCE(web);
}

namespace petalpost::server {

namespace {

constexpr int hashLength = 10; ///< hex digits in an address
constexpr auto pictureFolder = ":/demo/pictures"_L1;

QByteArray typeOf(const QString &file)
{
    if (file.endsWith(u".css"_s))
        return "text/css; charset=utf-8"_ba;
    if (file.endsWith(u".js"_s))
        return "text/javascript; charset=utf-8"_ba;
    if (file.endsWith(u".svg"_s))
        return "image/svg+xml"_ba;
    if (file.endsWith(u".webp"_s))
        return "image/webp"_ba;
    return "application/octet-stream"_ba;
}

} // namespace

void initShopResources()
{
    initWebResources();
    initTranslationResources();
}

Assets::Assets()
    : m_files(load(u":/web/static"_s))
    , m_pictures(load(pictureFolder))
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Asset &file : std::as_const(m_files))
        hash.addData(file.hash.toUtf8());
    const QDir templates(u":/web/templates"_s);
    for (const QString &name : templates.entryList()) {
        QFile file(templates.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
    m_revision = hash.result().toHex().first(hashLength);
}

QHash<QString, Assets::Asset> Assets::load(const QString &folder)
{
    QHash<QString, Asset> files;
    const QDir directory(folder);
    for (const QString &name : directory.entryList(QDir::Files)) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        const QByteArray hash =
            QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        files.insert(name, {content, typeOf(name), QString::fromLatin1(hash.first(hashLength))});
    }
    return files;
}

http::Response Assets::answer(const QHash<QString, Asset> &files, const http::Request &request)
{
    const auto found = files.constFind(request.param("file"));
    if (found == files.cend())
        return http::problems::notFound();
    const QByteArray etag = '"' + found->hash.toLatin1() + '"';
    const bool current = request.queryValue(u"v") == found->hash;
    http::Response response;
    if (request.header("if-none-match") == etag) {
        response.status = 304;
    } else {
        response.contentType = found->type;
        response.body = found->content;
    }
    return std::move(response)
        .withHeader("ETag"_ba, etag)
        .withHeader("Cache-Control"_ba,
                    current ? "public, max-age=31536000, immutable"_ba : "public, max-age=300"_ba);
}

void Assets::addRoutes(http::Router &router)
{
    const auto add = [&](const QByteArray &pattern, const QHash<QString, Asset> &files) {
        router.add(http::Method::Get, pattern,
                   [&files](http::Request request) -> QCoro::Task<http::Response> {
                       co_return answer(files, request);
                   });
    };
    add("/static/{file}"_ba, m_files);
    add("/pictures/{file}"_ba, m_pictures);
    router.add(http::Method::Get, "/favicon.ico"_ba,
               [this](http::Request request) -> QCoro::Task<http::Response> {
                   request.params.insert("file"_ba, u"icon.svg"_s);
                   co_return answer(m_files, request);
               });
}

QString Assets::url(const QString &file) const
{
    return u"/static/"_s + file + u"?v="_s + m_files.value(file).hash;
}

QString Assets::pictureUrl(const QString &file) const
{
    const auto found = m_pictures.constFind(file);
    return found == m_pictures.cend() ? QString()
                                      : QString(u"/pictures/"_s + file + u"?v="_s + found->hash);
}

} // namespace petalpost::server
