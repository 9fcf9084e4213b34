// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/searchquery.h"

#include <algorithm>
#include <set>

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

QString hexOf(QStringView gram)
{
    QString hex;
    for (const QChar character : gram)
        hex += u"%1"_s.arg(character.unicode(), 4, 16, QLatin1Char('0'));
    return hex;
}

bool isPlain(QStringView gram)
{
    return std::ranges::all_of(gram, [](QChar character) { return isPlain(character); });
}

void addGrams(const QString &text, std::set<QString> &grams)
{
    for (const auto &word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            grams.insert(word.sliced(i, 1).toString());
            if (i + 2 <= word.size())
                grams.insert(word.sliced(i, 2).toString());
            if (i + 3 <= word.size() && isPlain(word.sliced(i, 3)))
                grams.insert(word.sliced(i, 3).toString());
        }
    }
}

/// The fewest stored grams that cover \a word.
void addCover(const QString &word, std::set<QString> &grams)
{
    if (word.size() == 1)
        grams.insert(word);
    for (qsizetype i = 0; i + 2 <= word.size(); ++i) {
        const bool three = i + 3 <= word.size() && isPlain(QStringView(word).sliced(i, 3));
        const bool covered = i > 0 && isPlain(QStringView(word).sliced(i - 1, 3));
        if (three)
            grams.insert(word.sliced(i, 3));
        else if (!covered)
            grams.insert(word.sliced(i, 2));
    }
}

QString joined(const std::set<QString> &grams, const QString &between)
{
    QStringList hex;
    hex.reserve(qsizetype(grams.size()));
    for (const QString &gram : grams)
        hex += hexOf(gram);
    return hex.join(between);
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
    std::set<QString> grams;
    addGrams(spaced(searchText), grams);
    addGrams(spaced(initialsOf(zoneOf(searchText))), grams);
    return joined(grams, u" "_s);
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
    std::set<QString> grams;
    for (const QString &word : m_words)
        addCover(hasConsonant(word) ? initialsOf(word) : word, grams);
    return u'"' % joined(grams, u"\" AND \""_s) % u'"';
}

} // namespace petalpost
