// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/pictures.h"

#include "core/domain/photo.h"
#include "core/protocol/paths.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

Picture photoPicture(const QString &id)
{
    if (id.isEmpty())
        return {};
    return {paths::photoRendering(id, photobounds::smallPx),
            paths::photoRendering(id, photobounds::largePx)};
}

Picture pictureOf(const Assets &assets, const Product &product)
{
    if (!product.photos.isEmpty())
        return photoPicture(product.photos.front());
    if (product.picture.isEmpty())
        return {};
    return {assets.pictureUrl(product.picture + u"-360.webp"_s),
            assets.pictureUrl(product.picture + u"-720.webp"_s)};
}

void showPicture(View &view, const std::string &name, const Picture &picture)
{
    if (picture.isEmpty())
        view.flag(name, false);
    else
        view.set(name, std::move(View().set("small", picture.small).set("large", picture.large)));
}

void showPhotos(View &view, const std::string &name, const QStringList &photos)
{
    std::vector<View> parts;
    for (const QString &photo : photos) {
        View part;
        showPicture(part, "photo", photoPicture(photo));
        parts.push_back(std::move(part));
    }
    view.set(name, std::move(parts));
}

} // namespace petalpost::server
