// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/style/fieldbox.h"
#include "ui/desk/words/ageing.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;

/// The shop's settings on the screen: each change at once, a refused one back with its reason.
class TestShopSettingsScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void aNameIsSetWhenItIsLeft();
    void anEmptyNameGoesBackWithTheReason();
    void aPhoneIsUnderstoodAsTyped();
    void capacityIsSetByEnter();
    void aSteppedNumberIsSetWhenThePageGoes();
    void overlappingWindowsGoBack();
    void aWindowIsAddedAndRemoved();
    void midnightIsTheEndOfTheDay();
    void ordersOfARemovedWindowAreNamed();
    void closedDaysAreAddedAndRemoved();
    void hoursFollowTheWindowsOrNot();
    void pausingShowsABannerThatEndsIt();
    void limitsReachTheBoard();
    void textsAreSwitchedOffSingly();
    void businessDetailsAreSetOneByOne();
    void theWheelScrollsThePage();
    void theIndexLeadsToItsSection();
    void whatIsTypedIsNotOverwritten();
    void onlyTheOwnerChanges_data();
    void onlyTheOwnerChanges();

private:
    const Shop &shop() const { return m_desk->engine->shop(); }
    template<class Widget>
    Widget *find(const char *name) const
    {
        auto *widget = m_desk->find<Widget>(name);
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    /// Types \a text in place of what stands there and leaves the field by Enter.
    void type(QWidget *field, const QString &text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        else
            QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// What is said below the fields that \a field is among.
    QString problem(const QWidget *field) const
    {
        for (QWidget *box = field->parentWidget(); box; box = box->parentWidget()) {
            if (const auto *found = qobject_cast<FieldBox *>(box)) {
                const auto *label = found->findChild<QLabel *>(u"settingProblem"_s);
                return label->isHidden() ? QString() : label->text();
            }
        }
        return u"no box"_s;
    }

    std::unique_ptr<test::DeskWindow> m_desk;
};

void TestShopSettingsScreen::init()
{
    m_desk = std::make_unique<test::DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    m_desk->window->showScreen(MainWindow::Settings);
}

void TestShopSettingsScreen::aNameIsSetWhenItIsLeft()
{
    auto *name = find<QLineEdit>("shopName");
    QCOMPARE(name->text(), u"온봄꽃집"_s);
    type(name, u"Onbom"_s);
    QCOMPARE(shop().name, u"Onbom"_s);
    QCOMPARE(m_desk->engine->unsent().size(), 1u);
    QCOMPARE(m_desk->window->windowTitle().contains(u"Onbom"_s), true);
    type(name, u"Onbom"_s); // the same is no change
    QCOMPARE(m_desk->engine->unsent().size(), 1u);
}

void TestShopSettingsScreen::anEmptyNameGoesBackWithTheReason()
{
    auto *name = find<QLineEdit>("shopName");
    type(name, {});
    QCOMPARE(name->text(), u"온봄꽃집"_s);
    QCOMPARE(problem(name), u"가게 이름은 비워 둘 수 없어요."_s);
    QVERIFY(m_desk->engine->unsent().empty());
    type(name, u"Onbom"_s);
    QVERIFY(problem(name).isEmpty());
}

void TestShopSettingsScreen::aPhoneIsUnderstoodAsTyped()
{
    auto *phone = find<QLineEdit>("shopPhone");
    type(phone, u"02 555 0100"_s);
    QCOMPARE(shop().phone, u"025550100"_s);
    QCOMPARE(phone->text(), u"02-555-0100"_s);
    type(phone, u"12"_s);
    QCOMPARE(phone->text(), u"02-555-0100"_s);
    QCOMPARE(problem(phone), u"전화번호를 다시 확인해 주세요."_s);
}

void TestShopSettingsScreen::capacityIsSetByEnter()
{
    auto *capacity = find<QSpinBox>("windowCapacity-1");
    QCOMPARE(capacity->value(), 5);
    capacity->setFocus();
    capacity->stepUp();
    QCOMPARE(shop().windows[1].capacity, 5); // it may be stepped on
    QTest::keyClick(capacity, Qt::Key_Return);
    QCOMPARE(shop().windows[1].capacity, 6);
}

void TestShopSettingsScreen::aSteppedNumberIsSetWhenThePageGoes()
{
    find<QSpinBox>("cutOff")->setFocus();
    find<QSpinBox>("cutOff")->stepUp();
    m_desk->window->showScreen(MainWindow::Orders);
    QCOMPARE(shop().cutOffMinutes, 61);
}

void TestShopSettingsScreen::overlappingWindowsGoBack()
{
    auto *end = find<QTimeEdit>("windowEnd-0");
    end->setFocus();
    end->setTime(QTime(15, 0));
    QTest::keyClick(end, Qt::Key_Return);
    QCOMPARE(end->time(), QTime(12, 0));
    QCOMPARE(problem(end), u"시간대가 서로 겹쳐요: 10:00–15:00, 14:00–16:00"_s);
    QVERIFY(m_desk->engine->unsent().empty());
    end->setTime(QTime(9, 0));
    QTest::keyClick(end, Qt::Key_Return);
    QCOMPARE(problem(end), u"끝나는 시각이 시작보다 늦어야 해요."_s);
}

void TestShopSettingsScreen::aWindowIsAddedAndRemoved()
{
    click("windowAdd");
    QCOMPARE(shop().windows.size(), 3u);
    QCOMPARE(shop().windows[2], (WindowRule{16 * 60, 18 * 60, 5}));
    QVERIFY(!find<QWidget>("windowRow-2")->isHidden());
    click("windowRemove-2");
    QCOMPARE(shop().windows.size(), 2u);
    QVERIFY(find<QWidget>("windowRow-2")->isHidden());
}

void TestShopSettingsScreen::midnightIsTheEndOfTheDay()
{
    auto *end = find<QTimeEdit>("windowEnd-1");
    end->setFocus();
    end->setTime(QTime(0, 0));
    QTest::keyClick(end, Qt::Key_Return);
    QCOMPARE(shop().windows[1].endMinute, 24 * 60);
    QCOMPARE(end->time(), QTime(0, 0));
}

void TestShopSettingsScreen::ordersOfARemovedWindowAreNamed()
{
    const auto toCome = [](const DeliveryWindow &window, const Order &order) {
        return order.window && order.window->startMinute == window.startMinute
               && order.window->endMinute == window.endMinute && order.window->date >= demo::today
               && order.state != OrderState::Delivered && order.state != OrderState::Cancelled;
    };
    const DeliveryWindow afternoon{demo::today, 14 * 60, 16 * 60};
    int left = 0;
    for (const auto &[id, order] : m_desk->engine->orders())
        left += toCome(afternoon, order) ? 1 : 0;
    QVERIFY(left > 0);
    const auto orders = m_desk->engine->orders();
    click("windowRemove-1");
    QCOMPARE(shop().windows.size(), 1u);
    QCOMPARE(problem(find<QPushButton>("windowAdd")),
             u"시간대를 뺐어요. 이미 받은 주문 %1건은 그대로예요."_s.arg(left));
    QCOMPARE(m_desk->engine->orders(), orders);
}

void TestShopSettingsScreen::closedDaysAreAddedAndRemoved()
{
    const QDate day = demo::today.addDays(5);
    find<QDateEdit>("closedDay")->setDate(day);
    find<QLineEdit>("closedReason")->setText(u"여름 휴가"_s);
    click("closedAdd");
    QCOMPARE(shop().closedReason(day), u"여름 휴가"_s);
    QCOMPARE(find<QLabel>("closedReason-0")->text(), u"여름 휴가"_s);
    click("closedAdd");
    QCOMPARE(problem(find<QPushButton>("closedAdd")), u"이미 있는 휴무일이에요."_s);
    click("closedRemove-0");
    QVERIFY(shop().closedDays.empty());
}

void TestShopSettingsScreen::hoursFollowTheWindowsOrNot()
{
    auto *followed = find<QCheckBox>("hoursFollowed");
    QVERIFY(followed->isChecked());
    QVERIFY(!find<QTimeEdit>("opens")->isEnabled());
    QTest::mouseClick(followed, Qt::LeftButton, {}, QPoint(8, followed->height() / 2));
    QCOMPARE(shop().opensMinute, 9 * 60);
    auto *closes = find<QTimeEdit>("closes");
    QVERIFY(closes->isEnabled());
    closes->setTime(QTime(8, 0));
    QTest::keyClick(closes, Qt::Key_Return);
    QCOMPARE(closes->time(), QTime(20, 0));
    QCOMPARE(problem(closes), u"닫는 시각이 여는 시각보다 늦어야 해요."_s);
    auto *weekly = find<QComboBox>("weeklyClosed");
    weekly->setFocus();
    QTest::keyClick(weekly, Qt::Key_End);
    QCOMPARE(shop().weeklyClosedDay, int(Qt::Sunday));
}

void TestShopSettingsScreen::pausingShowsABannerThatEndsIt()
{
    auto *banner = find<Banner>("pauseBanner");
    QVERIFY(banner->isHidden());
    click("pause30");
    QCOMPARE(shop().pausedUntilMs, demo::now + 30 * 60'000);
    QVERIFY(!banner->isHidden());
    QVERIFY(banner->text().contains(u"아직 서버에 알리지 못했어요"_s)); // nothing listens there
    QVERIFY(find<QPushButton>("pause30")->isHidden());
    QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!shop().isPausedAt(demo::now));
    QVERIFY(banner->isHidden());
    click("pauseDay");
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(shop().pausedUntilMs, demo::zone);
    QCOMPARE(end, QDateTime(demo::today.addDays(1), QTime(0, 0), demo::zone));
    m_desk->clock.set(shop().pausedUntilMs);
    Q_EMIT m_desk->engine->statusChanged(
        m_desk->engine->status()); // as with any word of the server
    QVERIFY(banner->isHidden());
    QVERIFY(find<QPushButton>("pauseEnd")->isHidden());
}

void TestShopSettingsScreen::limitsReachTheBoard()
{
    auto *soft = find<QSpinBox>("softLimit");
    type(soft, u"15"_s);
    QCOMPARE(shop().softMinutes, 60); // would be below the loud one
    QCOMPARE(problem(soft), u"급한 알림은 첫 알림보다 늦을 수 없어요."_s);
    type(find<QSpinBox>("solidLimit"), u"10"_s);
    type(soft, u"15"_s);
    QCOMPARE(shop().softMinutes, 15);
    QCOMPARE(rulesOf(shop()), (AgeingRules{40, 15, 10}));
}

void TestShopSettingsScreen::textsAreSwitchedOffSingly()
{
    auto *making = find<QCheckBox>("text-making");
    QVERIFY(making->isChecked());
    QTest::keyClick(making, Qt::Key_Space);
    QCOMPARE(shop().mutedTexts, QStringList{u"making"_s});
    QVERIFY(!making->isChecked());
    QTest::keyClick(making, Qt::Key_Space);
    QVERIFY(shop().mutedTexts.isEmpty());
}

void TestShopSettingsScreen::businessDetailsAreSetOneByOne()
{
    type(find<QLineEdit>("business-company"), u"Onbom Inc."_s);
    type(find<QLineEdit>("business-hosting"), u"Somebody"_s);
    QCOMPARE(shop().business.company, u"Onbom Inc."_s);
    QCOMPARE(shop().business.hosting, u"Somebody"_s);
}

void TestShopSettingsScreen::theWheelScrollsThePage()
{
    auto *cutOff = find<QSpinBox>("cutOff");
    cutOff->clearFocus();
    const QPointF middle(cutOff->width() / 2.0, cutOff->height() / 2.0);
    QWheelEvent wheel(middle, cutOff->mapToGlobal(middle), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(cutOff, &wheel);
    QCOMPARE(cutOff->value(), 60);
}

void TestShopSettingsScreen::theIndexLeadsToItsSection()
{
    auto *bar = m_desk->window->settings().findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    auto *entry = find<QPushButton>("index-settingsClosedDays");
    QTest::mouseClick(entry, Qt::LeftButton);
    QVERIFY(entry->isChecked());
    QCOMPARE(bar->value(), find<QWidget>("settingsClosedDays")->y());
    bar->setValue(0);
    QVERIFY(find<QPushButton>("index-settingsShop")->isChecked());
}

void TestShopSettingsScreen::whatIsTypedIsNotOverwritten()
{
    auto *name = find<QLineEdit>("shopName");
    name->setFocus();
    QTest::keyClicks(name, u"X"_s);
    QVERIFY(m_desk->engine->changeShop({{u"name"_s, u"다른 이름"_s}}));
    QCOMPARE(name->text(), u"온봄꽃집X"_s);
}

void TestShopSettingsScreen::onlyTheOwnerChanges_data()
{
    QTest::addColumn<DeviceRole>("role");
    for (const auto &[role, name] : deviceRoleWords)
        QTest::newRow(name.data()) << role;
}

void TestShopSettingsScreen::onlyTheOwnerChanges()
{
    QFETCH(DeviceRole, role);
    sync::Settings settings;
    settings.server = QUrl(u"http://127.0.0.1:9"_s);
    settings.token = "token";
    settings.role = role;
    sync::Engine engine(*m_desk->store, settings, m_desk->clock);
    QVERIFY(engine.start());
    const SettingsPage page(engine, m_desk->preferences, m_desk->theme);
    const bool owner = role == DeviceRole::Owner;
    for (const char *name : {"shopName", "windowCapacity-0", "windowRemove-1", "closedAdd",
                             "business-email", "text-paid", "pause30", "weeklyClosed"})
        QCOMPARE(page.findChild<QWidget *>(QString::fromLatin1(name))->isEnabled(), owner);
    QCOMPARE(page.findChildren<QLabel *>(u"ownersOnly"_s).isEmpty(), owner);
    QCOMPARE(page.findChild<QLineEdit *>(u"shopName"_s)->text(),
             u"온봄꽃집"_s); // read all the same
    QVERIFY(page.findChild<QAbstractButton *>(u"theme-dark"_s)->isEnabled());
    engine.stop();
}

QTEST_MAIN(TestShopSettingsScreen)
#include "tst_shopsettingsscreen.moc"
