// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/sandboxstore.h"
#include "core/sync/balances.h"
#include "tests/support/balancedays.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"
#include "tests/support/shopinprocess.h"
#include "ui/desk/balance/balancepage.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

namespace {

constexpr qint64 arrivedMs = 6 * 60'000; ///< until both sides must have heard of a movement
const QString balancedText = u"차이가 없어요. 주문, 장부, 결제사 목록, 문자가 모두 맞아요."_s;

} // namespace

/// The screen 정산 in the real window, with the real server and its sandbox.
class TestBalancePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDayThatAddsUp();
    void aDifferenceIsRepairedByItsButton();
    void theOrderIsOpenedBesideTheList();
    void anOrderThatIsNotHere();
    void theServerIsGoneAndComesBack();
    void aSlowAnswerForAnotherDayIsDropped();
    void aRepairLeavesTheKeyboardWhereItWas();
    void aDriverHasNoWayThere();
    void keysAndNames();
    void manyDifferences();
    void theTableFits_data();
    void theTableFits();

private:
    void open(const QUrl &server, const QByteArray &token, DeviceRole role = DeviceRole::Owner);
    void openShop() { open(m_shop->url(), m_shop->token); }
    void lookAtBalance()
    {
        m_window->showScreen(MainWindow::DayBalance);
        QTRY_VERIFY(!text("balanceReadAt").endsWith(u"…"_s));
    }
    qint64 order();
    /// Somebody gives back a part of the order's money on the sandbox's own pages.
    void refundOverThere(qint64 orderId);

    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void lookAtTables()
    {
        lookAtTable("balanceSums");
        lookAtTable("balanceSides");
    }
    void lookAtTable(const char *name);
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    QStringList titles() const
    {
        QStringList all;
        for (const QLabel *title : m_window->findChildren<QLabel *>(u"differenceTitle"_s)) {
            if (title->isVisible())
                all << title->text();
        }
        return all;
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<DeskInProcess> m_desk; ///< its file
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<MainWindow> m_window;
};

void TestBalancePage::init()
{
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_shop->sweep();
}

void TestBalancePage::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_desk.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestBalancePage::open(const QUrl &server, const QByteArray &token, DeviceRole role)
{
    m_desk = std::make_unique<DeskInProcess>(server, token, m_shop->clock);
    sync::Settings settings{server, token};
    settings.role = role;
    settings.firstRetryMs = 5;
    settings.maxRetryMs = 50;
    m_engine = std::make_unique<sync::Engine>(*m_desk->store, settings, m_shop->clock);
    m_preferences = std::make_unique<Preferences>(m_desk->file(u"window.ini"_s));
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>();
    // As in the program: the application is dressed before its windows.
    connect(m_theme.get(), &Theme::changed, this, [this] { m_theme->apply(*qApp); });
    m_theme->apply(*qApp);
    m_window = std::make_unique<MainWindow>(*m_engine, *m_theme, *m_icons, *m_preferences);
    QVERIFY(m_engine->start());
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto isLive = [this] {
        return m_engine->status().link == sync::Link::Live && m_engine->status().complete;
    };
    QTRY_VERIFY(isLive() || server != m_shop->url());
}

qint64 TestBalancePage::order()
{
    const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 7},
                           {u"address"_s, u"seoul"_s},
                           {u"customerName"_s, u"lee"_s},
                           {u"phoneNumber"_s, u"01012341234"_s}};
    return HttpCalls(m_shop->url()).post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
}

void TestBalancePage::refundOverThere(qint64 orderId)
{
    HttpCalls owner(m_shop->url(), m_shop->token);
    const QString attempt = owner.get(u"/payments/%1"_s.arg(orderId))
                                .json()
                                .value(u"attempts"_s)
                                .toArray()
                                .first()
                                .toObject()
                                .value(u"id"_s)
                                .toString();
    Database books(m_shop->file(u"petalpost.db"_s), Database::Mode::ReadWrite);
    const auto payment = store::findSandboxPaymentOf(books, attempt);
    QVERIFY(payment);
    QVERIFY(store::refundSandboxPayment(books, u"by-hand"_s, payment->reference, 500,
                                        m_shop->clock.nowMs()));
}

