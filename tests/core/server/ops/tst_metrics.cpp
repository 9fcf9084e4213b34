// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/metrics.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::server;

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFamiliesAndSamples()
    {
        MetricsText metrics;
        metrics.family("shop_calls_total", MetricsText::Kind::Counter, "Calls.");
        metrics.sample(3, {{"provider", u"toss"_s}, {"kind", u"read"_s}});
        metrics.sample(0, {{"provider", u"toss"_s}, {"kind", u"charge"_s}});
        metrics.family("shop_queue", MetricsText::Kind::Gauge, "Waiting.");
        metrics.sample(-1);
        QCOMPARE(metrics.text(), "# HELP shop_calls_total Calls.\n"
                                 "# TYPE shop_calls_total counter\n"
                                 "shop_calls_total{provider=\"toss\",kind=\"read\"} 3\n"
                                 "shop_calls_total{provider=\"toss\",kind=\"charge\"} 0\n"
                                 "# HELP shop_queue Waiting.\n"
                                 "# TYPE shop_queue gauge\n"
                                 "shop_queue -1\n");
    }

    void aLabelCannotBreakOut()
    {
        MetricsText metrics;
        metrics.family("a", MetricsText::Kind::Gauge, "A.");
        metrics.sample(1, {{"name", u"꽃\\\"\n} 7"_s}});
        QVERIFY(metrics.text().endsWith("a{name=\"꽃\\\\\\\"\\n} 7\"} 1\n"));
    }

    void countsRequestsByTheirTemplate()
    {
        RequestCounts counts;
        counts.note("GET", "/t/{token}", 200);
        counts.note("GET", "/t/{token}", 200);
        counts.note("GET", "/t/{token}", 404);
        counts.note("POST", "", 404);
        MetricsText metrics;
        counts.writeTo(metrics);
        const auto name = "petalpost_http_requests_total"_ba;
        for (const auto &line : {"{method=\"GET\",route=\"/t/{token}\",status=\"200\"} 2\n"_ba,
                                 "{method=\"GET\",route=\"/t/{token}\",status=\"404\"} 1\n"_ba,
                                 "{method=\"POST\",route=\"\",status=\"404\"} 1\n"_ba})
            QVERIFY2(metrics.text().contains(QByteArray('\n' + name + line)),
                     metrics.text().constData());
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
