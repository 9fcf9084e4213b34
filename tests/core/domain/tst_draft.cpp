// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

const QString loneHigh(QChar(0xd83d));
const QString loneLow(QChar(0xdc90));
const QString bouquet = u"💐"_s;

OrderDraft goodDraft()
{
    OrderDraft draft;
    draft.productName = u"작약 한아름"_s;
    draft.qty = 2;
    draft.sender = {u"김서연"_s, u"010-1234-5678"_s};
    draft.recipient = {u"이도윤"_s, u"02 123 4567"_s};
    draft.address = {u"서울 강남구 테헤란로 1"_s, u"101호"_s, u"06100"_s, u"역삼동"_s};
    draft.cardMessage = u"생일 축하해\n언제나 곁에서"_s;
    draft.ribbonText = u"祝開業"_s;
    draft.ribbonSender = u"친구 일동"_s;
    draft.request = u"문 앞에 놓아 주세요"_s;
    return draft;
}

/// Every text of a draft by its wire name.
struct TextField
{
    const char *name;
    QString &(*of)(OrderDraft &);
    int maxLength;
    bool multiLine;
};

const TextField textFields[] = {
    {"flowerName", [](OrderDraft &d) -> QString & { return d.productName; }, bounds::addressLine,
     false},
    {"customerName", [](OrderDraft &d) -> QString & { return d.sender.name; }, bounds::name, false},
    {"recipient.name", [](OrderDraft &d) -> QString & { return d.recipient.name; }, bounds::name,
     false},
    {"address.line", [](OrderDraft &d) -> QString & { return d.address.line; }, bounds::addressLine,
     false},
    {"address.detail", [](OrderDraft &d) -> QString & { return d.address.detail; },
     bounds::addressLine, false},
    {"address.neighbourhood", [](OrderDraft &d) -> QString & { return d.address.neighbourhood; },
     bounds::name, false},
    {"cardMessage", [](OrderDraft &d) -> QString & { return d.cardMessage; }, bounds::cardMessage,
     true},
    {"ribbon.text", [](OrderDraft &d) -> QString & { return d.ribbonText; }, bounds::ribbon, false},
    {"ribbon.sender", [](OrderDraft &d) -> QString & { return d.ribbonSender; }, bounds::ribbon,
     false},
    {"request", [](OrderDraft &d) -> QString & { return d.request; }, bounds::request, true},
};

std::vector<Refusal> flat(const Result<void> &checked)
{
    if (checked)
        return {};
    std::vector<Refusal> all{checked.error()};
    all.insert(all.end(), checked.error().others.begin(), checked.error().others.end());
    return all;
}

bool names(const std::vector<Refusal> &refusals, RefusalCode code, const QString &field)
{
    return std::ranges::any_of(
        refusals, [&](const Refusal &r) { return r.code == code && r.field == field; });
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phones_data();
    void phones();
    void mobiles();
    void displayedPhones();
    void maskedNames();
    void aGoodDraftIsNormalised();
    void badTextInEveryField_data();
    void badTextInEveryField();
    void linesOnlyWhereTheyBelong();
    void emojiIsFine();
    void lengthIsRefusedNeverCut();
    void quantity();
    void productIsNeeded();
    void postalCode();
    void locale();
    void contactRules();
    void allFindingsAtOnce();
};

