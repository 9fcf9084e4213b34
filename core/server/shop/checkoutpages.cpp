// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/checkoutpages.h"

#include "core/server/http/form.h"
#include "core/server/shop/addressview.h"
#include "core/server/shop/ordercalls.h"

#include <qcorofuture.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

const QString consentVersion =
    u"2026-11"_s; ///< of the rules in rules.mustache; raised with their text
constexpr int choiceDays = 14; ///< days whose times the form itself offers

/// The fields of a posted form. A NUL becomes a character that the field's check refuses by name.
std::optional<QHash<QString, QString>> postedFields(QByteArray body)
{
    body.replace("%00", "%01");
    return http::parseForm(body);
}

void addRow(std::vector<View> &rows, const QString &name, const QString &field,
            const QString &value, const QString &phone = {})
{
    if (value.trimmed().isEmpty())
        return;
    View row;
    row.set("rowName", name).set("rowField", field).setLines("rowLines", value.trimmed());
    row.setUnlessEmpty("rowPhone", displayPhone(phone)); // never broken over two lines
    rows.push_back(std::move(row));
}

/// Day and hours apart: a line may end between them, not within the hours.
void showWindow(View &view, const Texts &texts, const std::optional<DeliveryWindow> &window)
{
    view.setUnlessEmpty("windowDay", window ? texts.date(window->date) : QString());
    view.set("windowHours", window ? texts.hours(*window) : QString());
}

std::vector<View> checkRows(const Words &words, const OrderForm &form, const OrderDraft &draft)
{
    std::vector<View> rows;
    addRow(rows, words.text("받는 분"), u"toName"_s, draft.recipient.name, draft.recipient.phone);
    addRow(rows, words.text("주소"), u"address"_s,
           QString(draft.address.line + u'\n' + draft.address.detail + u'\n'
                   + draft.address.postalCode));
    addRow(rows, words.text("카드 메시지"), u"card"_s, draft.cardMessage);
    if (form.has(u"noName"_s))
        addRow(rows, words.text("카드 이름"), u"noName"_s, words.text("넣지 않아요"));
    addRow(rows, words.text("보내는 분"), u"fromName"_s, draft.sender.name, draft.sender.phone);
    addRow(rows, words.text("리본"), u"ribbonText"_s,
           QString(draft.ribbonText + u'\n' + draft.ribbonSender));
    addRow(rows, words.text("꽃집에 남길 말"), u"request"_s, draft.request);
    return rows;
}

} // namespace

http::Response CheckoutPages::withDraft(http::Response response, const Step &step) const
{
    if (!step.fresh)
        return response;
    return std::move(response).withHeader(
        "Set-Cookie"_ba, Guard::draftCookie(step.draft, m_site.isSecure(step.shop)));
}

QCoro::Task<tl::expected<CheckoutPages::Step, http::Response>> CheckoutPages::read(
    http::Request request, OrderForm form)
{
    using Answer = tl::expected<Step, http::Response>;
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Answer(tl::unexpect, Site::problem(shop.error()));
    const auto product = co_await m_site.deps.catalogue.product(form.item());
    if (!product || product->hidden)
        co_return Answer(tl::unexpect, Site::problem(product ? Refusal::of(RefusalCode::NotFound)
                                                             : product.error()));
    Step step{*shop,           *product,
              std::move(form), Guard::draftOf(request),
              false,           m_site.deps.clock.nowMs()};
    step.fresh = step.draft.isEmpty();
    if (step.fresh)
        step.draft = Guard::newDraft();
    co_return step;
}

QCoro::Task<tl::expected<CheckoutPages::Step, http::Response>> CheckoutPages::readPosted(
    http::Request request)
{
    using Answer = tl::expected<Step, http::Response>;
    const auto fields = postedFields(request.body);
    if (!fields)
        co_return Answer(tl::unexpect, Site::problem(Refusal::of(RefusalCode::InvalidText)));
    OrderForm form = OrderForm::from(*fields);
    // An address chosen from those that were found; what was typed gives way to it.
    if (const QString pick = fields->value(u"pick"_s); !pick.isEmpty()) {
        const auto address = co_await m_site.deps.addresses.address(pick);
        if (address) {
            form.set(u"address"_s, address->line);
            form.set(u"postal"_s, address->postalCode);
        }
    }
    co_return co_await read(std::move(request), std::move(form));
}

