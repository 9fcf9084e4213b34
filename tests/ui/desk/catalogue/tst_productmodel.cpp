// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demomenu.h"
#include "ui/desk/catalogue/productmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestProductModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void inTheOrderOfTheMenu();
    void searchTakesEitherLanguage();
    void rowsChangeOneByOne();
    void accessibleText();

private:
    QList<qint64> ids() const;

    std::unique_ptr<ProductModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestProductModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ProductModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto products = demo::products();
    for (const std::size_t i : {3, 0, 2, 1})
        m_model->upsert(products[i]);
}

void TestProductModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QList<qint64> TestProductModel::ids() const
{
    QList<qint64> found;
    for (int row = 0; row < m_model->rowCount(); ++row)
        found.append(m_model->index(row).data(ProductModel::IdRole).toLongLong());
    return found;
}

void TestProductModel::inTheOrderOfTheMenu()
{
    Product fresh;
    fresh.id = -7;
    fresh.name = u"수국"_s;
    m_model->upsert(fresh);
    m_model->upsert(demo::products()[4]);
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 4, 5, -7}));
    QVERIFY(m_model->index(5).data(ProductModel::UnsentRole).toBool());
    m_model->remove(-7);
    m_model->remove(99);
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 4, 5}));
}

void TestProductModel::searchTakesEitherLanguage()
{
    m_model->setSearch(u" 튤립 "_s);
    QCOMPARE(ids(), QList<qint64>{2});
    m_model->setSearch(u"ROSE"_s);
    QCOMPARE(ids(), QList<qint64>{3});
    m_model->upsert(demo::products()[6]); // what does not fit stays away
    QCOMPARE(ids(), QList<qint64>{3});
    m_model->setSearch({});
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 4, 7}));
}

void TestProductModel::rowsChangeOneByOne()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    Product product = demo::products()[1];
    product.soldOut = true;
    m_model->upsert(product);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_model->index(1).data(ProductModel::SoldOutRole).toBool());
    m_model->setUnsaved(2, true);
    m_model->setUnsaved(2, true); // is already
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_model->index(1).data(ProductModel::UnsavedRole).toBool());
    QCOMPARE(reset.size(), 0);
}

void TestProductModel::accessibleText()
{
    m_model->setUnsaved(3, true);
    QCOMPARE(m_model->index(2).data(Qt::AccessibleTextRole).toString(),
             u"장미 한 단, 30,000원, 품절, 저장하지 않은 내용 있음"_s);
    m_model->upsert(demo::products()[6]);
    QCOMPARE(m_model->index(4).data(Qt::AccessibleTextRole).toString(),
             u"수국 화분, 52,000원, 숨김"_s);
}

QTEST_GUILESS_MAIN(TestProductModel)
#include "tst_productmodel.moc"
