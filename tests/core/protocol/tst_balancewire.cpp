// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/balance.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

Balance sample()
{
    Balance balance;
    balance.date = QDate(2026, 11, 30);
    balance.fromMs = 1'796'000'000'000;
    balance.toMs = 1'796'086'400'000;
    balance.complete = false;
    balance.orders = 7;
    balance.ordersByHand = 2;
    balance.byHand = {{178'000, {}}, {1'250, {u"USD"_s, 2}}};
    balance.gateways = {{u"stripe"_s, ListState::NotRead, {u"USD"_s, 2}, {1, 2, 3, 4, 5, 6}},
                        {u"toss"_s, ListState::Compared, {}, {10, 0, 0, 0, 0, -1}}};
    balance.gateways[0].ledger = {{1, 2}, {3, 4}, {5, 6}};
    balance.gateways[1].orders = {7, 8};
    balance.gateways[1].listed = {{1, 20}, {0, 0}, {-1, -30}};
    for (const auto &[kind, kindName] : differenceKindWords) {
        for (const auto &[repair, repairName] : repairWords) {
            Difference difference;
            difference.kind = kind;
            difference.repair = repair;
            balance.differences.push_back(difference);
        }
    }
    balance.differences.push_back({DifferenceKind::AmountDiffers, Repair::None, u"toss"_s, 12,
                                   u"a1"_s, u"r1"_s, Money{0, {}}, Money{5, {u"USD"_s, 2}},
                                   1'796'000'000'001, u"CODE"_s});
    return balance;
}

} // namespace

class BalanceWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyThingComesBack()
    {
        const auto read = balanceFromJson(toJson(sample()));
        QVERIFY(read);
        QVERIFY(*read == sample());
    }

    void aDifferenceOfANewerServerIsKept()
    {
        QJsonObject json = toJson(sample());
        json.insert(u"differences"_s, QJsonArray{QJsonObject{{u"kind"_s, u"petals_missing"_s},
                                                             {u"repair"_s, u"count_again"_s},
                                                             {u"orderId"_s, 4}}});
        json.insert(u"gateways"_s, QJsonArray{QJsonObject{{u"list"_s, u"half_read"_s}}});
        const auto read = balanceFromJson(json);
        QVERIFY(read);
        QCOMPARE(read->differences.size(), 1U);
        QVERIFY(read->differences.front().kind == DifferenceKind::Other);
        QVERIFY(read->differences.front().repair == Repair::None);
        QCOMPARE(read->differences.front().orderId, 4);
        QVERIFY(read->gateways.front().list == ListState::NotRead);
    }

    void whatIsNoBalanceIsRefused()
    {
        for (const auto &name : {u"date"_s, u"complete"_s, u"gateways"_s, u"differences"_s}) {
            QJsonObject json = toJson(sample());
            json.remove(name);
            QVERIFY2(!balanceFromJson(json), qPrintable(name));
        }
        QJsonObject json = toJson(sample());
        json.insert(u"date"_s, u"soon"_s);
        QVERIFY(!balanceFromJson(json));
    }

    void repairsOfEveryKind()
    {
        for (const auto &[kind, name] : differenceKindWords) {
            const RepairWish wish{kind, 12, u"a1"_s};
            const auto read = repairWishFromJson(toJson(wish));
            QCOMPARE(read.has_value(), isRepairable(kind));
            if (read)
                QVERIFY(*read == wish);
        }
        QVERIFY(!repairWishFromJson({{u"kind"_s, u"refund_failed"_s}}));
        QVERIFY(!repairWishFromJson({{u"kind"_s, u"refund_failed"_s}, {u"orderId"_s, 0}}));
        QVERIFY(!repairWishFromJson({{u"kind"_s, u"magic"_s}, {u"orderId"_s, 1}}));
        QVERIFY(!repairWishFromJson({{u"orderId"_s, 1}}));
    }
};

QTEST_GUILESS_MAIN(BalanceWireTest)
#include "tst_balancewire.moc"
