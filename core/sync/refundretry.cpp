// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/refundretry.h"

#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>

namespace petalpost::sync {

namespace {

Refusal refusalOf(const Answer &answer)
{
    if (!answer.problem)
        return Refusal::of(RefusalCode::Busy);
    return refusalFromJson(QJsonDocument::fromJson(answer.body).object());
}

} // namespace

RefundRetry::RefundRetry(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

RefundRetry::~RefundRetry()
{
    leave();
}

void RefundRetry::ask(qint64 orderId)
{
    if (m_requests.contains(orderId))
        return;
    Request *request = m_transport.retryRefund(orderId);
    m_requests[orderId] = request;
    connect(request, &Request::finished, this, [this, orderId](const Answer &answer) {
        m_requests.erase(orderId);
        if (answer.isSuccess())
            Q_EMIT asked(orderId);
        else
            Q_EMIT refused(orderId, refusalOf(answer));
    });
}

void RefundRetry::leave()
{
    for (const auto &[orderId, request] : m_requests) {
        if (request)
            request->abandon();
    }
    m_requests.clear();
}

} // namespace petalpost::sync
