// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/tokens.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::server;

namespace {

bool isBase62(const QString &token)
{
    return std::ranges::all_of(token, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    });
}

/// Whether each of the 62 characters appears within 20 % of its share.
bool isEven(const std::map<QChar, int> &counts, int characters)
{
    const double share = characters / 62.0;
    return counts.size() == 62 && std::ranges::all_of(counts, [&](const auto &one) {
               return one.second > share * 0.8 && one.second < share * 1.2;
           });
}

} // namespace

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderTokensAreStable();
    void orderTokensDifferByEverything();
    void orderTokensAreEven();
    void randomTokens();
    void hashes();
};

void TokensTest::orderTokensAreStable()
{
    const OrderTokens tokens("server key");
    const QString token = tokens.tokenFor(17, 1);
    QCOMPARE(token.size(), 12);
    QVERIFY(isBase62(token));
    QCOMPARE(tokens.tokenFor(17, 1), token);
    QCOMPARE(OrderTokens("server key").tokenFor(17, 1), token);
    // Released links stay: the derivation may not change.
    QCOMPARE(token, u"eN5Lcls0C5uf"_s);
}

void TokensTest::orderTokensDifferByEverything()
{
    const OrderTokens tokens("server key");
    std::set<QString> seen;
    for (qint64 id = 1; id <= 10'000; ++id)
        QVERIFY(seen.insert(tokens.tokenFor(id, 1)).second);
    QVERIFY(seen.insert(tokens.tokenFor(1, 2)).second);
    QVERIFY(seen.insert(tokens.tokenFor(11, 1)).second == false);
    QVERIFY(seen.insert(tokens.tokenFor(1, 11)).second);
    QVERIFY(seen.insert(OrderTokens("another key").tokenFor(1, 1)).second);
}

void TokensTest::orderTokensAreEven()
{
    const OrderTokens tokens("server key");
    std::map<QChar, int> counts;
    for (qint64 id = 1; id <= 10'000; ++id) {
        const QString token = tokens.tokenFor(id, 1);
        QVERIFY(isBase62(token));
        for (const QChar c : token)
            ++counts[c];
    }
    QVERIFY(isEven(counts, 120'000));
}

void TokensTest::randomTokens()
{
    std::set<QString> seen;
    std::map<QChar, int> counts;
    for (int i = 0; i < 3'000; ++i) {
        const QString token = randomToken(43);
        QCOMPARE(token.size(), 43);
        QVERIFY(isBase62(token));
        QVERIFY(seen.insert(token).second);
        for (const QChar c : token)
            ++counts[c];
    }
    QVERIFY(isEven(counts, 129'000));
    QCOMPARE(randomToken(0), QString());
}

void TokensTest::hashes()
{
    QCOMPARE(tokenHash(u"abc").toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(tokenHash(u"abc") != tokenHash(u"abC"));
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
