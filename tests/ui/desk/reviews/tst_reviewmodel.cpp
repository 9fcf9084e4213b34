// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/reviews/reviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestReviewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newestFirst();
    void onlyThoseThatWait();
    void anAnsweredReviewLeavesTheFilter();
    void hiddenOnesNeedNoReply();
    void captionAndAccessibleText();

private:
    std::vector<qint64> ids() const;

    std::unique_ptr<ReviewModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestReviewModel::init()
{
    m_model = std::make_unique<ReviewModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setZone(demo::zone);
    const auto reviews = demo::reviews();
    for (const std::size_t i : {1, 2, 0})
        m_model->upsert(reviews[i]);
}

void TestReviewModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

std::vector<qint64> TestReviewModel::ids() const
{
    std::vector<qint64> found;
    for (int row = 0; row < m_model->rowCount(); ++row)
        found.push_back(m_model->index(row).data(ReviewModel::IdRole).toLongLong());
    return found;
}

void TestReviewModel::newestFirst()
{
    QCOMPARE(ids(), (std::vector<qint64>{1, 2, 3}));
    m_model->remove(2);
    QCOMPARE(ids(), (std::vector<qint64>{1, 3}));
    QVERIFY(!m_model->review(2));
}

void TestReviewModel::onlyThoseThatWait()
{
    QSignalSpy reset(m_model.get(), &ReviewModel::modelReset);
    m_model->setOnlyUnanswered(true);
    QCOMPARE(ids(), (std::vector<qint64>{1, 2}));
    QCOMPARE(m_model->unansweredCount(), 2);
    QVERIFY(m_model->review(3));
    m_model->setOnlyUnanswered(false);
    QCOMPARE(ids(), (std::vector<qint64>{1, 2, 3}));
    QCOMPARE(reset.size(), 0);
}

void TestReviewModel::anAnsweredReviewLeavesTheFilter()
{
    m_model->setOnlyUnanswered(true);
    Review answered = *m_model->review(1);
    answered.reply = u"고맙습니다"_s;
    m_model->upsert(answered);
    QCOMPARE(ids(), (std::vector<qint64>{2}));
    QCOMPARE(m_model->unansweredCount(), 1);
}

void TestReviewModel::hiddenOnesNeedNoReply()
{
    Review hidden = *m_model->review(2);
    hidden.hidden = true;
    m_model->upsert(hidden);
    QCOMPARE(m_model->unansweredCount(), 1);
}

void TestReviewModel::captionAndAccessibleText()
{
    const QModelIndex index = m_model->index(1);
    QCOMPARE(index.data(ReviewModel::CaptionRole).toString(), u"박** · 튤립 봄 바구니 · 5/6(화)"_s);
    QCOMPARE(
        index.data(Qt::AccessibleTextRole).toString(),
        u"별점 3, 박** · 튤립 봄 바구니 · 5/6(화), 꽃은 예쁜데 약속 시간보다 20분 늦게 왔어요., 답글 필요"_s);
}

QTEST_GUILESS_MAIN(TestReviewModel)
#include "tst_reviewmodel.moc"