void TestBalancePage::aDayThatAddsUp()
{
    QVERIFY(order() > 0);
    m_shop->clock.advance(arrivedMs);
    openShop();
    lookAtBalance();
    QCOMPARE(text("balanceHeading"), u"정산 · 11월 30일 (월)"_s);
    QCOMPARE(text("balanceSummary"), balancedText);
    QCOMPARE(text("balanceOrders"), u"결제한 주문 1건"_s);
    const auto *sides = find<QTableView>("balanceSides");
    QVERIFY(sides->isVisible());
    QCOMPARE(sides->model()->rowCount(), 1);
    QVERIFY(sides->model()->index(0, 2).data().toString().startsWith(u"1건 · "_s));
    for (int column = 3; column <= 4; ++column) // ledger and list say what the orders say
        QCOMPARE(sides->model()->index(0, column).data(), sides->model()->index(0, 2).data());
    QCOMPARE(titles(), QStringList());
    QVERIFY(!find<QLabel>("balanceNews")->isVisible());
    QVERIFY(!button("balance-after")->isEnabled());
    button("balance-before")->click();
    QTRY_COMPARE(text("balanceOrders"), u"결제한 주문 0건"_s);
    QCOMPARE(text("balanceHeading"), u"정산 · 11월 29일 (일)"_s);
    QVERIFY(!button("balance-today")->isChecked());
    button("balance-today")->click();
    QTRY_COMPARE(text("balanceOrders"), u"결제한 주문 1건"_s);
    QVERIFY(button("balance-today")->isChecked());
    button("balance-today")->click();
    QVERIFY(button("balance-today")->isChecked());
}

void TestBalancePage::aDifferenceIsRepairedByItsButton()
{
    const qint64 id = order();
    refundOverThere(id);
    m_shop->clock.advance(arrivedMs);
    openShop();
    lookAtBalance();
    QCOMPARE(text("balanceSummary"), u"맞지 않는 것이 1건 있어요."_s);
    QCOMPARE(titles(), QStringList(u"#%1 · 결제사에서 나간 환불이 장부에는 없어요"_s.arg(id)));
    QVERIFY2(text("differenceFacts").startsWith(u"장부 없음 · 결제사 500원 · 시험 결제 · "_s),
             qUtf8Printable(text("differenceFacts")));
    QPushButton *repair = button("differenceRepair");
    QCOMPARE(repair->text(), u"다시 확인"_s);
    repair->click();
    QVERIFY(!repair->isEnabled());
    QCOMPARE(text("balanceNews"), u"결제사에 물어보고 있어요…"_s);
    QTRY_COMPARE(text("balanceSummary"), balancedText);
    QCOMPARE(titles(), QStringList());
    QCOMPARE(text("balanceNews"),
             u"#%1 · 결제사에 다시 물어봤어요. 지금은 아래와 같아요."_s.arg(id));
    const QJsonObject balance = HttpCalls(m_shop->url(), m_shop->token).get(u"/balance"_s).json();
    QVERIFY(balance.value(u"balanced"_s).toBool());
}

