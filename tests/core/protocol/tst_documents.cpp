// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/message.h"
#include "core/protocol/operation.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

const Currency dollar{u"USD"_s, 2};

/// Every member differs from its default and from every other of its type.
Order fullOrder()
{
    Order order;
    order.id = 17;
    order.version = 9;
    order.state = OrderState::Delivering;
    order.payment = PaymentState::PartiallyRefunded;
    order.productId = 4;
    order.productName = u"작약 한아름 💐"_s;
    order.productNameEn = u"Armful of peonies"_s;
    order.picture = u"peony"_s;
    order.photos = {QString(64, u'a'), QString(64, u'b')};
    order.qty = 3;
    order.unitPrice = {8'950, dollar};
    order.total = {26'850, dollar};
    order.sender = {u"김서연"_s, u"01012345678"_s};
    order.recipient = {u"이도윤 \"'<b>"_s, u"021234567"_s};
    order.address = {u"서울 강남구 테헤란로 1"_s, u"101호"_s, u"06100"_s, u"역삼동"_s};
    order.window = DeliveryWindow{QDate(2026, 11, 23), 840, 1440};
    order.cardMessage = u"한 줄\n두 줄"_s;
    order.ribbonText = u"祝開業"_s;
    order.ribbonSender = u"친구 일동"_s;
    order.request = u"문 앞에"_s;
    order.locale = u"en"_s;
    order.nameOnCard = false;
    order.consentVersion = u"2026-11"_s;
    for (const auto &[state, name] : orderStateWords)
        order.stamp(state, 1'796'000'000'000 + int(state));
    order.expiresAtMs = 1'796'000'001'000;
    order.approvedAtMs = 1'796'000'001'500;
    order.storedAtMs = 1'796'000'001'700;
    order.seenAtMs = 1'796'000'002'000;
    order.cancelRequestedAtMs = 1'796'000'003'000;
    order.consentVersion = u"2026-11"_s;
    order.cancelReason = u"마음이 바뀌었어요"_s;
    order.receivedBy = u"경비실"_s;
    order.redelivery = true;
    order.lastOperation = u"11111111-2222-3333-4444-555555555555"_s;
    order.smsHeldUntilMs = 1'796'000'004'000;
    order.money = {26'850, 1'000, 2'000, 3'000, u"not-refundable"_s, 4'000, 1'796'000'006'000};
    order.claimReason = u"시든 꽃"_s;
    order.resendOf = 11;
    order.resentAs = 23;
    return order;
}

Product fullProduct()
{
    return {4,
            9,
            u"작약"_s,
            u"Peony"_s,
            u"봄의 꽃"_s,
            u"Flower of spring"_s,
            {8'950, dollar},
            u"peony"_s,
            {QString(64, u'a'), QString(64, u'b')},
            true,
            true,
            false,
            12};
}

Review fullReview()
{
    return {5,
            3,
            17,
            4,
            u"작약"_s,
            4,
            u"정말 향기로웠어요 고맙습니다"_s,
            u"김**"_s,
            1'796'000'000'000,
            u"감사합니다"_s,
            1'796'000'005'000,
            true,
            u"개인정보"_s};
}

Shop fullShop()
{
    Shop shop;
    shop.name = u"꽃우체국"_s;
    shop.nameEn = u"Petalpost"_s;
    shop.phone = u"021234567"_s;
    shop.zone = QTimeZone("Europe/Berlin");
    shop.windows = {{600, 720, 5}, {840, 1440, 1}};
    shop.closedDays = {{QDate(2026, 12, 25), u"성탄절"_s}, {QDate(2027, 1, 1), u""_s}};
    shop.weeklyClosedDay = 7;
    shop.cutOffMinutes = 90;
    shop.horizonDays = 30;
    shop.contactRequired = false;
    shop.ordersPerAddressPerMinute = 0;
    shop.holdsPerAddress = 7;
    shop.publicUrl = u"https://flowers.example"_s;
    return shop;
}

Refusal fullRefusal()
{
    Refusal refusal = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, u"9"_s);
    refusal.state = OrderState::Made;
    refusal.legalVerbs = {Verb::StartDelivery, Verb::Undo};
    refusal.others = {Refusal::of(RefusalCode::TooLong, u"reason"_s, u"300"_s),
                      Refusal::of(RefusalCode::MissingField, u"qty"_s)};
    return refusal;
}

/// As it arrives: through bytes.
QJsonObject sent(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

QJsonObject with(QJsonObject json, const QString &field, const QJsonValue &value)
{
    json.insert(field, value);
    return json;
}

QJsonObject without(QJsonObject json, const QString &field)
{
    json.remove(field);
    return json;
}

/// A value of every JSON type which \a good is not.
std::vector<QJsonValue> mistyped(const QJsonValue &good)
{
    std::vector<QJsonValue> bad;
    for (const QJsonValue &value :
         {QJsonValue(true), QJsonValue(1.5), QJsonValue(u"x y"_s), QJsonValue(QJsonArray{1}),
          QJsonValue(QJsonObject{{u"z"_s, 1}})}) {
        if (value.type() != good.type() || (good.isDouble() && value.isDouble()))
            bad.push_back(value);
    }
    return bad;
}

/// Each field of \a json that holds another type is refused by its name.
template<class Parse>
void proveMistypedFieldsAreNamed(const QJsonObject &json, Parse parse)
{
    for (auto field = json.begin(); field != json.end(); ++field) {
        for (const QJsonValue &bad : mistyped(field.value())) {
            const auto parsed = parse(with(json, field.key(), bad));
            QVERIFY2(!parsed, qPrintable(field.key()));
            QVERIFY2(parsed.error().field.startsWith(field.key()),
                     qPrintable(parsed.error().field));
        }
    }
}

template<class Parse>
void proveUnknownFieldsAreIgnored(const QJsonObject &json, Parse parse)
{
    const QJsonObject newer =
        with(json, u"inventedLater"_s, QJsonObject{{u"x"_s, QJsonArray{1, u"y"_s}}});
    QVERIFY(parse(newer).has_value());
    QVERIFY(*parse(newer) == *parse(json));
}

FeedPage fullPage()
{
    return {{u"3f2a"_s, 12},
            {{DocumentType::Order, 17, 5, fullOrder()},
             {DocumentType::Product, 4, 7, fullProduct()},
             {DocumentType::Review, 5, 8, fullReview()},
             {DocumentType::Shop, 1, 9, fullShop()},
             {DocumentType::Order, 3, 12, {}}},
            false};
}

} // namespace

class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderRoundTrip();
    void emptyOrderRoundTrip();
    void productRoundTrip();
    void reviewRoundTrip();
    void shopRoundTrip();
    void refusalRoundTrip();
    void feedPageRoundTrip();
    void unknownFieldsAreIgnored();
    void mistypedFieldsAreNamed();
    void missingFieldsAreNamed();
    void nestedFieldsAreNamed();
    void orderRefusesAnImpossibleWindow();
    void shopRefusesBadSettings();
    void anUnknownRefusalIsAFault();
    void unknownFeedTypesAreSkipped();
    void damagedFeedPagesAreRefused();
    void cursors();
    void protocolWords();
};

void DocumentsTest::orderRoundTrip()
{
    const auto read = orderFromJson(sent(toJson(fullOrder())));
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read), toJson(fullOrder()));
    QVERIFY(*read == fullOrder());
}

