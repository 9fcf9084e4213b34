// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/gatewayconfig.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace Qt::Literals::StringLiterals;
using petalpost::server::GatewaySettings;

namespace {

constexpr qint64 maxCredentialBytes = 4096;

/// "webhookSecret" of "stripe" is PETALPOST_STRIPE_WEBHOOKSECRET.
QString variableOf(const QString &gateway, const QString &key)
{
    return u"PETALPOST_"_s + gateway.toUpper() + u'_' + key.toUpper();
}

/// A value with commas in it is a list to QSettings.
QString joined(const QVariant &value)
{
    return value.toStringList().join(u',').trimmed();
}

void takeFile(const QSettings &settings, GatewaySettings &gateway)
{
    for (const QString &path : settings.allKeys()) {
        if (path.startsWith(gateway.name + u'/'))
            gateway.values.insert(path.section(u'/', 1), joined(settings.value(path)));
    }
}

void takeEnvironment(const QProcessEnvironment &environment, GatewaySettings &gateway)
{
    const QString prefix = variableOf(gateway.name, {});
    for (const QString &name : environment.keys()) {
        if (!name.startsWith(prefix))
            continue;
        const QString key = name.sliced(prefix.size());
        const auto known =
            std::ranges::find_if(petalpost::server::gatewayKeys(), [&](const QString &candidate) {
                return candidate.compare(key, Qt::CaseInsensitive) == 0;
            });
        if (known != petalpost::server::gatewayKeys().end())
            gateway.values.insert(*known, environment.value(name).trimmed());
    }
}

tl::expected<void, QString> takeCredentials(const QString &directory, GatewaySettings &gateway)
{
    if (directory.isEmpty())
        return {};
    const QString prefix = gateway.name + u'.';
    for (const QString &name : QDir(directory).entryList({QString(prefix + u'*')}, QDir::Files)) {
        QFile file(directory + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(u"the credential %1 cannot be read."_s.arg(name));
        gateway.values.insert(name.sliced(prefix.size()),
                              QString::fromUtf8(file.read(maxCredentialBytes)).trimmed());
    }
    return {};
}

bool readableByAll(const QString &file)
{
    return QFileInfo(file).permissions() & (QFile::ReadOther | QFile::WriteOther);
}

} // namespace

tl::expected<std::vector<GatewaySettings>, QString> readGateways(
    const QSettings &settings, const QProcessEnvironment &environment)
{
    std::vector<GatewaySettings> gateways;
    for (const QString &entry : settings.value(u"payment/gateways"_s).toStringList()) {
        GatewaySettings gateway{entry.trimmed().toLower(), {}};
        if (gateway.name.isEmpty())
            continue;
        if (!petalpost::server::providerNames().contains(gateway.name)) {
            return tl::unexpected(u"[payment] gateways names %1; there are %2."_s.arg(
                gateway.name, petalpost::server::providerNames().join(u", "_s)));
        }
        takeFile(settings, gateway);
        if (!gateway.values.isEmpty() && readableByAll(settings.fileName())) {
            return tl::unexpected(
                u"%1 holds payment keys and can be read by everybody: chmod 600 it, or keep the "
                "keys in systemd credentials or the environment."_s.arg(settings.fileName()));
        }
        takeEnvironment(environment, gateway);
        const auto taken = takeCredentials(environment.value(u"CREDENTIALS_DIRECTORY"_s), gateway);
        if (!taken)
            return tl::unexpected(taken.error());
        gateways.push_back(std::move(gateway));
    }
    return gateways;
}
