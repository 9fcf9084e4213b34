// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/preferences.h"

#include "core/domain/words.h"

#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr std::array<Word<Language>, 2> languageWords{{
    {Language::Korean, "ko"_L1},
    {Language::English, "en"_L1},
}};

constexpr std::array<Word<ThemeChoice>, 3> themeWords{{
    {ThemeChoice::System, "system"_L1},
    {ThemeChoice::Light, "light"_L1},
    {ThemeChoice::Dark, "dark"_L1},
}};

const auto languageKey = u"look/language"_s;
const auto themeKey = u"look/theme"_s;
const auto textScaleKey = u"look/textPercent"_s;
const auto motionKey = u"look/reducedMotion"_s;
const auto geometryKey = u"window/geometry"_s;

} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

QDir Preferences::folder() const
{
    return QFileInfo(m_file.fileName()).absoluteDir();
}

std::optional<Language> Preferences::language() const
{
    return fromWord(languageWords, m_file.value(languageKey).toString());
}

void Preferences::setLanguage(Language language)
{
    const bool another = this->language() != language;
    m_file.setValue(languageKey, QString(wordOf(languageWords, language)));
    if (another)
        Q_EMIT languageChanged();
}

std::optional<ThemeChoice> Preferences::theme() const
{
    return fromWord(themeWords, m_file.value(themeKey).toString());
}

void Preferences::setTheme(ThemeChoice theme)
{
    m_file.setValue(themeKey, QString(wordOf(themeWords, theme)));
    Q_EMIT lookChanged();
}

std::optional<qreal> Preferences::textScale() const
{
    const qreal scale = m_file.value(textScaleKey).toInt() / 100.0;
    if (scale < Theme::minTextScale || scale > Theme::maxTextScale)
        return std::nullopt;
    return scale;
}

void Preferences::setTextScale(std::optional<qreal> scale)
{
    if (scale)
        m_file.setValue(textScaleKey, qRound(*scale * 100));
    else
        m_file.remove(textScaleKey);
    Q_EMIT lookChanged();
}

bool Preferences::reducedMotion() const
{
    return m_file.value(motionKey).toBool();
}

void Preferences::setReducedMotion(bool reduced)
{
    m_file.setValue(motionKey, reduced);
    Q_EMIT lookChanged();
}

QByteArray Preferences::geometry() const
{
    return m_file.value(geometryKey).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(geometryKey, geometry);
}

void followLook(Theme &theme, const Preferences &preferences)
{
    const auto dress = [&theme, &preferences] {
        if (const auto choice = preferences.theme())
            theme.setChoice(*choice);
        theme.setChosenTextScale(preferences.textScale());
        theme.setReducedMotion(preferences.reducedMotion());
    };
    QObject::connect(&preferences, &Preferences::lookChanged, &theme, dress);
    dress();
}

Language languageOf(const QLocale &locale)
{
    return locale.language() == QLocale::Korean ? Language::Korean : Language::English;
}

} // namespace petalpost::desk