void DraftTest::phones_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("digits"); // empty: refused
    QTest::newRow("plain") << u"01012345678"_s << u"01012345678"_s;
    QTest::newRow("hyphens") << u"010-1234-5678"_s << u"01012345678"_s;
    QTest::newRow("spaces, dots, brackets") << u" (02) 123.4567 "_s << u"021234567"_s;
    QTest::newRow("international") << u"+82 10-1234-5678"_s << u"01012345678"_s;
    QTest::newRow("international with 0") << u"+82 (0)10 1234 5678"_s << u"01012345678"_s;
    QTest::newRow("safe number") << u"0503-1234-5678"_s << u"050312345678"_s;
    QTest::newRow("shortest") << u"021234567"_s << u"021234567"_s;
    QTest::newRow("too short") << u"02123456"_s << QString();
    QTest::newRow("too long") << u"0101234567890"_s << QString();
    QTest::newRow("no leading 0") << u"1012345678"_s << QString();
    QTest::newRow("another country") << u"+1 202 555 0100"_s << QString();
    QTest::newRow("plus inside") << u"010+12345678"_s << QString();
    QTest::newRow("letters") << u"010-1234-ABCD"_s << QString();
    QTest::newRow("full-width digits") << u"０１０１２３４５６７８"_s << QString();
    QTest::newRow("arabic digits") << u"٠١٠١٢٣٤٥٦٧٨"_s << QString();
    QTest::newRow("NUL inside") << QString(u"010"_s + QChar(0) + u"12345678"_s) << QString();
    QTest::newRow("country code alone") << u"+82"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void DraftTest::phones()
{
    QFETCH(QString, typed);
    QFETCH(QString, digits);
    const auto read = normalisedPhone(typed);
    QCOMPARE(read.has_value(), !digits.isEmpty());
    QCOMPARE(read.value_or(QString()), digits);
    if (read)
        QCOMPARE(normalisedPhone(displayPhone(*read)), read);
}

void DraftTest::mobiles()
{
    QVERIFY(isMobile(u"01012345678"));
    QVERIFY(isMobile(u"0111234567"));
    QVERIFY(isMobile(u"050312345678"));
    QVERIFY(!isMobile(u"021234567"));
    QVERIFY(!isMobile(u"0311234567"));
    QVERIFY(!isMobile(u"010123456"));
    QVERIFY(!isMobile(u"010123456789"));
    QVERIFY(!isMobile(u""));
}

void DraftTest::displayedPhones()
{
    QCOMPARE(displayPhone(u"01012345678"_s), u"010-1234-5678"_s);
    QCOMPARE(displayPhone(u"0111234567"_s), u"011-123-4567"_s);
    QCOMPARE(displayPhone(u"021234567"_s), u"02-123-4567"_s);
    QCOMPARE(displayPhone(u"050312345678"_s), u"0503-1234-5678"_s);
    QCOMPARE(displayPhone(u"0312"_s), u"0312"_s);
    QCOMPARE(displayPhone(QString()), QString());
}

void DraftTest::maskedNames()
{
    QCOMPARE(maskedName(u"김서연"_s), u"김*연"_s);
    QCOMPARE(maskedName(u"김서연"_s, true), u"김**"_s);
    QCOMPARE(maskedName(u"김연"_s), u"김*"_s);
    QCOMPARE(maskedName(u"김"_s), u"김"_s);
    QCOMPARE(maskedName(u"남궁서연"_s), u"남**연"_s);
    QCOMPARE(maskedName(QString()), QString());
    QCOMPARE(maskedName(QString(u"김"_s + bouquet + u"연"_s)), u"김*연"_s);
    QCOMPARE(maskedName(bouquet, true), bouquet);
}

void DraftTest::aGoodDraftIsNormalised()
{
    OrderDraft draft = goodDraft();
    draft.sender.name = u"  김서연 "_s;
    draft.cardMessage = u"한 줄\r\n두 줄 "_s;
    QVERIFY(checkDraft(draft, ContactRule::AllRequired).has_value());
    QCOMPARE(draft.sender.name, u"김서연"_s);
    QCOMPARE(draft.sender.phone, u"01012345678"_s);
    QCOMPARE(draft.recipient.phone, u"021234567"_s);
    QCOMPARE(draft.cardMessage, u"한 줄\n두 줄"_s);
}