void TestBalancePage::theOrderIsOpenedBesideTheList()
{
    const qint64 id = order();
    refundOverThere(id);
    m_shop->clock.advance(arrivedMs);
    openShop();
    lookAtBalance();
    auto *detail = find<QLabel>("detailNumber");
    QVERIFY(!detail->isVisible());
    button("differenceOrder")->click();
    QVERIFY(find<QWidget>("balancePage")->isVisible());
    QVERIFY(detail->isVisible());
    QCOMPARE(detail->text(), u"#%1"_s.arg(id));
    QVERIFY(!find<QWidget>("balancePage")->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
    QCOMPARE(QApplication::focusWidget(), button("differenceRepair"));
}

void TestBalancePage::anOrderThatIsNotHere()
{
    openShop();
    lookAtBalance();
    find<BalancePage>("balancePage")->openOrder(987);
    QVERIFY(!find<QLabel>("detailNumber")->isVisible());
    QVERIFY(!find<BalancePage>("balancePage")->chosenOrder());
}

void TestBalancePage::theServerIsGoneAndComesBack()
{
    openShop();
    const quint16 port = m_shop->port();
    QVERIFY(m_shop->stop());
    lookAtBalance();
    auto *notice = find<QLabel>("balanceNotice");
    QTRY_VERIFY(button("balanceRetry")->isVisible());
    QVERIFY2(notice->text().startsWith(u"서버의 답을 받지 못했어요."_s),
             qUtf8Printable(notice->text()));
    QVERIFY(!find<QLabel>("balanceSummary")->isVisible());
    button("balanceRetry")->click();
    QVERIFY(!button("balanceRetry")->isVisible());
    QTRY_VERIFY(button("balanceRetry")->isVisible());
    QVERIFY(m_shop->start(port));
    QTRY_VERIFY(find<QLabel>("balanceSummary")->isVisible()); // by itself
    QVERIFY(!notice->isVisible());
}

void TestBalancePage::aSlowAnswerForAnotherDayIsDropped()
{
    const QDate monday(2026, 11, 30);
    ScriptedServer slow([&](const SeenRequest &request) {
        if (request.target.endsWith("-29"))
            return laterReply();
        if (request.target.startsWith("/balance"))
            return reply(
                toJson(emptyDay(request.target.endsWith("-28") ? monday.addDays(-2) : monday)));
        return silence();
    });
    open(slow.url(), "token");
    lookAtBalance();
    button("balance-before")->click();
    QTRY_COMPARE(slow.openStreams(), 1);
    QCOMPARE(text("balanceReadAt"), u"확인하는 중…"_s);
    button("balance-before")->click();
    slow.push(QJsonDocument(toJson(dayWithRefusedRefund(monday.addDays(-1)))).toJson());
    slow.cutStreams();
    QTRY_COMPARE(text("balanceSummary"), balancedText);
    QTest::qWait(50); // for what must not come
    QCOMPARE(text("balanceHeading"), u"정산 · 11월 28일 (토)"_s);
    QCOMPARE(text("balanceSummary"), balancedText);
    QCOMPARE(titles(), QStringList());
}

void TestBalancePage::aRepairLeavesTheKeyboardWhereItWas()
{
    const QDate monday(2026, 11, 30);
    bool settled = false;
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.method == "POST")
            return reply({{u"outcome"_s, u"asked"_s}});
        if (!request.target.startsWith("/balance"))
            return silence();
        Balance balance = dayWithRefusedRefund(monday, 11);
        balance.differences.push_back(dayWithRefusedRefund(monday, 12).differences.front());
        if (settled)
            balance.differences.erase(balance.differences.begin());
        return reply(toJson(balance));
    });
    open(server.url(), "token");
    lookAtBalance();
    const auto repairs = m_window->findChildren<QPushButton *>(u"differenceRepair"_s);
    QCOMPARE(repairs.size(), 2);
    QCOMPARE(repairs[1]->text(), u"환불 다시 시도"_s);
    repairs[1]->setFocus();
    QTest::keyClick(repairs[1], Qt::Key_Space);
    QVERIFY(!repairs[0]->isEnabled() && !repairs[1]->isEnabled());
    QTRY_VERIFY(repairs[1]->isEnabled());
    QCOMPARE(QApplication::focusWidget(), repairs[1]); // refused again: still there
    settled = true;
    QTest::keyClick(repairs[1], Qt::Key_Space);
    QTRY_COMPARE(titles().size(), 1);
    QTRY_VERIFY(repairs[0]->isEnabled());
    QCOMPARE(QApplication::focusWidget(), repairs[0]); // the card of order 12 has moved up
}

void TestBalancePage::aDriverHasNoWayThere()
{
    open(m_shop->url(), pairDevice(*m_shop, u"driver"_s).token, DeviceRole::Driver);
    QVERIFY(!find<QWidget>("screen-balance"));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!find<QWidget>("balancePage")->isVisible());
    lookAtBalance(); // were there one, the server would refuse
    QVERIFY(text("balanceNotice").startsWith(u"이 컴퓨터에서는 정산을 볼 수 없어요."_s));
    QVERIFY(!button("balanceRetry")->isVisible());
}

