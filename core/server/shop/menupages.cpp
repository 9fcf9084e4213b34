// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/menupages.h"

#include "core/server/shop/pictures.h"
#include "core/server/shop/structured.h"

#include <qcorofuture.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int firstDays = 10; ///< days that the item page shows at once
constexpr int earliestDays = 14; ///< days searched for the first free window
constexpr int eagerPictures = 4; ///< further pictures of the menu load when scrolled to
constexpr int reviewsShown = 10; ///< on one page

QString itemPath(qint64 productId)
{
    return u"/shop/items/"_s + QString::number(productId);
}

View productView(const Texts &texts, const Assets &assets, const Product &product, int position,
                 const std::optional<WindowOffer> &earliest)
{
    View view;
    view.set("id", product.id)
        .set("itemName", texts.name(product))
        .set("price", texts.money(product.price));
    view.flag("soldOut", product.soldOut)
        .flag("first", position == 0)
        .flag("lazy", position >= eagerPictures);
    view.setUnlessEmpty("fromText",
                        earliest && product.needsWindow ? texts.from(earliest->window) : QString());
    showPicture(view, "picture", pictureOf(assets, product));
    return view;
}

QString slotState(const Texts &texts, const WindowOffer &offer)
{
    constexpr int fewPlaces = 3;
    if (!offer.open)
        return texts.words().text("마감");
    return offer.free <= fewPlaces ? texts.words().text("%1자리 남음").arg(offer.free)
                                   : texts.words().text("가능");
}

View dateView(const Texts &texts, const QDate &day, const QDate &today, const QDate &chosen,
              const QString &base)
{
    const QLocale locale(texts.words().isKorean() ? QLocale::Korean : QLocale::English);
    const auto closed = texts.shop().closedReason(day);
    View view;
    view.set("dayNumber", day.day())
        .set("dayWeek", locale.dayName(day.dayOfWeek(), QLocale::ShortFormat));
    view.set("dayTop", day <= today.addDays(1)
                           ? texts.day(day)
                           : locale.monthName(day.month(), QLocale::ShortFormat));
    view.flag("dayOpen", !closed).flag("selected", day == chosen);
    QString label = texts.date(day);
    if (day <= today.addDays(1))
        label = texts.day(day) + u", "_s + label;
    view.set("dayLabel", label)
        .set("closedText", closed && !closed->isEmpty() ? *closed : texts.words().text("휴무"));
    view.set("dayUrl", QString(base + day.toString(Qt::ISODate) + u"#when"_s));
    return view;
}

/// The page \a page of an item's reviews, which is the item itself for the first.
QString reviewsPath(qint64 productId, qint64 page)
{
    const QString path = itemPath(productId);
    return page > 1 ? QString(path + u"?r="_s + QString::number(page)) : path;
}

void showReviews(View &view, const Texts &texts, const ProductReviews &reviews,
                 const QString &prefix, qint64 productId)
{
    const Words &words = texts.words();
    std::vector<View> views;
    for (const Review &review : reviews.shown)
        views.push_back(reviewView(texts, review));
    view.set("reviews", std::move(views));
    const QString average = reviews.all.averageText();
    view.setUnlessEmpty("average", reviews.all.count > 0 ? average : QString());
    view.set("averageLabel", words.text("별점 5점 중 평균 %1점").arg(average));
    view.set("reviewCount", words.text("후기 %1개").arg(reviews.all.count));
    const auto urlOf = [&](qint64 page) {
        return page < 1 || page > reviews.pages
                   ? QString()
                   : QString(prefix + reviewsPath(productId, page) + u"#reviews"_s);
    };
    view.setUnlessEmpty("newerReviews", urlOf(reviews.page - 1));
    view.setUnlessEmpty("olderReviews", urlOf(reviews.page + 1));
    view.setUnlessEmpty("reviewPages", reviews.pages == 1
                                           ? QString()
                                           : QString(QString::number(reviews.page) + u" / "_s
                                                     + QString::number(reviews.pages)));
}

} // namespace

