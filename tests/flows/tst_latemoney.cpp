// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/ledgerstore.h"
#include "tests/support/moneybooks.h"
#include "tests/support/shopinprocess.h"
#include "tests/support/web/browser.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr int patienceMs = 20'000; ///< the server looks for what is due every two seconds

/// The next noon in Seoul: whatever a test lets pass is over before midnight.
qint64 noonMs()
{
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Seoul"));
    const QDate day = now.time() < QTime(12, 0) ? now.date() : now.date().addDays(1);
    return QDateTime(day, QTime(12, 0), QTimeZone("Asia/Seoul")).toMSecsSinceEpoch();
}

} // namespace

/// Money that comes when the order's time is over: by the shop's own pages and notices, with the
/// real server and the stand-in for the provider.
class TestLateMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup();
    void goesBackByItself_data();
    void goesBackByItself();
    void aDepositWaitsForTheFlorist();

private:
    bool open(const QString &gateway);
    /// An order on the page; answers where its customer is sent to pay.
    QString orderOnThePage();
    void later(qint64 ms)
    {
        m_shop->clock.advance(ms);
        m_provider.control(u"clock"_s, {{u"advanceMs"_s, ms}});
    }
    /// Every notice that the provider has for us, twice and the newest first. False unless the shop
    /// takes each of them.
    bool notices();
    /// Where the provider sends the customer back to, as path and query.
    static QString wayBack(const Answer &answer)
    {
        const QUrl url(answer.json()[u"location"_s].toString());
        return url.path() + u'?' + url.query(QUrl::FullyEncoded);
    }
    OrderRecord record() const;
    /// A call to the provider that a busy machine was too slow for is made again later, by the
    /// shop's clock.
    bool becomes(PaymentState payment)
    {
        constexpr int rounds = 4;
        constexpr qint64 retryMs = 30'000;
        for (int round = 0; round < rounds; ++round) {
            if (QTest::qWaitFor([&] { return record().order.payment == payment; },
                                patienceMs / rounds))
                return true;
            m_shop->clock.advance(retryMs);
        }
        return false;
    }
    bool expires() const
    {
        return QTest::qWaitFor([&] { return record().order.state == OrderState::Expired; },
                               patienceMs);
    }
    /// How many texts of \a event were sent; -1 while one of them is not.
    int sent(MessageEvent event) const;

    FakeProvider m_provider;
    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<Browser> m_browser;
};

void TestLateMoney::initTestCase()
{
    QVERIFY2(m_provider.start(), m_provider.log().constData());
}

void TestLateMoney::cleanup()
{
    m_browser.reset();
    m_owner.reset();
    QVERIFY(!m_shop || m_shop->stop());
    m_shop.reset();
}

bool TestLateMoney::open(const QString &gateway)
{
    const QString url = m_provider.url().toString();
    m_shop = std::make_unique<ShopInProcess>();
    if (gateway == "toss"_L1)
        m_shop->gateways = {{gateway,
                             {{u"clientKey"_s, QString::fromLatin1(FakeProvider::tossClientKey)},
                              {u"secretKey"_s, QString::fromLatin1(FakeProvider::tossSecretKey)},
                              {u"apiUrl"_s, url}}}};
    else
        m_shop->gateways = {
            {gateway,
             {{u"secretKey"_s, QString::fromLatin1(FakeProvider::stripeKey)},
              {u"webhookSecret"_s, QString::fromLatin1(FakeProvider::stripeWebhookSecret)},
              {u"baseUrl"_s, url}}}};
    const qint64 startMs = noonMs();
    m_shop->clock.set(startMs);
    if (!m_provider.reset() || !m_shop->start())
        return false;
    m_provider.control(u"clock"_s,
                       {{u"advanceMs"_s, startMs - QDateTime::currentMSecsSinceEpoch()}});
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_browser = std::make_unique<Browser>(m_shop->port());
    return m_provider.control(u"webhooks"_s, {{u"mode"_s, u"hold"_s}}).status == 200;
}

