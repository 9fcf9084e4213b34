// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/refusal.h"

#include <tl/expected.hpp>

namespace petalpost {

/// A value, or the typed reason why it was refused. Nothing in core/ reports an error any other
/// way, except for faults of the database inside a writer function (see core/storage/writer.h).
template<class T>
using Result = tl::expected<T, Refusal>;

/// Shorthand for the error side of a Result.
inline tl::unexpected<Refusal> refuse(Refusal refusal)
{
    return tl::unexpected<Refusal>(std::move(refusal));
}

inline tl::unexpected<Refusal> refuse(RefusalCode code, QString field = {}, QString value = {})
{
    return refuse(Refusal::of(code, std::move(field), std::move(value)));
}

} // namespace petalpost
