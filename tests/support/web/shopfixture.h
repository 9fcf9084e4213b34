// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/http/server.h"
#include "core/server/shop/shoppages.h"
#include "tests/support/fakeclock.h"
#include "tests/support/web/browser.h"
#include "tests/support/web/testshop.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>

#include <memory>

namespace petalpost::test {

/// A payment provider that can be out of reach while its books go on.
class MoodyGateway final : public server::PaymentGateway
{
public:
    explicit MoodyGateway(server::SandboxGateway &inner)
        : m_inner(inner)
    {
    }

    bool reachable = true;

    QString name() const override { return m_inner.name(); }
    QCoro::Task<Result<server::HostedPage>> begin(server::Charge charge) override;
    QCoro::Task<Result<server::ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<server::ProviderPayment>> close(PaymentAttempt attempt) override;
    QCoro::Task<Result<server::ProviderRefund>> refund(PaymentAttempt attempt,
                                                       store::RefundRow refund) override;
    QCoro::Task<Result<std::vector<server::ProviderEntry>>> list(qint64 fromMs,
                                                                 qint64 toMs) override;
    QCoro::Task<Result<server::ProviderAccount>> check() override;

private:
    server::SandboxGateway &m_inner;
};

/// The customer pages of the test shop behind a real server on 127.0.0.1, over a real database. A
/// reverse proxy there is believed.
class ShopFixture
{
public:
    /// \a englishTexts instead of the compiled ones, unless null.
    explicit ShopFixture(std::shared_ptr<const QTranslator> englishTexts = nullptr);
    /// Lets refunds and settlements that no page waits for come to their end.
    ~ShopFixture();
    Q_DISABLE_COPY_MOVE(ShopFixture)

    /// Lets everything come to its end that no page waits for.
    void settleTasks();

    Browser browser() const { return Browser(m_port); }
    /// What a customer reads at \a path when the answer is \a status.
    Page errorPage(const QByteArray &path, int status, const QByteArray &retryAfter = {}) const;

    /// A filled form for the peonies in \a window.
    static Fields goodForm(const QString &window);
    /// Form, check and checkout; answers the address of the hosted page.
    QString orderTo(Browser &browser, const Fields &form);
    /// As orderTo() and pays; answers the tracking address.
    QString paidOrder(Browser &browser, const Fields &form);

    std::vector<Order> orders();
    /// The only order there is.
    Order onlyOrder();
    Order moved(qint64 orderId, Verb verb, Actor actor = server::MoveRequest().actor);
    /// The florist edits an order, as it was quoted.
    Order edited(qint64 orderId, const OrderEdit &edit);
    server::PaymentLedger ledger(qint64 orderId);
    /// A pairing code for one device with \a role.
    QString deviceCode(DeviceRole role);
    std::vector<store::Device> devices();
    void revokeDevice(qint64 id);
    /// Loads addresses of the register's form.
    void loadAddresses(const QByteArray &rows);
    void writeShop(const Shop &shop);
    /// The code that the order's phone was texted last.
    QString textedCode(qint64 orderId);
    /// A review from before, with a reply.
    void addReview(qint64 productId, int rating, const QString &text, bool hidden);

    FakeClock clock; ///< starts at testNoonMs()

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<server::Orders> m_orders;
    std::unique_ptr<server::Edits> m_edits;
    std::unique_ptr<server::Catalogue> m_catalogue;
    std::unique_ptr<server::Reviews> m_reviews;
    std::unique_ptr<server::Access> m_access;
    std::unique_ptr<server::Devices> m_devices;
    std::unique_ptr<server::AddressBook> m_addresses;
    std::unique_ptr<server::PhotoDecoder> m_photoDecoder;
    std::unique_ptr<server::Photos> m_photos;
    std::unique_ptr<server::SignIn> m_signIn;
    std::unique_ptr<server::SandboxGateway> m_sandbox;

public:
    std::unique_ptr<MoodyGateway> gateway;

private:
    std::unique_ptr<server::Payments> m_payments;
    std::unique_ptr<server::Reconciler> m_reconciler;
    server::CallLimits m_limits{clock};
    server::Delays m_delays;
    http::TaskRegistry m_tasks{"test"};
    std::unique_ptr<server::ShopPages> m_pages;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
};

} // namespace petalpost::test
