// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace petalpost::http {

/// Parses an application/x-www-form-urlencoded body. Nothing for a broken escape, an encoded NUL,
/// invalid UTF-8 or more than limits::formFields fields. Of a repeated field the last one counts.
std::optional<QHash<QString, QString>> parseForm(const QByteArray &body);

/// The same rules, but keeps order and repetitions; nothing for more than `maxFields` fields.
std::optional<QList<std::pair<QString, QString>>> parseFields(QByteArrayView text, int maxFields);

} // namespace petalpost::http
