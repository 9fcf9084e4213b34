// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providers.h"
#include "core/server/payment/tossobjects.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

GatewayMaker makeTossGateway;

namespace toss {

namespace {

using Outcome = ProviderPayment::Outcome;

constexpr qint64 maxWon = 2'000'000'000; ///< products of two amounts stay within 64 bits
constexpr int maxOrderName = 100; ///< characters that the widget takes
constexpr int pageSize = 1'000; ///< movements in one answer
constexpr int maxPages = 50; ///< answers to one question
constexpr int troublesBelieved = 3; ///< after as many tries a "temporary" refusal counts as one
constexpr qint64 minuteMs = 60'000;

struct Settings
{
    QString clientKey;
    QString secretKey;
    QString apiUrl;
    QString scriptUrl;
    QString variantKey; ///< which of the shop's widgets is shown
};

ProviderPayment declined(const PaymentAttempt &attempt, const QString &code)
{
    ProviderPayment payment{Outcome::Declined, attempt.amount};
    payment.failure = code;
    return payment;
}

class TossGateway final : public PaymentGateway
{
public:
    TossGateway(Settings settings, GatewayTools tools)
        : m_settings(std::move(settings))
        , m_tools(tools)
    {
    }

    QString name() const override { return u"toss"_s; }
    bool confirms() const override { return true; }

    QCoro::Task<Result<HostedPage>> begin(Charge charge) override;
    std::optional<ScriptedPage> scriptedPage(const Charge &charge) const override;
    CustomerReturn readReturn(const QUrlQuery &query) const override;
    QCoro::Task<Result<ProviderPayment>> confirm(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderPayment>> close(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                               store::RefundRow refund) override;
    Result<ProviderNotice> readNotice(const QHash<QByteArray, QByteArray> &headers,
                                      const QByteArray &body) const override;
    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64 fromMs, qint64 toMs) override;
    QCoro::Task<Result<ProviderAccount>> check() override;

private:
    QCoro::Task<Result<QJsonDocument>> send(ProviderCall call);
    QCoro::Task<Result<QJsonDocument>> get(QString path);
    QCoro::Task<Result<QJsonDocument>> post(QString path, QJsonObject wish, QString key);
    /// The Payment object of the attempt; an empty one when Toss knows none.
    QCoro::Task<Result<QJsonObject>> find(PaymentAttempt attempt);

