// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/signin.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;
using Kind = SignInOutcome::Kind;

namespace {

const QString customer = u"01012345678"_s; ///< of ShopBench::draft()
const QString stranger = u"01099998888"_s;
const QByteArray home = "203.0.113.7"_ba;

QByteArray address(int number)
{
    return "198.51.100." + QByteArray::number(number);
}

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCodeOpensTheOrdersOnce();
    void fiveTries();
    void fiveMinutes();
    void anotherBrowsersCodeIsNoUse();
    void aStrangerIsToldTheSame();
    void limitsOfAPhone();
    void limitsOfAnAddress();
    void aNewSessionEndsTheEarlierOne();
    void sessionsEnd();
    void signingOut();
    void ordersArePaged();
    void nothingIsKeptInClear();
    void oldOnesAreForgotten();

private:
    Result<QString> ask(const QString &phone, const QByteArray &from = home)
    {
        return m_signIn->ask(phone, u"ko"_s, from).takeResult();
    }
    SignInOutcome enter(const QString &browser, const QString &code, const QString &session = {})
    {
        return m_signIn->enter(browser, code, session).takeResult().value();
    }
    bool isSignedIn(const QString &session)
    {
        return m_signIn->phoneOf(session, m_bench->clock.nowMs()).takeResult().has_value();
    }
    /// What the phone of the order was texted last.
    QString textedCode()
    {
        const auto rows = m_bench->messages(m_order.id);
        const Message &last = rows.back().message;
        return last.event == MessageEvent::SignInCode
                   ? OrderTokens("server key").signInCode(last.operation)
                   : QString();
    }
    QString signedIn(const QString &earlier = {})
    {
        const QString browser = ask(customer).value();
        return enter(browser, textedCode(), earlier).session;
    }
    static QString otherThan(const QString &code)
    {
        return code == u"000000"_s ? u"000001"_s : u"000000"_s;
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<SignIn> m_signIn;
    Order m_order;
};

void SignInTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
    m_signIn =
        std::make_unique<SignIn>(*m_bench->writer, *m_bench->reader, OrderTokens("server key"));
    m_order = m_bench->paidOrder(ShopBench::draft());
}

void SignInTest::theCodeOpensTheOrdersOnce()
{
    const QString browser = ask(customer).value();
    const QString code = textedCode();
    QCOMPARE(code.size(), SignIn::codeDigits);
    const SignInOutcome outcome = enter(browser, code);
    QCOMPARE(outcome.kind, Kind::SignedIn);
    QCOMPARE(m_signIn->phoneOf(outcome.session, m_bench->clock.nowMs()).takeResult().value(),
             customer);
    QCOMPARE(enter(browser, code).kind, Kind::Over);
}

void SignInTest::fiveTries()
{
    const QString browser = ask(customer).value();
    const QString code = textedCode();
    for (int left = SignIn::triesPerCode - 1; left > 0; --left) {
        const SignInOutcome wrong = enter(browser, otherThan(code));
        QCOMPARE(wrong.kind, Kind::Wrong);
        QCOMPARE(wrong.triesLeft, left);
    }
    QCOMPARE(enter(browser, otherThan(code)).kind, Kind::Over);
    QCOMPARE(enter(browser, code).kind, Kind::Over);
}

void SignInTest::fiveMinutes()
{
    const QString browser = ask(customer).value();
    m_bench->clock.advance(SignIn::codeMs - 1);
    QCOMPARE(enter(browser, otherThan(textedCode())).kind, Kind::Wrong);
    m_bench->clock.advance(1);
    QCOMPARE(m_signIn->askedFor(browser, m_bench->clock.nowMs()).takeResult().value(), QString());
    QCOMPARE(enter(browser, textedCode()).kind, Kind::Over);
}

void SignInTest::anotherBrowsersCodeIsNoUse()
{
    const QString mine = ask(customer).value();
    const QString mineCode = textedCode();
    const QString other = ask(customer).value();
    QVERIFY(mine != other && mineCode != textedCode());
    QCOMPARE(enter(other, mineCode).kind, Kind::Wrong);
    QCOMPARE(enter(u"0123456789012345678901"_s, mineCode).kind, Kind::Over);
    QCOMPARE(enter(mine, mineCode).kind, Kind::SignedIn);
}

