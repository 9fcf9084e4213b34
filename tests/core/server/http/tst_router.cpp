// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/form.h"
#include "core/server/http/router.h"
#include "core/server/http/text.h"

#include <QTest>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

namespace {

QCoro::Task<Response> nothing(Request request)
{
    Q_UNUSED(request)
    co_return Response{};
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void namesWhatIsAllowed();
    void decodesParameters();
    void refusesBadPaths_data();
    void refusesBadPaths();
    void parsesForms();
    void refusesBadForms_data();
    void refusesBadForms();
    void boundsForms();
    void readsCookies();
    void prefersHtml_data();
    void prefersHtml();
    void buildsProblems();

private:
    Router m_router;
};

void TestRouter::init()
{
    m_router = Router();
    m_router.add(Method::Get, "/"_ba, nothing);
    m_router.add(Method::Get, "/orders"_ba, nothing);
    m_router.add(Method::Post, "/orders"_ba, nothing, {.maxBodyBytes = 7});
    m_router.add(Method::Get, "/orders/{id}"_ba, nothing);
    m_router.add(Method::Patch, "/orders/{id}"_ba, nothing);
    m_router.add(Method::Patch, "/orders/{id}/lines"_ba, nothing);
    m_router.add(Method::Get, "/orders/new"_ba, nothing);
    m_router.add(Method::Get, "/orders/new/{step}/x"_ba, nothing);
    m_router.add(Method::Get, "/t/{token}/{part}"_ba, nothing);
}

void TestRouter::finds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("root") << "/"_ba
                          << "/"_ba;
    QTest::newRow("literal") << "/orders"_ba
                             << "/orders"_ba;
    QTest::newRow("parameter") << "/orders/7"_ba
                               << "/orders/{id}"_ba;
    QTest::newRow("literal before parameter") << "/orders/new"_ba
                                              << "/orders/new"_ba;
    QTest::newRow("encoded literal") << "/orders/%6eew"_ba
                                     << "/orders/new"_ba;
    QTest::newRow("behind a literal") << "/orders/new/2/x"_ba
                                      << "/orders/new/{step}/x"_ba;
    QTest::newRow("two parameters") << "/t/a/b"_ba
                                    << "/t/{token}/{part}"_ba;
    QTest::newRow("trailing slash") << "/orders/"_ba << QByteArray();
    QTest::newRow("double slash") << "//orders"_ba << QByteArray();
    QTest::newRow("prefix only") << "/t/a"_ba << QByteArray();
    QTest::newRow("too long") << "/t/a/b/c"_ba << QByteArray();
    QTest::newRow("braces are not special") << "/orders/{id}/x"_ba << QByteArray();
    QTest::newRow("very deep") << QByteArray("/a").repeated(5000) << QByteArray();
}

void TestRouter::finds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, pattern);
    const Router::Match match = m_router.match(Method::Get, path);
    QCOMPARE(match.pattern, pattern);
    QCOMPARE(match.outcome,
             pattern.isEmpty() ? Router::Outcome::UnknownPath : Router::Outcome::Found);
}

void TestRouter::namesWhatIsAllowed()
{
    const Router::Match wrong = m_router.match(Method::Delete, "/orders/7");
    QCOMPARE(wrong.outcome, Router::Outcome::WrongMethod);
    QCOMPARE(wrong.allow, "GET, HEAD, PATCH"_ba);
    QCOMPARE(m_router.match(Method::Head, "/orders/7").outcome, Router::Outcome::Found);
    QCOMPARE(m_router.match(Method::Head, "/orders/7/lines").outcome, Router::Outcome::WrongMethod);
    QCOMPARE(m_router.match(Method::Post, "/orders").route->options.maxBodyBytes, 7);
}

void TestRouter::decodesParameters()
{
    const Router::Match match = m_router.match(Method::Get, "/t/a%2Fb+c/%EA%BD%83");
    QCOMPARE(match.params.value("token"_ba), u"a/b+c"_s);
    QCOMPARE(match.params.value("part"_ba), u"꽃"_s);
    QCOMPARE(match.path, "/t/a/b+c/\xEA\xBD\x83"_ba);
}

