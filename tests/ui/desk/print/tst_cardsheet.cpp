// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "tests/ui/desk/print/recordingpage.h"
#include "ui/desk/print/cardsheet.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// The card that goes with the flowers.
class TestCardSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameStandsBelow();
    void withoutANameWhereNoneIsWanted();
    void moreTextIsSmallerAndThenTooMuch();
    void nothingStandsBeyondTheEdge();
    void whatNoFontHasIsNamed();

private:
    static constexpr auto hand = CardHand::Serif;
    const Order m_order = demo::orders()[0];
};

void TestCardSheet::theNameStandsBelow()
{
    const RecordingPage page{CardSheet(m_order, u"축하해"_s, CardSize::Small, hand)};
    QCOMPARE(page.paper().size(), QSizeF(900, 550));
    QVERIFY(page.topOf(u"김하늘"_s) > page.topOf(u"축하해"_s));
    const DrawnText &message = page.texts().front();
    QVERIFY(qAbs(message.where.center().x() - page.paper().center().x()) < 5);
}

void TestCardSheet::withoutANameWhereNoneIsWanted()
{
    Order order = m_order;
    order.nameOnCard = false;
    const RecordingPage page{CardSheet(order, u"축하해"_s, CardSize::Small, hand)};
    QCOMPARE(page.all(), u"축하해\n"_s);
}

void TestCardSheet::moreTextIsSmallerAndThenTooMuch()
{
    const auto heightWith = [this](const QString &text, CardSize size) {
        return RecordingPage(CardSheet(m_order, text, size, hand)).texts().front().where.height();
    };
    const QString some = QString(u"축하해요 "_s).repeated(15);
    QVERIFY(heightWith(some, CardSize::Small) < heightWith(u"축하해요"_s, CardSize::Small));
    QCOMPARE(heightWith(some, CardSize::A6), heightWith(u"축하해요"_s, CardSize::A6));
    QVERIFY(CardSheet(m_order, some, CardSize::Small, hand).fits());
    const QString most = QString(u"축하해요\n"_s).repeated(40);
    QVERIFY(!CardSheet(m_order, most, CardSize::Small, hand).fits());
}

void TestCardSheet::nothingStandsBeyondTheEdge()
{
    const QString word(60, u'가'); // without a place to break
    for (const CardSize size : {CardSize::Small, CardSize::Postcard, CardSize::A6}) {
        const CardSheet sheet(m_order, word, size, hand);
        const RecordingPage page(sheet);
        for (const DrawnText &drawn : page.texts())
            QVERIFY2(!sheet.fits() || page.paper().contains(drawn.where), qPrintable(drawn.text));
    }
}

void TestCardSheet::whatNoFontHasIsNamed()
{
    // A noncharacter is in no font; the joiner behind it belongs to it.
    const char32_t nobody = 0x10FFFE;
    const QString odd = QString::fromUcs4(&nobody, 1);
    const QString text = u"축하"_s + odd + u"\uFE0F해 "_s + odd;
    QCOMPARE(unprintable(text, cardFont(hand)), odd);
    QCOMPARE(printableOnly(text, cardFont(hand)), u"축하해"_s);
    QCOMPARE(unprintable(u"축하해\n고마워"_s, cardFont(hand)), QString());
}

QTEST_MAIN(TestCardSheet)
#include "tst_cardsheet.moc"
