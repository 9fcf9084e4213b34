// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providers.h"
#include "core/server/payment/stripecalls.h"
#include "core/server/payment/stripeforms.h"
#include "core/server/payment/stripereading.h"
#include "core/server/payment/stripewebhook.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLoggingCategory>
#include <QtNetwork/QHostAddress>

#include <algorithm>

Q_LOGGING_CATEGORY(lcStripe, "petalpost.payment.stripe")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::stripe {

namespace {

/// Idempotency keys that one attempt may use up to get its page, and one call for a refund: see
/// Gateway::begin().
constexpr int mostKeys = 4;
/// Payments of other people's making that are looked up in one listing.
constexpr std::size_t mostLookups = 100;

constexpr QLatin1StringView sessionsPath = "/v1/checkout/sessions"_L1;
constexpr QLatin1StringView intentsPath = "/v1/payment_intents"_L1;
constexpr QLatin1StringView refundsPath = "/v1/refunds"_L1;

QString pathTo(QLatin1StringView collection, const QString &id)
{
    return collection + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

/// After the payment an attempt is known by its PaymentIntent, which is what refunds and disputes
/// name; until then by its Checkout Session.
bool isIntent(const QString &reference)
{
    return reference.startsWith("pi_"_L1);
}

/// The key to take when those before \a number are spent.
QString keyOf(const QString &first, int number)
{
    return number == 1 ? first : QString(first + u'-' + QString::number(number));
}

tl::unexpected<Refusal> declined(const QString &code)
{
    return refuse(RefusalCode::PaymentDeclined, {}, code);
}

/// Whether the key of a call has been used for another one.
bool isOtherPage(const Said &said)
{
    return !said.object && said.object.error().value == "idempotency_error"_L1;
}

/// Where a session sends the customer: its page, or back to us when there is nothing left to pay.
Result<HostedPage> pageOf(const QJsonObject &session, const QString &returnUrl, qint64 nowMs)
{
    HostedPage page;
    page.providerReference = session.value("id"_L1).toString();
    page.url = session.value("url"_L1).toString();
    const QString status = session.value("status"_L1).toString();
    if (page.providerReference.isEmpty())
        return refuse(RefusalCode::ProviderUnavailable);
    if (status == "complete"_L1) {
        page.url = returnUrl;
        page.decided = true;
        return page;
    }
    const qint64 endMs = session.value("expires_at"_L1).toInteger() * 1000;
    if (status == "expired"_L1 || endMs <= nowMs)
        return declined(u"expired"_s);
    if (status != "open"_L1 || page.url.isEmpty())
        return refuse(RefusalCode::ProviderUnavailable);
    return page;
}

/// Stripe Checkout: the customer pays on a page of Stripe's, no card data comes here.
class Gateway final : public PaymentGateway
{
public:
    Gateway(GatewayTools tools, const QString &baseUrl, const QByteArray &secretKey,
            QList<QByteArray> webhookSecrets, QString currency)
        : m_calls(tools.http, baseUrl, secretKey)
        , m_clock(tools.clock)
        , m_webhookSecrets(std::move(webhookSecrets))
        , m_currency(std::move(currency))
    {
    }

    QString name() const override { return u"stripe"_s; }
    QCoro::Task<Result<HostedPage>> begin(Charge charge) override;
    CustomerReturn readReturn(const QUrlQuery &query) const override;
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderPayment>> close(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                               store::RefundRow refund) override;
    Result<ProviderNotice> readNotice(const QHash<QByteArray, QByteArray> &headers,
                                      const QByteArray &body) const override;
    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64 fromMs, qint64 toMs) override;
    QCoro::Task<Result<ProviderAccount>> check() override;

private:
    QCoro::Task<Result<HostedPage>> knownPage(Charge charge);
    QCoro::Task<Result<QString>> intentOf(PaymentAttempt attempt);
    QCoro::Task<Result<std::optional<ProviderRefund>>> knownRefund(QString intentId,
                                                                   store::RefundRow refund);

    Calls m_calls;
    const Clock &m_clock;
    QList<QByteArray> m_webhookSecrets;
    QString m_currency; ///< the only one that is sold in; empty: any
};

/// Nobody can pay on a page that nobody has been sent to, so making a page may always be repeated.
/// The key is there for two tabs that ask at once: they get one page. But Stripe also keeps a 5xx
/// under its key and repeats it for a day. The first one is refused as unknown, since whatever
/// stood before Stripe may have said it; when Stripe marks it as a repetition the key is spent and
/// the next one is taken. So it is when another page was asked for under the key: before a restart
/// that gave the shop another address or other words, and nobody was sent there. With all of them
/// spent the attempt is declined, and Payments opens another.
QCoro::Task<Result<HostedPage>> Gateway::begin(Charge charge)
{
    const PaymentAttempt attempt = charge.attempt;
    const Currency currency = attempt.amount.currency;
    if (!isSold(currency) || (!m_currency.isEmpty() && currency.code != m_currency)) {
        qCCritical(lcStripe) << "cannot charge in" << currency.code << "with" << currency.exponent
                             << "decimal places";
        co_return declined(u"currency"_s);
    }
    if (!attempt.providerReference.isEmpty())
        co_return co_await knownPage(std::move(charge));
    const Form form = sessionForm(charge);
    for (int number = 1; number <= mostKeys; ++number) {
        const QString key = keyOf(attempt.id, number);
        const Said said = co_await m_calls.post(QString(sessionsPath), form, key);
        if (said.spent || isOtherPage(said))
            continue;
        if (!said.object)
            co_return refuse(said.object.error());
        co_return pageOf(*said.object, charge.returnUrl, m_clock.nowMs());
    }
    co_return declined(u"api_error"_s);
}

QCoro::Task<Result<HostedPage>> Gateway::knownPage(Charge charge)
{
    const QString reference = charge.attempt.providerReference;
    if (isIntent(reference))
        co_return HostedPage{charge.returnUrl, reference, true};
    const auto session = co_await m_calls.get(pathTo(sessionsPath, reference), Form());
    if (!session)
        co_return refuse(session.error());
    co_return pageOf(*session, charge.returnUrl, m_clock.nowMs());
}

CustomerReturn Gateway::readReturn(const QUrlQuery &query) const
{
    CustomerReturn returned;
    if (query.hasQueryItem(u"cancelled"_s))
        returned.failure = u"cancelled"_s;
    return returned;
}

QCoro::Task<Result<ProviderPayment>> Gateway::lookup(PaymentAttempt attempt)
{
    if (attempt.providerReference.isEmpty()) {
        ProviderPayment unasked;
        unasked.amount = attempt.amount;
        co_return unasked;
    }
    const bool intent = isIntent(attempt.providerReference);
    const QString path = pathTo(intent ? intentsPath : sessionsPath, attempt.providerReference);
    const QString whole = u"latest_charge.balance_transaction"_s;
    Form query;
    query.emplace_back("expand[]", intent ? whole : QString(u"payment_intent."_s + whole));
    const auto found = co_await m_calls.get(path, std::move(query));
    if (!found)
        co_return refuse(found.error());
    const QString attemptId =
        found->value("metadata"_L1).toObject().value("attempt_id"_L1).toString();
    if (attemptId != attempt.id) {
        qCCritical(lcStripe) << "Stripe's object for attempt" << attempt.id << "is not ours";
        co_return refuse(RefusalCode::ProviderUnavailable);
    }
    co_return intent ? paymentOfIntent(*found) : paymentOfSession(*found);
}

QCoro::Task<Result<ProviderPayment>> Gateway::close(PaymentAttempt attempt)
{
    const QString reference = attempt.providerReference;
    if (reference.isEmpty())
        co_return co_await lookup(std::move(attempt)); // no page, so nothing to close
    if (!isIntent(reference)) {
        const QString path = pathTo(sessionsPath, reference) + u"/expire"_s;
        const Said said = co_await m_calls.post(path, Form(), QString());
        const bool refused =
            !said.object && said.object.error().code != RefusalCode::PaymentDeclined;
        if (refused)
            co_return refuse(said.object.error());
    }
    // Whatever Stripe answered, what counts is how the session stands now: closed by us, or paid.
    auto payment = co_await lookup(std::move(attempt));
    if (payment && payment->outcome == ProviderPayment::Outcome::Open)
        co_return refuse(RefusalCode::ProviderUnavailable); // somebody may still pay
    if (payment && payment->failure == "expired"_L1)
        payment->failure = u"closed"_s;
    co_return payment;
}

QCoro::Task<Result<QString>> Gateway::intentOf(PaymentAttempt attempt)
{
    const QString reference = attempt.providerReference;
    if (isIntent(reference))
        co_return reference;
    if (reference.isEmpty())
        co_return declined(u"no_payment"_s);
    const auto session = co_await m_calls.get(pathTo(sessionsPath, reference), Form());
    if (!session)
        co_return refuse(session.error());
    const QString intentId = intentIdOf(*session);
    if (intentId.isEmpty())
        co_return declined(u"no_payment"_s);
    co_return intentId;
}

QCoro::Task<Result<std::optional<ProviderRefund>>> Gateway::knownRefund(QString intentId,
                                                                        store::RefundRow refund)
{
    Form query;
    query.emplace_back("payment_intent", intentId);
    const auto listed = co_await m_calls.list(QString(refundsPath), std::move(query));
    if (!listed)
        co_return refuse(listed.error());
    const auto found = refundFor(listed->objects, refund);
    if (found) {
        const auto read = refundOf(*found, refund.amountMinor);
        if (!read)
            co_return refuse(read.error());
        co_return std::optional(*read);
    }
    if (!listed->complete)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return std::optional<ProviderRefund>();
}

QCoro::Task<Result<ProviderRefund>> Gateway::refund(PaymentAttempt attempt, store::RefundRow refund)
{
    if (refund.callKey.isEmpty())
        refund.callKey = refund.id;
    const auto intentId = co_await intentOf(std::move(attempt));
    if (!intentId)
        co_return refuse(intentId.error());
    // Always, for nobody knows how long ago it was asked for before a crash, and Stripe forgets
    // keys after a day; and before a new call for one that failed, which may have come through
    // after all.
    const auto known = co_await knownRefund(*intentId, refund);
    if (!known)
        co_return refuse(known.error());
    if (*known)
        co_return **known;
    const Form form = refundForm(*intentId, refund);
    for (int number = 1; number <= mostKeys; ++number) {
        const QString key = keyOf(refund.callKey, number);
        const Said said = co_await m_calls.post(QString(refundsPath), form, key);
        // A call under this key ended before the list was read, and the list does not have it: it
        // made nothing and never will.
        if (said.spent)
            continue;
        if (!said.object)
            co_return refuse(said.object.error());
        co_return refundOf(*said.object, refund.amountMinor);
    }
    co_return declined(u"api_error"_s);
}

Result<ProviderNotice> Gateway::readNotice(const QHash<QByteArray, QByteArray> &headers,
                                           const QByteArray &body) const
{
    const QByteArray signature = headers.value("stripe-signature");
    if (!isSigned(signature, body, m_webhookSecrets, m_clock.nowMs()))
        return refuse(RefusalCode::NotAllowed);
    return noticeOf(body);
}

QCoro::Task<Result<std::vector<ProviderEntry>>> Gateway::list(qint64 fromMs, qint64 toMs)
{
    Form query;
    query.emplace_back("created[gte]", QString::number((fromMs + 999) / 1000));
    query.emplace_back("created[lt]", QString::number((toMs + 999) / 1000));
    query.emplace_back("expand[]", u"data.source"_s);
    const auto listed = co_await m_calls.list(u"/v1/balance_transactions"_s, std::move(query));
    if (!listed)
        co_return refuse(listed.error());
    if (!listed->complete)
        co_return refuse(RefusalCode::ProviderUnavailable); // half a day looks like missing money
    std::vector<ProviderEntry> entries;
    QHash<QString, QString> attemptOf;
    for (const QJsonObject &transaction : listed->objects) {
        for (ProviderEntry &entry : entriesOf(transaction)) {
            if (!entry.attemptId.isEmpty())
                attemptOf.insert(entry.reference, entry.attemptId);
            entries.push_back(std::move(entry));
        }
    }
    // Disputes, and refunds made at Stripe's own pages, name the payment but not our attempt.
    std::size_t lookups = 0;
    for (ProviderEntry &entry : entries) {
        if (!entry.attemptId.isEmpty() || entry.reference.isEmpty())
            continue;
        if (!attemptOf.contains(entry.reference) && lookups++ < mostLookups) {
            const QString path = pathTo(intentsPath, entry.reference);
            const auto intent = co_await m_calls.get(path, Form());
            if (!intent)
                co_return refuse(intent.error());
            const QJsonObject metadata = intent->value("metadata"_L1).toObject();
            attemptOf.insert(entry.reference, metadata.value("attempt_id"_L1).toString());
        }
        entry.attemptId = attemptOf.value(entry.reference);
    }
    co_return entries;
}

QCoro::Task<Result<ProviderAccount>> Gateway::check()
{
    const auto balance = co_await m_calls.get(u"/v1/balance"_s, Form());
    if (!balance)
        co_return refuse(balance.error());
    const QJsonValue live = balance->value("livemode"_L1);
    if (!live.isBool())
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return ProviderAccount{QString(), !live.toBool()};
}

/// Without TLS the key would be readable on the way, so only this computer may be called so.
bool isUsable(const QUrl &url)
{
    const bool near = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool bare = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return url.isValid() && !url.host().isEmpty() && bare
           && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && near));
}

