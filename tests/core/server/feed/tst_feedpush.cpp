// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/feed/feed.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using petalpost::server::Feed;

class TestFeedPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_writer = std::make_unique<Writer>(m_dir->filePath(u"petalpost.db"_s), m_clock);
        m_reader = std::make_unique<Reader>(m_dir->filePath(u"petalpost.db"_s));
        m_feed = std::make_unique<Feed>(*m_writer, *m_reader);
        m_pages.clear();
        m_ready = true;
        m_stays = true;
    }

    void cleanup()
    {
        m_feed.reset();
        m_reader.reset();
        m_writer.reset();
    }

    void greetsANewListenerEvenWithNothingToSay()
    {
        QVERIFY(m_feed->listen({}, listener()));
        QTRY_COMPARE(m_pages.size(), 1U);
        QVERIFY(m_pages.front().entries.empty());
        QVERIFY(m_pages.front().complete);
        QCOMPARE(m_pages.front().cursor.number, 0);
        QVERIFY(!m_pages.front().cursor.epoch.isEmpty());
    }

    void pushesWhatACommitAdded()
    {
        QVERIFY(m_feed->listen({}, listener()));
        QTRY_COMPARE(m_pages.size(), 1U);
        change(7);
        QTRY_COMPARE(m_pages.size(), 2U);
        QCOMPARE(m_pages.back().entries.size(), 1U);
        QCOMPARE(m_pages.back().entries.front().id, 7);
        QCOMPARE(m_pages.back().cursor.number, 1);
    }

    void waitsForAListenerThatIsNotReadyAndThenSendsEverythingOnce()
    {
        m_ready = false;
        constexpr int changes = Feed::pushLimit * 2 + 3;
        for (int id = 1; id <= changes; ++id)
            change(id);
        QVERIFY(m_feed->listen({}, listener()));
        QObject here; // in the writer's own thread a signal spy would race with its reader
        int committed = 0;
        connect(
            m_writer.get(), &Writer::committed, &here, [&committed] { ++committed; },
            Qt::QueuedConnection);
        change(changes + 1);
        QTRY_VERIFY(committed > 0);
        QVERIFY(m_pages.empty());
        m_ready = true;
        QTRY_COMPARE(numbers().size(), changes + 1);
        for (int i = 0; i < changes + 1; ++i)
            QCOMPARE(numbers().at(i), i + 1);
    }

    void forgetsAListenerThatIsGone()
    {
        m_stays = false;
        QVERIFY(m_feed->listen({}, listener()));
        QTRY_COMPARE(m_feed->listeners(), 0);
        QCOMPARE(m_pages.size(), 1U);
    }

    void refusesOneListenerTooMany()
    {
        for (int i = 0; i < Feed::maxListeners; ++i)
            QVERIFY(m_feed->listen({}, listener()));
        const auto refused = m_feed->listen({}, listener());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, RefusalCode::TooMany);
    }

    void tellsHowTheProvidersFareAfterTheFirstPageAndWhenItChanges()
    {
        const ProviderHealth charge{u"toss"_s, CallKind::Charge, BreakerState::Closed, 1};
        m_feed->setHealth({charge});
        std::vector<std::vector<ProviderHealth>> told;
        auto asking = listener();
        asking.tellHealth = [&](const std::vector<ProviderHealth> &health) {
            QVERIFY(!m_pages.empty());
            told.push_back(health);
        };
        QVERIFY(m_feed->listen({}, asking));
        QVERIFY(m_feed->listen({}, listener())); // one that does not ask
        QVERIFY(told.empty());
        QTRY_COMPARE(told.size(), 1U);
        QCOMPARE(told.back(), std::vector{charge});
        ProviderHealth open = charge;
        open.state = BreakerState::Open;
        m_feed->setHealth({open});
        QCOMPARE(told.size(), 2U);
        QCOMPARE(told.back(), std::vector{open});
        change(7);
        QTRY_COMPARE(m_pages.back().cursor.number, 1); // no change of the shop repeats it
        QCOMPARE(told.size(), 2U);
    }

    void aCursorOfAnotherEpochStartsOver()
    {
        change(1);
        QVERIFY(m_feed->listen({u"0123456789ab"_s, 99}, listener()));
        QTRY_COMPARE(m_pages.size(), 1U);
        QCOMPARE(m_pages.front().entries.size(), 1U);
        QCOMPARE(m_pages.front().cursor.number, 1);
    }

private:
    Feed::Listener listener()
    {
        return {[this] { return m_ready; },
                [this](const FeedPage &page) {
                    m_pages.push_back(page);
                    return m_stays;
                }};
    }

    /// One committed change of the product \a id; a tombstone needs no row.
    void change(qint64 id)
    {
        auto written = m_writer->write([id](Transaction &transaction) -> Result<void> {
            transaction.record({0, Actor::Server, u"test"_s, DocumentType::Product, id, {}, true});
            return {};
        });
        written.waitForFinished();
        QVERIFY(written.result());
    }

    QList<qint64> numbers() const
    {
        QList<qint64> all;
        for (const FeedPage &page : m_pages) {
            for (const FeedEntry &entry : page.entries)
                all.append(entry.number);
        }
        return all;
    }

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Feed> m_feed;
    std::vector<FeedPage> m_pages;
    bool m_ready = true;
    bool m_stays = true;
};

QTEST_GUILESS_MAIN(TestFeedPush)
#include "tst_feedpush.moc"
