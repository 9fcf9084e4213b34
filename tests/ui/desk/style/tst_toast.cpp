// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include <QEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/desk/style/theme.h"
#include "ui/desk/style/toast.h"

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough that no test ever sees it run out by itself.
constexpr auto never = std::chrono::milliseconds{24h};

void enter(Toast &toast)
{
    QEnterEvent event({1, 1}, {1, 1}, {1, 1});
    QCoreApplication::sendEvent(&toast, &event);
}

void leave(Toast &toast)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&toast, &event);
}

} // namespace

class TestToast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hiddenUntilAskedFor();
    void leavesByItselfWhenTimeIsUp();
    void hoverPausesAndKeepsTheRest();
    void focusOnTheActionPauses();
    void actionHidesFirstThenTells();
    void aNewMessageReplacesTheOld();
    void escDismisses();
    void namesItselfForAssistiveTechnology();
    void staysInsideItsParent();

private:
    QPushButton *action(Toast &toast) { return toast.findChild<QPushButton *>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    QPushButton *m_elsewhere = nullptr;
};

void TestToast::init()
{
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_elsewhere = new QPushButton(m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_elsewhere->setFocus();
}

void TestToast::cleanup()
{
    m_window.reset();
    m_theme.reset();
}

void TestToast::hiddenUntilAskedFor()
{
    Toast toast(*m_theme, m_window.get());
    QVERIFY(!toast.isVisible());
    QVERIFY(!toast.isCountingDown());
    QCOMPARE(Toast::defaultDuration, std::chrono::milliseconds{10s});
    toast.showMessage(u"#1041 · 제작완료"_s, u"실행 취소"_s);
    QVERIFY(toast.isVisible());
    QVERIFY(action(toast)->isVisible());
    toast.showMessage(u"저장했어요"_s);
    QVERIFY(!action(toast)->isVisible());
}

void TestToast::leavesByItselfWhenTimeIsUp()
{
    Toast toast(*m_theme, m_window.get(), 1ms);
    QSignalSpy gone(&toast, &Toast::dismissed);
    QSignalSpy pressed(&toast, &Toast::actionTriggered);
    toast.showMessage(u"#1041 · 제작완료"_s, u"실행 취소"_s);
    QVERIFY(gone.count() == 1 || gone.wait());
    QVERIFY(!toast.isVisible());
    QCOMPARE(pressed.count(), 0);
    QCOMPARE(toast.remaining(), 0ms);
}

void TestToast::hoverPausesAndKeepsTheRest()
{
    Toast toast(*m_theme, m_window.get(), never);
    toast.showMessage(u"옮겼어요"_s);
    QVERIFY(toast.isCountingDown());
    enter(toast);
    QVERIFY(!toast.isCountingDown());
    QVERIFY(toast.isVisible());
    const auto rest = toast.remaining();
    QVERIFY(rest > 0ms && rest <= never);
    leave(toast);
    QVERIFY(toast.isCountingDown());
    QVERIFY(toast.remaining() <= rest);
}

void TestToast::focusOnTheActionPauses()
{
    Toast toast(*m_theme, m_window.get(), never);
    toast.showMessage(u"옮겼어요"_s, u"실행 취소"_s);
    action(toast)->setFocus();
    QVERIFY(!toast.isCountingDown());
    enter(toast);
    leave(toast);
    QVERIFY2(!toast.isCountingDown(), "the focus still holds it");
    m_elsewhere->setFocus();
    QTRY_VERIFY(toast.isCountingDown());
}

void TestToast::actionHidesFirstThenTells()
{
    Toast toast(*m_theme, m_window.get(), never);
    QSignalSpy gone(&toast, &Toast::dismissed);
    bool wasVisible = true;
    connect(&toast, &Toast::actionTriggered, &toast, [&] {
        wasVisible = toast.isVisible();
        toast.showMessage(u"되돌렸어요"_s);
    });
    toast.showMessage(u"옮겼어요"_s, u"실행 취소"_s);
    action(toast)->click();
    QVERIFY(!wasVisible);
    QVERIFY(toast.isVisible());
    QVERIFY(toast.isCountingDown());
    QCOMPARE(toast.text(), u"되돌렸어요"_s);
    QCOMPARE(gone.count(), 0);
}

void TestToast::aNewMessageReplacesTheOld()
{
    Toast toast(*m_theme, m_window.get(), never);
    QSignalSpy gone(&toast, &Toast::dismissed);
    toast.showMessage(u"하나"_s, u"실행 취소"_s);
    QCOMPARE(gone.count(), 0);
    toast.showMessage(u"둘"_s, u"실행 취소"_s);
    QCOMPARE(gone.count(), 1);
    QCOMPARE(toast.text(), u"둘"_s);
    QVERIFY(toast.isCountingDown());
}

void TestToast::escDismisses()
{
    Toast toast(*m_theme, m_window.get(), never);
    QSignalSpy gone(&toast, &Toast::dismissed);
    toast.showMessage(u"옮겼어요"_s, u"실행 취소"_s);
    action(toast)->setFocus();
    QTest::keyClick(action(toast), Qt::Key_Escape);
    QVERIFY(!toast.isVisible());
    QCOMPARE(gone.count(), 1);
    toast.dismiss();
    QCOMPARE(gone.count(), 1);
}

void TestToast::namesItselfForAssistiveTechnology()
{
    Toast toast(*m_theme, m_window.get(), never);
    toast.showMessage(u"#1041 · 제작완료"_s, u"실행 취소"_s);
    QCOMPARE(toast.accessibleName(), u"#1041 · 제작완료"_s);
    QCOMPARE(action(toast)->accessibleName(), u"실행 취소"_s);
}

void TestToast::staysInsideItsParent()
{
    Toast toast(*m_theme, m_window.get(), never);
    const QString longText =
        u"보내지 못했어요. 바꾼 내용은 이 컴퓨터에 저장했고 연결되면 보냅니다. "_s;
    toast.showMessage(longText + longText + longText, u"다시 시도"_s);
    QVERIFY(m_window->rect().contains(toast.geometry()));
    const auto *label = toast.findChild<QLabel *>();
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    m_window->resize(420, 500);
    QVERIFY(m_window->rect().contains(toast.geometry()));
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    m_theme->setTextScale(1.5);
    QVERIFY(m_window->rect().contains(toast.geometry()));
    toast.showMessage(u"짧게"_s);
    const QPoint middle = toast.geometry().center();
    QVERIFY(qAbs(middle.x() - m_window->rect().center().x()) <= 1);
}

QTEST_MAIN(TestToast)
#include "tst_toast.moc"
