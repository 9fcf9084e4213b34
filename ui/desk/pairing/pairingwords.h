// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/pairedshop.h"
#include "core/sync/pairing.h"

#include <QtCore/QString>

namespace petalpost::desk {

/// What went wrong, and what the florist does about it.
struct FailureWords
{
    QString what;
    QString remedy;
};

FailureWords pairingFailureWords(sync::PairingFailure failure);

/// Why the first run is shown although this desk was paired before; empty when it never was.
QString partingText(const sync::PairedShop &shop);

/// The fingerprint as people compare it: "3F9A 0C11 …", four groups a line.
QString fingerprintText(const QByteArray &sha256);

/// Digits of a pairing code.
inline constexpr qsizetype codeLength = 8;

/// "1234 5678" from whatever was typed or pasted; digits of other scripts count, all else does not.
QString groupedCode(const QString &text);
/// The digits alone.
QString codeDigits(const QString &text);

} // namespace petalpost::desk
