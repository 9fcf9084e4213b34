// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCryptographicHash>
#include <QtCore/QString>

#include <algorithm>

namespace petalpost {

/// What a photo is held to, wherever it comes from.
namespace photobounds {
inline constexpr qint64 uploadBytes = qint64(5) * 1024 * 1024;
inline constexpr int edgePx = 12'000; ///< the longer side, before anything is decoded
inline constexpr qint64 pixels = 40'000'000; ///< the same, both sides
inline constexpr int smallPx = 360; ///< width of what is shown in lists
inline constexpr int largePx = 720; ///< width of what is shown alone
inline constexpr qint64 renderingBytes = qint64(1) * 1024 * 1024; ///< of either of these
inline constexpr int ofProduct = 5;
} // namespace photobounds

/// What a photo is known by: the SHA-256 of the file that was sent, in hexadecimal digits. A desk
/// knows it before the server does, and the same file sent twice is one photo.
inline QString photoId(const QByteArray &file)
{
    return QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
}

inline bool isPhotoId(QStringView id)
{
    constexpr qsizetype digits = 64;
    return id.size() == digits && std::ranges::all_of(id, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace petalpost
