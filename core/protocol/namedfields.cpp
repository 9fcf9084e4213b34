// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/namedfields.h"

namespace petalpost {

QStringList namedFields(std::span<const QLatin1StringView> names, const QJsonObject &change)
{
    QStringList named;
    for (const QLatin1StringView name : names) {
        if (change.contains(name))
            named.append(name);
    }
    return named;
}

QJsonObject withNamedFields(QJsonObject document, std::span<const QLatin1StringView> names,
                            const QJsonObject &change)
{
    for (const QString &name : namedFields(names, change))
        document.insert(name, change.value(name));
    return document;
}

} // namespace petalpost