    const Settings m_settings;
    GatewayTools m_tools;
};

QCoro::Task<Result<QJsonDocument>> TossGateway::send(ProviderCall call)
{
    const QByteArray secret = m_settings.secretKey.toLatin1() + ':';
    call.headers.insert("Authorization", "Basic " + secret.toBase64());
    const auto answer = co_await m_tools.http.send(std::move(call));
    if (!answer)
        co_return refuse(answer.error());
    if (answer->status < 200 || answer->status >= 300)
        co_return refuse(refusalOf(*answer));
    auto document = QJsonDocument::fromJson(answer->body);
    if (document.isNull())
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return std::move(document);
}

QCoro::Task<Result<QJsonDocument>> TossGateway::get(QString path)
{
    ProviderCall call;
    call.url = QUrl(m_settings.apiUrl + path);
    call.deadlineMs = m_tools.http.deadlines().readMs;
    co_return co_await send(std::move(call));
}

QCoro::Task<Result<QJsonDocument>> TossGateway::post(QString path, QJsonObject wish, QString key)
{
    ProviderCall call;
    call.method = "POST";
    call.url = QUrl(m_settings.apiUrl + path);
    call.headers.insert("Content-Type", "application/json");
    call.headers.insert("Idempotency-Key", key.toLatin1());
    call.body = QJsonDocument(wish).toJson(QJsonDocument::Compact);
    call.deadlineMs = m_tools.http.deadlines().writeMs;
    co_return co_await send(std::move(call));
}

QCoro::Task<Result<HostedPage>> TossGateway::begin(Charge charge)
{
    const Money &amount = charge.attempt.amount;
    if (amount.currency != Currency())
        co_return refuse(RefusalCode::PaymentDeclined, {}, u"INVALID_CURRENCY"_s);
    if (amount.minor > maxWon)
        co_return refuse(RefusalCode::PaymentDeclined, {}, u"EXCEED_MAX_AMOUNT"_s);
    co_return HostedPage{u"/shop/pay/"_s + charge.attempt.id, charge.attempt.providerReference,
                         false};
}

std::optional<ScriptedPage> TossGateway::scriptedPage(const Charge &charge) const
{
    ScriptedPage page;
    page.scriptUrl = m_settings.scriptUrl;
    const QUrl script(m_settings.scriptUrl);
    if (script.host().endsWith(".tosspayments.com"_L1))
        page.hosts = {u"https://*.tosspayments.com"_s, u"https://*.toss.im"_s};
    else
        page.hosts = {script.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString()};
    page.values = {
        {u"clientKey"_s, m_settings.clientKey},
        {u"customerKey"_s, u"ANONYMOUS"_s},
        {u"variantKey"_s, m_settings.variantKey},
        {u"amount"_s, QString::number(charge.attempt.amount.minor)},
        {u"taxFreeAmount"_s, QString::number(charge.attempt.taxFreeMinor)},
        {u"orderId"_s, charge.attempt.id},
        {u"orderName"_s, charge.description.left(maxOrderName)},
        {u"successUrl"_s, charge.returnUrl},
        {u"failUrl"_s, charge.returnUrl},
    };
    return page;
}

CustomerReturn TossGateway::readReturn(const QUrlQuery &query) const
{
    static const QRegularExpression keyForm(u"\\A[A-Za-z0-9_-]{1,200}\\z"_s);
    static const QRegularExpression codeForm(u"\\A[A-Z0-9_]{1,64}\\z"_s);
    CustomerReturn returned;
    const QString key = query.queryItemValue(u"paymentKey"_s, QUrl::FullyDecoded);
    if (keyForm.match(key).hasMatch())
        returned.providerReference = key;
    if (query.hasQueryItem(u"amount"_s)) {
        bool isNumber = false;
        const qint64 amount = query.queryItemValue(u"amount"_s).toLongLong(&isNumber);
        returned.amountMinor = isNumber ? amount : -1; // no attempt is for that
    }
    if (query.hasQueryItem(u"code"_s)) {
        const QString code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
        returned.failure = codeForm.match(code).hasMatch() ? code : u"UNKNOWN"_s;
    }
    return returned;
}

QCoro::Task<Result<ProviderPayment>> TossGateway::confirm(PaymentAttempt attempt)
{
    if (attempt.providerReference.isEmpty())
        co_return co_await lookup(std::move(attempt)); // the customer agreed to nothing yet
    const QJsonObject wish{{u"paymentKey"_s, attempt.providerReference},
                           {u"orderId"_s, attempt.id},
                           {u"amount"_s, attempt.amount.minor}};
    const QString path = u"/v1/payments/confirm"_s;
    const auto answer = co_await post(path, wish, attempt.id);
    if (answer)
        co_return paymentOf(answer->object());
    if (answer.error().code != RefusalCode::PaymentDeclined)
        co_return refuse(answer.error());
    const QString code = answer.error().value;
    if (code == "DUPLICATED_ORDER_ID"_L1)
        attempt.providerReference.clear(); // another agreement to the same attempt came first
    if (code == "DUPLICATED_ORDER_ID"_L1 || code == "ALREADY_PROCESSED_PAYMENT"_L1)
        co_return co_await lookup(std::move(attempt));
    co_return declined(attempt, code);
}

QCoro::Task<Result<QJsonObject>> TossGateway::find(PaymentAttempt attempt)
{
    // The key came through the customer's browser: it may be the one of somebody else's payment.
    // Only a payment that carries the attempt's id is about it.
    QStringList paths{u"/v1/payments/orders/"_s + attempt.id};
    if (!attempt.providerReference.isEmpty())
        paths.prepend(u"/v1/payments/"_s + attempt.providerReference);
    for (const QString &path : paths) {
        const auto answer = co_await get(path);
        if (answer && answer->object()[u"orderId"_s].toString() == attempt.id)
            co_return answer->object();
        if (answer || isUnknownPayment(answer.error()))
            continue;
        if (answer.error().code == RefusalCode::PaymentDeclined)
            co_return refuse(RefusalCode::ProviderUnavailable);
        co_return refuse(answer.error());
    }
    co_return QJsonObject();
}

QCoro::Task<Result<ProviderPayment>> TossGateway::lookup(PaymentAttempt attempt)
{
    const auto payment = co_await find(attempt);
    if (!payment)
        co_return refuse(payment.error());
    if (payment->isEmpty())
        co_return ProviderPayment{Outcome::Open, attempt.amount};
    co_return paymentOf(*payment);
}

QCoro::Task<Result<ProviderPayment>> TossGateway::close(PaymentAttempt attempt)
{
    const auto payment = co_await lookup(attempt);
    if (!payment || payment->outcome != Outcome::Processing)
        co_return payment; // money moves only when we confirm, and nobody will
    const QString path = u"/v1/payments/"_s + payment->reference + u"/cancel"_s;
    const QJsonObject wish{{u"cancelReason"_s, u"Petalpost: not paid in time"_s}};
    const QString key = attempt.id + u"-close"_s;
    const auto answer = co_await post(path, wish, key);
    if (answer)
        co_return paymentOf(answer->object());
    if (answer.error().code == RefusalCode::PaymentDeclined)
        co_return co_await lookup(std::move(attempt)); // the deposit was quicker
    co_return refuse(answer.error());
}

QCoro::Task<Result<ProviderRefund>> TossGateway::refund(PaymentAttempt attempt,
                                                        store::RefundRow refund)
{
    if (refund.tries > 0) {
        const auto payment = co_await find(attempt);
        if (!payment)
            co_return refuse(payment.error());
        if (const auto found = refundIn(*payment, refund))
            co_return *found;
    }
    QJsonObject wish{{u"cancelReason"_s, markOf(refund)}, {u"cancelAmount"_s, refund.amountMinor}};
    if (const qint64 taxFree = taxFreeOf(attempt, refund.amountMinor); taxFree > 0)
        wish.insert(u"taxFreeAmount"_s, taxFree);
    const QJsonObject account = QJsonDocument::fromJson(refund.account.toUtf8()).object();
    if (!account.isEmpty())
        wish.insert(u"refundReceiveAccount"_s, account);
    const QString path = u"/v1/payments/"_s + attempt.providerReference + u"/cancel"_s;
    const auto answer = co_await post(path, wish, refund.callKey);
    if (answer) {
        const auto found = refundIn(answer->object(), refund);
        if (!found)
            co_return refuse(RefusalCode::ProviderUnavailable);
        co_return *found;
    }
    const Refusal &no = answer.error();
    const bool stuck = !no.value.isEmpty() && refund.tries >= troublesBelieved;
    if (no.code != RefusalCode::PaymentDeclined && !stuck)
        co_return refuse(no);
    // It may have refused because an earlier try of ours had come through.
    const auto payment = co_await find(attempt);
    if (!payment)
        co_return refuse(payment.error());
    if (const auto found = refundIn(*payment, refund))
        co_return *found;
    co_return refuse(no.code == RefusalCode::NotAllowed ? no.code : RefusalCode::PaymentDeclined,
                     {}, no.value);
}

Result<ProviderNotice> TossGateway::readNotice(const QHash<QByteArray, QByteArray> &headers,
                                               const QByteArray &body) const
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return refuse(RefusalCode::InvalidText);
    const QJsonObject notice = document.object();
    const QString type = notice[u"eventType"_s].toString();
    if (!type.isEmpty() && type != "PAYMENT_STATUS_CHANGED"_L1 && type != "DEPOSIT_CALLBACK"_L1)
        return refuse(RefusalCode::NotFound);
    // DEPOSIT_CALLBACK has its fields at the top, and no type.
    const QJsonObject data = notice.contains(u"data"_s) ? notice[u"data"_s].toObject() : notice;
    ProviderNotice found;
    found.eventId = QString::fromLatin1(headers.value("tosspayments-webhook-transmission-id"));
    found.attemptId = data[u"orderId"_s].toString();
    found.providerReference = data[u"paymentKey"_s].toString();
    found.secret = data[u"secret"_s].toString();
    if (found.attemptId.isEmpty() && found.providerReference.isEmpty())
        return refuse(RefusalCode::NotFound);
    return found;
}

QCoro::Task<Result<std::vector<ProviderEntry>>> TossGateway::list(qint64 fromMs, qint64 toMs)
{
    const QString question = u"/v1/transactions?startDate=%1&endDate=%2&limit=%3"_s.arg(
        seoulTime(fromMs), seoulTime(toMs), QString::number(pageSize));
    std::vector<ProviderEntry> entries;
    QString after;
    for (int page = 0; page < maxPages; ++page) {
        const QString path =
            after.isEmpty() ? question : QString(question + u"&startingAfter="_s + after);
        const auto answer = co_await get(path);
        if (!answer && answer.error().code == RefusalCode::PaymentDeclined)
            co_return refuse(RefusalCode::ProviderUnavailable);
        if (!answer)
            co_return refuse(answer.error());
        const QJsonArray movements = answer->array();
        for (const QJsonValue &value : movements) {
            const auto entry = entryOf(value.toObject());
            if (entry && entry->atMs >= fromMs && entry->atMs < toMs)
                entries.push_back(*entry);
        }
        if (movements.size() < pageSize) {
            nameReturns(entries);
            co_return entries;
        }
        after = movements.last()[u"transactionKey"_s].toString();
    }
    co_return refuse(RefusalCode::ProviderUnavailable); // a part is not the whole
}

QCoro::Task<Result<ProviderAccount>> TossGateway::check()
{
    const qint64 nowMs = m_tools.clock.nowMs();
    const QString path = u"/v1/transactions?startDate=%1&endDate=%2&limit=1"_s.arg(
        seoulTime(nowMs - minuteMs), seoulTime(nowMs));
    const auto answer = co_await get(path);
    if (!answer)
        co_return refuse(answer.error());
    const QString merchant = answer->array().first()[u"mId"_s].toString();
    co_return ProviderAccount{merchant, m_settings.secretKey.startsWith("test_"_L1)};
}

/// An address to which keys and customers may be sent: encrypted, unless it is this very computer.
bool isSafe(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString host = url.host();
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    return url.isValid() && !host.isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
           && !url.hasFragment()
           && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && here));
}

} // namespace

} // namespace toss

