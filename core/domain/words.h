// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QString>

#include <array>
#include <optional>
#include <utility>

namespace petalpost {

/// One enumerator and the word that is stored and sent for it. Words never change once released.
template<class Enum>
using Word = std::pair<Enum, QLatin1StringView>;

/// The stored and wire word of \a value; every enumerator has one (a round-trip test proves it).
template<class Enum, std::size_t N>
QLatin1StringView wordOf(const std::array<Word<Enum>, N> &words, Enum value)
{
    for (const auto &[enumerator, word] : words) {
        if (enumerator == value)
            return word;
    }
    Q_UNREACHABLE();
}

/// The enumerator of \a text, or nothing when no such word exists. Words are case-sensitive.
template<class Enum, std::size_t N>
std::optional<Enum> fromWord(const std::array<Word<Enum>, N> &words, QStringView text)
{
    for (const auto &[enumerator, word] : words) {
        if (word == text)
            return enumerator;
    }
    return std::nullopt;
}

} // namespace petalpost
