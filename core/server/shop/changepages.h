// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// Shows what the florist wants to change, what it costs, and how to answer; \a change is nothing
/// when the customer is asked nothing.
void showChange(View &view, const Texts &texts, const Order &order,
                const std::optional<PendingChange> &change);

/// The customer's answer to a change: yes, which pays what it costs, or no.
class ChangePages
{
public:
    explicit ChangePages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> answer(const Language &language, http::Request request);

private:
    QCoro::Task<http::Response> pay(const Language &language, qint64 orderId, int number,
                                    QString gateway, QString token);

    Site &m_site;
};

} // namespace petalpost::server
