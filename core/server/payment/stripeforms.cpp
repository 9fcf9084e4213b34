// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/stripeforms.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::stripe {

Form sessionForm(const Charge &charge)
{
    const PaymentAttempt &attempt = charge.attempt;
    const QString name = charge.description.trimmed().left(maxNameLength);
    const QChar mark = charge.returnUrl.contains(u'?') ? u'&' : u'?';
    const bool knownLocale = charge.locale == "ko"_L1 || charge.locale == "en"_L1;
    const qint64 endMs = attempt.createdAtMs + pageLifeMs;
    return {
        {"mode", u"payment"_s},
        {"client_reference_id", attempt.id},
        {"metadata[attempt_id]", attempt.id},
        {"payment_intent_data[metadata][attempt_id]", attempt.id},
        {"line_items[0][quantity]", u"1"_s},
        {"line_items[0][price_data][currency]", attempt.amount.currency.code.toLower()},
        {"line_items[0][price_data][unit_amount]", QString::number(attempt.amount.minor)},
        {"line_items[0][price_data][product_data][name]",
         name.isEmpty() ? QString(u'#' + QString::number(attempt.orderId)) : name},
        {"success_url", charge.returnUrl},
        {"cancel_url", charge.returnUrl + mark + u"cancelled=1"_s},
        {"locale", knownLocale ? charge.locale : u"auto"_s},
        {"expires_at", QString::number(endMs / 1000)},
    };
}

Form refundForm(const QString &intentId, const store::RefundRow &refund)
{
    return {
        {"payment_intent", intentId},
        {"amount", QString::number(refund.amountMinor)},
        {"metadata[refund_id]", refund.id},
        {"metadata[call_key]", refund.callKey},
        {"metadata[attempt_id]", refund.attemptId},
    };
}

} // namespace petalpost::server::stripe