void DraftTest::badTextInEveryField_data()
{
    QTest::addColumn<QString>("bad");
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("bell") << QString(QChar(7));
    QTest::newRow("escape") << QString(QChar(0x1b));
    QTest::newRow("delete") << QString(QChar(0x7f));
    QTest::newRow("C1 control") << QString(QChar(0x85));
    QTest::newRow("lone high surrogate") << loneHigh;
    QTest::newRow("lone low surrogate") << loneLow;
    QTest::newRow("surrogates swapped") << QString(loneLow + loneHigh);
    QTest::newRow("right-to-left override") << QString(QChar(0x202e));
    QTest::newRow("embedding") << QString(QChar(0x202a));
    QTest::newRow("isolate") << QString(QChar(0x2066));
    QTest::newRow("pop isolate") << QString(QChar(0x2069));
    QTest::newRow("right-to-left mark") << QString(QChar(0x200f));
    QTest::newRow("arabic letter mark") << QString(QChar(0x061c));
}

void DraftTest::badTextInEveryField()
{
    QFETCH(QString, bad);
    for (const TextField &field : textFields) {
        OrderDraft draft = goodDraft();
        field.of(draft) = u"가"_s + bad + u"나"_s;
        const auto refusals = flat(checkDraft(draft, ContactRule::AllRequired));
        QVERIFY2(names(refusals, RefusalCode::InvalidText, QLatin1StringView(field.name)),
                 field.name);
        QCOMPARE(refusals.size(), 1U);
    }
    // At the very end no partner can follow.
    QVERIFY(!checkText(u"name"_s, QString(u"가"_s + bad), 30));
}

void DraftTest::linesOnlyWhereTheyBelong()
{
    for (const TextField &field : textFields) {
        for (const auto &line : {u"가\n나"_s, u"가\t나"_s}) {
            OrderDraft draft = goodDraft();
            field.of(draft) = line;
            QVERIFY2(checkDraft(draft, ContactRule::AllRequired).has_value() == field.multiLine,
                     field.name);
        }
        OrderDraft draft = goodDraft();
        field.of(draft) = u"가\r나"_s;
        QVERIFY2(!checkDraft(draft, ContactRule::AllRequired), field.name);
    }
}

void DraftTest::emojiIsFine()
{
    for (const TextField &field : textFields) {
        OrderDraft draft = goodDraft();
        const QString text = bouquet + u"👩‍👩‍👧"_s + u" <b>'; DROP TABLE orders;--"_s;
        field.of(draft) = text.first(std::min<qsizetype>(text.size(), field.maxLength));
        const QString typed = field.of(draft);
        QVERIFY2(checkDraft(draft, ContactRule::AllRequired).has_value(), field.name);
        QCOMPARE(field.of(draft), typed);
    }
}

void DraftTest::lengthIsRefusedNeverCut()
{
    for (const TextField &field : textFields) {
        OrderDraft draft = goodDraft();
        field.of(draft) = QString(field.maxLength, u'가');
        QVERIFY2(checkDraft(draft, ContactRule::AllRequired).has_value(), field.name);
        const QString longer(field.maxLength + 1, u'가');
        field.of(draft) = longer;
        const auto refusals = flat(checkDraft(draft, ContactRule::AllRequired));
        QCOMPARE(refusals.size(), 1U);
        QVERIFY2(refusals.front().code == RefusalCode::TooLong, field.name);
        QCOMPARE(refusals.front().value, QString::number(field.maxLength));
        QCOMPARE(field.of(draft), longer);
    }
}

