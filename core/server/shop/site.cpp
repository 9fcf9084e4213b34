// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/site.h"

#include "core/domain/draft.h"
#include "core/server/http/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

const QByteArray limitWaitSeconds = "60"_ba;

Language languageNamed(const QString &locale, const QString &prefix,
                       std::shared_ptr<const QTranslator> texts)
{
    const Words words(locale, "shop", std::move(texts));
    return {prefix, words, Templates(words)};
}

/// The lines of the footer that the law asks for; those that the owner has not filled in are left
/// out.
void showBusiness(View &view, const Words &words, const BusinessDetails &business)
{
    const QString report =
        business.mailOrderAuthority.isEmpty()
            ? business.mailOrderNumber
            : QString(business.mailOrderNumber % u" ("_s % business.mailOrderAuthority % u')');
    const std::pair<QString, QString> facts[] = {
        {words.text("상호"), business.company},
        {words.text("대표자"), business.representative},
        {words.text("주소"), business.address},
        {words.text("이메일"), business.email},
        {words.text("사업자등록번호"), business.registrationNumber},
        {words.text("통신판매업 신고"), business.mailOrderNumber.isEmpty() ? QString() : report},
        {words.text("호스팅 제공자"), business.hosting},
        {words.text("개인정보 보호책임자"), business.privacyOfficer},
    };
    std::vector<View> rows;
    for (const auto &[name, value] : facts) {
        if (!value.isEmpty())
            rows.push_back(std::move(View().set("factName", name).set("factValue", value)));
    }
    view.flag("hasBusiness", !rows.empty());
    view.set("business", std::move(rows));
}

/// What a page without words of its own is about.
QString ownDescription(const Words &words, const Shop &shop)
{
    return words.text("%1: 오늘 만든 꽃을 원하는 시간에 보내 드려요.")
        .arg(Texts(words, shop, 0).shopName());
}

} // namespace

Site::Site(ShopDeps given)
    : deps(std::move(given))
    , guard(deps.serverKey)
    , pages(deps.dataVersion, deps.clock)
    , m_korean(languageNamed(u"ko"_s, QString(), nullptr))
    , m_english(languageNamed(u"en"_s, u"/en"_s, deps.englishTexts))
{
}

const Language &Site::languageOf(const Order &order) const
{
    return order.locale == m_english.words.locale() ? m_english : m_korean;
}

const Language &Site::languageOf(const QByteArray &path) const
{
    return path == "/en" || path.startsWith("/en/") ? m_english : m_korean;
}

QCoro::Task<Result<Shop>> Site::shop()
{
    auto read = co_await deps.catalogue.shop();
    if (read)
        m_lastShop = *read;
    co_return read;
}

const Shop &Site::shopNow()
{
    auto reading = deps.catalogue.shop();
    if (reading.isFinished()) {
        if (auto read = reading.takeResult())
            m_lastShop = std::move(*read);
    }
    return m_lastShop;
}

QByteArray Site::policy() const
{
    // Other gateways are reached by a redirect after a form, which form-action governs as well.
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src "
           "'self'; manifest-src 'self'; "
           "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"_ba
           + (deps.sandbox ? ""_ba : " https:"_ba);
}

QString Site::pathIn(const Language &language, const QString &path)
{
    if (!path.startsWith(u'/') || (path.size() > 1 && path[1] != u'?'))
        return language.prefix + path;
    return language.home() + path.sliced(1);
}

void Site::showSharing(View &view, const Language &language, const Shop &shop,
                       const Frame &frame) const
{
    view.flag("shared", false).flag("sharedPicture", false).flag("data", false);
    if (frame.isPrivate || frame.status != 200)
        return;
    const QString path = frame.canonical.isEmpty() ? frame.path : frame.canonical;
    View shared;
    shared.set("url", QString(shop.publicUrl + pathIn(language, path)));
    shared.set("koreanUrl", QString(shop.publicUrl + pathIn(m_korean, path)));
    shared.set("englishUrl", QString(shop.publicUrl + pathIn(m_english, path)));
    shared.set("locale", &language == &m_english ? u"en_US"_s : u"ko_KR"_s);
    view.set("shared", std::move(shared));
    view.setUnlessEmpty("sharedPicture", frame.picturePath.isEmpty()
                                             ? QString()
                                             : QString(shop.publicUrl + frame.picturePath));
    view.setUnlessEmpty("data", frame.data);
}

