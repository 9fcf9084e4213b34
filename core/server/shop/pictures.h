// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/server/shop/assets.h"
#include "core/server/shop/view.h"

namespace petalpost::server {

/// Where a page finds the two sizes of a picture; empty when there is none.
struct Picture
{
    QString small;
    QString large;

    bool isEmpty() const { return small.isEmpty() || large.isEmpty(); }
};

/// The photo \a id; empty without one.
Picture photoPicture(const QString &id);
/// What stands for \a product: its first photo, or the demo shop's picture.
Picture pictureOf(const Assets &assets, const Product &product);

/// `name.small` and `name.large`, or a section that is left out.
void showPicture(View &view, const std::string &name, const Picture &picture);
/// The same for each of \a photos, with `photo` in the section \a name.
void showPhotos(View &view, const std::string &name, const QStringList &photos);

} // namespace petalpost::server
