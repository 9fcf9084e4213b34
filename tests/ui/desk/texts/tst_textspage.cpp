// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/texts/textsmodel.h"
#include "ui/desk/texts/textspage.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

/// The texts of a real shop on the screen 문자.
class TestTextsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea)); }
    void init();
    void cleanup();
    void newestFirst();
    void onlyWhatWaits();
    void pageByPage();
    void whatWentWrongIsAdvisedOn();
    void theLastOnesStay();
    void aDriverIsRefused();
    void anOrderIsOpened();

private:
    void order(int count);
    bool ask(const char *choice)
    {
        QSignalSpy answered(&m_desk->engine->texts(), &sync::TextsReader::answered);
        m_page->findChild<QPushButton *>(QString::fromLatin1(choice))->click();
        return answered.wait();
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"textsTable"_s); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QString text(const char *label) const
    {
        return m_page->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TextsPage> m_page;
    std::vector<qint64> m_orders;
};

void TestTextsPage::order(int count)
{
    for (int i = 0; i < count; ++i) {
        const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                               {u"qty"_s, 1},
                               {u"customerName"_s, u"김하늘"_s},
                               {u"phoneNumber"_s, u"01012341234"_s}};
        m_orders.push_back(m_owner->post(u"/orders"_s, body).json().value(u"id"_s).toInteger());
    }
}

void TestTextsPage::init()
{
    // The platform of the tests has no window manager to tell sizes to.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_orders.clear();
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    order(2);
    m_desk = std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock);
    QVERIFY(m_desk->engine->start());
    QTRY_VERIFY(m_desk->isLive());
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<TextsPage>(*m_desk->engine, *m_theme);
    new QAbstractItemModelTester(table()->model(), table());
    QSignalSpy answered(&m_desk->engine->texts(), &sync::TextsReader::answered);
    m_page->show();
    QTRY_COMPARE(answered.size(), 1);
}

void TestTextsPage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestTextsPage::newestFirst()
{
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, TextsModel::Order), QString(u'#' + QString::number(m_orders.back())));
    QCOMPARE(cell(0, TextsModel::About), u"결제완료"_s);
    QCOMPARE(cell(0, TextsModel::To), u"010-1234-1234"_s);
    QVERIFY(cell(0, TextsModel::Text).contains(u"결제완료"_s));
    QVERIFY(text("textsWhen").contains(u"기준"_s));
}

void TestTextsPage::onlyWhatWaits()
{
    QVERIFY(m_desk->engine->move(m_orders.front(), Verb::StartMaking));
    QTRY_VERIFY(m_desk->engine->unsent().empty());
    QVERIFY(ask("texts-waiting"));
    QVERIFY(table()->model()->rowCount() >= 1);
    QCOMPARE(cell(0, TextsModel::About), u"제작 시작"_s);
    QCOMPARE(cell(0, TextsModel::State), u"보내기 전"_s);
    QVERIFY(ask("texts-trouble"));
    QCOMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(text("textsWhen"), u"아직 없어요"_s);
}

void TestTextsPage::pageByPage()
{
    order(sync::TextsReader::pageSize);
    QVERIFY(ask("texts-all"));
    QCOMPARE(table()->model()->rowCount(), sync::TextsReader::pageSize);
    QVERIFY(ask("textsMore"));
    QCOMPARE(table()->model()->rowCount(), sync::TextsReader::pageSize + 2);
    QVERIFY(!m_page->findChild<QPushButton *>(u"textsMore"_s)->isVisible());
    QCOMPARE(cell(sync::TextsReader::pageSize + 1, TextsModel::Order),
             QString(u'#' + QString::number(m_orders.front())));
}

void TestTextsPage::whatWentWrongIsAdvisedOn()
{
    MessagePage page;
    for (const MessageState state : {MessageState::Sent, MessageState::Failed}) {
        Message message;
        message.id = 10 - int(state);
        message.state = state;
        page.messages.push_back(message);
    }
    m_desk->engine->texts().stop();
    m_page->reload();
    QSignalSpy answered(&m_desk->engine->texts(), &sync::TextsReader::answered);
    QVERIFY(answered.wait());
    Q_EMIT m_desk->engine->texts().answered(page);
    const auto *advice = m_page->findChild<QLabel *>(u"textsAdvice"_s);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(!advice->isVisible());
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(advice->isVisible() && advice->text().contains(u"전화"_s));
}

void TestTextsPage::theLastOnesStay()
{
    QVERIFY(m_shop->stop());
    QVERIFY(ask("texts-all"));
    QCOMPARE(table()->model()->rowCount(), 2);
    QVERIFY(text("textsWhen").contains(u"연결되면"_s));
    QVERIFY(m_shop->start());
}

void TestTextsPage::aDriverIsRefused()
{
    const Paired driver = pairDevice(*m_shop, u"driver"_s);
    m_desk->reopen(m_shop->url(), driver.token, m_shop->clock);
    m_page = std::make_unique<TextsPage>(*m_desk->engine, *m_theme);
    QVERIFY(ask("texts-all"));
    QCOMPARE(table()->model()->rowCount(), 0);
    QCOMPARE(text("textsWhen"), u"이 컴퓨터에는 그 권한이 없어요."_s);
}

void TestTextsPage::anOrderIsOpened()
{
    QSignalSpy opened(m_page.get(), &TextsPage::orderOpened);
    Q_EMIT table()->activated(table()->model()->index(1, TextsModel::Text));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().toLongLong(), m_orders.front());
}

QTEST_MAIN(TestTextsPage)
#include "tst_textspage.moc"
