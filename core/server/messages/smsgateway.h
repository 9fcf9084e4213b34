// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/message.h"

#include <qcorotask.h>

namespace petalpost::server {

/// A text on its way to a phone.
struct Sms
{
    QString phone; ///< digits
    QString text;
    QString key; ///< the same for every try of one message, for providers that de-duplicate
};

/// An SMS provider; one file each. Answers what became of the text: Sent, Failed (refused for
/// good), Queued (not sent, may be tried again) or Unknown (may have left: never sent again by
/// itself).
class SmsGateway
{
public:
    SmsGateway() = default;
    virtual ~SmsGateway() = default;
    Q_DISABLE_COPY_MOVE(SmsGateway)

    virtual QString name() const = 0;
    /// Whether texts go nowhere else than into our own ledger, where a sign-in's code is read.
    virtual bool isOutbox() const { return false; }
    virtual QCoro::Task<MessageState> send(Sms sms) = 0;
};

/// The embedded gateway: the ledger itself is the outbox, nothing leaves the machine.
class OutboxGateway final : public SmsGateway
{
public:
    QString name() const override;
    bool isOutbox() const override { return true; }
    QCoro::Task<MessageState> send(Sms sms) override;
};

} // namespace petalpost::server