void DocumentsTest::emptyOrderRoundTrip()
{
    Order order;
    order.id = 1;
    const auto read = orderFromJson(sent(toJson(order)));
    QVERIFY(read.has_value());
    QVERIFY(*read == order);
    QVERIFY(read->isPickup());
}

void DocumentsTest::productRoundTrip()
{
    const auto read = productFromJson(sent(toJson(fullProduct())));
    QVERIFY(read.has_value());
    QVERIFY(*read == fullProduct());
    QVERIFY(*productFromJson(sent(toJson(Product{}))) == Product{});
}

void DocumentsTest::reviewRoundTrip()
{
    const auto read = reviewFromJson(sent(toJson(fullReview())));
    QVERIFY(read.has_value());
    QVERIFY(*read == fullReview());
    Review carriedOver = fullReview();
    carriedOver.orderId.reset();
    QVERIFY(*reviewFromJson(sent(toJson(carriedOver))) == carriedOver);
}

void DocumentsTest::shopRoundTrip()
{
    const auto read = shopFromJson(sent(toJson(fullShop())));
    QVERIFY(read.has_value());
    QVERIFY(*read == fullShop());
    QVERIFY(*shopFromJson(sent(toJson(Shop{}))) == Shop{});
}

void DocumentsTest::refusalRoundTrip()
{
    QVERIFY(refusalFromJson(sent(toJson(fullRefusal()))) == fullRefusal());
    for (const auto &[code, name] : refusalWords) {
        const Refusal refusal = Refusal::of(code, u"field"_s, u"value"_s);
        QVERIFY2(refusalFromJson(sent(toJson(refusal))) == refusal, name.data());
    }
}

