// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/sender.h"

#include "core/sync/mirror.h"
#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace petalpost::sync {

namespace {

bool isOfReview(const Operation &operation)
{
    return operation.kind == Operation::Kind::ReviewReply
           || operation.kind == Operation::Kind::ReviewHide;
}

/// The document that \a answer carries, if it is the one \a operation was about. Anything else with
/// a status of success came from somebody between us and the server.
std::optional<Document> documentOf(const Operation &operation, const Answer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (isOfReview(operation)) {
        auto review = reviewFromJson(json);
        if (review && review->id == operation.subject)
            return Document(std::move(*review));
        return std::nullopt;
    }
    if (operation.kind == Operation::Kind::ShopSettings) {
        auto shop = shopFromJson(json);
        if (shop && shop->version > operation.basedOn)
            return Document(std::move(*shop));
        return std::nullopt;
    }
    if (operation.kind == Operation::Kind::Product) {
        auto product = productFromJson(json);
        if (product && (addsProduct(operation) || product->id == operation.subject))
            return Document(std::move(*product));
        return std::nullopt;
    }
    auto order = orderFromJson(json);
    if (order && (order->id == operation.subject || placesOrder(operation)))
        return Document(std::move(*order));
    return std::nullopt;
}

/// Refusals that speak of the moment, not of the operation.
bool isTemporary(const Refusal &refusal)
{
    return refusal.code == RefusalCode::InProgress || refusal.code == RefusalCode::TooMany
           || refusal.code == RefusalCode::Busy;
}

/// The server's final no. A status without a problem document is some proxy's, not the server's.
std::optional<Refusal> finalRefusal(const Answer &answer)
{
    if (answer.status < 400 || answer.status >= 500 || answer.status == 429 || !answer.problem)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (json.isEmpty())
        return std::nullopt;
    Refusal refusal = refusalFromJson(json);
    return isTemporary(refusal) ? std::nullopt : std::optional(std::move(refusal));
}

} // namespace

Sender::Sender(Transport &transport, Mirror &mirror, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_mirror(mirror)
    , m_backoff(settings.firstRetryMs, settings.maxRetryMs)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Sender::sendHead);
}

Sender::~Sender()
{
    pause();
}

void Sender::resume()
{
    m_running = true;
    wake();
}

void Sender::pause()
{
    m_running = false;
    m_retry.stop();
    if (m_request)
        m_request->abandon();
    m_request = nullptr;
}

void Sender::wake()
{
    if (!m_retry.isActive())
        sendHead();
}

void Sender::reachable()
{
    if (m_retry.isActive() && m_askedToWait)
        return;
    retryNow();
}

void Sender::retryNow()
{
    m_backoff.reset();
    m_retry.stop();
    sendHead();
}

void Sender::sendHead()
{
    if (!m_running || m_request || m_mirror.queue().empty())
        return;
    const QueuedOperation head = m_mirror.queue().front();
    const bool firstTry = head.state == OperationState::Queued;
    if (firstTry && !m_mirror.setState(head.operation.id, OperationState::Sent)) {
        retryLater(0);
        return;
    }
    m_request = m_transport.send(head.operation);
    connect(m_request, &Request::finished, this,
            [this, firstTry, operation = head.operation](const Answer &answer) {
                m_request = nullptr;
                // A fault of the disk here only costs the chance to withdraw it.
                if (firstTry && answer.neverLeft)
                    static_cast<void>(m_mirror.setState(operation.id, OperationState::Queued));
                handle(operation, answer);
            });
}

void Sender::handle(const Operation &operation, const Answer &answer)
{
    if (answer.status == 401) {
        const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
        pause();
        Q_EMIT signedOut(refusalFromJson(problem));
        return;
    }
    if (answer.isSuccess()) {
        if (const auto document = documentOf(operation, answer)) {
            Q_EMIT accepted(operation, *document);
            afterOutcome(operation.id);
            return;
        }
    } else if (const auto refusal = finalRefusal(answer)) {
        Q_EMIT refused(operation, *refusal);
        afterOutcome(operation.id);
        return;
    }
    retryLater(answer.retryAfterMs);
}

void Sender::afterOutcome(const QString &operationId)
{
    const auto &queue = m_mirror.queue();
    if (!queue.empty() && queue.front().operation.id == operationId) {
        retryLater(0);
        return;
    }
    m_backoff.reset();
    sendHead();
}

void Sender::retryLater(int atLeastMs)
{
    m_askedToWait = atLeastMs > 0;
    if (m_running)
        m_retry.start(std::max(atLeastMs, m_backoff.nextMs()));
}

} // namespace petalpost::sync
