// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/salesreader.h"

#include "core/protocol/figures.h"
#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>

namespace petalpost::sync {

namespace {

SalesAnswer salesOf(const Answer &answer, QDate from, QDate to)
{
    if (!answer.isSuccess())
        return tl::unexpected(noAnswerOf(answer));
    auto sales = salesFromJson(QJsonDocument::fromJson(answer.body).object());
    const bool whole = sales && !sales->days.empty() && sales->days.front().date == from
                       && sales->days.back().date == to;
    if (!whole)
        return tl::unexpected(NoAnswer());
    return std::move(*sales);
}

} // namespace

SalesReader::SalesReader(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

SalesReader::~SalesReader()
{
    for (const auto &[from, request] : m_requests) {
        if (request)
            request->abandon();
    }
}

void SalesReader::ask(QDate from, QDate to)
{
    QPointer<Request> &request = m_requests[from];
    if (request)
        request->abandon();
    request = m_transport.askFigures(from, to);
    connect(request, &Request::finished, this, [this, from, to](const Answer &answer) {
        m_requests.erase(from);
        Q_EMIT answered(from, salesOf(answer, from, to));
    });
}

void SalesReader::stop()
{
    for (const auto &[from, request] : std::exchange(m_requests, {})) {
        if (request)
            request->abandon();
        Q_EMIT answered(from, tl::unexpected(NoAnswer()));
    }
}

} // namespace petalpost::sync
