// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/orderform.h"
#include "core/server/shop/site.h"

namespace petalpost::server {

/// From the order form to the provider's page. Nothing is stored before the last button.
class CheckoutPages
{
public:
    explicit CheckoutPages(Site &site)
        : m_site(site)
    {
    }

    /// The empty form for `?item=1&window=…`; mints the draft.
    QCoro::Task<http::Response> form(const Language &language, http::Request request);
    /// The form again, filled: to correct something or to choose another time.
    QCoro::Task<http::Response> edit(const Language &language, http::Request request);
    /// The form again, with the addresses that what was typed may mean.
    QCoro::Task<http::Response> findAddress(const Language &language, http::Request request);
    /// 내용 확인, or the form with its errors (422).
    QCoro::Task<http::Response> check(const Language &language, http::Request request);
    /// Places the order once per draft and goes to pay.
    QCoro::Task<http::Response> checkout(const Language &language, http::Request request);

private:
    /// What every step has read before it decides.
    struct Step
    {
        Shop shop;
        Product product;
        OrderForm form;
        QString draft;
        bool fresh = false; ///< the draft was minted by this request
        qint64 nowMs = 0;
    };

    /// How the form is shown.
    struct Shown
    {
        std::vector<FieldError> errors;
        int status = 422; ///< when there are errors
        QString focus;
        bool choose = false; ///< offer the times right here
        std::optional<FoundAddresses> places; ///< to choose the address from
    };

    QCoro::Task<tl::expected<Step, http::Response>> read(http::Request request, OrderForm form);
    QCoro::Task<tl::expected<Step, http::Response>> readPosted(http::Request request);
    QCoro::Task<Result<std::vector<FieldError>>> errorsOf(const Language &language, Step step);
    QCoro::Task<http::Response> formPage(const Language &language, Step step, Shown shown);
    QCoro::Task<http::Response> place(const Language &language, Step step, QByteArray address);
    QCoro::Task<http::Response> refusedPage(const Language &language, Step step, Refusal refusal);
    http::Response checkPage(const Language &language, const Step &step, int status,
                             const QString &agreeError, const QString &notice);
    QCoro::Task<Result<std::vector<View>>> choices(const Texts &texts,
                                                   std::optional<DeliveryWindow> chosen);
    http::Response withDraft(http::Response response, const Step &step) const;

    Site &m_site;
};

} // namespace petalpost::server
