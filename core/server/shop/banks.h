// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "translations/words.h"

namespace petalpost::server {

/// The name of a Korean bank by the code of two digits that banks and providers use among
/// themselves; an unknown code as it is.
QString bankText(const Words &words, const QString &code);

/// What a way to pay is called where customers choose one.
QString payMethodText(const Words &words, const QString &gateway);

} // namespace petalpost::server
