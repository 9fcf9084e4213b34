// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/runningserver.h"

#include <QtCore/QFile>
#include <QtCore/QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maxLineBytes = 4096;

/// The only line of a small file; empty when there is none.
QByteArray lineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxLineBytes).trimmed() : QByteArray();
}

} // namespace

tl::expected<QNetworkRequest, QString> callToServer(const RunningServer &server, const char *path)
{
    const QString tokenFile = server.dataDir % u"/owner.token"_s;
    const QByteArray token = lineOf(tokenFile);
    const QString address = server.url.isEmpty()
                                ? QString::fromUtf8(lineOf(server.dataDir % u"/server.url"_s))
                                : server.url;
    if (address.isEmpty()) {
        return tl::unexpected(
            u"no petalpostd is running over %1: start it with petalpostd serve --data "
            "%1, or name it with --server URL."_s.arg(server.dataDir));
    }
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return tl::unexpected(u"%1 is no address of a server: http://HOST:PORT."_s.arg(address));
    if (token.isEmpty())
        return tl::unexpected(u"the owner's token %1 cannot be read."_s.arg(tokenFile));
    url.setPath(QString::fromLatin1(path));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    return request;
}
