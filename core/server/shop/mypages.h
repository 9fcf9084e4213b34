// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/orderform.h"
#include "core/server/shop/site.h"

namespace petalpost::server {

/// My page: a phone is proved by a code that is texted to it, then its orders are shown. Whoever
/// asks reads the same, whether the phone has ordered or not.
class MyPages
{
public:
    explicit MyPages(Site &site)
        : m_site(site)
    {
    }

    /// The orders of whoever is signed in (`?before=ID` are the next ones), else the phone's form.
    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    /// Asks for a code.
    QCoro::Task<http::Response> ask(const Language &language, http::Request request);
    /// The form for the code.
    QCoro::Task<http::Response> code(const Language &language, http::Request request);
    QCoro::Task<http::Response> enter(const Language &language, http::Request request);
    QCoro::Task<http::Response> leave(const Language &language, http::Request request);

private:
    /// A form as it is shown again: what was typed and what is wrong with it.
    struct Shown
    {
        int status = 200;
        QString value;
        QString error;
    };

    QCoro::Task<http::Response> phonePage(const Language &language, http::Request request,
                                          Shown shown);
    QCoro::Task<http::Response> codePage(const Language &language, QString browser, QString phone,
                                         Shown shown);
    QCoro::Task<http::Response> ordersPage(const Language &language, QString session, QString phone,
                                           qint64 beforeId);
    QCoro::Task<Result<View>> orderView(const Language &language, Texts texts, Order order);
    /// A redirect to \a path of \a language that keeps \a token in the cookie \a name.
    http::Response keep(const Language &language, const QString &path, const QByteArray &name,
                        const QString &token, qint64 ms) const;

    Site &m_site;
};

} // namespace petalpost::server
