// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/accessstore.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

#include <QtCore/QHash>

namespace petalpost::server {

/// Who may speak for the shop: desks and drivers' phones, each with a token of its own. Lives in
/// the server's thread.
class Access
{
public:
    static constexpr qint64 seenEveryMs = 60'000;

    Access(Writer &writer, Reader &reader, const Clock &clock)
        : m_writer(writer)
        , m_reader(reader)
        , m_clock(clock)
    {
    }

    /// The device of \a token; SignInRequired when there is none, DeviceRevoked when it was
    /// revoked.
    QFuture<Result<store::Device>> device(const QString &token);

    /// Notes that the device was heard just now; stored at most once in seenEveryMs.
    void noteSeen(qint64 deviceId);

    /// Adds a device and answers its token, which is shown this once and stored as a hash only.
    QFuture<Result<QString>> addDevice(const QString &name, DeviceRole role);

private:
    Writer &m_writer;
    Reader &m_reader;
    const Clock &m_clock;
    QHash<qint64, qint64> m_notedAtMs; ///< by device; the last time it was stored
};

} // namespace petalpost::server