View reviewView(const Texts &texts, const Review &review)
{
    View view;
    view.set("stars", QString(review.rating, u'★') + QString(5 - review.rating, u'☆'));
    view.set("starsLabel", texts.words().text("별점 5점 중 %1점").arg(review.rating));
    view.set("author", review.author).set("writtenIso", texts.iso(review.writtenAtMs));
    view.set(
        "written",
        texts.date(QDateTime::fromMSecsSinceEpoch(review.writtenAtMs, texts.shop().zone).date()));
    view.setLines("reviewLines", review.text);
    view.flag("replied", !review.reply.isEmpty()).setLines("replyLines", review.reply);
    return view;
}

QCoro::Task<Result<std::optional<WindowOffer>>> earliestOffer(Catalogue &catalogue, QDate first,
                                                              int days, qint64 nowMs)
{
    for (int day = 0; day < days; ++day) {
        const auto offers = co_await catalogue.windows(first.addDays(day), nowMs);
        if (!offers)
            co_return refuse(offers.error());
        const auto open = std::ranges::find_if(*offers, &WindowOffer::open);
        if (open != offers->end())
            co_return std::optional<WindowOffer>(*open);
    }
    co_return std::optional<WindowOffer>();
}

QCoro::Task<http::Response> MenuPages::menu(const Language &language, http::Request)
{
    const auto moment = m_site.pages.now();
    const QString key = language.home();
    auto kept = m_site.pages.find(moment, key);
    if (kept)
        co_return std::move(*kept);
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const auto products = co_await m_site.deps.catalogue.menu();
    if (!products)
        co_return Site::problem(products.error());
    auto earliest =
        co_await earliestOffer(m_site.deps.catalogue, shop->today(nowMs), earliestDays, nowMs);
    if (!earliest)
        co_return Site::problem(earliest.error());
    if (shop->isPausedAt(nowMs))
        earliest->reset(); // nothing can be ordered for it now

    const Texts texts(language.words, *shop, nowMs);
    std::vector<View> cards;
    for (const Product &product : *products)
        cards.push_back(productView(texts, m_site.assets, product, int(cards.size()), *earliest));
    View view;
    view.set("products", std::move(cards));
    view.setUnlessEmpty("earliest", *earliest
                                        ? QString(texts.day((*earliest)->window.date) + u' '
                                                  + clockText((*earliest)->window.startMinute))
                                        : QString());
    Frame frame;
    frame.title = texts.shopName();
    frame.section = u"menu"_s;
    frame.sells = true;
    if (!products->empty())
        frame.picturePath = pictureOf(m_site.assets, products->front()).large;
    frame.data = dataBlock(shopData(texts, shop->publicUrl + language.home()));
    http::Response page = m_site.page(language, *shop, frame, "menu", std::move(view));
    m_site.pages.keep(moment, key, page);
    co_return page;
}

QCoro::Task<Result<View>> MenuPages::dayView(const Texts &texts, qint64 productId, QDate chosen,
                                             bool all)
{
    const Shop &shop = texts.shop();
    const QDate today = shop.today(texts.nowMs());
    const QString prefix = texts.words().isKorean() ? QString() : m_site.english().prefix;
    const QString base = prefix + itemPath(productId) + u"?d="_s;
    const int shown = all || chosen >= today.addDays(firstDays) ? shop.horizonDays + 1 : firstDays;
    std::vector<View> days;
    days.reserve(static_cast<std::size_t>(shown));
    for (int day = 0; day < shown; ++day)
        days.push_back(dateView(texts, today.addDays(day), today, chosen, base));

    const auto offers = co_await m_site.deps.catalogue.windows(chosen, texts.nowMs());
    if (!offers)
        co_return refuse(offers.error());
    const bool anyOpen = std::ranges::any_of(*offers, &WindowOffer::open);
    std::vector<View> slotViews;
    bool checkedOne = false;
    for (const WindowOffer &offer : *offers) {
        View slot;
        slot.set("slotKey", offer.window.key()).set("slotText", texts.hours(offer.window));
        slot.set("slotState", slotState(texts, offer)).flag("slotOpen", offer.open);
        slot.flag("slotChecked", offer.open && !checkedOne);
        checkedOne = checkedOne || offer.open;
        slotViews.push_back(std::move(slot));
    }
    View view;
    view.set("days", std::move(days));
    view.setUnlessEmpty("moreUrl", shown > shop.horizonDays
                                       ? QString()
                                       : QString(prefix + itemPath(productId) + u"?all=1&d="_s
                                                 + chosen.toString(Qt::ISODate) + u"#when"_s));
    view.setUnlessEmpty(
        "slotsTitle",
        offers->empty() ? QString() : texts.words().text("%1 배송 시간").arg(texts.date(chosen)));
    view.flag("slots", false).set("slots", std::move(slotViews)).flag("anySlot", anyOpen);
    view.setUnlessEmpty(
        "noSlots",
        anyOpen ? QString()
                : texts.words().text("이 날은 받을 수 있는 시간이 없어요. 다른 날을 골라 주세요."));
    co_return view;
}

