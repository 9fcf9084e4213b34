// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/balances.h"

#include "core/protocol/documents.h"
#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

BalanceAnswer balanceOf(const Answer &answer, std::optional<QDate> asked)
{
    if (!answer.isSuccess())
        return tl::unexpected(noAnswerOf(answer));
    const auto balance = balanceFromJson(QJsonDocument::fromJson(answer.body).object());
    if (!balance || (asked && balance->date != *asked))
        return tl::unexpected(NoAnswer());
    return *balance;
}

RepairAnswer outcomeOf(const Answer &answer)
{
    if (!answer.isSuccess())
        return tl::unexpected(noAnswerOf(answer));
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const auto outcome = fromWord(repairOutcomeWords, json.value(u"outcome"_s).toString());
    if (!outcome)
        return tl::unexpected(NoAnswer());
    return *outcome;
}

} // namespace

Balances::Balances(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

Balances::~Balances()
{
    if (m_request)
        m_request->abandon();
}

bool Balances::ask(std::optional<QDate> date)
{
    if (m_request && m_repairing)
        return false;
    abandonReading();
    m_request = m_transport.askBalance(date, m_deadlineMs);
    connect(m_request, &Request::finished, this, [this, date](const Answer &answer) {
        m_request = nullptr;
        Q_EMIT answered(balanceOf(answer, date));
    });
    return true;
}

bool Balances::repair(const RepairWish &wish)
{
    if (m_request && m_repairing)
        return false;
    abandonReading();
    m_repairing = true;
    m_request = m_transport.askRepair(wish, m_deadlineMs);
    connect(m_request, &Request::finished, this, [this](const Answer &answer) {
        m_request = nullptr;
        m_repairing = false;
        Q_EMIT repaired(outcomeOf(answer));
    });
    return true;
}

void Balances::abandonReading()
{
    if (m_request)
        m_request->abandon();
    m_request = nullptr;
}

void Balances::stop()
{
    if (!m_request)
        return;
    abandonReading();
    if (std::exchange(m_repairing, false))
        Q_EMIT repaired(tl::unexpected(NoAnswer()));
    else
        Q_EMIT answered(tl::unexpected(NoAnswer()));
}

} // namespace petalpost::sync
