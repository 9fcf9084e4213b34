// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include <QTest>

#include "ui/desk/style/paint.h"
#include "ui/desk/style/palette.h"
#include "ui/desk/style/theme.h"

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

using Token = QColor Palette::*;

constexpr qreal textFloor = 4.5;
constexpr qreal shapeFloor = 3.0;
/// The promised ratios are written with one decimal.
constexpr qreal rounding = 0.06;

/// An ink and every ground it is used on, with the lowest contrast the design promises.
struct Pair
{
    const char *name;
    std::vector<Token> inks;
    std::vector<Token> grounds;
    qreal floor;
    qreal promisedLight;
    qreal promisedDark;
};

const std::vector<Token> allGrounds{&Palette::bg, &Palette::surface, &Palette::surface2,
                                    &Palette::selBg};
const std::vector<Token> lanes{&Palette::bg, &Palette::surface, &Palette::surface2};

const std::vector<Pair> &pairs()
{
    using P = Palette;
    static const std::vector<Pair> all{
        {"text", {&P::text}, allGrounds, textFloor, 13.1, 9.6},
        {"text2", {&P::text2}, allGrounds, textFloor, 6.6, 6.4},
        {"text3", {&P::text3}, allGrounds, textFloor, 4.6, 4.5},
        {"link", {&P::link}, {&P::bg, &P::surface}, textFloor, 6.2, 9.2},
        {"on primary",
         {&P::onPrimary},
         {&P::primary, &P::primaryHover, &P::primaryPress},
         textFloor,
         6.7,
         7.0},
        {"on soft primary", {&P::onPrimarySoft}, {&P::primarySoft}, textFloor, 8.5, 8.2},
        {"danger",
         {&P::dangerFg},
         {&P::bg, &P::surface, &P::surface2, &P::selBg, &P::dangerSoft},
         textFloor,
         6.1,
         6.5},
        {"on danger", {&P::onDanger}, {&P::dangerSolid}, textFloor, 6.5, 7.2},
        {"warning",
         {&P::warnFg},
         {&P::bg, &P::surface, &P::surface2, &P::selBg, &P::warnSoft},
         textFloor,
         6.7,
         8.0},
        {"on warning", {&P::onWarn}, {&P::warnSolid}, textFloor, 9.2, 9.2},
        {"paid", {&P::paidFg}, {&P::paidBg}, textFloor, 6.5, 7.8},
        {"info", {&P::infoFg}, {&P::infoBg}, textFloor, 6.5, 7.8},
        {"making", {&P::makingFg}, {&P::makingBg}, textFloor, 6.8, 7.6},
        {"made", {&P::madeFg}, {&P::madeBg}, textFloor, 6.7, 8.0},
        {"delivering", {&P::delivFg}, {&P::delivBg}, textFloor, 6.5, 7.9},
        {"delivered", {&P::doneFg}, {&P::doneBg}, textFloor, 6.5, 8.2},
        {"cancelled", {&P::cancelFg}, {&P::cancelBg}, textFloor, 6.1, 6.8},
        {"toast", {&P::toastText, &P::toastAction}, {&P::toastBg}, textFloor, 9.2, 7.3},
        {"control border", {&P::lineStrong}, lanes, shapeFloor, 3.5, 3.9},
        {"focus ring", {&P::focus}, allGrounds, shapeFloor, 4.7, 5.7},
        {"warning bar", {&P::warnBar}, lanes, shapeFloor, 3.2, 6.6},
        {"danger bar", {&P::dangerSolid}, lanes, shapeFloor, 5.4, 5.8},
        {"filled control", {&P::primary}, allGrounds, shapeFloor, 5.4, 5.9},
    };
    return all;
}

qreal lowest(const Pair &pair, const Palette &palette)
{
    qreal found = 21;
    for (const Token ink : pair.inks) {
        for (const Token ground : pair.grounds) {
            found = std::min(found, contrastRatio(palette.*ink, palette.*ground));
        }
    }
    return found;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFormulaMatchesKnownValues();
    void everyPairKeepsItsPromise_data();
    void everyPairKeepsItsPromise();
    void ringNeedsItsGapOnThePrimaryColour();
    void linesAreOnlyDecoration();
    void themeFollowsTheChoice();
    void typeScalesButNeverBelowNine();
};

void TestPalette::contrastFormulaMatchesKnownValues()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    // The grey that is quoted as the lightest readable one on white.
    QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
}

void TestPalette::everyPairKeepsItsPromise_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("dark");
    for (std::size_t i = 0; i < pairs().size(); ++i) {
        QTest::addRow("%s, light", pairs()[i].name) << static_cast<int>(i) << false;
        QTest::addRow("%s, dark", pairs()[i].name) << static_cast<int>(i) << true;
    }
}

void TestPalette::everyPairKeepsItsPromise()
{
    QFETCH(int, index);
    QFETCH(bool, dark);
    const Pair &pair = pairs()[static_cast<std::size_t>(index)];
    const qreal found = lowest(pair, dark ? darkPalette() : lightPalette());
    const qreal promised = dark ? pair.promisedDark : pair.promisedLight;
    QVERIFY2(found >= pair.floor, qPrintable(u"%1 is under %2"_s.arg(found).arg(pair.floor)));
    QVERIFY2(qAbs(found - promised) < rounding,
             qPrintable(u"%1, but the design says %2"_s.arg(found).arg(promised)));
}

void TestPalette::ringNeedsItsGapOnThePrimaryColour()
{
    for (const Palette &palette : {lightPalette(), darkPalette()}) {
        QVERIFY(contrastRatio(palette.focus, palette.primary) < shapeFloor);
        QVERIFY(contrastRatio(palette.focus, palette.bg) >= shapeFloor);
        QVERIFY(contrastRatio(palette.primary, palette.bg) >= shapeFloor);
    }
}

void TestPalette::linesAreOnlyDecoration()
{
    // Should this ever pass 3:1, the note on `line` in palette.h is out of date.
    for (const Palette &palette : {lightPalette(), darkPalette()}) {
        QVERIFY(contrastRatio(palette.line, palette.surface) < shapeFloor);
    }
}

void TestPalette::themeFollowsTheChoice()
{
    Theme theme;
    int changes = 0;
    connect(&theme, &Theme::changed, &theme, [&changes] { ++changes; });
    QCOMPARE(theme.palette(), lightPalette());
    theme.setSystemDark(true);
    QCOMPARE(theme.palette(), darkPalette());
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(theme.palette(), lightPalette());
    QCOMPARE(changes, 2);
    theme.setSystemDark(false);
    QCOMPARE(changes, 2);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(theme.palette(), darkPalette());
    QCOMPARE(changes, 3);
}

void TestPalette::typeScalesButNeverBelowNine()
{
    Theme theme;
    QCOMPARE(theme.fontPt(TypeRole::Caption), 9.0);
    QCOMPARE(theme.fontPt(TypeRole::Figure), 22.0);
    QCOMPARE(theme.font(TypeRole::CardTitle).weight(), QFont::DemiBold);
    theme.setTextScale(1.3);
    QCOMPARE(theme.fontPt(TypeRole::Body), 13.0);
    theme.setTextScale(0.1);
    QCOMPARE(theme.textScale(), Theme::minTextScale);
    QCOMPARE(theme.fontPt(TypeRole::Caption), 9.0);
    QCOMPARE(theme.fontPt(TypeRole::Page), 13.5);
    theme.setTextScale(9);
    QCOMPARE(theme.textScale(), Theme::maxTextScale);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
