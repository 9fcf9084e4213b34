// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/writer.h"

namespace petalpost::server {

/// Whether this server can do its work. Alive as long as it answers; ready when its database
/// answers and it is not shutting down.
class Health
{
public:
    explicit Health(Writer &writer)
        : m_writer(writer)
    {
    }

    /// From now on ready() is false, so that a proxy sends nobody here any more.
    void startDraining() { m_draining = true; }
    bool draining() const { return m_draining; }
    /// Refuses with Busy while draining and StorageFailed when the database does not answer.
    QFuture<Result<void>> ready();

private:
    Writer &m_writer;
    bool m_draining = false;
};

} // namespace petalpost::server
