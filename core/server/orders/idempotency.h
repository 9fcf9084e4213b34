// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/storage/server/accessstore.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// The subject of the earlier call under the same key; nothing when there was none. Refuses with
/// KeyReused when the key came with another body then.
inline Result<std::optional<qint64>> earlierCall(Transaction &transaction,
                                                 const std::optional<store::CallKey> &key)
{
    if (!key)
        return std::nullopt;
    const auto seen = store::findCall(transaction.db(), *key);
    if (!seen)
        return std::nullopt;
    if (seen->bodySha256 != key->bodySha256)
        return refuse(RefusalCode::KeyReused, QStringLiteral("Idempotency-Key"));
    return seen->subject;
}

inline void rememberCall(Transaction &transaction, const std::optional<store::CallKey> &key,
                         qint64 subject)
{
    if (key)
        store::rememberCall(transaction.db(), *key, subject, transaction.nowMs());
}

} // namespace petalpost::server
