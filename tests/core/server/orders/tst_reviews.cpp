// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/reviews.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr qint64 dayMs = 86'400'000;
const QString kindWords = u"정말 향기로웠어요 고맙습니다 💐"_s;

} // namespace

class ReviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDeliveredOrderIsReviewedOnce();
    void badReviews_data();
    void badReviews();
    void onlyDeliveredOrders();
    void thirtyDays();
    void concurrentReviews();
    void replies();
    void aReplyToAnotherVersionIsRefused();
    void hidingNeedsAReason();
    void theSameKeyAnswersTheSame();
    void lists();

private:
    Result<Review> write(qint64 orderId, int rating, const QString &text)
    {
        return m_reviews->write(orderId, {rating, text}).takeResult();
    }
    Order delivered()
    {
        const Order order = m_bench->paidOrder(ShopBench::draft());
        MoveRequest request;
        request.orderId = order.id;
        request.verb = Verb::CompleteDelivery;
        request.maySkip = true;
        return m_bench->move(request).value();
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<Reviews> m_reviews;
};

void ReviewsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
    m_reviews = std::make_unique<Reviews>(*m_bench->writer, *m_bench->reader);
}

void ReviewsTest::aDeliveredOrderIsReviewedOnce()
{
    const Order order = delivered();
    const Review review = write(order.id, 4, u"  "_s + kindWords + u"\r\n다음에 또 "_s).value();
    QCOMPARE(review.id, 1);
    QCOMPARE(review.orderId.value(), order.id);
    QCOMPARE(review.productId, order.productId);
    QCOMPARE(review.productName, order.productName);
    QCOMPARE(review.rating, 4);
    QCOMPARE(review.text, kindWords + u"\n다음에 또"_s);
    QCOMPARE(review.author, u"김**"_s);
    QCOMPARE(review.writtenAtMs, m_bench->clock.nowMs());
    QVERIFY(m_reviews->ofOrder(order.id).takeResult().value() == review);
    QCOMPARE(write(order.id, 5, kindWords).error().code, RefusalCode::ReviewExists);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE type = 'review'"), 1);
}

void ReviewsTest::badReviews_data()
{
    QTest::addColumn<int>("rating");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("no stars") << 0 << kindWords << u"missing-field"_s << u"rating"_s;
    QTest::newRow("six stars") << 6 << kindWords << u"out-of-range"_s << u"rating"_s;
    QTest::newRow("minus one star") << -1 << kindWords << u"out-of-range"_s << u"rating"_s;
    QTest::newRow("no text") << 5 << u"   "_s << u"missing-field"_s << u"text"_s;
    QTest::newRow("nine characters") << 5 << QString(9, u'가') << u"out-of-range"_s << u"text"_s;
    QTest::newRow("spaces do not count")
        << 5 << QString(u"가"_s + QString(20, u' ')) << u"out-of-range"_s << u"text"_s;
    QTest::newRow("too long") << 5 << QString(501, u'가') << u"too-long"_s << u"text"_s;
    QTest::newRow("NUL") << 5 << QString(kindWords + QChar(0) + u"x"_s) << u"invalid-text"_s
                         << u"text"_s;
    QTest::newRow("override") << 5 << QString(kindWords + QChar(0x202e) + u"x"_s)
                              << u"invalid-text"_s << u"text"_s;
}

void ReviewsTest::badReviews()
{
    QFETCH(int, rating);
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const Order order = delivered();
    const auto refused = write(order.id, rating, text);
    QCOMPARE(QString(word(refused.error().code)), code);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM reviews"), 0);
    QVERIFY(write(order.id, 1, QString(10, u'가')).has_value());
}

void ReviewsTest::onlyDeliveredOrders()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QCOMPARE(write(order.id, 5, kindWords).error().code, RefusalCode::ReviewClosed);
    QCOMPARE(write(99, 5, kindWords).error().code, RefusalCode::NotFound);
    const Order done = delivered();
    QVERIFY(m_bench->move(done.id, Verb::Undo).has_value());
    QCOMPARE(write(done.id, 5, kindWords).error().code, RefusalCode::ReviewClosed);
}

void ReviewsTest::thirtyDays()
{
    const Order first = delivered();
    const Order second = delivered();
    m_bench->clock.advance(Review::openDays * dayMs);
    QVERIFY(write(first.id, 5, kindWords).has_value());
    m_bench->clock.advance(1);
    QCOMPARE(write(second.id, 5, kindWords).error().code, RefusalCode::ReviewClosed);
}

