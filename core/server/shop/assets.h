// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/http/router.h"

#include <QtCore/QHash>

namespace petalpost::server {

/// Makes the pages' templates and files readable; call it once before the first ShopPages.
void initShopResources();

/// The style sheet, scripts, icon and pictures of the shop. An address carries the hash of the
/// content, so browsers keep a file for ever and still see a new one at once.
class Assets
{
public:
    Assets();

    void addRoutes(http::Router &router);

    /// "/static/shop.css?v=1a2b3c4d".
    QString url(const QString &file) const;
    /// As url(), for "peony-360.webp"; empty when there is no such picture.
    QString pictureUrl(const QString &file) const;
    /// A hash over all page files: part of every ETag.
    const QByteArray &revision() const { return m_revision; }

private:
    struct Asset
    {
        QByteArray content;
        QByteArray type;
        QString hash;
    };

    static QHash<QString, Asset> load(const QString &folder);
    static http::Response answer(const QHash<QString, Asset> &files, const http::Request &request);

    QHash<QString, Asset> m_files;
    QHash<QString, Asset> m_pictures;
    QByteArray m_revision;
};

} // namespace petalpost::server
