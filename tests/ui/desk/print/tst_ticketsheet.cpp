// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/support/demoorders.h"
#include "tests/ui/desk/print/recordingpage.h"
#include "ui/desk/print/ticketsheet.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// The page that lies on the bench, and the slip that goes with the driver.
class TestTicketSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMakerSeesTheWork();
    void theDriverSeesTheWay();
    void noTelephoneAboveTheTearLine();
    void lineBreaksAreTheCustomers();
    void aPickupHasNoAddress();
    void aReprintSaysSo();
    void theLongestOrderFits_data();
    void theLongestOrderFits();

private:
    static TicketFacts facts(int copy = 1)
    {
        TicketFacts facts;
        facts.shop.zone = demo::zone;
        facts.shop.name = u"온봄꽃집"_s;
        facts.shop.phone = u"025550100"_s;
        facts.nowMs = demo::now;
        facts.copy = copy;
        return facts;
    }
    const Order m_order = demo::orders()[0];
};

void TestTicketSheet::theMakerSeesTheWork()
{
    const TicketSheet sheet(m_order, facts(), {});
    QVERIFY(sheet.fits());
    const RecordingPage page(sheet);
    const qreal tear = page.topOf(u"배송 전표"_s);
    QVERIFY(tear > 0);
    for (const QString &text :
         {u"14:00–16:00"_s, u"#1048"_s, u"작약 한아름 꽃다발"_s, u"요청사항"_s,
          u"부재 시 경비실에"_s, u"카드 메시지"_s, u"담당"_s}) {
        const qreal top = page.topOf(text);
        QVERIFY2(top > 0 && top < tear, qPrintable(text));
    }
}

void TestTicketSheet::theDriverSeesTheWay()
{
    const RecordingPage page{TicketSheet(m_order, facts(), {})};
    const qreal tear = page.topOf(u"배송 전표"_s);
    for (const QString &text : {u"010-2345-6789"_s, u"역삼로 180"_s, u"1203호"_s, u"인수자"_s,
                                u"온봄꽃집"_s, u"13:22 출력"_s, u"끝나면 폐기"_s})
        QVERIFY2(page.topOf(text) > tear, qPrintable(text));
}

void TestTicketSheet::noTelephoneAboveTheTearLine()
{
    const RecordingPage page{TicketSheet(m_order, facts(), {})};
    const qreal tear = page.topOf(u"배송 전표"_s);
    for (const DrawnText &drawn : page.texts())
        QVERIFY(drawn.where.top() >= tear || !drawn.text.contains(u"010-"_s));
    QVERIFY(!page.all().contains(u"010-9876-5432"_s)); // the sender's is nobody's business
}

void TestTicketSheet::lineBreaksAreTheCustomers()
{
    Order order = m_order;
    order.cardMessage = u"엄마,\n고마워요"_s;
    order.nameOnCard = false;
    const RecordingPage page{TicketSheet(order, facts(), {})};
    QVERIFY(page.topOf(u"고마워요"_s) > page.topOf(u"엄마,"_s));
    QVERIFY(page.topOf(u"(카드에 이름 없이)"_s) > page.topOf(u"고마워요"_s));
}

void TestTicketSheet::aPickupHasNoAddress()
{
    Order order = m_order;
    order.address = {};
    const RecordingPage page{TicketSheet(order, facts(), {})};
    QVERIFY(page.topOf(u"픽업 전표"_s) > 0);
    QCOMPARE(page.topOf(u"주소"_s), -1);
}

void TestTicketSheet::aReprintSaysSo()
{
    QVERIFY(!RecordingPage(TicketSheet(m_order, facts(), {})).all().contains(u"회차"_s));
    QVERIFY(RecordingPage(TicketSheet(m_order, facts(2), {})).all().contains(u"2회차"_s));
}

void TestTicketSheet::theLongestOrderFits_data()
{
    QTest::addColumn<QChar>("character");
    QTest::newRow("letters") << QChar(u'가');
    QTest::newRow("lines") << QChar(u'\n');
}

void TestTicketSheet::theLongestOrderFits()
{
    QFETCH(QChar, character);
    const auto filled = [character](int length) {
        QString text(length, character);
        text.front() = text.back() = u'끝';
        return text;
    };
    Order order = m_order;
    order.cardMessage = filled(bounds::cardMessage);
    order.request = filled(bounds::request);
    order.ribbonText = QString(bounds::ribbon, u'가');
    order.ribbonSender = QString(bounds::ribbon, u'가');
    order.address.line = QString(bounds::addressLine, u'가');
    order.recipient.name = QString(bounds::name, u'가');
    const TicketSheet sheet(order, facts(2), {});
    QVERIFY(sheet.fits());
    const RecordingPage page(sheet);
    for (const DrawnText &drawn : page.texts())
        QVERIFY2(page.paper().contains(drawn.where), qPrintable(drawn.text));
}

QTEST_MAIN(TestTicketSheet)
#include "tst_ticketsheet.moc"