void DocumentsTest::feedPageRoundTrip()
{
    const auto read = feedPageFromJson(sent(toJson(fullPage())));
    QVERIFY(read.has_value());
    QVERIFY(*read == fullPage());
    QVERIFY(std::holds_alternative<std::monostate>(read->entries.back().document));
}

void DocumentsTest::unknownFieldsAreIgnored()
{
    proveUnknownFieldsAreIgnored(toJson(fullOrder()), orderFromJson);
    proveUnknownFieldsAreIgnored(toJson(fullProduct()), productFromJson);
    proveUnknownFieldsAreIgnored(toJson(fullReview()), reviewFromJson);
    proveUnknownFieldsAreIgnored(toJson(fullShop()), shopFromJson);
    proveUnknownFieldsAreIgnored(toJson(fullPage()), feedPageFromJson);
}

void DocumentsTest::mistypedFieldsAreNamed()
{
    proveMistypedFieldsAreNamed(toJson(fullOrder()), orderFromJson);
    proveMistypedFieldsAreNamed(toJson(fullProduct()), productFromJson);
    proveMistypedFieldsAreNamed(toJson(fullReview()), reviewFromJson);
    proveMistypedFieldsAreNamed(toJson(fullShop()), shopFromJson);
    proveMistypedFieldsAreNamed(toJson(fullPage()), feedPageFromJson);
}

void DocumentsTest::missingFieldsAreNamed()
{
    for (const auto &field :
         {u"id"_s, u"status"_s, u"paymentStatus"_s, u"unitPrice"_s, u"total"_s}) {
        const auto read = orderFromJson(without(toJson(fullOrder()), field));
        QVERIFY2(!read, qPrintable(field));
        QCOMPARE(read.error(), Refusal::of(RefusalCode::MissingField, field));
    }
    QCOMPARE(productFromJson(without(toJson(fullProduct()), u"id"_s)).error().field, u"id"_s);
    QCOMPARE(productFromJson(without(toJson(fullProduct()), u"price"_s)).error().field, u"price"_s);
    QCOMPARE(reviewFromJson(without(toJson(fullReview()), u"id"_s)).error().field, u"id"_s);
    QVERIFY(!shopFromJson(without(toJson(fullShop()), u"timeZone"_s)));
    QCOMPARE(shopFromJson(without(toJson(fullShop()), u"timeZone"_s)).error().field, u"timeZone"_s);
    QCOMPARE(feedPageFromJson(without(toJson(fullPage()), u"cursor"_s)).error().field, u"cursor"_s);
    QCOMPARE(feedPageFromJson(without(toJson(fullPage()), u"entries"_s)).error().field,
             u"entries"_s);
}

void DocumentsTest::nestedFieldsAreNamed()
{
    const QJsonObject order = toJson(fullOrder());
    for (const auto &outer : {u"recipient"_s, u"address"_s, u"unitPrice"_s, u"reachedAtMs"_s}) {
        const QJsonObject inner = order.value(outer).toObject();
        QVERIFY(!inner.isEmpty());
        for (auto field = inner.begin(); field != inner.end(); ++field) {
            const auto read =
                orderFromJson(with(order, outer, with(inner, field.key(), QJsonArray{1})));
            QVERIFY2(!read, qPrintable(outer + u'.' + field.key()));
            QVERIFY2(read.error().field.startsWith(outer), qPrintable(read.error().field));
        }
    }
}

void DocumentsTest::orderRefusesAnImpossibleWindow()
{
    const auto read =
        orderFromJson(with(toJson(fullOrder()), u"window"_s, u"2026-11-23T16:00/14:00"_s));
    QCOMPARE(read.error(), Refusal::of(RefusalCode::OutOfRange, u"window"_s));
    const auto state = orderFromJson(with(toJson(fullOrder()), u"status"_s, u"wilted"_s));
    QCOMPARE(state.error(), Refusal::of(RefusalCode::OutOfRange, u"status"_s));
}

