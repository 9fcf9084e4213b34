// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/pagecache.h"
#include "core/storage/server/journal.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

http::Response pageOf(const QByteArray &text, int status = 200)
{
    return http::Response::html(status, text);
}

} // namespace

/// A kept page is shown while nothing could have changed it, and not a moment longer.
class TestPageCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsKeptIsFound();
    void aCommitEndsIt();
    void whatWasReadBeforeACommitIsNotShownAfterIt();
    void theNextSecondEndsIt();
    void onlyWholePages();
    void isBounded();
    void withoutAVersionNothingIsKept();

private:
    QByteArray found(const QString &key)
    {
        const auto page = m_cache->find(m_cache->now(), key);
        return page ? page->body : QByteArray();
    }
    void keep(const QString &key, const QByteArray &text)
    {
        m_cache->keep(m_cache->now(), key, pageOf(text));
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<PageCache> m_cache;
};

void TestPageCache::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
    const auto version = [this]() -> std::optional<qint64> {
        return m_bench->read([](Database &database) { return dataVersion(database); });
    };
    m_cache = std::make_unique<PageCache>(version, m_bench->clock);
}

void TestPageCache::whatIsKeptIsFound()
{
    keep(u"/"_s, "menu");
    keep(u"/en"_s, "english");
    QCOMPARE(found(u"/"_s), "menu");
    QCOMPARE(found(u"/en"_s), "english");
    QCOMPARE(found(u"/t/x"_s), QByteArray());
}

void TestPageCache::aCommitEndsIt()
{
    keep(u"/"_s, "menu");
    m_bench->place(ShopBench::draft()).value();
    QCOMPARE(found(u"/"_s), QByteArray());
    keep(u"/"_s, "newer");
    QCOMPARE(found(u"/"_s), "newer");
}

void TestPageCache::whatWasReadBeforeACommitIsNotShownAfterIt()
{
    const auto before = m_cache->now();
    m_bench->place(ShopBench::draft()).value();
    m_cache->keep(before, u"/"_s, pageOf("stale"));
    QCOMPARE(found(u"/"_s), QByteArray());
}

void TestPageCache::theNextSecondEndsIt()
{
    m_bench->clock.set(1'796'000'000'000);
    keep(u"/"_s, "menu");
    m_bench->clock.advance(999);
    QCOMPARE(found(u"/"_s), "menu");
    m_bench->clock.advance(1);
    QCOMPARE(found(u"/"_s), QByteArray());
}

void TestPageCache::onlyWholePages()
{
    for (const int status : {303, 404, 422, 503})
        m_cache->keep(m_cache->now(), u"/"_s, pageOf("no", status));
    QCOMPARE(found(u"/"_s), QByteArray());
    m_cache->keep(m_cache->now(), u"/t/x"_s, pageOf("same", 304));
    QCOMPARE(found(u"/t/x"_s), "same");
}

void TestPageCache::isBounded()
{
    const QString longKey(PageCache::longestKey + 1, u'x');
    keep(longKey, "page");
    QCOMPARE(found(longKey), QByteArray());
    for (qsizetype i = 0; i <= PageCache::mostPages; ++i)
        keep(u"/t/%1"_s.arg(i), "page");
    QCOMPARE(found(u"/t/0"_s), QByteArray());
    QCOMPARE(found(u"/t/%1"_s.arg(PageCache::mostPages)), "page");
}

void TestPageCache::withoutAVersionNothingIsKept()
{
    PageCache none({}, m_bench->clock);
    none.keep(none.now(), u"/"_s, pageOf("menu"));
    QVERIFY(!none.find(none.now(), u"/"_s));
}

QTEST_GUILESS_MAIN(TestPageCache)
#include "tst_pagecache.moc"