void TestRouter::refusesBadPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no slash") << "orders"_ba;
    QTest::newRow("star") << "*"_ba;
    QTest::newRow("encoded NUL") << "/orders/a%00b"_ba;
    QTest::newRow("broken escape") << "/orders/%zz"_ba;
    QTest::newRow("cut escape") << "/orders/%4"_ba;
    QTest::newRow("invalid UTF-8") << "/orders/%ff"_ba;
    QTest::newRow("cut UTF-8") << "/orders/%ea%bd"_ba;
    QTest::newRow("overlong UTF-8") << "/orders/%c0%af"_ba;
    QTest::newRow("surrogate") << "/orders/%ed%a0%80"_ba;
    QTest::newRow("control character") << "/orders/a\x01"_ba;
}

void TestRouter::refusesBadPaths()
{
    QFETCH(QByteArray, path);
    QCOMPARE(m_router.match(Method::Get, path).outcome, Router::Outcome::BadPath);
}

void TestRouter::parsesForms()
{
    const auto form = parseForm("name=Kim+Min%20ji&card=%EA%BD%83%0D%0A&empty=&bare&&a=1&a=2"_ba);
    QVERIFY(form.has_value());
    QCOMPARE(form->value(u"name"_s), u"Kim Min ji"_s);
    QCOMPARE(form->value(u"card"_s), u"꽃\r\n"_s);
    QVERIFY(form->contains(u"empty"_s) && form->contains(u"bare"_s));
    QCOMPARE(form->value(u"a"_s), u"2"_s);
    QCOMPARE(form->size(), 5);
    QVERIFY(parseForm({}).has_value());
}

void TestRouter::refusesBadForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("invalid UTF-8") << "a=%ff"_ba;
    QTest::newRow("raw invalid UTF-8") << "a=\xff"_ba;
    QTest::newRow("cut UTF-8") << "a=%ea%bd"_ba;
    QTest::newRow("invalid name") << "%ff=a"_ba;
    QTest::newRow("encoded NUL") << "a=%00"_ba;
    QTest::newRow("broken escape") << "a=%g1"_ba;
}

void TestRouter::refusesBadForms()
{
    QFETCH(QByteArray, body);
    QVERIFY(!parseForm(body).has_value());
}

void TestRouter::boundsForms()
{
    QVERIFY(parseForm("a=1&"_ba.repeated(limits::formFields)).has_value());
    QVERIFY(!parseForm("a=1&"_ba.repeated(limits::formFields + 1)).has_value());
}

void TestRouter::readsCookies()
{
    Request request;
    request.headers.insert("cookie"_ba, "draft=abc=; theme = dark;x"_ba);
    QCOMPARE(request.cookie("draft"), "abc="_ba);
    QCOMPARE(request.cookie("theme"), "dark"_ba);
    QVERIFY(!request.cookie("x").has_value());
    QVERIFY(!request.cookie("raft").has_value());
}

void TestRouter::prefersHtml_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("html");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("anything") << "*/*"_ba << false;
    QTest::newRow("browser") << "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"_ba << true;
    QTest::newRow("json") << "application/json"_ba << false;
    QTest::newRow("json first") << "application/json, text/html;q=0.5"_ba << false;
    QTest::newRow("html first") << "application/json;q=0.5, TEXT/HTML"_ba << true;
    QTest::newRow("html refused") << "text/html;q=0"_ba << false;
}

void TestRouter::prefersHtml()
{
    QFETCH(QByteArray, accept);
    Request request;
    request.headers.insert("accept"_ba, accept);
    QTEST(request.prefersHtml(), "html");
}

void TestRouter::buildsProblems()
{
    const Response response = Response::problem(409, "slot-gone"_ba, u"Slot gone"_s, u"Pick one."_s,
                                                {{"verb"_L1, "pay"_L1}, {"status"_L1, 1}});
    QVERIFY(response.isProblem());
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    const QJsonObject expected = {{"type"_L1, "urn:petalpost:problem:slot-gone"_L1},
                                  {"code"_L1, "slot-gone"_L1},
                                  {"title"_L1, "Slot gone"_L1},
                                  {"detail"_L1, "Pick one."_L1},
                                  {"status"_L1, 409},
                                  {"verb"_L1, "pay"_L1}};
    QCOMPARE(object, expected);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