void DocumentsTest::shopRefusesBadSettings()
{
    const QJsonObject shop = toJson(fullShop());
    QCOMPARE(shopFromJson(with(shop, u"timeZone"_s, u"Mars/Olympus"_s)).error().field,
             u"timeZone"_s);
    const QJsonArray day{QJsonObject{{u"date"_s, u"2026-02-30"_s}}};
    QCOMPARE(shopFromJson(with(shop, u"closedDays"_s, day)).error().field, u"closedDays"_s);
    const QJsonArray rule{QJsonObject{{u"startMinute"_s, u"noon"_s}}};
    QCOMPARE(shopFromJson(with(shop, u"windows"_s, rule)).error().field, u"windows.startMinute"_s);
}

void DocumentsTest::anUnknownRefusalIsAFault()
{
    QCOMPARE(refusalFromJson({{u"code"_s, u"invented-later"_s}, {u"field"_s, u"qty"_s}}).code,
             RefusalCode::StorageFailed);
    QCOMPARE(refusalFromJson({}).code, RefusalCode::StorageFailed);
    // A verb of a newer server is left out, the ones we know stay.
    QJsonObject json = toJson(fullRefusal());
    json.insert(u"legalVerbs"_s, QJsonArray{u"teleport"_s, u"undo"_s});
    QVERIFY(refusalFromJson(json).legalVerbs == std::vector{Verb::Undo});
}

void DocumentsTest::unknownFeedTypesAreSkipped()
{
    QJsonObject json = toJson(fullPage());
    QJsonArray entries = json.value(u"entries"_s).toArray();
    entries.insert(1, QJsonObject{{u"type"_s, u"voucher"_s},
                                  {u"id"_s, u"abc"_s},
                                  {u"number"_s, 6},
                                  {u"document"_s, 7}});
    json.insert(u"entries"_s, entries);
    const auto read = feedPageFromJson(json);
    QVERIFY(read.has_value());
    QVERIFY(*read == fullPage());
}

void DocumentsTest::damagedFeedPagesAreRefused()
{
    const auto pageOf = [](const QJsonValue &entry) {
        return QJsonObject{{u"cursor"_s, u"a.1"_s}, {u"entries"_s, QJsonArray{entry}}};
    };
    const QJsonObject good{{u"type"_s, u"order"_s},
                           {u"id"_s, 17},
                           {u"number"_s, 1},
                           {u"document"_s, toJson(fullOrder())}};
    QVERIFY(feedPageFromJson(pageOf(good)).has_value());
    QVERIFY(!feedPageFromJson(pageOf(without(good, u"document"_s))));
    QVERIFY(!feedPageFromJson(pageOf(with(good, u"document"_s, u"x"_s))));
    QCOMPARE(feedPageFromJson(pageOf(without(good, u"id"_s))).error().field, u"id"_s);
    QCOMPARE(feedPageFromJson(pageOf(without(good, u"number"_s))).error().field, u"number"_s);
    QCOMPARE(feedPageFromJson(pageOf(with(good, u"deleted"_s, 1))).error().field, u"deleted"_s);
}

void DocumentsTest::cursors()
{
    const FeedCursor cursor{u"3f2a"_s, 12};
    QCOMPARE(cursor.text(), u"3f2a.12"_s);
    QVERIFY(FeedCursor::fromText(cursor.text()) == cursor);
    QVERIFY(FeedCursor::fromText(FeedCursor{}.text()) == FeedCursor{});
    for (const auto &bad : {u""_s, u"12"_s, u"3f2a."_s, u"3f2a.x"_s, u"3f2a.-1"_s, u"3f2a.1.5"_s,
                            QString(QString(33, u'a') + u".1")})
        QVERIFY2(!FeedCursor::fromText(bad), qPrintable(bad));
}

void DocumentsTest::protocolWords()
{
    std::set<QString> seen;
    for (const auto &[type, name] : documentTypeWords)
        QVERIFY(fromWord(documentTypeWords, QString(name)) == type && seen.insert(name).second);
    seen.clear();
    for (const auto &[event, name] : messageEventWords)
        QVERIFY(fromWord(messageEventWords, QString(name)) == event && seen.insert(name).second);
    seen.clear();
    for (const auto &[state, name] : messageStateWords)
        QVERIFY(fromWord(messageStateWords, QString(name)) == state && seen.insert(name).second);
    seen.clear();
    for (const auto &[kind, name] : operationKindWords)
        QVERIFY(fromWord(operationKindWords, QString(name)) == kind && seen.insert(name).second);
}

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