bool TestLateMoney::notices()
{
    // The stand-in signs in the machine's time, and the shop here lives in the test's.
    const QByteArray moment = QByteArray::number(m_shop->clock.nowMs() / 1000);
    const QString path = u"/payments/webhooks/"_s + m_shop->gateways.front().name;
    HttpCalls provider(m_shop->url());
    const QJsonArray deliveries = m_provider.look(u"webhooks"_s)[u"deliveries"_s].toArray();
    for (auto at = deliveries.size() - 1; at >= 0; --at) {
        const QByteArray body = deliveries[at][u"body"_s].toString().toUtf8();
        const QByteArray signature = QMessageAuthenticationCode::hash(
            moment + '.' + body, FakeProvider::stripeWebhookSecret, QCryptographicHash::Sha256);
        const Headers headers{{"Stripe-Signature", "t=" + moment + ",v1=" + signature.toHex()},
                              {"tosspayments-webhook-transmission-id",
                               deliveries[at][u"id"_s].toString().toLatin1()}};
        for (int copy = 0; copy < 2; ++copy) {
            if (provider.sendJson("POST", path, body, headers).status != 200)
                return false;
        }
    }
    return !deliveries.isEmpty();
}

QString TestLateMoney::orderOnThePage()
{
    const QString tomorrow =
        QDateTime::fromMSecsSinceEpoch(m_shop->clock.nowMs(), QTimeZone("Asia/Seoul"))
            .date()
            .addDays(1)
            .toString(Qt::ISODate);
    const QJsonArray windows =
        m_owner->get(u"/windows?date="_s + tomorrow).json()[u"items"_s].toArray();
    const Fields form{{u"item"_s, u"1"_s},
                      {u"window"_s, windows.last()[u"window"_s].toString()},
                      {u"qty"_s, u"1"_s},
                      {u"toName"_s, u"김서연"_s},
                      {u"toPhone"_s, u"010 2345 6789"_s},
                      {u"address"_s, u"서울 강남구 역삼로 180"_s},
                      {u"fromName"_s, u"이봄"_s},
                      {u"fromPhone"_s, u"010 1234 5678"_s},
                      {u"privacy"_s, u"1"_s}};
    m_browser->get(u"/shop/order?item=1"_s);
    Fields carried = m_browser->post(u"/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    return m_browser->post(u"/shop/checkout"_s, carried).location();
}

OrderRecord TestLateMoney::record() const
{
    Database books(m_shop->file(u"petalpost.db"_s), Database::Mode::ReadOnly);
    return {*store::findOrder(books, 1), store::attemptsOf(books, 1), store::ledgerOf(books, 1),
            store::messagesOf(books, 1, 100)};
}

int TestLateMoney::sent(MessageEvent event) const
{
    int count = 0;
    for (const store::OutboxRow &row : record().messages) {
        if (row.message.event == event && row.message.state != MessageState::Sent)
            return -1;
        count += row.message.event == event ? 1 : 0;
    }
    return count;
}

void TestLateMoney::goesBackByItself_data()
{
    using Steps = std::vector<QString>;
    QTest::addColumn<Steps>("arrives");
    QTest::newRow("with the customer") << Steps{u"return"_s};
    QTest::newRow("by notice") << Steps{u"notice"_s};
    QTest::newRow("with the customer, then by notice") << Steps{u"return"_s, u"notice"_s};
    QTest::newRow("by notice, then with the customer") << Steps{u"notice"_s, u"return"_s};
}

void TestLateMoney::goesBackByItself()
{
    QFETCH(const std::vector<QString>, arrives);
    QVERIFY(open(u"stripe"_s));
    const QString session = orderOnThePage().section(u'/', -1);
    QVERIFY2(session.startsWith(u"cs_"_s), qUtf8Printable(session));
    later(Shop::unpaidHoldMs + minuteMs);
    QVERIFY(expires());
    const Answer paid =
        m_provider.control(u"stripe/pay"_s, {{u"session"_s, session}, {u"late"_s, true}});
    QCOMPARE(paid.status, 200);
    for (const QString &way : arrives) {
        if (way == "return"_L1)
            QCOMPARE(m_browser->get(wayBack(paid)).status, 303);
        else
            QVERIFY(notices());
    }
    later(minuteMs); // several notices at one moment are one reading, a little later
    QVERIFY(becomes(PaymentState::Refunded));
    QTRY_COMPARE_WITH_TIMEOUT(sent(MessageEvent::Refunded), 1, patienceMs);
    // Everything once more, and nothing comes of it.
    QVERIFY(notices());
    const QString tracking = m_browser->get(wayBack(paid)).location();
    later(10 * minuteMs);
    QVERIFY(notices());
    QCOMPARE(endingOf(record(), m_provider.books()), u"returned"_s);
    QCOMPARE(record().order.state, OrderState::Expired);
    QCOMPARE(sent(MessageEvent::LatePayment), 1);
    QCOMPARE(sent(MessageEvent::Refunded), 1);
    QCOMPARE(sent(MessageEvent::Paid), 0);
    const Page page = m_browser->get(tracking);
    QCOMPARE(page.status, 200);
    QVERIFY(page.says(u"결제가 너무 늦게 도착했어요. 89,000원, 그대로 돌려드려요."_s));
    QVERIFY(m_browser->get(u"/en"_s + tracking).says(u"too late"_s));
    const QJsonObject balance = m_owner->get(u"/balance"_s).json();
    QVERIFY2(balance[u"balanced"_s].toBool(), QJsonDocument(balance).toJson().constData());
    const QJsonObject sums = balance[u"gateways"_s][0].toObject();
    QCOMPARE(sums[u"provider"_s], sums[u"ledger"_s]);
    QCOMPARE(sums[u"provider"_s][u"charges"_s][u"count"_s].toInt(), 1);
    QCOMPARE(sums[u"provider"_s][u"refunds"_s][u"amountMinor"_s].toInt(), 89'000);
    QCOMPARE(sums[u"paidOrders"_s][u"count"_s].toInt(), 0);
}

/// Toss sends a transfer back to an account only, and none was told: that is the florist's to do.
void TestLateMoney::aDepositWaitsForTheFlorist()
{
    QVERIFY(open(u"toss"_s));
    const QString attempt = orderOnThePage().section(u'/', -1);
    const Answer agreed = m_provider.control(
        u"toss/authenticate"_s,
        {{u"orderId"_s, attempt},
         {u"amount"_s, 89'000},
         {u"method"_s, u"가상계좌"_s},
         {u"dueHours"_s, 1},
         {u"successUrl"_s, QString(m_shop->url().toString() + u"/shop/return/"_s + attempt)}});
    const QString tracking = m_browser->get(wayBack(agreed)).location();
    QVERIFY(m_browser->get(tracking).says(u"입금을 기다리고 있어요"_s));
    later(hourMs + 2 * server::confirmHoldMs);
    QVERIFY(expires());
    QCOMPARE(
        m_provider.control(u"toss/deposit"_s, {{u"orderId"_s, attempt}, {u"late"_s, true}}).status,
        200);
    QVERIFY(notices());
    QVERIFY(becomes(PaymentState::RefundFailed));
    QVERIFY(notices());
    QTRY_COMPARE_WITH_TIMEOUT(sent(MessageEvent::LatePayment), 1, patienceMs);
    QCOMPARE(sent(MessageEvent::Refunded), 0);
    QCOMPARE(sent(MessageEvent::Paid), 0);
    QCOMPARE(record().order.state, OrderState::Expired);
    const Page page = m_browser->get(tracking);
    QVERIFY(page.says(u"결제가 너무 늦게 도착했어요."_s));
    QVERIFY(page.says(u"돌려드리는 데 문제가 생겨 꽃집이 확인하고 있어요."_s));
    const QJsonArray differences = m_owner->get(u"/balance"_s).json()[u"differences"_s].toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0][u"kind"_s].toString(), u"surplus_not_returned"_s);
    QCOMPARE(differences[0][u"repair"_s].toString(), u"retry_refund"_s);
}

QTEST_GUILESS_MAIN(TestLateMoney)
#include "tst_latemoney.moc"