void TestBalancePage::keysAndNames()
{
    const qint64 id = order();
    refundOverThere(id);
    m_shop->clock.advance(arrivedMs);
    openShop();
    QVERIFY(find<QWidget>("screen-balance"));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QVERIFY(find<QWidget>("balancePage")->isVisible());
    QTRY_COMPARE(titles().size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(text("balanceHeading"), u"정산 · 11월 29일 (일)"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(text("balanceHeading"), u"정산 · 11월 30일 (월)"_s);
    QTRY_COMPARE(titles().size(), 1);
    QSignalSpy answered(&m_engine->balances(), &sync::Balances::answered);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(button("differenceRepair")->accessibleName(), QString(titles()[0] % u": 다시 확인"_s));
    QVERIFY(!button("differenceRepair")->accessibleDescription().isEmpty());
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

void TestBalancePage::manyDifferences()
{
    openShop();
    m_window->showScreen(MainWindow::DayBalance);
    Balance balance = emptyDay({2026, 11, 30});
    for (int i = 1; i <= BalancePage::maxCards + 7; ++i)
        balance.differences.push_back(dayWithRefusedRefund(balance.date, i).differences.front());
    Q_EMIT m_engine->balances().answered(balance);
    QCOMPARE(titles().size(), BalancePage::maxCards);
    QCOMPARE(text("balanceMore"), u"7건이 더 있어요. 위의 것이 해결되면 나와요."_s);
    QCOMPARE(text("balanceSummary"),
             u"맞지 않는 것이 %1건 있어요."_s.arg(balance.differences.size()));
}

void TestBalancePage::theTableFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("small") << QSize(1024, 768) << 1.0;
    QTest::newRow("usual") << QSize(1366, 768) << 1.0;
    QTest::newRow("larger text") << QSize(1366, 768) << 1.5;
    QTest::newRow("wide") << QSize(2560, 1440) << 1.25;
}

/// No header and no amount is cut off; what does not fit beside the rest can be reached.
void TestBalancePage::theTableFits()
{
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    openShop();
    m_window->resize(size); // before and after anybody has looked at the page
    m_theme->setChosenTextScale(scale - 0.1);
    m_window->showScreen(MainWindow::DayBalance);
    Balance balance = emptyDay({2026, 11, 30});
    balance.gateways = {{u"toss"_s,
                         ListState::Compared,
                         {},
                         {9'790'000, 1'650'000, 1'890'000, 1'650'000, 127'600, 890'000}}};
    balance.gateways[0].orders = {110, 9'790'000};
    balance.gateways[0].ledger = {{130, 11'440'000}, {41, 3'540'000}, {10, 890'000}};
    balance.gateways[0].listed = balance.gateways[0].ledger;
    Q_EMIT m_engine->balances().answered(balance);
    QTest::qWait(20); // layouts settle
    lookAtTables();
    m_theme->setChosenTextScale(scale);
    QTest::qWait(20);
    lookAtTables();
}

void TestBalancePage::lookAtTable(const char *name)
{
    const auto *table = find<QTableView>(name);
    const QHeaderView *header = table->horizontalHeader();
    QCOMPARE(header->font().pointSizeF(), m_theme->fontPt(TypeRole::Caption));
    const QFontMetrics metrics(header->font());
    int wanted = 0;
    for (int column = 0; column < header->count(); ++column) {
        QVERIFY(!header->isSectionHidden(column)); // there is money in every one
        const QString head = table->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(header->sectionSize(column) >= metrics.horizontalAdvance(head) + 20,
                 qUtf8Printable(head));
        wanted += header->sectionSize(column);
    }
    const QScrollBar *bar = table->horizontalScrollBar();
    QCOMPARE(bar->maximum() > 0, wanted > table->viewport()->width());
    QVERIFY(table->viewport()->height() >= table->rowHeight(0) * table->model()->rowCount());
}

QTEST_MAIN(TestBalancePage)
#include "tst_balancepage.moc"
