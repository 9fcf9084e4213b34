// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/draftstore.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/catalogue/cataloguepage.h"
#include "ui/desk/catalogue/productmodel.h"
#include "ui/desk/style/toast.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

/// The screen 메뉴 in the real window, with no server at the other end.
class TestMenuScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void soldOutAtOnceAndBack();
    void whatIsHiddenStaysInTheList();
    void savedTogether();
    void aRefusalStandsAtItsField();
    void somethingNew();
    void draftsSurvive();
    void resettingForgets();
    void byKeysAlone();
    void searching();

private:
    const Product &product(qint64 id) const { return m_desk->engine->products().at(id); }
    QLineEdit *line(const char *name) const { return m_desk->find<QLineEdit>(name); }
    void click(const char *name) const { m_desk->find<QPushButton>(name)->click(); }
    /// As an input method commits it: a keyboard alone has no Hangul.
    void retype(const char *name, const QString &text) const
    {
        line(name)->setFocus();
        line(name)->selectAll();
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QCoreApplication::sendEvent(line(name), &typed);
    }
    void choose(qint64 id) const { page()->setCurrentProduct(id); }
    CataloguePage *page() const { return m_desk->find<CataloguePage>("cataloguePage"); }
    /// Waits until what was typed lies in the file.
    bool keep() const
    {
        return QTest::qWaitFor(
            [this] { return !m_desk->store->drafts().all(DraftStore::Kind::Product)->empty(); });
    }

    std::unique_ptr<DeskWindow> m_desk;
};

void TestMenuScreen::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    m_desk->window->showScreen(MainWindow::Menu);
    choose(1);
}

void TestMenuScreen::cleanup()
{
    m_desk.reset();
}

void TestMenuScreen::soldOutAtOnceAndBack()
{
    click("productSoldOut");
    QVERIFY(product(1).soldOut);
    QCOMPARE(m_desk->engine->unsent().size(), 1u);
    QCOMPARE(m_desk->find<QPushButton>("productSoldOut")->text(), u"다시 팔기"_s);
    auto *toast = m_desk->find<Toast>("toast");
    QVERIFY(toast->isVisible());
    Q_EMIT toast->actionTriggered();
    QVERIFY(!product(1).soldOut);
    QCOMPARE(m_desk->find<QPushButton>("productSoldOut")->text(), u"품절로 바꾸기"_s);
}

void TestMenuScreen::whatIsHiddenStaysInTheList()
{
    const auto *list = m_desk->find<QListView>("productList");
    const int rows = list->model()->rowCount();
    click("productHidden");
    QVERIFY(product(1).hidden);
    QCOMPARE(list->model()->rowCount(), rows);
    QVERIFY(list->currentIndex().data(ProductModel::HiddenRole).toBool());
}

void TestMenuScreen::savedTogether()
{
    const auto *save = m_desk->find<QPushButton>("productSave");
    QVERIFY(!save->isEnabled());
    retype("product-name", u"작약 두아름"_s);
    retype("product-price", u"99,000"_s);
    QVERIFY(save->isEnabled());
    QVERIFY(m_desk->engine->unsent().empty()); // not before it is saved
    click("productSave");
    QCOMPARE(m_desk->engine->unsent().size(), 1u);
    const QJsonObject details = m_desk->engine->unsent().front().operation.details;
    QCOMPARE(details.keys(), (QStringList{u"name"_s, u"price"_s})); // and nothing else
    QCOMPARE(product(1).name, u"작약 두아름"_s);
    QCOMPARE(product(1).price.minor, 99'000);
    QVERIFY(!save->isEnabled());
    QVERIFY(m_desk->store->drafts().all(DraftStore::Kind::Product)->empty());
}

void TestMenuScreen::aRefusalStandsAtItsField()
{
    retype("product-price", u"0"_s);
    click("productSave");
    QVERIFY(m_desk->engine->unsent().empty());
    const auto problems = page()->findChildren<QLabel *>(u"settingProblem"_s);
    QVERIFY(std::ranges::any_of(problems, [](const QLabel *label) {
        return label->isVisible() && label->text() == u"가격은 1원부터 10억 원까지예요."_s;
    }));
    QCOMPARE(line("product-price")->text(), u"0"_s); // nothing typed is lost
    QVERIFY(line("product-price")->hasFocus());
}

void TestMenuScreen::somethingNew()
{
    click("productNew");
    QVERIFY(line("product-name")->text().isEmpty());
    QVERIFY(!m_desk->find<QPushButton>("productSoldOut")->isVisible());
    retype("product-name", u"해바라기 꽃다발"_s);
    retype("product-price", u"38000"_s);
    click("productSave");
    const auto &products = m_desk->engine->products();
    const auto fresh = std::ranges::find_if(
        products, [](const auto &entry) { return entry.second.name == u"해바라기 꽃다발"_s; });
    QVERIFY(fresh != products.end());
    QVERIFY(fresh->first < 0); // the server numbers it
    const auto *model = m_desk->find<QListView>("productList")->model();
    QCOMPARE(model->index(model->rowCount() - 1, 0).data().toString(), u"해바라기 꽃다발"_s);
}

void TestMenuScreen::draftsSurvive()
{
    retype("product-nameEn", u"Two armfuls"_s);
    QVERIFY(keep());
    // Whatever ended the window, the next one finds it in the file.
    m_desk->window = std::make_unique<MainWindow>(*m_desk->engine, m_desk->theme, m_desk->icons,
                                                  m_desk->preferences);
    m_desk->window->show();
    m_desk->window->showScreen(MainWindow::Menu);
    const auto *model = m_desk->find<QListView>("productList")->model();
    QVERIFY(model->index(0, 0).data(ProductModel::UnsavedRole).toBool());
    choose(1);
    QCOMPARE(line("product-nameEn")->text(), u"Two armfuls"_s);
    QVERIFY(m_desk->find<QPushButton>("productSave")->isEnabled());
    QVERIFY(!m_desk->find<QLabel>("productUnsaved")->text().isEmpty());
}

void TestMenuScreen::resettingForgets()
{
    retype("product-name", u"다른 것"_s);
    QVERIFY(keep());
    click("productReset");
    QCOMPARE(line("product-name")->text(), product(1).name);
    QVERIFY(m_desk->store->drafts().all(DraftStore::Kind::Product)->empty());
    QVERIFY(!m_desk->find<QListView>("productList")
                 ->currentIndex()
                 .data(ProductModel::UnsavedRole)
                 .toBool());
}

void TestMenuScreen::byKeysAlone()
{
    MainWindow *window = m_desk->window.get();
    window->showScreen(MainWindow::Orders);
    QTest::keyClick(window, Qt::Key_3, Qt::ControlModifier);
    auto *list = m_desk->find<QListView>("productList");
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(page()->currentProduct(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(line("product-name")->hasFocus());
    retype("product-name", u"튤립 바구니"_s);
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(product(2).name, u"튤립 바구니"_s);
}

void TestMenuScreen::searching()
{
    retype("productSearch", u"없는 꽃"_s);
    QVERIFY(!m_desk->find<QListView>("productList")->isVisible());
    retype("productSearch", u"rose"_s);
    QCOMPARE(m_desk->find<QListView>("productList")->model()->rowCount(), 1);
}

QTEST_MAIN(TestMenuScreen)
#include "tst_menuscreen.moc"
