// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/orderdraft.h"
#include "core/protocol/productfields.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;

/// How the JSON interface reads requests and words refusals, without a server.
class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatADeskWrites()
    {
        DeskOrder order;
        order.draft.productId = 3;
        order.draft.qty = 2;
        order.draft.sender = {u"정하나"_s, u"01012345678"_s};
        order.draft.recipient = {u"김서연"_s, u"01023456789"_s};
        order.draft.address = {u"서울 강남구 역삼로 180"_s, u"3층"_s, u"06248"_s, u"역삼동"_s};
        order.draft.window = DeliveryWindow::fromKey(u"2026-12-01T14:00/16:00"_s);
        order.draft.cardMessage = u"축하해\n늘 고마워"_s;
        order.draft.ribbonText = u"祝 發展"_s;
        order.draft.request = u"분홍빛"_s;
        order.method = DeskMethod::OnAccount;
        order.paid = true;
        order.unitMinor = productbounds::priceMinor;
        QVERIFY(isDeskOrder(toJson(order)));
        QCOMPARE(deskOrderFromBody(toJson(order)).value(), order);
        for (const qint64 wrong : {qint64(-1), productbounds::priceMinor + 1}) {
            order.unitMinor = wrong;
            QJsonObject body = toJson(order);
            body.insert(u"unitMinor"_s, wrong);
            QCOMPARE(deskOrderFromBody(body).error().field, u"unitMinor"_s);
        }
    }

    void readsAnOrderOfTheOlderInterface()
    {
        const auto draft = draftFromBody({{u"flowerName"_s, u"Rose"_s},
                                          {u"qty"_s, u"7"_s},
                                          {u"address"_s, u"seoul"_s},
                                          {u"customerName"_s, u"lee"_s},
                                          {u"phoneNumber"_s, u"01012341234"_s}});
        QVERIFY(draft);
        QCOMPARE(draft->productName, u"Rose"_s);
        QCOMPARE(draft->qty, 7);
        QCOMPARE(draft->address.line, u"seoul"_s);
        QCOMPARE(draft->sender.phone, u"01012341234"_s);
        QVERIFY(!draft->window);
    }

    void readsEveryFieldOfTodaysInterface()
    {
        const auto draft = draftFromBody(
            {{u"productId"_s, 3},
             {u"qty"_s, 2},
             {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"010"_s}}},
             {u"address"_s,
              QJsonObject{{u"line"_s, u"역삼로 180"_s}, {u"postalCode"_s, u"06248"_s}}},
             {u"window"_s, u"2026-11-30T14:00/16:00"_s},
             {u"ribbon"_s, QJsonObject{{u"text"_s, u"축 개업"_s}, {u"sender"_s, u"친구 일동"_s}}},
             {u"locale"_s, u"en"_s}});
        QVERIFY(draft);
        QCOMPARE(draft->productId, 3);
        QCOMPARE(draft->recipient.name, u"김서연"_s);
        QCOMPARE(draft->address.postalCode, u"06248"_s);
        QCOMPARE(draft->window->startMinute, 14 * 60);
        QCOMPARE(draft->ribbonSender, u"친구 일동"_s);
        QCOMPARE(draft->locale, u"en"_s);
    }

    void namesTheFieldThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no qty") << QByteArray(R"({"flowerName":"Rose"})") << u"qty"_s;
        QTest::newRow("qty text") << QByteArray(R"({"flowerName":"Rose","qty":"x"})") << u"qty"_s;
        QTest::newRow("qty fraction")
            << QByteArray(R"({"flowerName":"Rose","qty":1.5})") << u"qty"_s;
        QTest::newRow("qty huge") << QByteArray(R"({"flowerName":"Rose","qty":1e300})") << u"qty"_s;
        QTest::newRow("name number")
            << QByteArray(R"({"flowerName":7,"qty":1})") << u"flowerName"_s;
        QTest::newRow("address list")
            << QByteArray(R"({"flowerName":"Rose","qty":1,"address":[]})") << u"address"_s;
        QTest::newRow("nested") << QByteArray(
            R"({"flowerName":"Rose","qty":1,"recipient":{"phone":1}})")
                                << u"recipient.phone"_s;
        QTest::newRow("window") << QByteArray(R"({"flowerName":"Rose","qty":1,"window":"noon"})")
                                << u"window"_s;
    }

    void namesTheFieldThatIsWrong()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, field);
        const auto draft = draftFromBody(QJsonDocument::fromJson(body).object());
        QVERIFY(!draft);
        QCOMPARE(draft.error().field, field);
    }

    void everyRefusalHasAStatusAndSaysWhatToDo()
    {
        for (const auto &[code, name] : refusalWords) {
            const auto response = problemFor(Refusal::of(code, u"qty"_s));
            QVERIFY2(response.status >= 400 && response.status < 600, name.data());
            QCOMPARE(response.contentType, QByteArray("application/problem+json"));
            const QJsonObject body = QJsonDocument::fromJson(response.body).object();
            QCOMPARE(body.value(u"code"_s).toString(), QString(name));
            QCOMPARE(body.value(u"type"_s).toString(), u"urn:petalpost:problem:"_s + name);
            QCOMPARE(body.value(u"field"_s).toString(), u"qty"_s);
            QVERIFY2(body.value(u"detail"_s).toString().size() > 10, name.data());
        }
    }

    void whoWasNotAskedSaysWhenToAskAgain()
    {
        const auto response = problemFor(Refusal::of(RefusalCode::ProviderNotAsked, {}, u"90"_s));
        QCOMPARE(response.status, 503);
        QCOMPARE(std::ranges::count(response.headers, "Retry-After"_ba,
                                    [](const auto &header) { return header.first; }),
                 1);
        QVERIFY(std::ranges::find(response.headers, std::pair("Retry-After"_ba, "90"_ba))
                != response.headers.end());
    }

    void anIllegalMoveNamesTheStateAndTheLegalVerbs()
    {
        Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
        refusal.state = OrderState::Making;
        refusal.legalVerbs = {Verb::MarkMade};
        const auto response = problemFor(refusal);
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(response.status, 409);
        // The HTTP status of RFC 9457 keeps its member; the order's state has one of its own.
        QCOMPARE(body.value(u"orderStatus"_s).toString(), u"making"_s);
        QCOMPARE(body.value(u"status"_s).toInt(), 409);
        QCOMPARE(body.value(u"legalVerbs"_s).toArray().at(0).toString(), u"markMade"_s);
    }

    void idempotencyKeysOfStrangersAreUuids()
    {
        http::Request request;
        request.route = "/orders";
        QVERIFY(callKey(request, {}) && !*callKey(request, {}));
        request.headers.insert("idempotency-key", "1");
        QVERIFY(!callKey(request, {}));
        request.headers.insert("idempotency-key", "2f1c1a1e-7b0c-4a53-9d39-0d5f4a0f7c11");
        const auto key = callKey(request, {});
        QVERIFY(key && *key);
        QCOMPARE((*key)->caller, u"anonymous"_s);
        Caller desk;
        desk.device = store::Device{4, u"desk"_s, DeviceRole::Florist};
        request.headers.insert("idempotency-key", "1");
        QCOMPARE((*callKey(request, desk))->caller, u"device:4"_s);
        request.headers.insert("idempotency-key", QByteArray(256, 'a'));
        QVERIFY(!callKey(request, desk));
    }

    void onlyJsonObjectsAreBodies()
    {
        http::Request request;
        request.headers.insert("content-type", "text/plain");
        request.body = "{}";
        QCOMPARE(jsonBody(request).error().field, u"Content-Type"_s);
        request.headers.insert("content-type", "application/json; charset=utf-8");
        QVERIFY(jsonBody(request));
        const QByteArray deep = "{\"a\":" + QByteArray(5000, '[');
        const QByteArrayList broken{"[]", "{", "{\"a\":\"\xff\"}", {}, deep};
        for (const QByteArray &body : broken) {
            request.body = body;
            QVERIFY2(!jsonBody(request), body.left(20).constData());
            QCOMPARE(jsonBody(request).error().field, u"body"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
