// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/texts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pseudolanguage.h"
#include "tests/support/samples.h"
#include "translations/words.h"

#include <QtCore/QStringDecoder>
#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

const QString orderLink = u"https://flowers.example/t/AbCdEfGhIjKl"_s;

Shop shopNamed(const QString &name, const QString &nameEn = {})
{
    Shop shop;
    shop.name = name;
    shop.nameEn = nameEn;
    return shop;
}

/// The longest values a message can name.
Order longestOrder(bool window)
{
    Order order = sampleOrder(999'999'999, OrderState::Delivered);
    order.total = {Money::maxMinor, {}};
    if (window)
        order.window = DeliveryWindow{QDate(2026, 12, 30), 630, 1410};
    return order;
}

store::OutboxRow rowOf(MessageEvent event, const QString &locale,
                       qint64 amountMinor = Money::maxMinor)
{
    store::OutboxRow row;
    row.message.event = event;
    row.message.locale = locale;
    row.amountMinor = amountMinor;
    return row;
}

bool hasLink(MessageEvent event)
{
    return event != MessageEvent::Cancelled && event != MessageEvent::Refunded
           && event != MessageEvent::LatePayment && event != MessageEvent::OwnerUnseen
           && event != MessageEvent::SignInCode;
}

} // namespace

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void bytes();
    void everyTextFits_data();
    void everyTextFits();
    void aShortNameStands();
    void anUnsendableNameIsLeftOut();
    void theLinkIsWhole();
    void moneyByHandPromisesNoCard();
    void cancelsWithoutMoneyPromiseNone();
    void englishIsEnglish();
    void nothingIsUntranslated();
    void theTextsThemselves();
};

void TextsTest::initTestCase()
{
    initTranslationResources();
}

void TextsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TextsTest::bytes()
{
    QCOMPARE(eucKrBytes(QString()), 0);
    QCOMPARE(eucKrBytes(u"abc 123\n"_s), 8);
    QCOMPARE(eucKrBytes(u"꽃배달"_s), 6);
    QCOMPARE(eucKrBytes(u"뷁"_s), 8); // not in strict EUC-KR: composed of its letters
    QVERIFY(!eucKrBytes(u"💐"_s));
    QVERIFY(!eucKrBytes(u"₩1"_s));
    QVERIFY(!eucKrBytes(u"3–5"_s));
    QVERIFY(!eucKrBytes(QString(QChar(0xd83d))));
}

