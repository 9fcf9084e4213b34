// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/photos/photos.h"

#include "core/domain/photo.h"
#include "core/storage/server/photostore.h"

#include <qcorofuture.h>

namespace petalpost::server {

namespace {

constexpr qint64 hourMs = qint64(60) * 60 * 1000;
constexpr qint64 unusedMs = 24 * hourMs;
constexpr int forgottenAtOnce = 1000;

} // namespace

Photos::Photos(Writer &writer, Reader &reader, PhotoDecoder &decoder)
    : m_writer(writer)
    , m_reader(reader)
    , m_decoder(decoder)
{
}

QCoro::Task<Result<QString>> Photos::keep(QByteArray file)
{
    const QString id = photoId(file);
    auto looking = m_writer.write([id](Transaction &transaction) -> Result<bool> {
        return store::wantPhoto(transaction.db(), id, transaction.nowMs());
    });
    const auto known = co_await looking;
    if (!known)
        co_return refuse(known.error());
    if (*known)
        co_return id;
    auto decoding = m_decoder.decode(std::move(file));
    auto decoded = co_await decoding;
    if (!decoded)
        co_return refuse(decoded.error());
    auto keeping = m_writer.write([id, photo = std::move(*decoded)](
                                      Transaction &transaction) -> Result<QString> {
        store::insertPhoto(transaction.db(), {id, photo.small, photo.large, transaction.nowMs()});
        return id;
    });
    co_return co_await keeping;
}

QFuture<Result<QByteArray>> Photos::rendering(const QString &id, bool large)
{
    return m_reader.read([id, large](Database &database) -> Result<QByteArray> {
        QByteArray bytes = store::photoRendering(database, id, large);
        if (bytes.isEmpty())
            return refuse(RefusalCode::NotFound);
        return bytes;
    });
}

void Photos::forgetUnused(qint64 nowMs)
{
    if (nowMs < m_nextLookMs)
        return;
    m_nextLookMs = nowMs + hourMs;
    m_writer.write([](Transaction &transaction) -> Result<void> {
        store::removeUnusedPhotos(transaction.db(), transaction.nowMs() - unusedMs,
                                  forgottenAtOnce);
        return {};
    });
}

} // namespace petalpost::server
