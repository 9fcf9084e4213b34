// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providerhttp.h"
#include "tests/support/scriptedserver.h"

#include <QtTest/QTest>

#include <qcorotask.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;
using Fault = ScriptedReply::Fault;

/// What a call that fails says about whether the provider heard of it.
class ProviderHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSentMayHaveBeenHeard_data();
    void whatWasSentMayHaveBeenHeard();
    void nobodyThereHeardNothing();
};

void ProviderHttpTest::whatWasSentMayHaveBeenHeard_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Fault>("fault");
    for (const char *method : {"GET", "POST"}) {
        for (const int before : {0, 1, 2}) {
            const auto row = [&](const char *name, Fault fault) {
                QTest::addRow("%s, %s, %d calls before", method, name, before)
                    << before << QByteArray(method) << fault;
            };
            row("cut halfway", Fault::CutHalfway);
            row("lost", Fault::Lose);
            row("hangs", Fault::Hang);
        }
    }
}

void ProviderHttpTest::whatWasSentMayHaveBeenHeard()
{
    QFETCH(int, before);
    QFETCH(QByteArray, method);
    QFETCH(Fault, fault);
    int calls = 0;
    ScriptedServer provider([&](const SeenRequest &) {
        ScriptedReply reply;
        reply.body = R"({"fine": true})";
        reply.fault = ++calls > before ? fault : Fault::None;
        return reply;
    });
    ProviderHttp http;
    ProviderCall call;
    call.method = method;
    call.url = provider.url();
    call.body = method == "POST" ? "a=b" : "";
    call.deadlineMs = 500;
    for (int i = 0; i < before; ++i)
        QVERIFY(QCoro::waitFor(http.send(call)));
    const auto answer = QCoro::waitFor(http.send(call));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, RefusalCode::ProviderUnavailable);
}

void ProviderHttpTest::nobodyThereHeardNothing()
{
    ScriptedServer provider([](const SeenRequest &) { return ScriptedReply(); });
    ProviderHttp http;
    ProviderCall call;
    call.url = provider.url();
    QVERIFY(QCoro::waitFor(http.send(call)));
    provider.vanish();
    const auto answer = QCoro::waitFor(http.send(call));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, RefusalCode::ProviderNotAsked);
}

QTEST_GUILESS_MAIN(ProviderHttpTest)
#include "tst_providerhttp.moc"
