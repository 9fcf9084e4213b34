// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The page behind an order's own address: where it stands, paying again, cancelling.
class TrackingPages
{
public:
    explicit TrackingPages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    /// Cancels at once while paid; asks the florist after that.
    QCoro::Task<http::Response> cancel(const Language &language, http::Request request);
    QCoro::Task<http::Response> pay(const Language &language, http::Request request);
    /// Where a provider sends the customer back: reads the outcome and goes to the order.
    QCoro::Task<http::Response> returned(const Language &language, http::Request request);

private:
    /// What the page says besides the order's state.
    struct Extra
    {
        int status = 200;
        QString notice;
        QString reason;
        QString reasonError;
    };

    QCoro::Task<http::Response> orderPage(const Language &language, Order order, QString token,
                                          Extra extra);
    QByteArray etagOf(const Language &language, const Shop &shop, const Order &order, bool reviewed,
                      const PaymentLedger &ledger, qint64 askedUntilMs) const;

    Site &m_site;
};

} // namespace petalpost::server
