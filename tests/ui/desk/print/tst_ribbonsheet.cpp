// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/ui/desk/print/recordingpage.h"
#include "ui/desk/print/ribbonsheet.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// The strips that hang from a wreath.
class TestRibbonSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersStandBelowEachOther();
    void lettersAreAsLargeAsTheRibbonLets();
    void tooMuchTextIsSaidAndNeverCut();
    void aLongerRibbonAlwaysHelps();
    void presetsComeBack();
};

void TestRibbonSheet::lettersStandBelowEachOther()
{
    const RibbonSheet sheet(u" 祝  開業 \n축하해"_s, {70, 900}, u"경조사어"_s);
    QVERIFY(sheet.fits());
    const RecordingPage page(sheet);
    QCOMPARE(page.paper().size(), QSizeF(700, 9000));
    QString read;
    qreal above = 0;
    for (const DrawnText &drawn : page.texts()) {
        if (drawn.text.trimmed().isEmpty())
            continue;
        read += drawn.text;
        QVERIFY(drawn.where.center().y() > above);
        QVERIFY(qAbs(drawn.where.center().x() - 350) < 5); // in the middle of the ribbon
        above = drawn.where.center().y();
    }
    QCOMPARE(read, u"祝開業축하해"_s);
}

void TestRibbonSheet::lettersAreAsLargeAsTheRibbonLets()
{
    const auto height = [](const QString &text, RibbonSize size) {
        return RecordingPage(RibbonSheet(text, size, {})).texts().front().where.height();
    };
    QVERIFY(height(u"축"_s, {115, 900}) > height(u"축"_s, {38, 900}));
    QVERIFY(height(u"축"_s, {55, 900}) == height(u"축하"_s, {55, 900})); // the width is the limit
    QVERIFY(height(QString(25, u'축'), {55, 900}) < height(u"축"_s, {55, 900}));
}

void TestRibbonSheet::tooMuchTextIsSaidAndNeverCut()
{
    const QString longest(bounds::ribbon, u'축');
    const RibbonSheet sheet(longest, {55, 450}, {});
    QVERIFY(!sheet.fits());
    const RecordingPage page(sheet);
    QCOMPARE(page.texts().size(), size_t(bounds::ribbon));
    for (const DrawnText &drawn : page.texts())
        QVERIFY(page.paper().contains(drawn.where));
}

void TestRibbonSheet::aLongerRibbonAlwaysHelps()
{
    const QString longest(bounds::ribbon, u'축');
    for (const int widthMm : ribbonWidthsMm)
        QVERIFY(RibbonSheet(longest, {widthMm, ribbonLengthsMm.back()}, {}).fits());
}

void TestRibbonSheet::presetsComeBack()
{
    for (const int widthMm : ribbonWidthsMm) {
        for (const int lengthMm : ribbonLengthsMm) {
            PrintPreset preset;
            preset.ribbon = {widthMm, lengthMm};
            QCOMPARE(presetOf(PrintKind::Ribbon, presetWord(PrintKind::Ribbon, preset)), preset);
        }
    }
    for (const auto &[size, sizeWord] : cardSizeWords) {
        for (const auto &[hand, handWord] : cardHandWords) {
            PrintPreset preset;
            preset.cardSize = size;
            preset.cardHand = hand;
            QCOMPARE(presetOf(PrintKind::Card, presetWord(PrintKind::Card, preset)), preset);
        }
    }
    QCOMPARE(presetOf(PrintKind::Ribbon, u"7000x1"_s), PrintPreset());
    QCOMPARE(presetOf(PrintKind::Card, u"poster comic"_s), PrintPreset());
}

QTEST_MAIN(TestRibbonSheet)
#include "tst_ribbonsheet.moc"
