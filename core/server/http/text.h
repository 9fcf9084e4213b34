// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace petalpost::http {

/// Whether a '+' stands for a space (queries and forms) or for itself (paths).
enum class Plus { Literal, Space };

/// Undoes percent-encoding. Nothing for a broken escape, an encoded NUL or a raw control character.
std::optional<QByteArray> percentDecode(QByteArrayView text, Plus plus);

/// Nothing unless `bytes` are valid UTF-8 from the first byte to the last.
std::optional<QString> decodeUtf8(QByteArrayView bytes);

/// percentDecode() and then decodeUtf8().
std::optional<QString> decodeText(QByteArrayView text, Plus plus);

} // namespace petalpost::http
