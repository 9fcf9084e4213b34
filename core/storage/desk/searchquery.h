// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtCore/QStringList>

namespace petalpost {

/// The text by which \a order is found: names, item and neighbourhood, and after a form feed its
/// number, telephones, address and the item's English name; lower case, one field a line.
QString searchText(const Order &order);

/// The n-grams of a searchText() as the index stores them: one or two characters of a word each,
/// three where they are digits or Latin letters, and those of the initial consonants (초성) of the
/// part before the form feed. Every gram is written in hexadecimal, so that nothing anybody types
/// is ever syntax to the index.
QString gramsOf(const QString &searchText);

/// What somebody typed into the search field: words that all have to be found, each in any part of
/// a field. A consonant stands for every syllable that begins with it (ㄱㅅㅇ, 김ㅅ), and hyphens
/// between digits count for nothing.
class SearchQuery
{
public:
    /// Words after these, and what is longer than this in one, narrow nothing down.
    static constexpr int maxWords = 4;
    static constexpr int maxWordLength = 32;

    explicit SearchQuery(const QString &typed);

    bool isEmpty() const { return m_words.isEmpty(); }
    bool matches(const QString &searchText) const;
    /// Finds in the index at least everything that matches().
    QString gramQuery() const;

private:
    QStringList m_words;
};

} // namespace petalpost
