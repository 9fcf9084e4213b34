// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"
#include "translations/words.h"
#include "ui/desk/pairing/firstrun.h"
#include "ui/desk/pairing/pairingwords.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/resources.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QPixmap>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using sync::PairingFailure;

/// The first run, with a server whose answers are scripted.
class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initStyleResources();
        QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea));
        m_theme.setChoice(ThemeChoice::Light);
        m_theme.apply(*qApp);
        // As in the program: the application is dressed before its windows.
        connect(&m_theme, &Theme::changed, this, [this] { m_theme.apply(*qApp); });
    }
    void init();
    void cleanup();
    void threeStepsWithTheKeyboardAlone();
    void theCodeIsGrouped_data();
    void theCodeIsGrouped();
    void correctingTheCodeKeepsTheCursor();
    void pastingACode();
    void failuresSayWhatAndWhatToDo_data();
    void failuresSayWhatAndWhatToDo();
    void everyFailureHasItsOwnWords();
    void whatIsMissingIsSaidWithoutAsking();
    void httpElsewhereWarns();
    void backLeadsToTheCode();
    void whyItIsShownAgain_data();
    void whyItIsShownAgain();
    void theFileIsSaid();
    void aTokenThatIsNotKept();
    void everythingHasAName();
    void looksRightInBothThemes();
    void english();

private:
    template<class Widget>
    Widget *part(QLatin1StringView name) const
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", name.data());
        return found;
    }
    QLineEdit *address() const { return part<QLineEdit>("pairingAddress"_L1); }
    QLineEdit *code() const { return part<QLineEdit>("pairingCode"_L1); }
    QPushButton *button(QLatin1StringView name) const { return part<QPushButton>(name); }
    QLabel *label(QLatin1StringView name) const { return part<QLabel>(name); }
    void fill(const QString &typed = u"12345678"_s)
    {
        address()->setText(m_server->url().toString());
        code()->clear();
        QTest::keyClicks(code(), typed);
    }
    void goToShop()
    {
        fill();
        QTest::keyClick(code(), Qt::Key_Return);
        QTRY_COMPARE(m_window->step(), FirstRun::Step::Shop);
    }
    ScriptedReply answer(const SeenRequest &request) const;

    Theme m_theme;
    Icons m_icons;
    FakeClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<sync::Pairing> m_pairing;
    std::unique_ptr<FirstRun> m_window;
    QByteArray m_refusal; ///< answers POST /devices, when not empty
    qint64 m_offMs = 0;
    bool m_lost = false;
};

void TestFirstRun::init()
{
    // The offscreen platform has no size hints and says so of every window.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_refusal.clear();
    m_offMs = 0;
    m_lost = false;
    m_server = std::make_unique<ScriptedServer>(
        [this](const SeenRequest &request) { return answer(request); });
    m_pairing = std::make_unique<sync::Pairing>(m_clock);
    m_window = std::make_unique<FirstRun>(*m_pairing, m_theme, m_icons);
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestFirstRun::cleanup()
{
    m_window.reset();
    m_pairing.reset();
    m_server.reset();
}

ScriptedReply TestFirstRun::answer(const SeenRequest &request) const
{
    ScriptedReply reply;
    if (m_lost)
        reply.fault = ScriptedReply::Fault::Lose;
    reply.headers = {{"Petalpost-Now-Ms", QByteArray::number(m_clock.nowMs() + m_offMs)}};
    if (request.target == "/pairing") {
        reply.body = R"({"shop":{"name":"온봄꽃집","nameEn":"Onbom Flowers"}})";
    } else if (!m_refusal.isEmpty()) {
        reply.status = 403;
        reply.contentType = "application/problem+json";
        reply.body = R"({"code":")" + m_refusal + R"("})";
    } else {
        reply.status = 201;
        reply.body = R"({"id":7,"name":"작업대","role":"florist","token":"t0ken"})";
    }
    return reply;
}

void TestFirstRun::threeStepsWithTheKeyboardAlone()
{
    QSignalSpy paired(m_window.get(), &FirstRun::paired);
    QSignalSpy sound(m_window.get(), &FirstRun::soundRequested);
    QSignalSpy start(m_window.get(), &FirstRun::startRequested);
    QCOMPARE(qApp->focusWidget(), address());
    QTest::keyClicks(qApp->focusWidget(), m_server->url().toString());
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget(), code());
    QTest::keyClicks(qApp->focusWidget(), u"12345678"_s);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QVERIFY(!button("pairingNext"_L1)->isEnabled());
    QTRY_COMPARE(m_window->step(), FirstRun::Step::Shop);
    QCOMPARE(label("pairingShop"_L1)->text(), u"온봄꽃집이 맞나요?"_s);
    QVERIFY(label("pairingSecurity"_L1)->text().contains(u"이 컴퓨터 안의 서버"_s));
    QVERIFY(!label("pairingFingerprint"_L1)->isVisible());
    QCOMPARE(m_server->seen().size(), 1U); // the code has not left yet
    QCOMPARE(qApp->focusWidget(), button("pairingConnect"_L1));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(paired.size(), 1);
    const auto device = paired.first().first().value<sync::PairedDevice>();
    QCOMPARE(device.token, "t0ken"_ba);
    QCOMPARE(device.id, 7);
    QVERIFY(m_server->seen().back().body.contains(R"("12345678")"));
    m_window->showReady(false);
    QCOMPARE(m_window->step(), FirstRun::Step::Ready);
    QVERIFY(!label("pairingPlain"_L1)->isVisible());
    QVERIFY(code()->text().isEmpty());
    QCOMPARE(qApp->focusWidget(), button("pairingStart"_L1));
    QTest::keyClick(button("pairingSound"_L1), Qt::Key_Space);
    QCOMPARE(sound.size(), 1);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
    QCOMPARE(start.size(), 1);
}

