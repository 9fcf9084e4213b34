// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providerhttp.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslConfiguration>

#include <memory>

Q_LOGGING_CATEGORY(lcProvider, "petalpost.payment.provider")

namespace petalpost::server {

namespace {

/// One call under way. It ends exactly once: with the answer, a fault, the deadline or stop().
class Exchange : public QObject
{
public:
    Exchange(QNetworkReply *reply, const ProviderCall &call, int connectMs)
        : QObject(reply)
        , m_reply(reply)
    {
        m_promise.start();
        m_deadline.setSingleShot(true);
        m_connecting.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
        // Qt says of a request with a body that it was sent, of others nothing; over TLS it says
        // before either that the connection stands. Without a word the deadline is all there is.
        const bool tellsWhenConnected = !call.body.isEmpty() || call.url.scheme() == u"https";
        if (tellsWhenConnected) {
            connect(reply, &QNetworkReply::socketStartedConnecting, this,
                    [this, connectMs] { m_connecting.start(connectMs); });
            connect(&m_connecting, &QTimer::timeout, this, [this] {
                m_unconnected = true;
                m_reply->abort();
            });
        }
        connect(reply, &QNetworkReply::encrypted, &m_connecting, &QTimer::stop);
        connect(reply, &QNetworkReply::requestSent, &m_connecting, &QTimer::stop);
        connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received) {
            if (received > ProviderHttp::maxAnswerBytes)
                reply->abort();
        });
        connect(reply, &QNetworkReply::finished, this, &Exchange::finish);
        m_deadline.start(call.deadlineMs);
    }

    ~Exchange() override
    {
        if (!m_done)
            answer(refuse(RefusalCode::ProviderUnavailable));
    }

    QFuture<Result<ProviderAnswer>> future() const { return m_promise.future(); }

private:
    void finish()
    {
        m_reply->deleteLater();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto error = m_reply->error();
        // Qt counts a status of 400 and above as an error; to us it is an answer.
        const bool answered =
            status > 0
            && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
        if (!answered) {
            const bool unheard = neverLeft(error);
            qCInfo(lcProvider) << "no answer from" << m_reply->url().host() << error
                               << (unheard ? "before anything left" : "after the request had left");
            answer(
                refuse(unheard ? RefusalCode::ProviderNotAsked : RefusalCode::ProviderUnavailable));
            return;
        }
        ProviderAnswer found{status, m_reply->readAll(), {}};
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            found.headers.insert(name.toLower(), value);
        answer(std::move(found));
    }

    /// Only a connection that never stood tells that nothing was heard: on one that was used
    /// before, Qt does not always say that a request left.
    bool neverLeft(QNetworkReply::NetworkError error) const
    {
        return m_unconnected || error == QNetworkReply::ConnectionRefusedError
               || error == QNetworkReply::HostNotFoundError
               || error == QNetworkReply::SslHandshakeFailedError;
    }

    void answer(Result<ProviderAnswer> outcome)
    {
        m_done = true;
        m_promise.addResult(std::move(outcome));
        m_promise.finish();
    }

    QNetworkReply *m_reply;
    QPromise<Result<ProviderAnswer>> m_promise;
    QTimer m_deadline;
    QTimer m_connecting;
    bool m_unconnected = false;
    bool m_done = false;
};

QNetworkRequest requestFor(const ProviderCall &call)
{
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    request.setSslConfiguration(tls);
    for (auto header = call.headers.begin(); header != call.headers.end(); ++header)
        request.setRawHeader(header.key(), header.value());
    return request;
}

} // namespace

ProviderHttp::ProviderHttp(ProviderDeadlines deadlines)
    : m_deadlines(deadlines)
{
    m_network.setAutoDeleteReplies(false);
}

QCoro::Task<Result<ProviderAnswer>> ProviderHttp::send(ProviderCall call)
{
    if (m_stopped)
        co_return refuse(RefusalCode::ProviderNotAsked);
    QNetworkReply *reply = m_network.sendCustomRequest(requestFor(call), call.method, call.body);
    auto *exchange = new Exchange(reply, call, m_deadlines.connectMs);
    auto answer = exchange->future();
    co_return co_await answer;
}

void ProviderHttp::stop()
{
    m_stopped = true;
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->abort();
}

} // namespace petalpost::server
