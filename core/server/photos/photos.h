// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/photos/photodecoder.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

#include <qcorotask.h>

namespace petalpost::server {

/// Photos in the database: they come in through the decoder and go out as they are kept. Must
/// outlive the coroutines it started.
class Photos
{
public:
    Photos(Writer &writer, Reader &reader, PhotoDecoder &decoder);

    /// Keeps what \a file shows and answers its photoId(); the same file again is the same photo.
    /// Refuses as PhotoDecoder::decode() does.
    QCoro::Task<Result<QString>> keep(QByteArray file);
    /// One WebP rendering. Refuses with NotFound.
    QFuture<Result<QByteArray>> rendering(const QString &id, bool large);
    /// Forgets photos that nothing shows and nobody has sent for a day. Looks at every photo, so it
    /// does so once an hour, however often it is called.
    void forgetUnused(qint64 nowMs);

private:
    Writer &m_writer;
    Reader &m_reader;
    PhotoDecoder &m_decoder;
    qint64 m_nextLookMs = 0;
};

} // namespace petalpost::server
