// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/photo.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"
#include "core/server/http/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QCoro::Task<http::Response> postPhoto(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto photo = co_await services.photos.keep(std::move(request.body));
    if (!photo)
        co_return problemFor(photo.error());
    co_return http::Response::json(201, QJsonObject{{u"id"_s, *photo}});
}

/// "<photoId>-360.webp": which photo, and whether it is the larger rendering.
std::optional<std::pair<QString, bool>> renderingOf(const QString &file)
{
    constexpr qsizetype digits = 64;
    const QString id = file.left(digits);
    if (!isPhotoId(id))
        return std::nullopt;
    for (const int widthPx : {photobounds::smallPx, photobounds::largePx}) {
        if (paths::photoRendering(id, widthPx).endsWith(u'/' + file))
            return std::pair(id, widthPx == photobounds::largePx);
    }
    return std::nullopt;
}

/// Whoever has a photo's address was shown it: nobody can guess one.
QCoro::Task<http::Response> getPhoto(Services services, http::Request request)
{
    const auto asked = renderingOf(request.param("file"));
    if (!asked)
        co_return http::problems::notFound();
    const QByteArray etag = '"' + request.param("file").toLatin1() + '"';
    http::Response response;
    if (request.header("if-none-match") == etag) {
        response.status = 304; // what a photo shows never changes
    } else {
        const auto rendering = co_await services.photos.rendering(asked->first, asked->second);
        if (!rendering)
            co_return problemFor(rendering.error());
        response.contentType = "image/webp"_ba;
        response.body = *rendering;
    }
    co_return std::move(response)
        .withHeader("ETag"_ba, etag)
        .withHeader("Cache-Control"_ba, "private, max-age=31536000, immutable"_ba);
}

} // namespace

void addPhotoRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(
        Method::Post, paths::photos,
        [services](http::Request request) { return postPhoto(services, std::move(request)); },
        {http::limits::photoBodyBytes});
    router.add(Method::Get, paths::photo, [services](http::Request request) {
        return getPhoto(services, std::move(request));
    });
}

} // namespace petalpost::server
