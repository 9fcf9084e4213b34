// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace petalpost {

/// Reads typed fields out of one JSON object and remembers the first refusal. Values that were
/// refused read as the default, so a caller reads everything and asks ok() once.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &json, QString prefix = {});

    /// A string; absent and null read as empty.
    QString text(QLatin1StringView name);
    /// A whole number within +-2^53, or its digits as a string (command-line clients send "7").
    qint64 number(QLatin1StringView name, qint64 fallback = 0);
    bool flag(QLatin1StringView name, bool fallback = false);
    QJsonObject object(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);
    /// An array of strings; absent and null read as empty.
    QStringList texts(QLatin1StringView name);
    bool has(QLatin1StringView name) const;

    /// A word of \a words; refuses an unknown one with OutOfRange.
    template<class Enum, std::size_t N>
    Enum word(QLatin1StringView name, const std::array<Word<Enum>, N> &words, Enum fallback)
    {
        const QString read = text(name);
        const auto found = fromWord(words, read);
        if (!found && !failed())
            fail(read.isEmpty() ? RefusalCode::MissingField : RefusalCode::OutOfRange, name);
        return found.value_or(fallback);
    }

    void require(QLatin1StringView name);
    void fail(RefusalCode code, QLatin1StringView name);
    bool failed() const { return m_refusal.has_value(); }
    /// The first refusal, or success.
    Result<void> ok() const;
    /// The refusal; only after failed().
    const Refusal &refusal() const { return *m_refusal; }

private:
    const QJsonObject &m_json;
    QString m_prefix;
    std::optional<Refusal> m_refusal;
};

} // namespace petalpost
