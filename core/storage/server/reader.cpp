// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/reader.h"

#include <QtCore/QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

namespace petalpost {

tl::unexpected<Refusal> Reader::failed(const StorageError &error)
{
    qCCritical(lcStorage) << "a read failed:" << error.what();
    try {
        m_database.run("ROLLBACK");
    } catch (const StorageError &) {
        qCDebug(lcStorage) << "no snapshot was open";
    }
    return refuse(RefusalCode::StorageFailed);
}

} // namespace petalpost