http::Response Site::page(const Language &language, const Shop &shop, const Frame &frame,
                          const std::string &name, View view) const
{
    const Language &other = &language == &m_korean ? m_english : m_korean;
    const bool english = &language == &m_english;
    view.set("lang", language.words.locale())
        .set("prefix", language.prefix)
        .set("homeUrl", language.home());
    view.set("otherLang", other.words.locale());
    view.set("otherShort", english ? u"한국어"_s : u"EN"_s)
        .set("otherName", english ? u"한국어"_s : u"English"_s);
    view.set("otherUrl", pathIn(other, frame.path));
    view.setUnlessEmpty("otherForm", frame.form);
    view.set("title", frame.title)
        .set("description", frame.description.isEmpty() ? ownDescription(language.words, shop)
                                                        : frame.description);
    showSharing(view, language, shop, frame);
    view.set("shopName", Texts(language.words, shop, 0).shopName());
    view.setUnlessEmpty("shopPhone", displayPhone(shop.phone)).set("shopPhoneDigits", shop.phone);
    view.flag("private", frame.isPrivate).flag("isMenu", frame.section == u"menu"_s);
    view.flag("isMy", frame.section == u"my"_s).flag("bare", frame.bare);
    const qint64 nowMs = deps.clock.nowMs();
    view.setUnlessEmpty("pausedText", frame.sells && shop.isPausedAt(nowMs)
                                          ? Texts(language.words, shop, nowMs).paused()
                                          : QString());
    showBusiness(view, language.words, shop.business);
    view.setUnlessEmpty("refreshSeconds", frame.refreshSeconds > 0
                                              ? QString::number(frame.refreshSeconds)
                                              : QString());
    view.set("asset", std::move(View()
                                    .set("css", assets.url(u"shop.css"_s))
                                    .set("icon", assets.url(u"icon.svg"_s))
                                    .set("driver", assets.url(u"driver.js"_s))
                                    .set("track", assets.url(u"track.js"_s))
                                    .set("form", assets.url(u"form.js"_s))
                                    .set("photo", assets.url(u"photo.js"_s))
                                    .set("pay", assets.url(u"pay.js"_s))));
    http::Response response =
        http::Response::html(frame.status, language.templates.render(name, view));
    response.headers = {
        {"Content-Security-Policy"_ba, policy()},
        {"X-Frame-Options"_ba, "DENY"_ba},
        {"Referrer-Policy"_ba, frame.noReferrer ? "no-referrer"_ba : "same-origin"_ba},
        {"Permissions-Policy"_ba, "camera=(), microphone=(), geolocation=()"_ba},
        {"Cross-Origin-Opener-Policy"_ba, "same-origin"_ba},
        {"Content-Language"_ba, language.words.locale().toLatin1()},
        {"Cache-Control"_ba,
         frame.isPrivate || frame.status != 200 ? "no-store"_ba : "no-cache"_ba},
    };
    return response;
}

http::Response Site::message(const Language &language, const Shop &shop, const Frame &frame,
                             const QString &paragraphs, View view) const
{
    view.set("heading", frame.title).setLines("paragraphs", paragraphs);
    return page(language, shop, frame, "message", std::move(view));
}

QCoro::Task<bool> Site::allows(Press press, QByteArray address)
{
    const auto shop = co_await this->shop();
    if (!shop)
        co_return true; // the handler says what is wrong
    const int orders = shop->ordersPerAddressPerMinute;
    co_return press == Press::Order
        ? deps.limits.orders.allow(address, orders)
        : deps.limits.posts.allow(address, orders * CallLimits::postsPerOrder);
}

http::Response Site::problem(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::NotFound:
    case RefusalCode::UnknownProduct:
        return http::problems::notFound();
    case RefusalCode::Busy:
    case RefusalCode::ProviderUnavailable:
    case RefusalCode::ProviderNotAsked:
    case RefusalCode::ShopPaused:
        return http::problems::unavailable(QString(word(refusal.code)));
    case RefusalCode::NotAllowed:
        return http::Response::problem(403, "not-allowed"_ba, u"Not allowed"_s);
    case RefusalCode::TooMany:
        return http::Response::problem(429, "too-many"_ba, u"Too many requests"_s)
            .withHeader("Retry-After"_ba,
                        refusal.value.isEmpty() ? limitWaitSeconds : refusal.value.toLatin1());
    case RefusalCode::StorageFailed:
        return http::problems::internalError();
    default:
        return http::Response::problem(422, QByteArray(word(refusal.code).data()), u"Refused"_s, {},
                                       {{u"field"_s, refusal.field}});
    }
}

} // namespace petalpost::server