QCoro::Task<http::Response> CheckoutPages::form(const Language &language, http::Request request)
{
    QHash<QString, QString> values{{u"qty"_s, u"1"_s}};
    for (const QString &name : {u"item"_s, u"window"_s, u"qty"_s}) {
        if (const QString value = request.queryValue(name); !value.isEmpty())
            values.insert(name, value);
    }
    auto step = co_await read(std::move(request), OrderForm::from(values));
    if (!step)
        co_return step.error();
    Shown shown;
    shown.choose = step->product.needsWindow && !step->form.window();
    co_return co_await formPage(language, std::move(*step), std::move(shown));
}

QCoro::Task<http::Response> CheckoutPages::edit(const Language &language, http::Request request)
{
    const auto fields = postedFields(request.body).value_or(QHash<QString, QString>());
    auto step = co_await readPosted(std::move(request));
    if (!step)
        co_return step.error();
    Shown shown;
    shown.focus = fields.value(u"focus"_s);
    // Also for a form that was sent to change the language while a window was being chosen.
    shown.choose =
        fields.contains(u"choose"_s) || (step->product.needsWindow && !step->form.window());
    co_return co_await formPage(language, std::move(*step), std::move(shown));
}

QCoro::Task<http::Response> CheckoutPages::findAddress(const Language &language,
                                                       http::Request request)
{
    auto step = co_await readPosted(std::move(request));
    if (!step)
        co_return step.error();
    const QString typed = step->form.text(u"address"_s);
    Shown shown;
    auto found = co_await m_site.deps.addresses.search(typed);
    if (!found)
        co_return Site::problem(found.error());
    shown.places = std::move(*found);
    if (shown.places->addresses.empty())
        shown.focus = u"address"_s;
    co_return co_await formPage(language, std::move(*step), std::move(shown));
}

QCoro::Task<Result<std::vector<FieldError>>> CheckoutPages::errorsOf(const Language &language,
                                                                     Step step)
{
    const Texts texts(language.words, step.shop, step.nowMs);
    auto errors = checkForm(step.form, step.product, texts);
    const auto districts = co_await m_site.deps.addresses.districts();
    if (!districts)
        co_return refuse(districts.error());
    checkDistrict(errors, step.form, language.words, *districts);
    if (step.shop.isPausedAt(step.nowMs))
        errors.insert(errors.begin(), {u"item"_s, texts.paused()});
    const auto window = step.form.window();
    const bool windowFine =
        std::ranges::find(errors, u"window"_s, &FieldError::field) == errors.end();
    if (!window || !windowFine)
        co_return errors;
    const auto offers = co_await m_site.deps.catalogue.windows(window->date, step.nowMs);
    if (!offers)
        co_return refuse(offers.error());
    const auto offer = std::ranges::find(*offers, *window, &WindowOffer::window);
    if (offer != offers->end() && offer->open)
        co_return errors;
    const QString phone = step.form.draft(u"ko"_s).sender.phone;
    const auto own = co_await m_site.deps.orders.holdsPlace(phone, *window);
    if (own && *own)
        co_return errors; // the place is the customer's own, from an order that gives way
    QString nearest;
    for (int day = 0; nearest.isEmpty() && day < choiceDays; ++day) {
        const auto later =
            co_await m_site.deps.catalogue.windows(window->date.addDays(day), step.nowMs);
        if (!later)
            co_return refuse(later.error());
        const auto free = std::ranges::find_if(*later, &WindowOffer::open);
        if (free != later->end())
            nearest = free->window.key();
    }
    const auto full =
        sentencesFor(Refusal::of(RefusalCode::WindowFull, u"window"_s, nearest), step.form, texts);
    errors.insert(errors.begin(), full.begin(), full.end());
    co_return errors;
}

