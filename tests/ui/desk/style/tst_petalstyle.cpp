// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTest>

#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int side = 40;

/// How many pixels of the image stand out from `ground` by at least 3:1.
int visiblePixels(const QImage &image, const QColor &ground)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += contrastRatio(image.pixelColor(x, y), ground) >= 3 ? 1 : 0;
        }
    }
    return count;
}

QImage indicator(QStyle::PrimitiveElement element, QStyle::State state, const QColor &ground)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(ground);
    QStyleOptionButton option;
    option.rect = QRect(10, 10, 18, 18);
    option.state = state;
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(element, &option, &painter);
    return image;
}

} // namespace

class TestPetalStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreTallEnough();
    void indicatorsShowInBothPalettes_data();
    void indicatorsShowInBothPalettes();
    void comboAndSpinKeepTheirArrows_data();
    void comboAndSpinKeepTheirArrows();
    void kindsPaintDifferently();
    void focusedButtonShowsRingAndGap();
};

void TestPetalStyle::fieldsAreTallEnough()
{
    Theme theme;
    for (const qreal scale : {1.0, 1.5}) {
        theme.setTextScale(scale);
        theme.apply(*qApp);
        QWidget window;
        auto *form = new QFormLayout(&window);
        const QList<QWidget *> fields{new QLineEdit, new QComboBox, new QSpinBox, new QDateEdit,
                                      new QPushButton(u"저장"_s)};
        for (QWidget *field : fields) {
            form->addRow(field);
        }
        window.show();
        for (const QWidget *field : fields) {
            QVERIFY2(field->height() >= qRound(34 * scale), field->metaObject()->className());
        }
    }
}

void TestPetalStyle::indicatorsShowInBothPalettes_data()
{
    QTest::addColumn<QStyle::PrimitiveElement>("element");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        QTest::addRow("check, %s", dark ? "dark" : "light") << QStyle::PE_IndicatorCheckBox << dark;
        QTest::addRow("radio, %s", dark ? "dark" : "light")
            << QStyle::PE_IndicatorRadioButton << dark;
    }
}

void TestPetalStyle::indicatorsShowInBothPalettes()
{
    QFETCH(QStyle::PrimitiveElement, element);
    QFETCH(bool, dark);
    Theme theme;
    theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    theme.apply(*qApp);
    const QColor ground = theme.palette().bg;
    const QImage off = indicator(element, QStyle::State_Enabled | QStyle::State_Off, ground);
    const QImage on = indicator(element, QStyle::State_Enabled | QStyle::State_On, ground);
    QVERIFY(visiblePixels(off, ground) >= 30);
    QVERIFY(visiblePixels(on, ground) >= visiblePixels(off, ground) + 20);
}

void TestPetalStyle::comboAndSpinKeepTheirArrows_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addRow("light") << false;
    QTest::addRow("dark") << true;
}

void TestPetalStyle::comboAndSpinKeepTheirArrows()
{
    QFETCH(bool, dark);
    Theme theme;
    theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    theme.apply(*qApp);
    QComboBox combo;
    QSpinBox spin;
    spin.setRange(0, 9);
    spin.setValue(4);
    for (QWidget *field : {static_cast<QWidget *>(&combo), static_cast<QWidget *>(&spin)}) {
        field->resize(160, 36);
        const QImage image = field->grab().toImage();
        // Inside the border, where the arrow alone stands out from the field.
        const QImage arrow = image.copy(136, 4, 20, 28);
        QVERIFY2(visiblePixels(arrow, theme.palette().surface) >= 6,
                 field->metaObject()->className());
    }
}

void TestPetalStyle::kindsPaintDifferently()
{
    Theme theme;
    theme.apply(*qApp);
    QList<QImage> seen;
    for (const auto kind : {ButtonKind::Plain, ButtonKind::Primary, ButtonKind::Quiet,
                            ButtonKind::Danger, ButtonKind::Toast}) {
        QPushButton button(u"저장"_s);
        setButtonKind(button, kind);
        QCOMPARE(buttonKind(button), kind);
        button.resize(100, 36);
        const QImage image = button.grab().toImage();
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
    QCOMPARE(seen[1].pixelColor(20, 6), theme.palette().primary);
}

void TestPetalStyle::focusedButtonShowsRingAndGap()
{
    Theme theme;
    theme.apply(*qApp);
    QImage image(100, 40, QImage::Format_RGB32);
    image.fill(theme.palette().bg);
    QPushButton button;
    setButtonKind(button, ButtonKind::Primary);
    QStyleOptionButton option;
    option.rect = image.rect();
    option.state =
        QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    QPainter painter(&image);
    QApplication::style()->drawControl(QStyle::CE_PushButton, &option, &painter, &button);
    painter.end();
    const int middle = 20;
    QCOMPARE(image.pixelColor(0, middle), theme.palette().focus);
    QCOMPARE(image.pixelColor(1, middle), theme.palette().focus);
    QCOMPARE(image.pixelColor(2, middle), theme.palette().bg);
    QCOMPARE(image.pixelColor(3, middle), theme.palette().bg);
    QCOMPARE(image.pixelColor(6, middle), theme.palette().primary);
}

QTEST_MAIN(TestPetalStyle)
#include "tst_petalstyle.moc"
