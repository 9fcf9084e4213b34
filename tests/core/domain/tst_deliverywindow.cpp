// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/deliverywindow.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

class DeliveryWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysReadBack();
    void badKeys_data();
    void badKeys();
    void clockTexts();
    void momentsInSeoul();
    void theEndOfTheDay();
    void momentsAcrossAClockChange();
};

void DeliveryWindowTest::keysReadBack()
{
    const DeliveryWindow window{QDate(2026, 11, 23), 840, 960};
    QCOMPARE(window.key(), u"2026-11-23T14:00/16:00"_s);
    for (int start = 0; start < 1440; start += 7) {
        for (const int end : {start + 1, 1440}) {
            const DeliveryWindow each{QDate(2028, 2, 29), start, end};
            QCOMPARE(DeliveryWindow::fromKey(each.key()), each);
        }
    }
}

void DeliveryWindowTest::badKeys_data()
{
    QTest::addColumn<QString>("key");
    for (const auto &bad :
         {u""_s, u"2026-11-23"_s, u"2026-11-23T14:00"_s, u"2026-11-23 14:00/16:00"_s,
          u"2026-11-23T14:00-16:00"_s, u"2026-02-29T14:00/16:00"_s, u"2026-13-01T14:00/16:00"_s,
          u"2026-11-23T16:00/14:00"_s, u"2026-11-23T14:00/14:00"_s, u"2026-11-23T14:60/16:00"_s,
          u"2026-11-23T14:00/24:01"_s, u"2026-11-23T24:00/24:00"_s, u"2026-11-23T-1:00/16:00"_s,
          u"2026-11-23T1 :00/16:00"_s, u"2026-11-23T14:00/16:00Z"_s, u"2026-11-23T14:00/16:0٠"_s,
          u"20261-1-23T14:00/16:00"_s})
        QTest::newRow(qPrintable(u"'%1'"_s.arg(bad))) << bad;
}

void DeliveryWindowTest::badKeys()
{
    QFETCH(QString, key);
    QVERIFY(!DeliveryWindow::fromKey(key));
}

void DeliveryWindowTest::clockTexts()
{
    QCOMPARE(clockText(0), u"00:00"_s);
    QCOMPARE(clockText(545), u"09:05"_s);
    QCOMPARE(clockText(840), u"14:00"_s);
    QCOMPARE(clockText(1440), u"24:00"_s);
}

void DeliveryWindowTest::momentsInSeoul()
{
    const QTimeZone seoul("Asia/Seoul");
    const DeliveryWindow window{QDate(2026, 11, 23), 480, 600};
    QCOMPARE(window.startsAt(seoul).toUTC(), QDateTime(QDate(2026, 11, 22), QTime(23, 0), Qt::UTC));
    QCOMPARE(window.endsAt(seoul).toUTC(), QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC));
}

void DeliveryWindowTest::theEndOfTheDay()
{
    const DeliveryWindow window{QDate(2026, 12, 31), 1320, 1440};
    QCOMPARE(window.endsAt(QTimeZone("Asia/Seoul")).toUTC(),
             QDateTime(QDate(2026, 12, 31), QTime(15, 0), Qt::UTC));
}

void DeliveryWindowTest::momentsAcrossAClockChange()
{
    const QTimeZone berlin("Europe/Berlin");
    const DeliveryWindow winter{QDate(2026, 10, 25), 840, 960};
    const DeliveryWindow summer{QDate(2026, 10, 24), 840, 960};
    QCOMPARE(summer.startsAt(berlin).toUTC().time(), QTime(12, 0));
    QCOMPARE(winter.startsAt(berlin).toUTC().time(), QTime(13, 0));
    QCOMPARE(winter.startsAt(berlin).secsTo(winter.endsAt(berlin)), 7'200);
}

QTEST_GUILESS_MAIN(DeliveryWindowTest)
#include "tst_deliverywindow.moc"
