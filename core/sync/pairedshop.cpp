// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/pairedshop.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

constexpr qint64 maxFileBytes = 64 * 1024;

} // namespace

std::optional<PairedShop> readPairedShop(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.read(maxFileBytes)).object();
    const auto role = fromWord(deviceRoleWords, json.value(u"role"_s).toString());
    const auto parting = fromWord(partingWords, json.value(u"parting"_s).toString());
    const QUrl server(json.value(u"server"_s).toString(), QUrl::StrictMode);
    if (!role || !parting || server.host().isEmpty())
        return std::nullopt;
    return PairedShop{server,
                      json.value(u"name"_s).toString(),
                      QByteArray::fromHex(json.value(u"certificateSha256"_s).toString().toLatin1()),
                      json.value(u"deviceId"_s).toInteger(),
                      *role,
                      *parting,
                      json.value(u"operations"_s).toInt()};
}

bool writePairedShop(const QString &path, const PairedShop &shop)
{
    const QJsonObject json{
        {u"server"_s, shop.server.toString()},
        {u"name"_s, shop.name},
        {u"certificateSha256"_s, QString::fromLatin1(shop.certificateSha256.toHex())},
        {u"deviceId"_s, shop.deviceId},
        {u"role"_s, word(shop.role)},
        {u"parting"_s, word(shop.parting)},
        {u"operations"_s, shop.operations}};
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(json).toJson();
    return file.open(QIODevice::WriteOnly)
           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
           && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace petalpost::sync
