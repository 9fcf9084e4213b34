// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/localstore.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

/// What was typed and not saved lies in the desk's file until it is saved or given up.
class TestDraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isThereInTheNextLife();
    void theLastOneCounts();
    void removed();
    void goesWithTheCopy_data();
    void goesWithTheCopy();

private:
    static constexpr auto kind = DraftStore::Kind::Product;

    void open()
    {
        m_store.reset();
        m_store = LocalStore::open(m_dir->filePath(u"desk.db"_s)).value();
    }
    std::map<qint64, QJsonObject> all() { return m_store->drafts().all(kind).value(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalStore> m_store;
};

void TestDraftStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    open();
}

void TestDraftStore::isThereInTheNextLife()
{
    const QJsonObject draft{{u"name"_s, u"수국 \"한\" 다발\n"_s}, {u"dailyLimit"_s, 3}};
    QVERIFY(m_store->drafts().put(kind, 7, draft));
    QVERIFY(m_store->drafts().put(kind, 0, {{u"name"_s, u"새"_s}}));
    open();
    QCOMPARE(all().size(), 2u);
    QCOMPARE(all().at(7), draft);
}

void TestDraftStore::theLastOneCounts()
{
    QVERIFY(m_store->drafts().put(kind, 7, {{u"name"_s, u"가"_s}}));
    QVERIFY(m_store->drafts().put(kind, 7, {{u"name"_s, u"가나"_s}}));
    QCOMPARE(all().size(), 1u);
    QCOMPARE(all().at(7).value("name"_L1).toString(), u"가나"_s);
}

void TestDraftStore::removed()
{
    QVERIFY(m_store->drafts().put(kind, 7, {{u"name"_s, u"가"_s}}));
    QVERIFY(m_store->drafts().remove(kind, 8)); // not there: nothing to do
    QCOMPARE(all().size(), 1u);
    QVERIFY(m_store->drafts().remove(kind, 7));
    QVERIFY(all().empty());
}

void TestDraftStore::goesWithTheCopy_data()
{
    QTest::addColumn<bool>("keepOperations");
    QTest::newRow("revoked") << false;
    QTest::newRow("unpaired") << true;
}

/// They are about another shop's menu by then.
void TestDraftStore::goesWithTheCopy()
{
    QFETCH(const bool, keepOperations);
    QVERIFY(m_store->drafts().put(kind, 7, {{u"name"_s, u"가"_s}}));
    QVERIFY(m_store->wipe(keepOperations));
    QVERIFY(all().empty());
}

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
