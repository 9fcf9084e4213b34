// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/providerhealth.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

class ProviderHealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindAndStateComesBack()
    {
        std::vector<ProviderHealth> health;
        for (const auto &[kind, kindName] : callKindWords) {
            for (const auto &[state, stateName] : breakerStateWords)
                health.push_back({u"toss"_s, kind, state, qint64(health.size()) + 1});
        }
        const auto read = providerHealthFromJson({{u"payment"_s, toJson(health)}});
        QVERIFY(read);
        QCOMPARE(*read, health);
    }

    void whatANewerServerSaysIsLeftOut()
    {
        const QJsonObject known{{u"provider"_s, u"toss"_s},
                                {u"kind"_s, u"read"_s},
                                {u"state"_s, u"open"_s},
                                {u"sinceMs"_s, 7},
                                {u"mood"_s, u"sour"_s}};
        QJsonObject newer = known;
        newer.insert(u"state"_s, u"sleepy"_s);
        const auto read =
            providerHealthFromJson({{u"payment"_s, QJsonArray{newer, 3, known, QJsonObject()}}});
        QVERIFY(read);
        QCOMPARE(*read,
                 (std::vector<ProviderHealth>{{u"toss"_s, CallKind::Read, BreakerState::Open, 7}}));
    }

    void whatIsNoListIsRefused()
    {
        QVERIFY(!providerHealthFromJson({}));
        QVERIFY(!providerHealthFromJson({{u"payment"_s, u"fine"_s}}));
    }
};

QTEST_GUILESS_MAIN(ProviderHealthTest)
#include "tst_providerhealth.moc"