void TextsTest::everyTextFits_data()
{
    QTest::addColumn<int>("event");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("window");
    QTest::addColumn<qint64>("amountMinor");
    QTest::addColumn<bool>("byHand");
    for (const auto &[event, name] : messageEventWords) {
        for (const auto &locale : {u"ko"_s, u"en"_s}) {
            for (const bool window : {false, true}) {
                for (const qint64 amount : {qint64(0), qint64(89'000), Money::maxMinor})
                    for (const bool byHand : {false, true})
                        QTest::addRow("%s %s, window %d, %lld, by hand %d", name.data(),
                                      qPrintable(locale), window, amount, byHand)
                            << int(event) << locale << window << amount << byHand;
            }
        }
    }
}

void TextsTest::everyTextFits()
{
    QFETCH(int, event);
    QFETCH(QString, locale);
    QFETCH(bool, window);
    QFETCH(qint64, amountMinor);
    QFETCH(bool, byHand);
    const store::OutboxRow row = rowOf(MessageEvent(event), locale, amountMinor);
    Order order = longestOrder(window);
    if (byHand)
        order.deskMethod = DeskMethod::Cash;
    for (const QString &name :
         {u"꽃"_s, QString(30, u'꽃'), u"뷁뷁뷁뷁뷁"_s, u"꽃💐"_s, QString(200, u'x')}) {
        const QString text = messageText(row, order, shopNamed(name, name), orderLink);
        const auto bytes = eucKrBytes(text);
        QVERIFY2(bytes.has_value(), qPrintable(text));
        const bool named = text.startsWith(u'[' + name + u']');
        QVERIFY2(named == (*bytes <= smsBytes && text.startsWith(u'[')), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(!hasLink(row.message.event) || text.endsWith(u'\n' + orderLink), qPrintable(text));
        // Without its orderLink, each text is far from the bound: no sentence grows out of one SMS
        // by itself.
        const QString sentence = text.section(u'\n', 0, 0).section(u']', -1);
        QVERIFY2(*eucKrBytes(sentence) <= smsBytes, qPrintable(sentence));
        QStringEncoder encoder("EUC-KR");
        QStringDecoder decoder("EUC-KR");
        const QString back = decoder(encoder(sentence));
        QCOMPARE(back, sentence);
    }
}

void TextsTest::aShortNameStands()
{
    Order order = sampleOrder(7);
    order.window = DeliveryWindow{QDate(2026, 5, 7), 840, 960};
    const QString text = messageText(rowOf(MessageEvent::Delivering, u"ko"_s), order,
                                     shopNamed(u"꽃집"_s), orderLink);
    QVERIFY(text.startsWith(u"[꽃집]"_s));
    QVERIFY(*eucKrBytes(text) <= smsBytes);
    // One byte more than fits, and the name goes, nothing else.
    const QString bare = text.sliced(4);
    const int room = smsBytes - *eucKrBytes(bare) - 2;
    const QString fits(room, u'x');
    QCOMPARE(
        messageText(rowOf(MessageEvent::Delivering, u"ko"_s), order, shopNamed(fits), orderLink),
        u'[' + fits + u']' + bare);
    QCOMPARE(messageText(rowOf(MessageEvent::Delivering, u"ko"_s), order, shopNamed(fits + u'x'),
                         orderLink),
             bare);
}

void TextsTest::anUnsendableNameIsLeftOut()
{
    const QString text = messageText(rowOf(MessageEvent::Paid, u"ko"_s), sampleOrder(7),
                                     shopNamed(u"꽃💐"_s), orderLink);
    QVERIFY(!text.contains(u'['));
    QVERIFY(eucKrBytes(text).has_value());
}

void TextsTest::theLinkIsWhole()
{
    const QString longLink = u"https://"_s + QString(60, u'x') + u".example/t/AbCdEfGhIjKl"_s;
    for (const auto &[event, name] : messageEventWords) {
        const QString text =
            messageText(rowOf(event, u"ko"_s), longestOrder(true), shopNamed(u"꽃집"_s), longLink);
        QVERIFY2(text.contains(longLink) == hasLink(event), name.data());
        if (hasLink(event))
            QVERIFY2(!text.contains(u'['), name.data());
    }
}

void TextsTest::moneyByHandPromisesNoCard()
{
    Order order = longestOrder(true);
    order.deskMethod = DeskMethod::Cash;
    for (const MessageEvent event : {MessageEvent::Cancelled, MessageEvent::Refunded}) {
        const QString text = messageText(rowOf(event, u"ko"_s, 89'000), order,
                                         shopNamed(u"꽃"_s, u"F"_s), orderLink);
        QVERIFY2(text.contains(u"89,000원"_s) && !text.contains(u"카드"_s), qPrintable(text));
    }
}

void TextsTest::cancelsWithoutMoneyPromiseNone()
{
    const Order order = sampleOrder(7);
    const Shop shop = shopNamed(u"꽃집"_s, u"Petal"_s);
    QVERIFY(messageText(rowOf(MessageEvent::Cancelled, u"ko"_s, 89'000), order, shop, orderLink)
                .contains(u"89,000원 환불"_s));
    QVERIFY(!messageText(rowOf(MessageEvent::Cancelled, u"ko"_s, 0), order, shop, orderLink)
                 .contains(u"환불"_s));
    QVERIFY(messageText(rowOf(MessageEvent::Cancelled, u"en"_s, 89'000), order, shop, orderLink)
                .contains(u"Refund 89,000 won"_s));
    QVERIFY(!messageText(rowOf(MessageEvent::Cancelled, u"en"_s, 0), order, shop, orderLink)
                 .contains(u"efund"_s));
}

void TextsTest::englishIsEnglish()
{
    for (const auto &[event, name] : messageEventWords) {
        for (const bool window : {false, true}) {
            for (const qint64 amount : {qint64(0), qint64(89'000)}) {
                const QString text =
                    messageText(rowOf(event, u"en"_s, amount), longestOrder(window),
                                shopNamed(u"꽃집"_s, u"Petal"_s), orderLink);
                for (const QChar c : text)
                    QVERIFY2(c.unicode() < 0x80, qPrintable(text));
            }
        }
    }
}

void TextsTest::nothingIsUntranslated()
{
    static const QRegularExpression letters(u"[A-Za-z\\x{ac00}-\\x{d7a3}]+"_s);
    const Words madeUp(u"en"_s, "messages", std::make_shared<PseudoLanguage>());
    for (const auto &[event, name] : messageEventWords) {
        for (const bool window : {false, true}) {
            for (const qint64 amount : {qint64(0), qint64(89'000)}) {
                const Order order = longestOrder(window);
                QString text = messageText(rowOf(event, u"en"_s, amount), order,
                                           shopNamed(u"꽃집"_s), orderLink, madeUp);
                text.remove(orderLink);
                if (order.window)
                    text.remove(QLocale(QLocale::English)
                                    .dayName(order.window->date.dayOfWeek(), QLocale::ShortFormat));
                QVERIFY2(text.contains(u'⟦') && !text.contains(letters), qPrintable(text));
            }
        }
    }
}

void TextsTest::theTextsThemselves()
{
    Order order = sampleOrder(7, OrderState::Delivered);
    order.window = DeliveryWindow{QDate(2026, 5, 7), 840, 960};
    order.stamp(OrderState::Delivered,
                QDateTime(QDate(2026, 5, 7), QTime(5, 30), Qt::UTC).toMSecsSinceEpoch());
    const Shop shop = shopNamed(u"꽃집"_s, u"Petal"_s);
    const auto text = [&](MessageEvent event, const QString &locale) {
        return messageText(rowOf(event, locale, 89'000), order, shop, u"https://f.example/t/x"_s);
    };
    QCOMPARE(text(MessageEvent::Paid, u"ko"_s),
             u"[꽃집]결제완료 5/7(목)14-16시 배송\nhttps://f.example/t/x"_s);
    QCOMPARE(text(MessageEvent::Delivering, u"en"_s),
             u"[Petal]Out for delivery, due 14-16h\nhttps://f.example/t/x"_s);
    QCOMPARE(text(MessageEvent::Delivered, u"ko"_s),
             u"[꽃집]배송완료(14:30). 후기 남기기\nhttps://f.example/t/x"_s);
    QCOMPARE(text(MessageEvent::Refunded, u"en"_s),
             u"[Petal]Refunded 89,000 won. Your card shows it in 3-5 business days"_s);
    QCOMPARE(text(MessageEvent::LatePayment, u"ko"_s),
             u"[꽃집]주문 7에 쓰지 못한 결제 89,000원 환불 접수. 카드 3~5일"_s);
    QCOMPARE(text(MessageEvent::LatePayment, u"en"_s),
             u"[Petal]Order 7 could not use 89,000 won. Refunded in 3-5 business days"_s);
    QCOMPARE(text(MessageEvent::OwnerUnseen, u"ko"_s),
             u"[꽃집]10분 넘게 확인 안 된 주문 1건. 컴퓨터를 봐 주세요"_s);
    QCOMPARE(text(MessageEvent::SignInCode, u"ko"_s),
             u"[꽃집]인증번호 ******. 5분 안에 넣고, 남에게 알려 주지 마세요"_s);
    QCOMPARE(text(MessageEvent::SignInCode, u"en"_s),
             u"[Petal]Code ******, valid for 5 min. Do not share it with anyone"_s);
    QCOMPARE(text(MessageEvent::EditAsked, u"ko"_s),
             u"[꽃집]추가 결제 89,000원. 바뀌는 내용 확인\nhttps://f.example/t/x"_s);
    QCOMPARE(messageText(rowOf(MessageEvent::EditAsked, u"en"_s, 0), order, shop,
                         u"https://f.example/t/x"_s),
             u"[Petal]Please check a change to your order\nhttps://f.example/t/x"_s);
}

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