void TestFirstRun::theCodeIsGrouped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("few") << u"123"_s << u"123"_s;
    QTest::newRow("four") << u"1234"_s << u"1234"_s;
    QTest::newRow("five") << u"12345"_s << u"1234 5"_s;
    QTest::newRow("all") << u"12345678"_s << u"1234 5678"_s;
    QTest::newRow("more") << u"123456789"_s << u"1234 5678"_s;
    QTest::newRow("with letters") << u"12a3-4b5678"_s << u"1234 5678"_s;
    QTest::newRow("wide digits") << u"１２３４５６７８"_s << u"1234 5678"_s;
}

void TestFirstRun::theCodeIsGrouped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    if (typed.at(0) > u'9') { // such digits are pasted
        QApplication::clipboard()->setText(typed);
        code()->paste();
    } else {
        QTest::keyClicks(code(), typed);
    }
    QCOMPARE(code()->text(), shown);
}

void TestFirstRun::correctingTheCodeKeepsTheCursor()
{
    QTest::keyClicks(code(), u"12345678"_s);
    code()->setCursorPosition(2);
    QTest::keyClick(code(), Qt::Key_Backspace);
    QCOMPARE(code()->text(), u"1345 678"_s);
    QCOMPARE(code()->cursorPosition(), 1);
    QTest::keyClicks(code(), u"9"_s);
    QCOMPARE(code()->text(), u"1934 5678"_s);
    QCOMPARE(code()->cursorPosition(), 2);
}

void TestFirstRun::pastingACode()
{
    QApplication::clipboard()->setText(u" 1234-5678\n"_s);
    code()->setFocus();
    code()->paste();
    QCOMPARE(code()->text(), u"1234 5678"_s);
}

void TestFirstRun::failuresSayWhatAndWhatToDo_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("atCode");
    QTest::newRow("wrong") << u"pairing-code-wrong"_s << u"코드가 달라요"_s << true;
    QTest::newRow("expired") << u"pairing-code-expired"_s << u"코드 시간이 지났어요"_s << true;
    QTest::newRow("tries") << u"pairing-tries-used"_s << u"코드를 여러 번 틀렸어요"_s << true;
    QTest::newRow("lost") << u"lost"_s << u"서버에 닿지 않아요"_s << false;
    QTest::newRow("clock") << u"clock"_s << u"컴퓨터 시계가 2분 이상 달라요"_s << false;
    QTest::newRow("certificate") << u"certificate"_s << u"인증서가 바뀌었어요"_s << false;
}

