// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/http/tasks.h"
#include "core/server/ops/calllimits.h"
#include "core/server/orders/access.h"
#include "core/server/orders/addressbook.h"
#include "core/server/orders/catalogue.h"
#include "core/server/orders/devices.h"
#include "core/server/orders/edits.h"
#include "core/server/orders/orders.h"
#include "core/server/orders/reviews.h"
#include "core/server/orders/signin.h"
#include "core/server/payment/delays.h"
#include "core/server/payment/reconciler.h"
#include "core/server/payment/sandbox.h"
#include "core/server/photos/photos.h"
#include "core/server/shop/assets.h"
#include "core/server/shop/guard.h"
#include "core/server/shop/pagecache.h"
#include "core/server/shop/templates.h"
#include "core/server/shop/texts.h"

#include <memory>

namespace petalpost::server {

/// What the customer pages work with; all of it outlives them.
struct ShopDeps
{
    Orders &orders;
    Edits &edits;
    Catalogue &catalogue;
    Reviews &reviews;
    SignIn &signIn;
    Payments &payments;
    Reconciler &reconciler;
    Access &access;
    Devices &devices;
    AddressBook &addresses;
    Photos &photos;
    SandboxGateway *sandbox = nullptr; ///< null when another gateway takes the money
    const Clock &clock;
    QByteArray serverKey; ///< signs the forms
    CallLimits &limits;
    Delays &delays; ///< of pages that wait for a provider
    http::TaskRegistry &tasks; ///< refunds and settlements that no page waits for
    std::shared_ptr<const QTranslator> englishTexts{}; ///< null: the compiled ones
    PageCache::Version dataVersion{}; ///< tells the page cache of changes; null: nothing is kept
};

/// One language of the site.
struct Language
{
    QString prefix; ///< of every address: "" or "/en"
    Words words;
    Templates templates;

    QString home() const { return prefix.isEmpty() ? QStringLiteral("/") : prefix; }
};

/// What surrounds a page.
struct Frame
{
    int status = 200;
    QString title;
    QString path = QStringLiteral("/"); ///< with query, without prefix: for the language switch
    QString canonical; ///< what this page is called for good, when path says more than that
    QString form; ///< id of the form that the switch takes along, so that nothing typed is lost
    bool isPrivate = false; ///< not stored, not indexed
    bool noReferrer = false; ///< the address is a secret
    int refreshSeconds = 0;
    bool sells = false; ///< says so while the shop takes no orders
    QString section; ///< "menu" or "my": which entry of the navigation is this page
    QString description; ///< for search engines; empty: what the shop does
    bool bare = false; ///< without the ways to other pages, for people who work here
    QString picturePath; ///< of the picture that stands for the page where it is shared
    QString data; ///< for search engines, see dataBlock()
};

/// What a customer's press is counted as: one that places an order, or any other that makes work.
enum class Press { Order, Other };

/// What all page families share: languages, files, the frame around a page and its headers.
class Site
{
public:
    explicit Site(ShopDeps deps);

    const ShopDeps deps;
    const Guard guard;
    Assets assets;
    PageCache pages;

    const Language &korean() const { return m_korean; }
    const Language &english() const { return m_english; }
    const Language &languageOf(const Order &order) const;
    const Language &languageOf(const QByteArray &path) const;

    /// A whole page; \a view is what the template \a name shows inside the frame.
    http::Response page(const Language &language, const Shop &shop, const Frame &frame,
                        const std::string &name, View view) const;
    /// A page with a heading and paragraphs only.
    http::Response message(const Language &language, const Shop &shop, const Frame &frame,
                           const QString &paragraphs, View view = {}) const;
    /// A refusal that has no page of its own, as a problem for errorPage().
    static http::Response problem(const Refusal &refusal);

    /// Counts a press of a customer at \a address; false when there were too many in a minute.
    QCoro::Task<bool> allows(Press press, QByteArray address);

    /// The settings as last read, for pages that cannot wait.
    const Shop &lastShop() const { return m_lastShop; }
    /// \a path (with query, without prefix) in \a language.
    static QString pathIn(const Language &language, const QString &path);
    QCoro::Task<Result<Shop>> shop();
    /// As shop(), without waiting, since reads do not; the last ones known when it fails.
    const Shop &shopNow();
    bool isSecure(const Shop &shop) const
    {
        return shop.publicUrl.startsWith(QStringLiteral("https:"));
    }

private:
    QByteArray policy() const;
    /// What engines and those it is shared with read of a page that is not private.
    void showSharing(View &view, const Language &language, const Shop &shop,
                     const Frame &frame) const;

    Language m_korean;
    Language m_english;
    Shop m_lastShop;
};

} // namespace petalpost::server
