// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>

namespace petalpost {

/// A piece of SQL that is known when the program is compiled. Pieces are joined with + at compile
/// time; there is no way to build one from a value at run time, so no value can become SQL.
template<std::size_t Length>
struct SqlText
{
    std::array<char, Length + 1> text{};

    constexpr SqlText() = default;
    consteval SqlText(const char (&literal)[Length + 1])
    {
        for (std::size_t i = 0; i <= Length; ++i)
            text[i] = literal[i];
    }

    constexpr const char *data() const { return text.data(); }
};

template<std::size_t N>
SqlText(const char (&)[N]) -> SqlText<N - 1>;

template<std::size_t A, std::size_t B>
consteval SqlText<A + B> operator+(const SqlText<A> &left, const SqlText<B> &right)
{
    SqlText<A + B> joined;
    for (std::size_t i = 0; i < A; ++i)
        joined.text[i] = left.text[i];
    for (std::size_t i = 0; i <= B; ++i)
        joined.text[A + i] = right.text[i];
    return joined;
}

template<std::size_t A, std::size_t N>
consteval auto operator+(const SqlText<A> &left, const char (&right)[N])
{
    return left + SqlText(right);
}

/// What Database::run() and Database::query() take: a string literal, or a `static constexpr`
/// SqlText. Its address identifies the prepared statement.
class Sql
{
public:
    template<std::size_t N>
    consteval Sql(const char (&literal)[N])
        : m_text(literal)
    {
    }

    template<std::size_t N>
    consteval Sql(const SqlText<N> &text)
        : m_text(text.data())
    {
    }

    const char *text() const { return m_text; }

private:
    const char *m_text;
};

} // namespace petalpost