void TestFirstRun::failuresSayWhatAndWhatToDo()
{
    QFETCH(const QString, scene);
    QFETCH(const QString, words);
    QFETCH(const bool, atCode);
    m_lost = scene == "lost"_L1;
    m_offMs = scene == "clock"_L1 ? 3 * 60'000 : 0;
    if (atCode) {
        m_refusal = scene.toLatin1();
        goToShop();
        QTest::keyClick(button("pairingConnect"_L1), Qt::Key_Space);
    } else if (scene == "certificate"_L1) {
        fill();
        Q_EMIT m_pairing->failed(PairingFailure::CertificateChanged); // see tst_pairing for TLS
    } else {
        fill();
        QTest::keyClick(button("pairingNext"_L1), Qt::Key_Space);
    }
    QLabel *problem = label("pairingProblem"_L1);
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(m_window->step(), FirstRun::Step::Address);
    QCOMPARE(problem->text().section(u'\n', 0, 0), words);
    QVERIFY(problem->text().section(u'\n', 1).size() > 10);
    QVERIFY(problem->accessibleName().startsWith(words));
    QCOMPARE(qApp->focusWidget(), atCode ? code() : address());
    QVERIFY(button("pairingNext"_L1)->isEnabled());
    QCOMPARE(address()->text(), m_server->url().toString()); // nothing has to be typed again
    QCOMPARE(code()->text(), u"1234 5678"_s);
}

void TestFirstRun::everyFailureHasItsOwnWords()
{
    QSet<QString> whats;
    for (const auto failure :
         {PairingFailure::Unreachable, PairingFailure::ClockOff, PairingFailure::CertificateChanged,
          PairingFailure::CodeWrong, PairingFailure::CodeExpired, PairingFailure::TriesUsed}) {
        const FailureWords words = pairingFailureWords(failure);
        QVERIFY(!words.remedy.isEmpty());
        whats.insert(words.what);
    }
    QCOMPARE(whats.size(), 6);
}

void TestFirstRun::whatIsMissingIsSaidWithoutAsking()
{
    QTest::keyClick(button("pairingNext"_L1), Qt::Key_Space);
    QVERIFY(label("pairingProblem"_L1)->text().startsWith(u"주소를 알아볼 수 없어요"_s));
    fill(u"1234567"_s);
    QTest::keyClick(code(), Qt::Key_Return);
    QVERIFY(label("pairingProblem"_L1)->text().startsWith(u"코드는 숫자 8자리예요"_s));
    QVERIFY(m_server->seen().empty());
}

void TestFirstRun::httpElsewhereWarns()
{
    sync::ShopIdentity shop{QUrl(u"http://10.0.0.2:8080"_s), u"온봄꽃집"_s, {}, {}};
    Q_EMIT m_pairing->identified(shop);
    QVERIFY(label("pairingSecurity"_L1)->text().contains(u"암호화되지 않은 연결"_s));
    QVERIFY(!label("pairingFingerprint"_L1)->isVisible());
    shop.server = QUrl(u"https://onbom.kr"_s);
    shop.certificateSha256 = QByteArray(32, '\x3f');
    Q_EMIT m_pairing->identified(shop);
    QVERIFY(label("pairingSecurity"_L1)->text().contains(u"지문"_s));
    QVERIFY(label("pairingFingerprint"_L1)->isVisible());
    QCOMPARE(label("pairingFingerprint"_L1)->text().split(u'\n').size(), 4);
    QCOMPARE(label("pairingFingerprint"_L1)->text().split(u'\n').first(), u"3F3F 3F3F 3F3F 3F3F"_s);
}

void TestFirstRun::backLeadsToTheCode()
{
    goToShop();
    QTest::keyClick(button("pairingBack"_L1), Qt::Key_Space);
    QCOMPARE(m_window->step(), FirstRun::Step::Address);
    QCOMPARE(qApp->focusWidget(), code());
    QCOMPARE(m_server->seen().size(), 1U);
}

void TestFirstRun::whyItIsShownAgain_data()
{
    QTest::addColumn<int>("parting");
    QTest::addColumn<int>("operations");
    QTest::addColumn<QString>("words");
    using sync::Parting;
    QTest::newRow("never paired") << int(Parting::None) << 0 << QString();
    QTest::newRow("revoked") << int(Parting::Revoked) << 0 << u"연결을 끊었어요"_s;
    QTest::newRow("revoked, lost") << int(Parting::Revoked) << 3 << u"변경 3건을 지웠어요"_s;
    QTest::newRow("unpaired") << int(Parting::Unpaired) << 0 << u"해제"_s;
    QTest::newRow("unpaired, kept") << int(Parting::Unpaired) << 2 << u"변경 2건은 남겨"_s;
    QTest::newRow("certificate") << int(Parting::OtherCertificate) << 0 << u"인증서가 바뀌어"_s;
}

