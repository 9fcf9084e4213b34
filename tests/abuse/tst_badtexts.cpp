// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/abuse/badinputbench.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

QString at(const QJsonObject &json, const QString &path)
{
    const QStringList steps = path.split(u'.');
    return steps.size() == 1 ? json.value(path).toString()
                             : json.value(steps.first()).toObject().value(steps.last()).toString();
}

/// The name under which an order's document gives back what came in under \a path.
QString answeredAs(const QString &path)
{
    if (path == u"ribbon.text"_s)
        return u"ribbonText"_s;
    return path == u"ribbon.sender"_s ? u"ribbonSender"_s : path;
}

/// What a reader sees of a page: its text with the escapes undone.
QString shownTexts(const Answer &page)
{
    QString text = page.text();
    for (const auto &[escape, plain] :
         {std::pair(u"&#39;"_s, u"'"_s), std::pair(u"&apos;"_s, u"'"_s),
          std::pair(u"&quot;"_s, u"\""_s), std::pair(u"&lt;"_s, u"<"_s),
          std::pair(u"&gt;"_s, u">"_s), std::pair(u"&amp;"_s, u"&"_s)})
        text.replace(escape, plain);
    return text;
}

} // namespace

/// What looks like code and is a text is kept as it came, and runs nowhere.
class TestBadTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench.start(); }
    void cleanupTestCase() { QVERIFY(m_bench.shop.stop()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void textsAreStoredAsTheyAre_data();
    void textsAreStoredAsTheyAre();
    void reviewsAreStoredAsTheyAre();
    void reasonsAreStoredAsTheyAre();

private:
    BadInputBench m_bench;
};

void TestBadTexts::textsAreStoredAsTheyAre_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    for (const QLatin1String field : textFields) {
        const QString path = field;
        for (const QString &text : hostileTexts)
            QTest::newRow(qPrintable(path + u' ' + text)) << path << text;
    }
}

void TestBadTexts::textsAreStoredAsTheyAre()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QByteArray body = orderWith(path, quotedJson(text));
    if (path.startsWith(u"address.") && path != u"address.line"_s)
        body.replace("\"address\":{", "\"address\":{\"line\":\"seoul\",");
    const auto before = m_bench.stand();
    const Answer placed = m_bench.anyone->sendJson("POST", u"/orders"_s, body);
    QCOMPARE(placed.status, 201);
    const qint64 id = placed.json().value(u"id"_s).toInteger();
    const QJsonObject kept = m_bench.desk->get(u"/orders/%1"_s.arg(id)).json();
    QCOMPARE(at(kept, answeredAs(path)), text);
    QCOMPARE(m_bench.stand().orders, before.orders + 1);
    const Answer page = m_bench.anyone->get(placed.json().value(u"trackingPath"_s).toString());
    QCOMPARE(page.status, 200);
    QVERIFY(!page.body.contains("<script>alert"));
    QVERIFY(!page.body.contains("DROP TABLE orders; --</script>"));
    QCOMPARE(m_bench.anyone->get(u"/healthz"_s).status, 200);
}

void TestBadTexts::reviewsAreStoredAsTheyAre()
{
    for (const QString &text : hostileTexts) {
        const QJsonObject order = m_bench.deliver(m_bench.place(
            {{u"flowerName"_s, u"Gold"_s}, {u"qty"_s, 1}, {u"customerName"_s, text}}));
        QVERIFY(!order.isEmpty());
        const QString long10 = text + u" – ten letters"_s;
        const Answer written = m_bench.anyone->post(
            u"/reviews"_s, {{u"rating"_s, 1}, {u"text"_s, long10}},
            {{"Authorization", "Bearer " + order.value(u"accessToken"_s).toString().toLatin1()}});
        QCOMPARE(written.status, 201);
        QCOMPARE(written.json().value(u"text"_s).toString(), long10);
        const qint64 id = written.json().value(u"id"_s).toInteger();
        const Answer replied = m_bench.desk->patch(u"/reviews/%1"_s.arg(id), {{u"reply"_s, text}});
        QCOMPARE(replied.status, 200);
        const Answer page =
            m_bench.anyone->get(u"/shop/items/%1"_s.arg(order.value(u"productId"_s).toInteger()));
        QCOMPARE(page.status, 200);
        QVERIFY(shownTexts(page).contains(long10));
        QVERIFY(shownTexts(page).contains(u"<p>"_s + text));
        QVERIFY(!page.body.contains("<script>alert"));
    }
}

void TestBadTexts::reasonsAreStoredAsTheyAre()
{
    for (const QString &text : hostileTexts) {
        const QJsonObject order = m_bench.place();
        const QString path = u"/deliveries/%1"_s.arg(order.value(u"id"_s).toInteger());
        const Answer cancelled =
            m_bench.desk->patch(path, {{u"verb"_s, u"cancel"_s}, {u"reason"_s, text}});
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(cancelled.json().value(u"cancelReason"_s).toString(), text);
        const Answer page = m_bench.anyone->get(order.value(u"trackingPath"_s).toString());
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("<script>alert"));
    }
}

QTEST_GUILESS_MAIN(TestBadTexts)
#include "tst_badtexts.moc"
