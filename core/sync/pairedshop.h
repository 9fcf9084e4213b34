// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"

#include <QtCore/QByteArray>
#include <QtCore/QUrl>

#include <optional>

namespace petalpost::sync {

/// Why this desk is not paired any more.
enum class Parting {
    None,
    Revoked, ///< by the owner: nothing of the shop is kept
    Unpaired, ///< here: what was not sent yet is kept
    OtherCertificate, ///< the server shows another certificate: everything is kept
};

inline constexpr std::array<Word<Parting>, 4> partingWords{{
    {Parting::None, QLatin1StringView("none")},
    {Parting::Revoked, QLatin1StringView("revoked")},
    {Parting::Unpaired, QLatin1StringView("unpaired")},
    {Parting::OtherCertificate, QLatin1StringView("otherCertificate")},
}};

inline QLatin1StringView word(Parting parting)
{
    return wordOf(partingWords, parting);
}

/// With which server this desk is paired, or how it parted from it. Holds nothing secret and
/// nothing personal: the token lies in the SecretStore.
struct PairedShop
{
    QUrl server;
    QString name;
    QByteArray certificateSha256; ///< empty over http
    qint64 deviceId = 0;
    DeviceRole role = DeviceRole::Florist;
    Parting parting = Parting::None;
    int operations = 0; ///< not sent when they parted: lost (Revoked) or kept

    bool operator==(const PairedShop &) const = default;
    bool isPaired() const { return deviceId > 0 && parting == Parting::None; }
};

/// Reads \a file; nothing when there is none or it makes no sense.
std::optional<PairedShop> readPairedShop(const QString &file);
/// Writes it whole or not at all; false when it could not.
bool writePairedShop(const QString &file, const PairedShop &shop);

} // namespace petalpost::sync