void TestFirstRun::whyItIsShownAgain()
{
    QFETCH(const int, parting);
    QFETCH(const int, operations);
    QFETCH(const QString, words);
    sync::PairedShop earlier;
    earlier.server = QUrl(u"https://onbom.kr"_s);
    earlier.parting = sync::Parting(parting);
    earlier.operations = operations;
    m_window->setEarlier(earlier);
    QCOMPARE(label("pairingNotice"_L1)->isVisible(), !words.isEmpty());
    QVERIFY(label("pairingNotice"_L1)->text().contains(words));
    QCOMPARE(address()->text(), u"https://onbom.kr"_s);
    QCOMPARE(qApp->focusWidget(), code());
}

void TestFirstRun::theFileIsSaid()
{
    m_window->showReady(true);
    QVERIFY(label("pairingPlain"_L1)->isVisible());
    QVERIFY(label("pairingPlain"_L1)->text().contains(u"파일"_s));
}

void TestFirstRun::aTokenThatIsNotKept()
{
    goToShop();
    m_window->showNotKept();
    QCOMPARE(m_window->step(), FirstRun::Step::Address);
    QVERIFY(label("pairingProblem"_L1)->text().startsWith(u"연결 열쇠를 저장하지 못했어요"_s));
    QVERIFY(code()->text().isEmpty());
}

void TestFirstRun::everythingHasAName()
{
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel *>(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
        QVERIFY2(widget->sizeHint().height() >= 32, qPrintable(widget->objectName()));
    }
}

void TestFirstRun::looksRightInBothThemes()
{
    const QString to = qEnvironmentVariable("PETALPOST_SHOTS");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme.setChoice(choice);
        const QString theme = choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
        m_window->setEarlier({});
        sync::ShopIdentity shop{QUrl(u"https://onbom.kr"_s), u"온봄꽃집"_s, {}, {}};
        shop.certificateSha256 = QByteArray::fromHex("3f9a0c11").repeated(8);
        const auto look = [&](const QString &name) {
            const QPixmap picture = m_window->grab();
            QVERIFY(!picture.isNull());
            if (!to.isEmpty())
                QVERIFY(picture.save(to % u'/' % name % u'-' % theme % u".png"_s));
            for (const QLabel *text : m_window->findChildren<QLabel *>()) {
                if (!text->isVisible() || text->text().isEmpty())
                    continue;
                const int needed = text->wordWrap() ? text->heightForWidth(text->width())
                                                    : text->sizeHint().height();
                QVERIFY2(text->height() >= needed, qPrintable(text->text()));
            }
        };
        fill();
        Q_EMIT m_pairing->failed(PairingFailure::CodeWrong);
        look(u"first-run-address"_s);
        Q_EMIT m_pairing->identified(shop);
        look(u"first-run-shop"_s);
        m_window->showReady(true);
        look(u"first-run-ready"_s);
        m_window->showNotKept();
    }
    m_theme.setChoice(ThemeChoice::Light);
}

void TestFirstRun::english()
{
    m_window.reset();
    initTranslationResources();
    QTranslator english;
    QVERIFY(english.load(u":/translations/petalpost_en.qm"_s));
    QCoreApplication::installTranslator(&english);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_window = std::make_unique<FirstRun>(*m_pairing, m_theme, m_icons);
    m_window->show();
    goToShop();
    static const QRegularExpression hangul(u"[가-힣]"_s);
    const auto hasNone = [&] {
        for (const QLabel *text : m_window->findChildren<QLabel *>())
            QVERIFY2(!hangul.match(text->text()).hasMatch(), qPrintable(text->text()));
        for (const auto *press : m_window->findChildren<QPushButton *>())
            QVERIFY2(!hangul.match(press->text()).hasMatch(), qPrintable(press->text()));
    };
    hasNone();
    m_refusal = "pairing-code-wrong";
    QTest::keyClick(button("pairingConnect"_L1), Qt::Key_Space);
    QTRY_VERIFY(label("pairingProblem"_L1)->isVisible());
    hasNone();
    QCoreApplication::removeTranslator(&english);
    QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea));
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
