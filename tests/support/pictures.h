// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QBuffer>
#include <QtGui/QImage>

namespace petalpost::test {

/// A picture file of one colour.
inline QByteArray pictureFile(QSize size, QColor colour = Qt::red, const char *format = "jpeg")
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    image.save(&out, format);
    return bytes;
}

/// \a jpeg as a camera writes it: held sideways, and saying where it was taken.
inline QByteArray fromCamera(QByteArray jpeg)
{
    constexpr qsizetype afterStart = 2; // of the image
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01", 16);
    exif += QByteArray("\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 16); // Orientation: 6
    exif += "GPS 37.5665 126.9780 secret garden";
    const auto length = quint16(exif.size() + 2);
    const QByteArray head{"\xff\xe1", 2};
    const char size[] = {char(length >> 8), char(length & 0xff)};
    return jpeg.insert(afterStart, head + QByteArray(size, 2) + exif);
}

} // namespace petalpost::test