void DraftTest::quantity()
{
    for (const qint64 good : {qint64(1), bounds::maxQty}) {
        OrderDraft draft = goodDraft();
        draft.qty = good;
        QVERIFY(checkDraft(draft, ContactRule::AllRequired).has_value());
    }
    for (const qint64 bad : {qint64(0), qint64(-5), bounds::maxQty + 1, qint64(1'000'000'000),
                             Q_INT64_C(4'294'967'297)}) {
        OrderDraft draft = goodDraft();
        draft.qty = bad;
        QVERIFY(names(flat(checkDraft(draft, ContactRule::AllRequired)), RefusalCode::OutOfRange,
                      u"qty"_s));
    }
}

void DraftTest::productIsNeeded()
{
    OrderDraft draft = goodDraft();
    draft.productName = u"  "_s;
    QVERIFY(names(flat(checkDraft(draft, ContactRule::AllRequired)), RefusalCode::MissingField,
                  u"flowerName"_s));
    draft.productId = 3;
    QVERIFY(checkDraft(draft, ContactRule::AllRequired).has_value());
}

void DraftTest::postalCode()
{
    for (const auto &bad : {u"0610"_s, u"061000"_s, u"0610a"_s, u"０６１００"_s}) {
        OrderDraft draft = goodDraft();
        draft.address.postalCode = bad;
        const auto refusals = flat(checkDraft(draft, ContactRule::AllRequired));
        QVERIFY(names(refusals, RefusalCode::OutOfRange, u"address.postalCode"_s));
    }
    OrderDraft draft = goodDraft();
    draft.address.postalCode.clear();
    QVERIFY(checkDraft(draft, ContactRule::AllRequired).has_value());
}

void DraftTest::locale()
{
    OrderDraft draft = goodDraft();
    draft.locale = u"en"_s;
    QVERIFY(checkDraft(draft, ContactRule::AllRequired).has_value());
    for (const auto &bad : {u"fr"_s, u"KO"_s, QString()}) {
        draft.locale = bad;
        QVERIFY(names(flat(checkDraft(draft, ContactRule::AllRequired)), RefusalCode::OutOfRange,
                      u"locale"_s));
    }
}

void DraftTest::contactRules()
{
    OrderDraft bare;
    bare.productName = u"Rose"_s;
    OrderDraft draft = bare;
    QVERIFY(checkDraft(draft, ContactRule::Optional).has_value());

    auto refusals = flat(checkDraft(draft = bare, ContactRule::SenderRequired));
    QCOMPARE(refusals.size(), 2U);
    QVERIFY(names(refusals, RefusalCode::MissingField, u"customerName"_s));
    QVERIFY(names(refusals, RefusalCode::MissingField, u"phoneNumber"_s));

    refusals = flat(checkDraft(draft = bare, ContactRule::AllRequired));
    QCOMPARE(refusals.size(), 4U);
    QVERIFY(names(refusals, RefusalCode::MissingField, u"recipient.name"_s));
    QVERIFY(names(refusals, RefusalCode::MissingField, u"recipient.phone"_s));

    // A landline gets no SMS: fine for the recipient, not for the customer of a web order.
    draft = goodDraft();
    draft.sender.phone = u"02-123-4567"_s;
    QVERIFY(checkDraft(draft, ContactRule::Optional).has_value());
    refusals = flat(checkDraft(draft, ContactRule::AllRequired));
    QCOMPARE(refusals.size(), 1U);
    QVERIFY(names(refusals, RefusalCode::InvalidPhone, u"phoneNumber"_s));
}

void DraftTest::allFindingsAtOnce()
{
    OrderDraft draft = goodDraft();
    draft.qty = 0;
    draft.sender.phone = u"12"_s;
    draft.recipient.name = QString(31, u'가');
    draft.cardMessage = QString(QChar(0x202e)) + u"x"_s;
    draft.locale = u"fr"_s;
    const auto refusals = flat(checkDraft(draft, ContactRule::AllRequired));
    QCOMPARE(refusals.size(), 5U);
    QVERIFY(names(refusals, RefusalCode::OutOfRange, u"qty"_s));
    QVERIFY(names(refusals, RefusalCode::InvalidPhone, u"phoneNumber"_s));
    QVERIFY(names(refusals, RefusalCode::TooLong, u"recipient.name"_s));
    QVERIFY(names(refusals, RefusalCode::InvalidText, u"cardMessage"_s));
    QVERIFY(names(refusals, RefusalCode::OutOfRange, u"locale"_s));
    // What was typed is still there for the form.
    QCOMPARE(draft.sender.phone, u"12"_s);
}

QTEST_GUILESS_MAIN(DraftTest)
#include "tst_draft.moc"
