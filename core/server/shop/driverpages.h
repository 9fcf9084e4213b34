// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The driver's phone page: today's run in order, and a driver's moves on it. A phone signs in with
/// a code of the shop's, as a device of its own that the owner can let go. Nothing else of the shop
/// is visible here, and of an order only what driverview.h leaves.
class DriverPages
{
public:
    explicit DriverPages(Site &site)
        : m_site(site)
    {
    }

    /// The run, or the way in for a phone that is not signed in.
    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    QCoro::Task<http::Response> signIn(const Language &language, http::Request request);
    /// Lets this phone go: its token ends at the server too.
    QCoro::Task<http::Response> signOut(const Language &language, http::Request request);
    QCoro::Task<http::Response> move(const Language &language, http::Request request);
    /// A photo of where the flowers were left: the body is the file, the form's proof is in the
    /// header X-CSRF-Token. Answers 204.
    QCoro::Task<http::Response> photo(const Language &language, http::Request request);

private:
    /// A phone that is signed in.
    struct Driver
    {
        store::Device device;
        QString token;
    };
    /// Refuses with SignInRequired, DeviceRevoked, or as the database does.
    QCoro::Task<Result<Driver>> signedIn(http::Request request);
    /// As signedIn(), and NotAllowed when the form is not the run's own.
    QCoro::Task<Result<Driver>> posted(http::Request request, QHash<QString, QString> fields);
    QCoro::Task<Result<std::vector<Order>>> run(QDate today);
    /// Makes \a move if it is a driver's. Refuses as checkDriversMove() and Orders::move() do.
    QCoro::Task<Result<Order>> moveOnRun(MoveRequest move);
    QCoro::Task<http::Response> runPage(const Language &language, Driver driver, QByteArray known,
                                        bool applePhone, QString notice);
    QCoro::Task<http::Response> entrance(const Language &language, QString code, QString error,
                                         bool leaving);

    Site &m_site;
};

} // namespace petalpost::server