QCoro::Task<http::Response> CheckoutPages::check(const Language &language, http::Request request)
{
    auto step = co_await readPosted(std::move(request));
    if (!step)
        co_return step.error();
    auto errors = co_await errorsOf(language, *step);
    if (!errors)
        co_return Site::problem(errors.error());
    if (!errors->empty()) {
        Shown shown;
        shown.errors = std::move(*errors);
        co_return co_await formPage(language, std::move(*step), std::move(shown));
    }
    co_return checkPage(language, *step, 200, {}, {});
}

QCoro::Task<http::Response> CheckoutPages::checkout(const Language &language, http::Request request)
{
    const auto fields = postedFields(request.body).value_or(QHash<QString, QString>());
    const bool ours = Guard::sameOrigin(request, m_site.lastShop().publicUrl, NullOrigin::Refused);
    const QByteArray address = request.clientAddress;
    auto step = co_await readPosted(std::move(request));
    if (!step)
        co_return step.error();
    if (!ours)
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    auto errors = co_await errorsOf(language, *step);
    if (!errors)
        co_return Site::problem(errors.error());
    if (!errors->empty()) {
        Shown shown;
        shown.errors = std::move(*errors);
        co_return co_await formPage(language, std::move(*step), std::move(shown));
    }
    const Words &words = language.words;
    if (step->fresh || !m_site.guard.csrfOk(fields.value(u"csrf"_s), step->draft)) {
        co_return checkPage(
            language, *step, 403, {},
            words.text("화면을 연 지 오래됐어요. 내용을 보고 한 번 더 눌러 주세요."));
    }
    if (fields.value(u"agree"_s).isEmpty())
        co_return checkPage(language, *step, 422, words.text("취소 규정을 확인해 주세요"), {});
    co_return co_await place(language, std::move(*step), address);
}

QCoro::Task<http::Response> CheckoutPages::place(const Language &language, Step step,
                                                 QByteArray address)
{
    PlaceRequest wish;
    wish.draft = step.form.draft(language.words.locale());
    wish.draft.nameOnCard = !step.form.has(u"noName"_s);
    wish.draft.consentVersion = consentVersion;
    wish.contact = ContactRule::AllRequired;
    wish.key = store::CallKey{u"web"_s, u"/shop/checkout"_s, step.draft, step.form.digest()};
    wish.replacesUnpaid = true;
    wish.address = address;
    wish.gateway = m_site.deps.payments.gatewayName();
    const auto placed = co_await m_site.deps.orders.place(wish);
    if (!placed)
        co_return co_await refusedPage(language, std::move(step), placed.error());
    const QString tracking = language.prefix + u"/t/"_s + placed->accessToken;
    if (placed->order.state != OrderState::Received)
        co_return http::Response::redirect(tracking.toLatin1());
    const auto hosted = co_await beginPayment(m_site, placed->order.id);
    if (!hosted)
        co_return http::Response::redirect(tracking.toLatin1()); // the order stands: pay from there
    co_return toPayment(language, *hosted);
}

/// The form again, with what stands against the order.
QCoro::Task<http::Response> CheckoutPages::refusedPage(const Language &language, Step step,
                                                       Refusal refusal)
{
    if (refusal.code == RefusalCode::Busy || refusal.code == RefusalCode::StorageFailed)
        co_return Site::problem(refusal);
    const Texts texts(language.words, step.shop, step.nowMs);
    Shown shown;
    shown.errors = sentencesFor(refusal, step.form, texts);
    const bool many = refusal.code == RefusalCode::TooMany;
    if (many || refusal.code == RefusalCode::InProgress)
        shown.status = many ? 429 : 409;
    auto page = co_await formPage(language, std::move(step), std::move(shown));
    if (many)
        page.headers.emplaceBack("Retry-After"_ba, refusal.value.toLatin1());
    co_return page;
}