void ReviewsTest::concurrentReviews()
{
    const Order order = delivered();
    std::vector<QFuture<Result<Review>>> futures;
    for (int i = 0; i < 50; ++i)
        futures.push_back(m_reviews->write(order.id, {5, kindWords}));
    int written = 0;
    for (auto &future : futures) {
        const auto review = future.takeResult();
        written += review ? 1 : 0;
        QVERIFY(review || review.error().code == RefusalCode::ReviewExists);
    }
    QCOMPARE(written, 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM reviews"), 1);
}

void ReviewsTest::replies()
{
    const Review review = write(delivered().id, 5, kindWords).value();
    m_bench->clock.advance(1'000);
    const Review replied =
        m_reviews->reply(review.id, u" 감사합니다 "_s, std::nullopt).takeResult().value();
    QCOMPARE(replied.reply, u"감사합니다"_s);
    QCOMPARE(replied.repliedAtMs, m_bench->clock.nowMs());
    QCOMPARE(replied.version, review.version + 1);
    const Review removed =
        m_reviews->reply(review.id, QString(), std::nullopt).takeResult().value();
    QCOMPARE(removed.reply, QString());
    QCOMPARE(removed.repliedAtMs, 0);
    QCOMPARE(
        m_reviews->reply(review.id, QString(501, u'x'), std::nullopt).takeResult().error().code,
        RefusalCode::TooLong);
    QCOMPARE(m_reviews->reply(99, u"감사합니다"_s, std::nullopt).takeResult().error().code,
             RefusalCode::NotFound);
}

void ReviewsTest::aReplyToAnotherVersionIsRefused()
{
    const Review review = write(delivered().id, 5, kindWords).value();
    QVERIFY(m_reviews->reply(review.id, u"먼저"_s, {}, review.version).takeResult());
    const auto second = m_reviews->reply(review.id, u"나중"_s, {}, review.version).takeResult();
    QCOMPARE(second.error().code, RefusalCode::StaleVersion);
    QCOMPARE(second.error().value, QString::number(review.version + 1));
    const auto hidden = m_reviews->setHidden(review.id, true, u"욕설"_s, {}, review.version);
    QCOMPARE(QFuture(hidden).takeResult().error().code, RefusalCode::StaleVersion);
    QVERIFY(m_reviews->reply(review.id, u"나중"_s, {}, review.version + 1).takeResult());
}

void ReviewsTest::hidingNeedsAReason()
{
    const Review review = write(delivered().id, 1, kindWords).value();
    const auto bare = m_reviews->setHidden(review.id, true, u" "_s, std::nullopt).takeResult();
    QCOMPARE(bare.error(), Refusal::of(RefusalCode::MissingField, u"reason"_s));
    const Review hidden =
        m_reviews->setHidden(review.id, true, u"개인정보"_s, std::nullopt).takeResult().value();
    QVERIFY(hidden.hidden);
    QCOMPARE(hidden.hiddenReason, u"개인정보"_s);
    QVERIFY(m_reviews->ofProduct(review.productId, 1, 10).takeResult()->shown.empty());
    const Review shown =
        m_reviews->setHidden(review.id, false, QString(), std::nullopt).takeResult().value();
    QVERIFY(!shown.hidden);
    QCOMPARE(shown.hiddenReason, QString());
    QCOMPARE(m_reviews->ofProduct(review.productId, 1, 10).takeResult()->shown.size(), 1U);
}

void ReviewsTest::theSameKeyAnswersTheSame()
{
    const Review review = write(delivered().id, 5, kindWords).value();
    const Review once =
        m_reviews->reply(review.id, u"감사합니다"_s, callKey(u"k"_s)).takeResult().value();
    m_bench->clock.advance(1'000);
    QVERIFY(m_reviews->reply(review.id, u"감사합니다"_s, callKey(u"k"_s)).takeResult().value()
            == once);
    QCOMPARE(
        m_reviews->reply(review.id, u"다른 말"_s, callKey(u"k"_s, "two")).takeResult().error().code,
        RefusalCode::KeyReused);
}

void ReviewsTest::lists()
{
    for (int i = 0; i < 4; ++i)
        QVERIFY(write(delivered().id, 5, kindWords).has_value());
    QVERIFY(m_reviews->setHidden(3, true, u"광고"_s, std::nullopt).takeResult().has_value());
    const auto ids = [&](qint64 before, int limit, bool withHidden) {
        std::vector<qint64> all;
        const auto reviews = m_reviews->list(before, limit, withHidden).takeResult().value();
        for (const Review &review : reviews)
            all.push_back(review.id);
        return all;
    };
    QCOMPARE(ids(0, 10, true), (std::vector<qint64>{4, 3, 2, 1}));
    QCOMPARE(ids(0, 10, false), (std::vector<qint64>{4, 2, 1}));
    QCOMPARE(ids(4, 2, true), (std::vector<qint64>{3, 2}));
    QCOMPARE(m_reviews->ofOrder(99).takeResult().value(), std::nullopt);
}

QTEST_GUILESS_MAIN(ReviewsTest)
#include "tst_reviews.moc"
