// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/assets.h"
#include "core/server/shop/templates.h"
#include "core/server/shop/texts.h"
#include "tests/support/web/testshop.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using server::Templates;

namespace {

const QRegularExpression hangul(u"[가-힣]"_s);

QString fileText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qUtf8Printable(path));
    return QString::fromUtf8(file.readAll());
}

/// The Korean literals of a C++ file, adjacent ones joined, comments left out.
QStringList koreanLiterals(QString source)
{
    source.remove(QRegularExpression(u"//[^\\n]*"_s));
    static const QRegularExpression run(u"(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+"_s);
    static const QRegularExpression one(u"\"((?:[^\"\\\\\\n]|\\\\.)*)\""_s);
    QStringList all;
    for (auto runs = run.globalMatch(source); runs.hasNext();) {
        QString joined;
        for (auto parts = one.globalMatch(runs.next().captured()); parts.hasNext();)
            joined += parts.next().captured(1);
        if (joined.contains(hangul))
            all.append(joined);
    }
    return all;
}

/// Source and translation of each finished message of the context "shop".
QHash<QString, QString> finishedTranslations()
{
    QFile file(QStringLiteral(PETALPOST_SOURCES "/translations/petalpost_en.ts"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the translations cannot be read");
    QXmlStreamReader xml(&file);
    QHash<QString, QString> found;
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && context == u"shop"_s
                 && !xml.attributes().hasAttribute(u"type"_s))
            found.insert(source, xml.readElementText());
    }
    return found;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%\\d|\\{\\{[^}]+\\}\\}|<[^>]+>"_s);
    QSet<QString> found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

} // namespace

/// Every Korean text of the customer pages has an English one, and money and dates read right.
class TestShopWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { server::initShopResources(); }

    void everyTextIsTranslated();
    void templatesMarkEveryText();
    void templatesEscapeEverything();
    void noBannedWords();
    void moneyAndDates();

private:
    static QStringList sources();
};

QStringList TestShopWords::sources()
{
    QStringList all;
    for (const QString &name : Templates::names())
        all += Templates::texts(Templates::source(name));
    QDirIterator files(QStringLiteral(PETALPOST_SOURCES "/core/server/shop"),
                       {u"*.cpp"_s, u"*.h"_s}, QDir::Files);
    while (files.hasNext())
        all += koreanLiterals(fileText(files.next()));
    all.removeAll(u"한국어"_s); // the name of a language, in that language
    all.removeDuplicates();
    return all;
}

void TestShopWords::everyTextIsTranslated()
{
    const auto translations = finishedTranslations();
    const Words english(u"en"_s, "shop");
    QVERIFY(sources().size() > 100);
    for (const QString &source : sources()) {
        QVERIFY2(!translations.value(source).isEmpty(), qUtf8Printable(source));
        QVERIFY2(!translations.value(source).contains(hangul), qUtf8Printable(source));
        QCOMPARE(placeholders(translations.value(source)), placeholders(source));
        QCOMPARE(english.text(source.toUtf8().constData()), translations.value(source));
    }
    for (auto text = translations.cbegin(); text != translations.cend(); ++text)
        QVERIFY2(sources().contains(text.key()),
                 qUtf8Printable(u"no longer used: "_s + text.key()));
}

void TestShopWords::templatesMarkEveryText()
{
    for (const QString &name : Templates::names()) {
        QString rest = Templates::source(name);
        for (const QString &text : Templates::texts(rest))
            rest = rest.simplified().remove(u"{{#tr}}"_s + text + u"{{/tr}}"_s);
        QVERIFY2(!rest.contains(hangul), qUtf8Printable(name));
    }
}

void TestShopWords::templatesEscapeEverything()
{
    for (const QString &name : Templates::names()) {
        QString source = Templates::source(name);
        if (name == u"head"_s)
            source.remove(u"{{{data}}}"_s); // dataBlock() escapes, and TestSharing tries it
        QVERIFY2(!source.contains(u"{{{"_s) && !source.contains(u"{{&"_s), qUtf8Printable(name));
        QVERIFY2(!source.contains(QRegularExpression(u"\\s(on\\w+|style)="_s)),
                 qUtf8Printable(name));
        QVERIFY2(!source.contains(u"<style"_s), qUtf8Printable(name));
    }
}

void TestShopWords::noBannedWords()
{
    for (const QString &source : sources()) {
        for (const QString &banned : {u"발주"_s, u"발송"_s, u"구매확정"_s})
            QVERIFY2(!source.contains(banned), qUtf8Printable(source));
    }
}

void TestShopWords::moneyAndDates()
{
    const Shop shop = test::testShop();
    const Words korean(u"ko"_s, "shop");
    const Words english(u"en"_s, "shop");
    const server::Texts ko(korean, shop, test::testNoonMs());
    const server::Texts en(english, shop, test::testNoonMs());
    const auto window = DeliveryWindow::fromKey(test::testWindow(0, 16));
    QCOMPARE(ko.money({89'000, {}}), u"89,000원"_s);
    QCOMPARE(en.money({89'000, {}}), u"₩89,000"_s);
    QCOMPARE(ko.window(*window), u"5월 8일 (목) 16:00–18:00"_s);
    QCOMPARE(en.window(*window), u"Thu 8 May 16:00–18:00"_s);
    QCOMPARE(ko.shortHours(*window), u"16–18시"_s);
    QCOMPARE(ko.day(window->date.addDays(1)), u"내일"_s);
    QCOMPARE(ko.moment(test::testNoonMs()), u"12:30"_s);
    QCOMPARE(en.moment(test::testNoonMs() - 24 * 60 * test::minuteMs), u"Wed 7 May 12:30"_s);
}

QTEST_GUILESS_MAIN(TestShopWords)
#include "tst_shopwords.moc"
