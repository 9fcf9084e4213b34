// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/smsgateway.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QString OutboxGateway::name() const
{
    return u"outbox"_s;
}

QCoro::Task<MessageState> OutboxGateway::send(Sms)
{
    co_return MessageState::Sent;
}

} // namespace petalpost::server
