// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/searchquery.h"

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr QChar zoneEnd = u'\f';
constexpr std::u16string_view consonants = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr ushort firstSyllable = 0xAC00;
constexpr ushort lastSyllable = 0xD7A3;
constexpr int syllablesPerConsonant = 588;

bool isConsonant(QChar character)
{
    return consonants.find(character.unicode()) != std::u16string_view::npos;
}

bool hasConsonant(const QString &word)
{
    return std::ranges::any_of(word, isConsonant);
}

/// The consonant a syllable begins with; everything else as it is.
QChar initialOf(QChar character)
{
    const ushort code = character.unicode();
    if (code < firstSyllable || code > lastSyllable)
        return character;
    return consonants[std::size_t(code - firstSyllable) / syllablesPerConsonant];
}

QString initialsOf(QString text)
{
    std::ranges::transform(text, text.begin(), initialOf);
    return text;
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isPlain(QChar character)
{
    return isDigit(character) || (character >= u'a' && character <= u'z');
}

/// Composed, lower case, no control characters, single spaces.
QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_C).toLower();
    for (QChar &character : plain) {
        if (!character.isPrint())
            character = u' ';
    }
    return plain.simplified();
}

/// Without hyphens between digits; \a open also those that digits may still follow or precede.
QString withoutHyphens(const QString &text, bool open)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool digitBefore = i > 0 && isDigit(text[i - 1]);
        const bool digitAfter = i + 1 < text.size() && isDigit(text[i + 1]);
        const bool atEdge = i == 0 || i + 1 == text.size();
        const bool joins =
            (digitBefore && digitAfter) || (open && atEdge && (digitBefore || digitAfter));
        if (text[i] != u'-' || !joins)
            kept += text[i];
    }
    return kept;
}

QString fieldOf(const QString &text)
{
    return withoutHyphens(folded(text), false);
}

/// At most three characters, the first in the highest of 48 bits: sorts as the text does. A first
/// sync makes a hundred of them for each order.
using Gram = quint64;
using Grams = std::vector<Gram>;

constexpr int gramLength = 3;
constexpr int characterBits = 16;

Gram gramOf(QStringView text)
{
    Gram gram = 0;
    for (qsizetype i = 0; i < gramLength; ++i)
        gram = (gram << characterBits) | (i < text.size() ? text[i].unicode() : 0);
    return gram;
}

/// Four digits for each character.
void appendHex(QString &text, Gram gram)
{
    constexpr std::u16string_view digits = u"0123456789abcdef";
    constexpr int bits = gramLength * characterBits;
    for (int shift = bits - characterBits; shift >= 0; shift -= characterBits) {
        const auto character = ushort(gram >> shift);
        if (character == 0)
            return;
        for (int digit = characterBits - 4; digit >= 0; digit -= 4)
            text += QChar(digits[std::size_t(character >> digit) & 0xF]);
    }
}

bool isPlain(QStringView gram)
{
    return std::ranges::all_of(gram, [](QChar character) { return isPlain(character); });
}

void addGrams(const QString &text, Grams &grams)
{
    for (const auto &word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            grams.push_back(gramOf(word.sliced(i, 1)));
            if (i + 2 <= word.size())
                grams.push_back(gramOf(word.sliced(i, 2)));
            if (i + 3 <= word.size() && isPlain(word.sliced(i, 3)))
                grams.push_back(gramOf(word.sliced(i, 3)));
        }
    }
}

/// The fewest stored grams that cover \a word.
void addCover(QStringView word, Grams &grams)
{
    if (word.size() == 1)
        grams.push_back(gramOf(word));
    for (qsizetype i = 0; i + 2 <= word.size(); ++i) {
        const bool three = i + 3 <= word.size() && isPlain(word.sliced(i, 3));
        const bool covered = i > 0 && isPlain(word.sliced(i - 1, 3));
        if (three)
            grams.push_back(gramOf(word.sliced(i, 3)));
        else if (!covered)
            grams.push_back(gramOf(word.sliced(i, 2)));
    }
}

/// Each once, in order: what was put into the index is taken out of it by the same text.
QString joined(Grams grams, QStringView between)
{
    std::ranges::sort(grams);
    const auto twice = std::ranges::unique(grams);
    grams.erase(twice.begin(), twice.end());
    QString text;
    text.reserve(qsizetype(grams.size()) * (gramLength * 4 + between.size()));
    for (const Gram gram : grams) {
        if (!text.isEmpty())
            text += between;
        appendHex(text, gram);
    }
    return text;
}

QString spaced(QString text)
{
    return text.replace(u'\n', u' ').replace(zoneEnd, u' ');
}

bool fitsAt(const QString &word, QStringView text)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool same = word[i] == text[i];
        if (!same && !(isConsonant(word[i]) && initialOf(text[i]) == word[i]))
            return false;
    }
    return true;
}

bool findsInitials(const QString &word, QStringView zone)
{
    for (qsizetype i = 0; i + word.size() <= zone.size(); ++i) {
        if (fitsAt(word, zone.sliced(i)))
            return true;
    }
    return false;
}

QString zoneOf(const QString &text)
{
    return text.left(text.indexOf(zoneEnd));
}

} // namespace

QString searchText(const Order &order)
{
    const QStringList named{fieldOf(order.recipient.name), fieldOf(order.sender.name),
                            fieldOf(order.productName), fieldOf(order.address.neighbourhood)};
    const QStringList rest{QString(u'#' % QString::number(order.id)),
                           fieldOf(order.recipient.phone),
                           fieldOf(order.sender.phone),
                           fieldOf(order.address.line),
                           fieldOf(order.address.detail),
                           fieldOf(order.productNameEn)};
    return named.join(u'\n') % zoneEnd % rest.join(u'\n');
}

QString gramsOf(const QString &searchText)
{
    Grams grams;
    addGrams(spaced(searchText), grams);
    addGrams(spaced(initialsOf(zoneOf(searchText))), grams);
    return joined(std::move(grams), u" ");
}

SearchQuery::SearchQuery(const QString &typed)
{
    // Nobody types more; a pasted book costs nothing.
    const QString text = folded(typed.left(4 * maxWords * maxWordLength));
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString kept = withoutHyphens(word, true).left(maxWordLength);
        if (!kept.isEmpty() && m_words.size() < maxWords)
            m_words += kept;
    }
}

bool SearchQuery::matches(const QString &searchText) const
{
    return std::ranges::all_of(m_words, [&searchText](const QString &word) {
        return hasConsonant(word) ? findsInitials(word, zoneOf(searchText))
                                  : searchText.contains(word);
    });
}

QString SearchQuery::gramQuery() const
{
    Grams grams;
    for (const QString &word : m_words)
        addCover(hasConsonant(word) ? initialsOf(word) : word, grams);
    return u'"' % joined(std::move(grams), u"\" AND \"") % u'"';
}

} // namespace petalpost
