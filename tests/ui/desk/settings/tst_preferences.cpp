// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/preferences.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChosenAtFirst();
    void choicesOutliveTheProgram();
    void automaticTextForgetsTheSize();
    void nonsenseInTheFileIsNoChoice();
    void changesAreAnnounced();
    void theComputersLanguageIsKoreanOrEnglish();

private:
    QString file() const { return m_dir.filePath(u"window.ini"_s); }
    QTemporaryDir m_dir;
};

void TestPreferences::nothingIsChosenAtFirst()
{
    const Preferences preferences(m_dir.filePath(u"none.ini"_s));
    QCOMPARE(preferences.language(), std::nullopt);
    QCOMPARE(preferences.theme(), std::nullopt);
    QCOMPARE(preferences.textScale(), std::nullopt);
    QCOMPARE(preferences.reducedMotion(), false);
    QCOMPARE(preferences.geometry(), QByteArray());
}

void TestPreferences::choicesOutliveTheProgram()
{
    {
        Preferences preferences(file());
        preferences.setLanguage(Language::English);
        preferences.setTheme(ThemeChoice::Dark);
        preferences.setTextScale(1.3);
        preferences.setReducedMotion(true);
        preferences.setGeometry("geometry");
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.language(), Language::English);
    QCOMPARE(preferences.theme(), ThemeChoice::Dark);
    QCOMPARE(preferences.textScale(), 1.3);
    QCOMPARE(preferences.reducedMotion(), true);
    QCOMPARE(preferences.geometry(), "geometry");
}

void TestPreferences::automaticTextForgetsTheSize()
{
    Preferences preferences(file());
    preferences.setTextScale(1.5);
    preferences.setTextScale(std::nullopt);
    QCOMPARE(preferences.textScale(), std::nullopt);
}

void TestPreferences::nonsenseInTheFileIsNoChoice()
{
    const QString path = m_dir.filePath(u"nonsense.ini"_s);
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("[look]\nlanguage=tlh\ntheme=purple\ntextPercent=900\n");
    written.close();
    const Preferences preferences(path);
    QCOMPARE(preferences.language(), std::nullopt);
    QCOMPARE(preferences.theme(), std::nullopt);
    QCOMPARE(preferences.textScale(), std::nullopt);
}

void TestPreferences::changesAreAnnounced()
{
    Preferences preferences(m_dir.filePath(u"announced.ini"_s));
    QSignalSpy language(&preferences, &Preferences::languageChanged);
    QSignalSpy look(&preferences, &Preferences::lookChanged);
    preferences.setLanguage(Language::English);
    preferences.setLanguage(Language::English); // no window is made anew for nothing
    QCOMPARE(language.size(), 1);
    preferences.setTheme(ThemeChoice::Light);
    preferences.setTextScale(1.1);
    preferences.setReducedMotion(true);
    QCOMPARE(look.size(), 3);
}

void TestPreferences::theComputersLanguageIsKoreanOrEnglish()
{
    QCOMPARE(languageOf(QLocale(u"ko_KR"_s)), Language::Korean);
    QCOMPARE(languageOf(QLocale(u"en_GB"_s)), Language::English);
    QCOMPARE(languageOf(QLocale(u"de_DE"_s)), Language::English);
    QCOMPARE(languageOf(QLocale::c()), Language::English);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
