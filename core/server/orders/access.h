// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/accessstore.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// Who may speak for the shop: desks and drivers' phones, each with a token of its own.
class Access
{
public:
    Access(Writer &writer, Reader &reader)
        : m_writer(writer)
        , m_reader(reader)
    {
    }

    /// The device of \a token; SignInRequired when there is none or it was revoked.
    QFuture<Result<store::Device>> device(const QString &token);

    /// Adds a device and answers its token, which is shown this once and stored as a hash only.
    QFuture<Result<QString>> addDevice(const QString &name, const QString &role);

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace petalpost::server
