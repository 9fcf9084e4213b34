// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/photo.h"
#include "core/server/photos/photoexit.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtGui/QImageReader>
#include <QtGui/QImageWriter>
#include <QtGui/QPainter>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace petalpost;
using server::PhotoExit;

namespace {

constexpr rlim_t memoryBytes = rlim_t(1024) * 1024 * 1024;
constexpr rlim_t processorSeconds = 10;
constexpr int imageMegabytes = 256;
constexpr int quality = 70;
constexpr int decodedPx =
    2 * photobounds::largePx; ///< a camera's picture is made smaller as it is read
constexpr int tallest = 2; ///< times the width; what is taller is cut to its middle

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // the sanitizer itself takes terabytes of addresses
#else
constexpr bool isSanitized = false;
#endif

void limit(int resource, rlim_t most)
{
    const rlimit bound{most, most};
    ::setrlimit(resource, &bound);
}

/// Before a byte is read: what a hostile picture takes over can do no more than this program may.
void limitMyself()
{
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (!isSanitized)
        limit(RLIMIT_AS, memoryBytes);
    limit(RLIMIT_CPU, processorSeconds);
    limit(RLIMIT_FSIZE, 0); // what goes out goes through a pipe
    limit(RLIMIT_CORE, 0);
}

/// By the first bytes alone, never by what somebody called it.
QByteArray formatOf(const QByteArray &file)
{
    if (file.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

/// Flat, upright, and not too tall.
QImage plain(const QImage &image)
{
    const int height = std::min(image.height(), tallest * image.width());
    QImage flat(image.width(), height, QImage::Format_RGB32);
    flat.fill(Qt::white); // behind what was transparent
    QPainter painter(&flat);
    painter.drawImage(0, (height - image.height()) / 2, image);
    return flat;
}

QByteArray rendered(const QImage &image, int widthPx)
{
    const QImage scaled =
        image.width() > widthPx ? image.scaledToWidth(widthPx, Qt::SmoothTransformation) : image;
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    QImageWriter writer(&out, "webp");
    writer.setQuality(quality);
    return writer.write(scaled) ? bytes : QByteArray();
}

/// All of it, and one byte more than may come when there is too much: a pipe brings it in pieces.
QByteArray readAll(QFile &in)
{
    QByteArray file;
    while (file.size() <= photobounds::uploadBytes) {
        const QByteArray piece = in.read(photobounds::uploadBytes + 1 - file.size());
        if (piece.isEmpty())
            break;
        file += piece;
    }
    return file;
}

PhotoExit decode(QByteArray file, QByteArray &output)
{
    const QByteArray format = formatOf(file);
    if (format.isEmpty() || file.size() > photobounds::uploadBytes)
        return PhotoExit::NoPicture;
    QBuffer in(&file);
    in.open(QIODevice::ReadOnly);
    QImageReader reader(&in, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true); // upright, as the camera was held
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return PhotoExit::NoPicture;
    const bool large = std::max(size.width(), size.height()) > photobounds::edgePx
                       || qint64(size.width()) * size.height() > photobounds::pixels;
    if (large)
        return PhotoExit::TooLarge;
    if (std::min(size.width(), size.height()) > decodedPx)
        reader.setScaledSize(size.scaled(decodedPx, decodedPx, Qt::KeepAspectRatioByExpanding));
    const QImage image = reader.read();
    if (image.isNull())
        return PhotoExit::NoPicture;
    const QImage flat = plain(image);
    const QByteArray wide = rendered(flat, photobounds::largePx);
    const QByteArray narrow = rendered(flat, photobounds::smallPx);
    if (wide.isEmpty() || narrow.isEmpty())
        return PhotoExit::NoPicture;
    QDataStream out(&output, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << narrow << wide;
    return PhotoExit::Done;
}

} // namespace

/// Reads a picture from the standard input and writes it, made small and plain, to the standard
/// output; see photoexit.h. Has no other business in the world.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    limitMyself();
    QImageReader::setAllocationLimit(imageMegabytes);
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return int(PhotoExit::NoPicture);
    QByteArray output;
    const PhotoExit outcome = decode(readAll(in), output);
    if (outcome == PhotoExit::Done && out.write(output) != output.size())
        return int(PhotoExit::NoPicture);
    return int(outcome);
}
