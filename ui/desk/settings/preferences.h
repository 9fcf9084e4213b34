// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/style/theme.h"

#include <QtCore/QDir>
#include <QtCore/QSettings>

#include <optional>

namespace petalpost::desk {

/// The two languages of the desk. Words never change: they stand in the settings file.
enum class Language { Korean, English };

/// What the person at this desk chose, and where the window was: the only owner of the settings
/// file. A value in the file that nobody could have chosen counts as no choice.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    /// Where what else this computer remembers is kept.
    QDir folder() const;

    /// Nothing until somebody chose, so that the computer's language may decide.
    std::optional<Language> language() const;
    void setLanguage(Language language);
    std::optional<ThemeChoice> theme() const;
    void setTheme(ThemeChoice theme);
    /// Nothing: the text grows with the window. Within Theme::minTextScale…maxTextScale.
    std::optional<qreal> textScale() const;
    void setTextScale(std::optional<qreal> scale);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

Q_SIGNALS:
    void languageChanged();
    /// Theme, text size or motion.
    void lookChanged();

private:
    QSettings m_file;
};

/// Dresses \a theme as chosen, now and after every change; both must outlive each other's use.
void followLook(Theme &theme, const Preferences &preferences);

/// The language of a computer that speaks \a locale: Korean if it does, else English.
Language languageOf(const QLocale &locale);

} // namespace petalpost::desk
