// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/pagetexts.h"

#include "tests/support/pseudolanguage.h"
#include "tests/support/web/browser.h"

#include <algorithm>
#include <functional>

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

namespace {

/// The labels of one tag, as `<img alt="…">` has.
QStringList labels(const QString &tag)
{
    static const QRegularExpression label(
        u"\\s(?:aria-label|alt|title|placeholder|label)=\"([^\"]*)\""_s);
    static const QRegularExpression description(
        u"<meta name=\"description\" content=\"([^\"]*)\""_s);
    QStringList all;
    for (const QRegularExpression &pattern : {label, description}) {
        for (auto found = pattern.globalMatch(tag); found.hasNext();)
            all << unescaped(found.next().captured(1));
    }
    return all;
}

/// As a whole word, so that a short name does not hide a part of another word.
QString without(QString text, const QString &part)
{
    const QRegularExpression word(u"(?<![A-Za-z])"_s + QRegularExpression::escape(part)
                                  + u"(?![A-Za-z])"_s);
    return text.remove(word);
}

} // namespace

QStringList pageTexts(const QString &html)
{
    static const QRegularExpression foreign(
        u"<(a|button)\\b[^>]* lang=\"[^\"]*\"[^>]*>[^<]*</\\1>"_s);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    static const QRegularExpression script(u"<script\\b[^>]*>.*?</script>"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QString page = QString(html).remove(foreign).remove(script); // nobody reads a script
    QStringList all;
    qsizetype from = 0;
    const auto take = [&](const QString &text) {
        if (!text.trimmed().isEmpty())
            all << unescaped(text);
    };
    for (auto found = tag.globalMatch(page); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        take(page.sliced(from, match.capturedStart() - from));
        all += labels(match.captured());
        from = match.capturedEnd();
    }
    take(page.sliced(from));
    return all;
}

QStringList untranslated(const QStringList &texts, const QStringList &data)
{
    QStringList longestFirst = data;
    std::ranges::stable_sort(longestFirst, std::ranges::greater(), &QString::size);
    QStringList found;
    for (const QString &text : texts) {
        QString rest = text;
        for (const QString &part : std::as_const(longestFirst))
            rest = without(rest, part);
        const bool left = std::ranges::any_of(rest, [](QChar letter) {
            return letter.isLetter() && letter != PseudoLanguage::wide
                   && letter != PseudoLanguage::narrow;
        });
        if (left)
            found << text;
    }
    return found;
}

} // namespace petalpost::test
