// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/style/toast.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// What an undo at the desk does to the text message of the move: within half a minute nobody is
/// texted, and later the desk says that it has left.
class TestUndoTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUndoInTime_data();
    void anUndoInTime();

private:
    static constexpr qint64 holdMs = 30'000;

    QString stateOfText(qint64 orderId, const QString &event) const;

    std::unique_ptr<HttpCalls> m_owner;
};

QString TestUndoTexts::stateOfText(qint64 orderId, const QString &event) const
{
    const QJsonArray texts =
        m_owner->get(u"/messages?orderId=%1"_s.arg(orderId)).json().value(u"items"_s).toArray();
    for (const auto &text : texts) {
        if (text.toObject().value(u"event"_s) == event)
            return text.toObject().value(u"state"_s).toString();
    }
    return {};
}

void TestUndoTexts::anUndoInTime_data()
{
    QTest::addColumn<qint64>("laterMs");
    QTest::addColumn<QString>("toast");
    QTest::addColumn<QString>("text");
    QTest::newRow("at once") << qint64(0) << u"#%1 · 되돌렸어요 (결제완료)"_s << u"withdrawn"_s;
    QTest::newRow("after 29 seconds")
        << holdMs - 1000 << u"#%1 · 되돌렸어요 (결제완료)"_s << u"withdrawn"_s;
    QTest::newRow("after 31 seconds")
        << holdMs + 1000 << u"#%1 · 되돌렸어요 (결제완료) · 문자는 이미 갔어요"_s << u"sent"_s;
}

void TestUndoTexts::anUndoInTime()
{
    QFETCH(qint64, laterMs);
    QFETCH(QString, toast);
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    ShopInProcess shop;
    QVERIFY(shop.start());
    m_owner = std::make_unique<HttpCalls>(shop.url(), shop.token);
    const qint64 id = m_owner
                          ->post(u"/orders"_s, {{u"flowerName"_s, u"Rose"_s},
                                                {u"qty"_s, 1},
                                                {u"customerName"_s, u"김하늘"_s},
                                                {u"phoneNumber"_s, u"01098765432"_s}})
                          .json()
                          .value(u"id"_s)
                          .toInteger();
    DeskInProcess desk(shop.url(), shop.token, shop.clock);
    desk::Preferences preferences(desk.file(u"window.ini"_s));
    desk::Theme theme;
    desk::Icons icons;
    desk::MainWindow window(*desk.engine, theme, icons, preferences);
    window.resize(1366, 768);
    window.show();
    window.activateWindow();
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    QTRY_COMPARE(desk.stateOf(id), OrderState::Paid);

    window.showOrder(id);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(stateOfText(id, u"making"_s), u"held"_s);
    QTRY_VERIFY(desk.order(id).smsHeldUntilMs != 0);
    shop.clock.set(shop.clock.nowMs() + laterMs);
    if (laterMs > holdMs) {
        // A server sends what is due when it starts, without anybody waiting for half a minute.
        const quint16 port = shop.port();
        QVERIFY(shop.stop());
        QVERIFY(shop.start(port));
        QTRY_VERIFY(desk.isLive());
        QTRY_COMPARE(stateOfText(id, u"making"_s), u"sent"_s);
    }
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.findChild<desk::Toast *>(u"toast"_s)->text(), toast.arg(id));
    QTRY_COMPARE(desk.stateOf(id), OrderState::Paid);
    QTRY_VERIFY(!desk.engine->isUnsent(id));
    QTEST(stateOfText(id, u"making"_s), "text");
    QVERIFY(shop.stop());
}

QTEST_MAIN(TestUndoTexts)
#include "tst_undotexts.moc"
