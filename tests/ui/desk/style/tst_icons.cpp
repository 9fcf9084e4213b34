// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QTest>

#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Pixels that are fully painted, and whether all of those have one colour.
struct Ink
{
    int solid = 0;
    bool isUniform = true;
};

Ink inkOf(const QPixmap &pixmap, const QColor &colour)
{
    Ink ink;
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) == 255) {
                ++ink.solid;
                ink.isUniform = ink.isUniform && (pixel & RGB_MASK) == (colour.rgb() & RGB_MASK);
            }
        }
    }
    return ink;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsDrawnInItsColour_data();
    void everyIconIsDrawnInItsColour();
    void stateIconsExist();
    void drawnOnceForEachLook();
    void sizeFollowsThePixelRatio();
    void unknownNameWarns();
    void fontsCarryTheHangulOfTheDesk();
};

void TestIcons::everyIconIsDrawnInItsColour_data()
{
    Icons icons;
    QTest::addColumn<QString>("name");
    QDirIterator files(u":/icons"_s, {u"*.svg"_s});
    while (files.hasNext()) {
        files.next();
        const QString name = files.fileInfo().completeBaseName();
        if (name != "petalpost"_L1) {
            QTest::addRow("%s", qPrintable(name)) << name;
        }
    }
}

void TestIcons::everyIconIsDrawnInItsColour()
{
    QFETCH(QString, name);
    Icons icons;
    const QColor green(0x1D6848);
    const Ink ink = inkOf(icons.pixmap(name, green, 24, 3), green);
    QVERIFY(ink.solid > 20);
    QVERIFY(ink.isUniform);
}

void TestIcons::stateIconsExist()
{
    Icons icons;
    for (const auto &name : {u"bell"_s, u"scissors"_s, u"package-check"_s, u"truck"_s,
                             u"circle-check"_s, u"circle-x"_s, u"petalpost"_s}) {
        QVERIFY2(!icons.pixmap(name, Qt::black, 16, 1).isNull(), qPrintable(name));
    }
}

void TestIcons::drawnOnceForEachLook()
{
    Icons icons;
    const QPixmap first = icons.pixmap(u"bell"_s, Qt::red, 16, 1);
    QCOMPARE(icons.pixmap(u"bell"_s, Qt::red, 16, 1).cacheKey(), first.cacheKey());
    QCOMPARE(icons.cachedCount(), 1);
    icons.pixmap(u"bell"_s, Qt::blue, 16, 1);
    icons.pixmap(u"bell"_s, Qt::red, 18, 1);
    icons.pixmap(u"bell"_s, Qt::red, 16, 2);
    QCOMPARE(icons.cachedCount(), 4);
    QVERIFY(first.toImage() != icons.pixmap(u"bell"_s, Qt::blue, 16, 1).toImage());
}

void TestIcons::sizeFollowsThePixelRatio()
{
    Icons icons;
    const QPixmap sharp = icons.pixmap(u"truck"_s, Qt::black, 18, 1.5);
    QCOMPARE(sharp.size(), QSize(27, 27));
    QCOMPARE(sharp.deviceIndependentSize(), QSizeF(18, 18));
    QVERIFY(!icons.icon(u"truck"_s, Qt::black, 18).isNull());
}

void TestIcons::unknownNameWarns()
{
    Icons icons;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no icon named.*dandelion"_s));
    QVERIFY(icons.pixmap(u"dandelion"_s, Qt::black, 16, 1).isNull());
    QCOMPARE(icons.cachedCount(), 0);
}

void TestIcons::fontsCarryTheHangulOfTheDesk()
{
    Theme theme;
    theme.apply(*qApp);
    QVERIFY(QFontDatabase::families().contains(u"Pretendard"_s));
    const QFontMetrics metrics(theme.font(TypeRole::Body));
    for (const QChar rare : u"가뷁펲힣"_s) {
        QVERIFY2(metrics.inFont(rare), qPrintable(QString(rare)));
    }
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