/// One secret, or several while a new one takes over.
QList<QByteArray> secretsIn(const QString &setting)
{
    QList<QByteArray> secrets;
    for (const QString &part : setting.split(u',')) {
        if (!part.trimmed().isEmpty())
            secrets.append(part.trimmed().toUtf8());
    }
    return secrets;
}

} // namespace

} // namespace petalpost::server::stripe

namespace petalpost::server {

GatewayMaker makeStripeGateway;

Result<std::unique_ptr<PaymentGateway>> makeStripeGateway(const GatewaySettings &settings,
                                                          GatewayTools tools)
{
    const QString key = settings.value(u"secretKey"_s).trimmed();
    const QList<QByteArray> secrets = stripe::secretsIn(settings.value(u"webhookSecret"_s));
    const QString currency = settings.value(u"currency"_s).trimmed().toUpper();
    QString baseUrl = settings.value(u"baseUrl"_s).trimmed();
    if (key.isEmpty())
        return refuse(RefusalCode::MissingField, u"secretKey"_s);
    if (!key.startsWith("sk_"_L1) && !key.startsWith("rk_"_L1))
        return refuse(RefusalCode::OutOfRange, u"secretKey"_s);
    if (secrets.isEmpty())
        return refuse(RefusalCode::MissingField, u"webhookSecret"_s);
    const bool genuine = std::ranges::all_of(
        secrets, [](const QByteArray &secret) { return secret.startsWith("whsec_"); });
    if (!genuine)
        return refuse(RefusalCode::OutOfRange, u"webhookSecret"_s);
    if (!currency.isEmpty() && !stripe::exponentOf(currency))
        return refuse(RefusalCode::OutOfRange, u"currency"_s, currency);
    if (baseUrl.isEmpty())
        baseUrl = u"https://api.stripe.com"_s;
    while (baseUrl.endsWith(u'/'))
        baseUrl.chop(1);
    if (!stripe::isUsable(QUrl(baseUrl, QUrl::StrictMode)))
        return refuse(RefusalCode::OutOfRange, u"baseUrl"_s);
    return std::make_unique<stripe::Gateway>(tools, baseUrl, key.toUtf8(), secrets, currency);
}

} // namespace petalpost::server
