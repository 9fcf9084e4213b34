// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/payment.h"
#include "core/domain/result.h"
#include "core/storage/server/paymentstore.h"
#include "core/storage/server/writer.h"

#include <qcorotask.h>

#include <QtCore/QUrl>

namespace petalpost::server {

/// What a gateway is asked to charge.
struct Charge
{
    PaymentAttempt attempt;
    QString
        returnPath; ///< where the provider sends the customer back; carries the attempt's id only
    bool attended = true; ///< a customer sits at a browser and can be sent to a page
};

/// Where a customer pays. A charge without a customer may be decided at once by gateways that can.
struct HostedPage
{
    QString url; ///< absolute, or a path on this server
    QString providerReference;
    bool decided = false; ///< nothing to visit: read the outcome now
};

/// The outcome as the provider's own books say it, the only truth about money.
struct ProviderPayment
{
    /// Processing: the customer did their part and the provider has not decided yet.
    enum class Outcome { Open, Processing, Approved, Declined };

    Outcome outcome = Outcome::Open;
    Money amount;
    qint64 approvedAtMs = 0; ///< by the provider's clock; 0 = it does not say
};

/// A payment provider; one file each. No call is made while a database transaction is open, every
/// call has a deadline, and every charge and refund carries a stored id as its idempotency key.
/// Refuses with ProviderUnavailable when the outcome is not known.
class PaymentGateway
{
public:
    PaymentGateway() = default;
    virtual ~PaymentGateway() = default;
    Q_DISABLE_COPY_MOVE(PaymentGateway)

    /// The word stored with each attempt.
    virtual QString name() const = 0;
    /// Prepares a charge; the same attempt asked again answers the same page.
    virtual QCoro::Task<Result<HostedPage>> begin(Charge charge) = 0;
    /// For a gateway whose books lie in this very database: decides a charge without a customer in
    /// the transaction that opened the attempt. Every provider outside answers nothing here, for no
    /// transaction is held while somebody else is asked.
    virtual std::optional<ProviderPayment> decideWithin(Transaction &, const PaymentAttempt &)
    {
        return std::nullopt;
    }
    virtual QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) = 0;
    /// Gives money back; the same refund id asked again moves nothing twice.
    virtual QCoro::Task<Result<void>> refund(PaymentAttempt attempt, store::RefundRow refund) = 0;
};

} // namespace petalpost::server
