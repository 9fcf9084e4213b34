// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>

namespace petalpost::test {

/// A language nobody speaks: every text is its Korean in other letters, in brackets and longer by
/// two fifths. Korean or English that shows up never went through a translation; what does not fit
/// would not fit in another language either.
class PseudoLanguage : public QTranslator
{
public:
    static constexpr QChar wide = u'花'; ///< a Korean syllable
    static constexpr QChar narrow = u'λ'; ///< a Latin letter

    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return u'⟦' + spoken(text) + QString(text.size() * 2 / 5, u'~') + u'⟧';
    }

private:
    /// Values, marks and the letters of date formats stay.
    static QString spoken(const QString &text)
    {
        static const QRegularExpression kept(
            QStringLiteral("%L?\\d+|%L?n|\\{\\{[^}]*\\}\\}|<[^>]*>"
                           "|(?<![A-Za-z])(?:M{1,4}|d{1,4}|yyyy|HH|mm)(?![A-Za-z])"));
        QString whole;
        qsizetype from = 0;
        for (auto found = kept.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            whole +=
                inOtherLetters(text.sliced(from, match.capturedStart() - from)) + match.captured();
            from = match.capturedEnd();
        }
        return whole + inOtherLetters(text.sliced(from));
    }

    static QString inOtherLetters(QString text)
    {
        for (QChar &letter : text) {
            if (letter.isLetter())
                letter = letter.unicode() < 0x250 ? narrow : wide;
        }
        return text;
    }
};

} // namespace petalpost::test
