// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/deskaccess.h"

#include "core/sync/unpairing.h"

#include <QtCore/QDir>
#include <QtCore/QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

Q_LOGGING_CATEGORY(lcPairing, "petalpost.sync", QtInfoMsg)

} // namespace

DeskAccess::DeskAccess(const QString &directory, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_file(directory % u"/pairing.json"_s)
    , m_key(u"desk "_s % QDir(directory).absolutePath())
    , m_secrets(secrets)
    , m_shop(readPairedShop(m_file))
{
}

void DeskAccess::load()
{
    if (!m_shop || !m_shop->isPaired()) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT missing(false); }, Qt::QueuedConnection);
        return;
    }
    connect(m_secrets.read(m_key), &SecretRequest::finished, this,
            [this](const SecretAnswer &answer) {
                if (answer.status == SecretStatus::Done)
                    Q_EMIT granted(settings(answer.secret), answer.plain);
                else
                    Q_EMIT missing(answer.status == SecretStatus::Unavailable);
            });
}

void DeskAccess::keep(const PairedDevice &device)
{
    if (m_parting) { // or the old token's removal would take the new one along
        connect(
            this, &DeskAccess::parted, this, [this, device] { keep(device); },
            Qt::SingleShotConnection);
        return;
    }
    connect(m_secrets.write(m_key, device.token), &SecretRequest::finished, this,
            [this, device](const SecretAnswer &answer) {
                const PairedShop shop{device.shop.server,
                                      device.shop.name,
                                      device.shop.certificateSha256,
                                      device.id,
                                      device.role,
                                      Parting::None,
                                      0};
                if (answer.status != SecretStatus::Done || !writePairedShop(m_file, shop)) {
                    qCWarning(lcPairing, "the token of this desk could not be kept");
                    Q_EMIT notKept();
                    return;
                }
                m_shop = shop;
                Q_EMIT kept(settings(device.token), answer.plain);
            });
}

void DeskAccess::part(Parting parting, int operations)
{
    note(parting, operations);
    forgetToken();
}

void DeskAccess::unpair(int operations)
{
    const std::optional<PairedShop> before = m_shop;
    note(Parting::Unpaired, operations);
    if (!before || !before->isPaired()) {
        forgetToken();
        return;
    }
    m_parting = true;
    connect(m_secrets.read(m_key), &SecretRequest::finished, this,
            [this, shop = *before](const SecretAnswer &answer) {
                auto *unpairing = new Unpairing(Unpairing::usualDeadlineMs, this);
                connect(unpairing, &Unpairing::finished, this, [this, unpairing](bool ended) {
                    unpairing->deleteLater();
                    if (!ended)
                        qCInfo(lcPairing, "the server does not know that this desk left");
                    forgetToken();
                });
                unpairing->start(shop, answer.secret);
            });
}

void DeskAccess::note(Parting parting, int operations)
{
    const bool wasPaired = m_shop.has_value();
    if (!wasPaired)
        m_shop.emplace(); // a token from the command line: nothing to remember
    m_shop->parting = parting;
    m_shop->operations = operations;
    if (wasPaired && !writePairedShop(m_file, *m_shop))
        qCWarning(lcPairing, "the end of the pairing could not be noted");
}

void DeskAccess::forgetToken()
{
    m_parting = true;
    connect(m_secrets.remove(m_key), &SecretRequest::finished, this, [this](const SecretAnswer &) {
        m_parting = false;
        Q_EMIT parted();
    });
}

bool DeskAccess::isSameServer(const QUrl &server) const
{
    return m_shop && m_shop->server.host() == server.host()
           && m_shop->server.port() == server.port() && m_shop->server.path() == server.path();
}

Settings DeskAccess::settings(const QByteArray &token) const
{
    Settings settings;
    settings.server = m_shop->server;
    settings.token = token;
    settings.certificateSha256 = m_shop->certificateSha256;
    settings.role = m_shop->role;
    return settings;
}

} // namespace petalpost::sync