QCoro::Task<Result<std::vector<View>>> CheckoutPages::choices(const Texts &texts,
                                                              std::optional<DeliveryWindow> chosen)
{
    const QDate today = texts.shop().today(texts.nowMs());
    std::vector<View> days;
    for (int day = 0; day < choiceDays; ++day) {
        const auto offers =
            co_await m_site.deps.catalogue.windows(today.addDays(day), texts.nowMs());
        if (!offers)
            co_return refuse(offers.error());
        std::vector<View> free;
        for (const WindowOffer &offer : *offers) {
            if (!offer.open)
                continue;
            View slot;
            slot.set("slotKey", offer.window.key()).set("slotText", texts.window(offer.window));
            slot.flag("slotChecked", chosen == offer.window);
            free.push_back(std::move(slot));
        }
        if (!free.empty()) {
            days.push_back(std::move(View()
                                         .set("choiceDay", texts.day(today.addDays(day)))
                                         .set("choiceSlots", std::move(free))));
        }
    }
    co_return days;
}

QCoro::Task<http::Response> CheckoutPages::formPage(const Language &language, Step step,
                                                    Shown shown)
{
    const Texts texts(language.words, step.shop, step.nowMs);
    const auto window = step.form.window();
    const auto windowError = std::ranges::find(shown.errors, u"window"_s, &FieldError::field);
    const bool choose = shown.choose || windowError != shown.errors.end();
    View view;
    view.flag("choices", choose).flag("chooseFocus", shown.choose && shown.errors.empty());
    if (choose) {
        auto days = co_await choices(texts, window);
        if (!days)
            co_return Site::problem(days.error());
        view.set("choiceDays", std::move(*days));
    }
    const auto districts = co_await m_site.deps.addresses.districts();
    if (!districts)
        co_return Site::problem(districts.error());
    view.flag("canFind", !districts->isEmpty());
    showPlaces(view, language.words, shown.places, *districts);
    step.form.show(view, shown.errors, shown.focus);
    showErrors(view, shown.errors);
    view.setUnlessEmpty("windowError",
                        windowError == shown.errors.end() ? QString() : windowError->sentence);
    showWindow(view, texts, choose ? std::nullopt : window);
    view.setUnlessEmpty("windowKey", window && !choose ? window->key() : QString());
    view.set("itemId", step.product.id).set("itemName", texts.name(step.product));
    view.set("price", texts.money(step.product.price)).flag("form", true).flag("notice", false);

    Frame frame;
    frame.status = shown.errors.empty() ? 200 : shown.status;
    frame.title =
        shown.errors.empty() ? language.words.text("주문서") : language.words.text("오류: 주문서");
    frame.isPrivate = true;
    frame.path = u"/shop/order"_s;
    frame.sells = shown.errors.empty(); // else the refusal says it
    frame.form = u"order"_s;
    http::Response page = m_site.page(language, step.shop, frame, "order", std::move(view));
    page = withDraft(std::move(page), step);
    co_return page;
}

http::Response CheckoutPages::checkPage(const Language &language, const Step &step, int status,
                                        const QString &agreeError, const QString &notice)
{
    const Texts texts(language.words, step.shop, step.nowMs);
    OrderDraft draft = step.form.draft(language.words.locale());
    // It was checked before; this is for its normal form, as it will be stored.
    (void)checkDraft(draft, ContactRule::AllRequired);
    View view;
    view.set("rows", checkRows(language.words, step.form, draft))
        .set("carried", step.form.carried());
    view.setUnlessEmpty("agreeError", agreeError).setUnlessEmpty("notice", notice);
    std::vector<FieldError> errors;
    if (!agreeError.isEmpty())
        errors.push_back({u"agree"_s, agreeError});
    showErrors(view, errors);
    view.set("itemText",
             QString(texts.name(step.product) + u"\u00a0×\u00a0"_s + QString::number(draft.qty)));
    showWindow(view, texts, draft.window);
    view.set("total",
             texts.money(step.product.price.times(draft.qty).value_or(step.product.price)));
    view.set("csrf", m_site.guard.csrf(step.draft));

    Frame frame;
    frame.status = status;
    frame.title =
        errors.empty() ? language.words.text("내용 확인") : language.words.text("오류: 내용 확인");
    frame.isPrivate = true;
    frame.path = u"/shop/check"_s;
    frame.form = u"back"_s;
    return withDraft(m_site.page(language, step.shop, frame, "check", std::move(view)), step);
}

} // namespace petalpost::server