Result<std::unique_ptr<PaymentGateway>> makeTossGateway(const GatewaySettings &settings,
                                                        GatewayTools tools)
{
    const auto valueOr = [&](const QString &key, const QString &otherwise) {
        const QString value = settings.value(key);
        return value.isEmpty() ? otherwise : value;
    };
    toss::Settings own{settings.value(u"clientKey"_s), settings.value(u"secretKey"_s),
                       valueOr(u"apiUrl"_s, u"https://api.tosspayments.com"_s),
                       valueOr(u"scriptUrl"_s, u"https://js.tosspayments.com/v2/standard"_s),
                       valueOr(u"variantKey"_s, u"DEFAULT"_s)};
    static const QRegularExpression clientForm(u"\\A(test|live)_gck_\\w+\\z"_s);
    static const QRegularExpression secretForm(u"\\A(test|live)_gsk_\\w+\\z"_s);
    if (own.clientKey.isEmpty() || own.secretKey.isEmpty())
        return refuse(RefusalCode::MissingField,
                      own.clientKey.isEmpty() ? u"clientKey"_s : u"secretKey"_s);
    if (!clientForm.match(own.clientKey).hasMatch())
        return refuse(RefusalCode::OutOfRange, u"clientKey"_s, u"test_gck_ or live_gck_"_s);
    if (!secretForm.match(own.secretKey).hasMatch())
        return refuse(RefusalCode::OutOfRange, u"secretKey"_s, u"test_gsk_ or live_gsk_"_s);
    if (own.clientKey.left(5) != own.secretKey.left(5))
        return refuse(RefusalCode::OutOfRange, u"secretKey"_s, own.clientKey.left(5));
    for (const auto &[field, address] :
         {std::pair(u"apiUrl"_s, own.apiUrl), std::pair(u"scriptUrl"_s, own.scriptUrl)}) {
        if (!toss::isSafe(address))
            return refuse(RefusalCode::OutOfRange, field, u"https"_s);
    }
    while (own.apiUrl.endsWith(u'/'))
        own.apiUrl.chop(1);
    return std::make_unique<toss::TossGateway>(std::move(own), tools);
}

} // namespace petalpost::server
