// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <span>

namespace petalpost {

/// Those of \a names that \a change names, in the order of \a names.
QStringList namedFields(std::span<const QLatin1StringView> names, const QJsonObject &change);

/// \a document with the members of \a change that are among \a names; everything else of `change`
/// is ignored.
QJsonObject withNamedFields(QJsonObject document, std::span<const QLatin1StringView> names,
                            const QJsonObject &change);

} // namespace petalpost
