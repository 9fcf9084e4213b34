// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/productfields.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

Product peony()
{
    Product product;
    product.id = 4;
    product.version = 7;
    product.name = u"작약 한아름"_s;
    product.price.minor = 89'000;
    product.picture = u"peony"_s;
    return product;
}

QJsonObject priceOf(qint64 minor, const QString &currency = u"KRW"_s)
{
    return {{u"amountMinor"_s, minor}, {u"currency"_s, currency}, {u"exponent"_s, 0}};
}

} // namespace

/// A change of the menu names what it changes, and nothing else moves.
class ChangedProductTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNamedChanges();
    void whatTheServerOwnsStays();
    void textsAreTidied();
    void refusals_data();
    void refusals();
    void everyFieldSurvivesTheWire();
};

void ChangedProductTest::onlyWhatIsNamedChanges()
{
    Product expected = peony();
    expected.soldOut = true;
    expected.version = 8;
    QCOMPARE(changedProduct(peony(), {{u"soldOut"_s, true}}).value(), expected);
}

void ChangedProductTest::whatTheServerOwnsStays()
{
    const QJsonObject change{
        {u"id"_s, 9}, {u"version"_s, 1}, {u"picture"_s, u"x"_s}, {u"hidden"_s, true}};
    const Product changed = changedProduct(peony(), change).value();
    QCOMPARE(changed.id, 4);
    QCOMPARE(changed.version, 8);
    QCOMPARE(changed.picture, u"peony"_s);
    QVERIFY(changed.hidden);
}

void ChangedProductTest::textsAreTidied()
{
    const Product changed =
        changedProduct(peony(), {{u"name"_s, u"  봄  꽃 "_s}, {u"description"_s, u"\n가\n나 "_s}})
            .value();
    QCOMPARE(changed.name, u"봄 꽃"_s);
    QCOMPARE(changed.description, u"가\n나"_s);
}

void ChangedProductTest::refusals_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        RefusalCode code) {
        QTest::newRow(name) << QJsonObject{{field, value}} << code << field;
    };
    using enum RefusalCode;
    QTest::newRow("nothing") << QJsonObject{{u"basedOn"_s, 7}} << MissingField << u"fields"_s;
    row("no name", u"name"_s, u"  "_s, MissingField);
    row("a long name", u"name"_s, QString(61, u'꽃'), TooLong);
    row("a name of two lines", u"name"_s, QString(u"가"_s + QChar(0) + u"나"_s), InvalidText);
    row("a long description", u"descriptionEn"_s, QString(1001, u'x'), TooLong);
    row("free", u"price"_s, priceOf(0), OutOfRange);
    row("below nothing", u"price"_s, priceOf(-1), OutOfRange);
    row("too dear", u"price"_s, priceOf(1'000'000'001), OutOfRange);
    row("another currency", u"price"_s, priceOf(89, u"USD"_s), OutOfRange);
    row("no price", u"price"_s, u"cheap"_s, WrongType);
    row("fewer than none", u"dailyLimit"_s, -1, OutOfRange);
    row("more than an int holds", u"dailyLimit"_s, qint64(1) << 33, OutOfRange);
    row("not a flag", u"hidden"_s, u"yes"_s, WrongType);
}

void ChangedProductTest::refusals()
{
    QFETCH(const QJsonObject, change);
    const auto refused = changedProduct(peony(), change);
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
    QTEST(refused.error().field, "field");
}

void ChangedProductTest::everyFieldSurvivesTheWire()
{
    Product other = peony();
    other.name = u"튤립"_s;
    other.nameEn = u"Tulips"_s;
    other.description = u"노란"_s;
    other.descriptionEn = u"Yellow"_s;
    other.price.minor = 1;
    other.hidden = other.soldOut = other.taxFree = true;
    other.needsWindow = false;
    other.dailyLimit = 3;
    const QJsonObject json = toJson(other);
    QJsonObject change;
    for (const QLatin1StringView name : productFields())
        change.insert(name, json.value(name));
    other.version = 8;
    QCOMPARE(changedProduct(peony(), change).value(), other);
}

QTEST_GUILESS_MAIN(ChangedProductTest)
#include "tst_changedproduct.moc"