void SignInTest::aStrangerIsToldTheSame()
{
    const auto before = m_bench->number("SELECT COUNT(*) FROM messages");
    const QString browser = ask(stranger).value();
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM messages"), before);
    QCOMPARE(m_signIn->askedFor(browser, m_bench->clock.nowMs()).takeResult().value(), stranger);
    for (int left = SignIn::triesPerCode - 1; left > 0; --left) {
        const SignInOutcome wrong = enter(browser, u"12345x"_s);
        QCOMPARE(wrong.kind, Kind::Wrong);
        QCOMPARE(wrong.triesLeft, left);
    }
    QCOMPARE(enter(browser, u"12345x"_s).kind, Kind::Over);
    for (int i = 1; i < SignIn::codesPerPhoneAndHour; ++i)
        QVERIFY(ask(stranger, address(i)));
    QCOMPARE(ask(stranger, address(99)).error().code, RefusalCode::TooMany);
}

void SignInTest::limitsOfAPhone()
{
    for (int i = 0; i < SignIn::codesPerPhoneAndHour; ++i)
        QVERIFY(ask(customer, address(i)));
    const Refusal refusal = ask(customer, address(99)).error();
    QCOMPARE(refusal.code, RefusalCode::TooMany);
    QCOMPARE(refusal.value, u"3600"_s);
    m_bench->clock.advance(SignIn::hourMs);
    for (int i = SignIn::codesPerPhoneAndHour; i < SignIn::codesPerPhoneAndDay; ++i)
        QVERIFY(ask(customer, address(i)));
    m_bench->clock.advance(SignIn::hourMs);
    QCOMPARE(ask(customer, address(99)).error().code, RefusalCode::TooMany);
    m_bench->clock.advance(24 * SignIn::hourMs);
    QVERIFY(ask(customer));
}

void SignInTest::limitsOfAnAddress()
{
    for (int i = 0; i < SignIn::codesPerAddressAndHour; ++i)
        QVERIFY(ask(u"0107777%1"_s.arg(i, 4, 10, QLatin1Char('0'))));
    QCOMPARE(ask(customer).error().code, RefusalCode::TooMany);
    QVERIFY(ask(customer, address(1)));
}

void SignInTest::aNewSessionEndsTheEarlierOne()
{
    const QString first = signedIn();
    const QString second = signedIn(first);
    QVERIFY(first != second);
    QVERIFY(!isSignedIn(first));
    QVERIFY(isSignedIn(second));
    const QString planted(SignIn::sessionTokenLength, u'A');
    QVERIFY(signedIn(planted) != planted);
    QVERIFY(!isSignedIn(planted));
}

void SignInTest::sessionsEnd()
{
    const QString session = signedIn();
    m_bench->clock.advance(SignIn::sessionMs - 1);
    QVERIFY(isSignedIn(session));
    m_bench->clock.advance(1);
    QVERIFY(!isSignedIn(session));
}

void SignInTest::signingOut()
{
    const QString session = signedIn();
    QVERIFY(m_signIn->end(session).takeResult());
    QVERIFY(!isSignedIn(session));
}

void SignInTest::ordersArePaged()
{
    const Order second = m_bench->paidOrder(ShopBench::draft());
    OrderDraft foreign = ShopBench::draft();
    foreign.sender.phone = stranger;
    m_bench->paidOrder(foreign);
    const auto newest = m_signIn->ordersOf(customer, 0, 1).takeResult().value();
    QCOMPARE(newest.size(), 1U);
    QCOMPARE(newest.front().id, second.id);
    const auto rest = m_signIn->ordersOf(customer, second.id, 10).takeResult().value();
    QCOMPARE(rest.size(), 1U);
    QCOMPARE(rest.front().id, m_order.id);
}

void SignInTest::nothingIsKeptInClear()
{
    const QString browser = ask(customer).value();
    const QString code = textedCode();
    const QString session = enter(browser, code).session;
    m_bench->read([&](Database &database) {
        Rows codes = database.query("SELECT id, browser_sha256 FROM sign_in_codes");
        while (codes.next()) {
            [&] {
                QVERIFY(!codes.text(0).contains(code));
                QVERIFY(codes.bytes(1) != browser.toUtf8());
            }();
        }
        Rows sessions = database.query("SELECT token_sha256 FROM customer_sessions");
        while (sessions.next())
            [&] { QVERIFY(sessions.bytes(0) != session.toUtf8()); }();
        return true;
    });
    QCOMPARE(m_bench->messages(m_order.id).back().message.text, QString());
}

void SignInTest::oldOnesAreForgotten()
{
    const QString session = signedIn();
    m_bench->clock.advance(25 * SignIn::hourMs);
    m_signIn->forgetOld(m_bench->clock.nowMs());
    QVERIFY(!isSignedIn(session));
    QVERIFY(ask(stranger)); // the writer's queue keeps its order
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM sign_in_codes"), 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM customer_sessions"), 0);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
