// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "tests/ui/desk/print/recordingpage.h"
#include "ui/desk/print/receiptsheet.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// What a customer gets for the money.
class TestReceiptSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasPaidForWhat();
    void anUnpaidOrderSaysSo();
    void moneyThatWentBackIsThere();
    void itIsAsLongAsItsText();

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
    static const DrawnText &drawn(const RecordingPage &page, const QString &text)
    {
        const auto found = std::ranges::find(page.texts(), text, &DrawnText::text);
        if (found == page.texts().end())
            qFatal("%s is not on the receipt", qUtf8Printable(text));
        return *found;
    }
    const Order m_order = demo::orders()[2];
};

void TestReceiptSheet::saysWhatWasPaidForWhat()
{
    const RecordingPage page{ReceiptSheet(m_order, facts(2), {})};
    QCOMPARE(page.paper().width(), 800);
    for (const QString &text :
         {u"온봄꽃집"_s, u"02-555-0100"_s, u"#1046"_s, u"축하 서양란 (대) × 2"_s, u"89,000원"_s,
          u"178,000원"_s, u"결제완료"_s, u"2025. 5. 8. 09:22"_s, u"2회차"_s})
        QVERIFY2(page.all().contains(text), qPrintable(page.all()));
    QVERIFY(drawn(page, u"178,000원"_s).bold);
    QVERIFY(drawn(page, u"합계"_s).bold);
    QVERIFY(!drawn(page, u"89,000원"_s).bold);
    // Amounts stand under each other at the right edge.
    QVERIFY(
        qAbs(drawn(page, u"178,000원"_s).where.right() - drawn(page, u"89,000원"_s).where.right())
        < 5);
    QVERIFY(!page.all().contains(u"010-"_s));
}

void TestReceiptSheet::anUnpaidOrderSaysSo()
{
    Order order = m_order;
    order.payment = PaymentState::Pending;
    const RecordingPage page{ReceiptSheet(order, facts(), {})};
    QVERIFY(drawn(page, u"입금 대기"_s).bold);
    QVERIFY(!page.all().contains(u"결제완료"_s));
}

void TestReceiptSheet::moneyThatWentBackIsThere()
{
    Order order = m_order;
    order.payment = PaymentState::PartiallyRefunded;
    order.money.refundedMinor = 20'000;
    const RecordingPage page{ReceiptSheet(order, facts(), {})};
    QVERIFY(page.all().contains(u"환불완료"_s));
    QVERIFY(page.all().contains(u"20,000원"_s));
}

void TestReceiptSheet::itIsAsLongAsItsText()
{
    Order order = m_order;
    const qreal usualMm = ReceiptSheet(order, facts(), {}).sizeMm().height();
    order.productName = QString(u"아주 긴 이름의 꽃다발 "_s).repeated(12);
    const ReceiptSheet sheet(order, facts(), {});
    QVERIFY(sheet.sizeMm().height() > usualMm + 10);
    const RecordingPage page(sheet);
    for (const DrawnText &text : page.texts())
        QVERIFY2(page.paper().contains(text.where), qPrintable(text.text));
}

QTEST_MAIN(TestReceiptSheet)
#include "tst_receiptsheet.moc"