QCoro::Task<http::Response> MenuPages::item(const Language &language, http::Request request)
{
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const auto product = co_await m_site.deps.catalogue.product(request.param("id").toLongLong());
    if (!product || product->hidden)
        co_return Site::problem(product ? Refusal::of(RefusalCode::NotFound) : product.error());

    const Texts texts(language.words, *shop, nowMs);
    const QDate today = shop->today(nowMs);
    QDate chosen = QDate::fromString(request.queryValue(u"d"), Qt::ISODate);
    if (!chosen.isValid() || chosen < today || chosen > today.addDays(shop->horizonDays)) {
        const auto earliest =
            co_await earliestOffer(m_site.deps.catalogue, today, earliestDays, nowMs);
        chosen = earliest && *earliest ? (*earliest)->window.date : today;
    }
    View view;
    if (product->needsWindow) {
        auto days =
            co_await dayView(texts, product->id, chosen, !request.queryValue(u"all").isEmpty());
        if (!days)
            co_return Site::problem(days.error());
        view = std::move(*days);
    } else {
        view.flag("anySlot", true).flag("slotsTitle", false).flag("noSlots", false);
    }
    auto reading = m_site.deps.reviews.ofProduct(product->id, request.queryValue(u"r").toLongLong(),
                                                 reviewsShown);
    const auto reviews = co_await reading;
    if (!reviews)
        co_return Site::problem(reviews.error());
    showReviews(view, texts, *reviews, language.prefix, product->id);
    view.set("id", product->id)
        .set("itemName", texts.name(*product))
        .set("itemText", texts.description(*product));
    view.set("price", texts.money(product->price)).flag("soldOut", product->soldOut);
    view.flag("canOrder", !product->soldOut && !shop->isPausedAt(nowMs))
        .flag("dates", product->needsWindow);
    const Picture picture = pictureOf(m_site.assets, *product);
    showPicture(view, "picture", picture);
    view.flag("hasMorePhotos", product->photos.size() > 1);
    showPhotos(view, "morePhotos", product->photos.mid(1));

    Frame frame;
    frame.title = QString(texts.name(*product) + u" · "_s + texts.shopName());
    frame.canonical = reviewsPath(product->id, reviews->page);
    frame.path = frame.canonical;
    if (!request.queryValue(u"d").isEmpty())
        frame.path += (reviews->page > 1 ? u"&d="_s : u"?d="_s) + chosen.toString(Qt::ISODate);
    frame.picturePath = picture.large;
    frame.data = dataBlock(productData(
        texts, *product, reviews->all, shop->publicUrl + language.prefix + itemPath(product->id),
        frame.picturePath.isEmpty() ? QString() : QString(shop->publicUrl + frame.picturePath)));
    frame.description = texts.description(*product);
    frame.sells = true;
    co_return m_site.page(language, *shop, frame, "item", std::move(view));
}

} // namespace petalpost::server
