// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/jsonreader.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

QJsonObject parsed(const QByteArray &value)
{
    return QJsonDocument::fromJson("{\"n\":" + value + "}").object();
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void absentReadsAsTheFallback();
    void texts();
    void flags();
    void objects();
    void words();
    void theFirstRefusalStays();
    void fieldsCarryThePrefix();
};

void JsonReaderTest::numbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("refusal"); // empty: accepted
    QTest::addColumn<qint64>("value");
    const auto good = [](const char *json, qint64 value) {
        QTest::newRow(json) << QByteArray(json) << QString() << value;
    };
    const auto bad = [](const char *json, const QString &code) {
        QTest::newRow(json) << QByteArray(json) << code << qint64(-9);
    };
    good("7", 7);
    good("\"7\"", 7);
    good("-5", -5);
    good("\"-5\"", -5);
    good("0", 0);
    good("7.0", 7);
    good("1e3", 1'000);
    good("9007199254740991", 9'007'199'254'740'991);
    good("\"9007199254740991\"", 9'007'199'254'740'991);
    bad("9007199254740992", u"out-of-range"_s);
    bad("\"9007199254740992\"", u"out-of-range"_s);
    bad("\"-9223372036854775808\"", u"out-of-range"_s);
    bad("1e300", u"out-of-range"_s);
    bad("-1e300", u"out-of-range"_s);
    bad("1.5", u"wrong-type"_s);
    bad("\"1.5\"", u"wrong-type"_s);
    bad("\"1e3\"", u"wrong-type"_s);
    bad("\"99999999999999999999\"", u"wrong-type"_s);
    bad("\"x\"", u"wrong-type"_s);
    bad("\"7x\"", u"wrong-type"_s);
    bad("\"0x10\"", u"wrong-type"_s);
    bad("\"\"", u"wrong-type"_s);
    bad("true", u"wrong-type"_s);
    bad("[7]", u"wrong-type"_s);
    bad("{}", u"wrong-type"_s);
}

void JsonReaderTest::numbers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, refusal);
    QFETCH(qint64, value);
    const QJsonObject object = parsed(json);
    QVERIFY(object.contains(u"n"_s));
    JsonReader in(object);
    QCOMPARE(in.number("n"_L1, -9), value);
    QCOMPARE(in.failed(), !refusal.isEmpty());
    if (in.failed()) {
        QCOMPARE(QString(word(in.refusal().code)), refusal);
        QCOMPARE(in.refusal().field, u"n"_s);
    }
}

void JsonReaderTest::absentReadsAsTheFallback()
{
    for (const QJsonObject &json : {QJsonObject(), parsed("null")}) {
        JsonReader in(json);
        QCOMPARE(in.number("n"_L1, 42), 42);
        QCOMPARE(in.text("n"_L1), QString());
        QVERIFY(in.flag("n"_L1, true));
        QVERIFY(in.object("n"_L1).isEmpty());
        QVERIFY(!in.has("n"_L1));
        QVERIFY(in.ok().has_value());
        in.require("n"_L1);
        QCOMPARE(in.ok().error(), Refusal::of(RefusalCode::MissingField, u"n"_s));
    }
}

void JsonReaderTest::texts()
{
    const QJsonObject good = parsed("\"김서연 💐\"");
    JsonReader in(good);
    QCOMPARE(in.text("n"_L1), u"김서연 💐"_s);
    QVERIFY(in.has("n"_L1));
    QVERIFY(!in.failed());
    for (const char *bad : {"7", "true", "[]", "{}"}) {
        const QJsonObject json = parsed(bad);
        JsonReader reader(json);
        QCOMPARE(reader.text("n"_L1), QString());
        QVERIFY2(reader.failed() && reader.refusal().code == RefusalCode::WrongType, bad);
    }
}

void JsonReaderTest::flags()
{
    const QJsonObject yes = parsed("true");
    JsonReader in(yes);
    QVERIFY(in.flag("n"_L1));
    QVERIFY(!in.failed());
    for (const char *bad : {"1", "\"true\"", "[]"}) {
        const QJsonObject json = parsed(bad);
        JsonReader reader(json);
        QVERIFY(reader.flag("n"_L1, true));
        QVERIFY2(reader.failed() && reader.refusal().code == RefusalCode::WrongType, bad);
    }
}

void JsonReaderTest::objects()
{
    const QJsonObject good = parsed("{\"a\":1}");
    JsonReader in(good);
    QCOMPARE(in.object("n"_L1).size(), 1);
    QVERIFY(!in.failed());
    for (const char *bad : {"1", "\"x\"", "[]", "false"}) {
        const QJsonObject json = parsed(bad);
        JsonReader reader(json);
        QVERIFY(reader.object("n"_L1).isEmpty());
        QVERIFY2(reader.failed() && reader.refusal().code == RefusalCode::WrongType, bad);
    }
}

void JsonReaderTest::words()
{
    const auto read = [](const QByteArray &json) -> Result<OrderState> {
        const QJsonObject object = json.isEmpty() ? QJsonObject() : parsed(json);
        JsonReader in(object);
        const OrderState state = in.word("n"_L1, orderStateWords, OrderState::Expired);
        if (in.failed())
            return refuse(in.refusal());
        return state;
    };
    QCOMPARE(read("\"making\"").value(), OrderState::Making);
    QCOMPARE(read("").error().code, RefusalCode::MissingField);
    QCOMPARE(read("\"\"").error().code, RefusalCode::MissingField);
    QCOMPARE(read("\"Making\"").error().code, RefusalCode::OutOfRange);
    QCOMPARE(read("7").error().code, RefusalCode::WrongType);
}

void JsonReaderTest::theFirstRefusalStays()
{
    const QJsonObject json{{u"a"_s, u"x"_s}, {u"b"_s, 7}};
    JsonReader in(json);
    in.number("a"_L1);
    in.text("b"_L1);
    in.require("c"_L1);
    QCOMPARE(in.refusal(), Refusal::of(RefusalCode::WrongType, u"a"_s));
}

void JsonReaderTest::fieldsCarryThePrefix()
{
    const QJsonObject json{{u"phone"_s, 7}};
    JsonReader in(json, u"recipient."_s);
    in.text("phone"_L1);
    QCOMPARE(in.ok().error().field, u"recipient.phone"_s);
}

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
