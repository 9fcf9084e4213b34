// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/driverpages.h"

#include "core/server/http/form.h"
#include "core/server/orders/driverview.h"
#include "core/server/shop/driverrun.h"

#include <qcorofuture.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr auto tokenCookieName = "driver";
constexpr int tokenSeconds = 30 * 24 * 60 * 60; ///< a month without a look at the run
constexpr int runPageLimit = 500;
constexpr int runPages = 20; ///< far above what one day's drivers carry

QByteArray tokenCookie(const QString &token, bool secure)
{
    const int seconds = token.isEmpty() ? 0 : tokenSeconds;
    return QByteArray(tokenCookieName) + '=' + token.toLatin1() + "; Path=/; Max-Age="
           + QByteArray::number(seconds) + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
}

/// "1234 5678" and "1234-5678" are the code as people copy it.
QString digitsOf(QString typed)
{
    return typed.remove(u' ').remove(u'-').trimmed();
}

QString pairingError(const Words &words, const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::PairingCodeExpired:
    case RefusalCode::PairingTriesUsed:
        return words.text("코드 시간이 지났어요. 꽃집에서 새로 받아 주세요.");
    case RefusalCode::TooMany:
        return words.text("요청이 너무 많아요. 10분 뒤에 다시 해 주세요.");
    default:
        return words.text("코드가 달라요. 8자리를 다시 확인해 주세요.");
    }
}

QString moveError(const Texts &texts, const Refusal &refusal)
{
    if (refusal.state)
        return texts.words()
            .text("그 사이 바뀌었어요. 지금은 %1.")
            .arg(texts.state(*refusal.state));
    if (refusal.code == RefusalCode::NotFound)
        return texts.words().text("이 배송은 목록에서 빠졌어요. 꽃집에 물어봐 주세요.");
    return texts.words().text("저장하지 못했어요. 다시 눌러 주세요.");
}

/// Whether the run can say in words why a press came to nothing.
bool isForTheDriver(RefusalCode code)
{
    return code == RefusalCode::NotFound || code == RefusalCode::IllegalMove
           || code == RefusalCode::TooLong || code == RefusalCode::InvalidText;
}

bool isApplePhone(const http::Request &request)
{
    const QByteArray agent = request.header("user-agent");
    return agent.contains("iPhone") || agent.contains("iPad");
}

Result<MoveRequest> readDriversMove(const http::Request &request,
                                    const QHash<QString, QString> &fields, qint64 deviceId)
{
    bool isNumber = false;
    MoveRequest move;
    move.orderId = request.param("id").toLongLong(&isNumber);
    const auto verb = fromWord(verbWords, fields.value(u"verb"_s));
    if (!isNumber || move.orderId <= 0 || !verb)
        return refuse(RefusalCode::NotFound);
    move.verb = *verb;
    move.actor = Actor::Driver;
    move.deviceId = deviceId;
    move.pressedAtMs = std::max<qint64>(0, fields.value(u"pressedAtMs"_s).toLongLong());
    move.receivedBy = fields.value(u"receivedBy"_s);
    move.reason = fields.value(u"reason"_s);
    const QUuid key = QUuid::fromString(fields.value(u"key"_s));
    if (!key.isNull()) {
        move.key =
            store::CallKey{u"device:"_s + QString::number(deviceId), u"POST /d/moves"_s,
                           key.toString(QUuid::WithoutBraces),
                           QCryptographicHash::hash(request.body, QCryptographicHash::Sha256)};
    }
    return move;
}

} // namespace

QCoro::Task<Result<DriverPages::Driver>> DriverPages::signedIn(http::Request request)
{
    const auto cookie = request.cookie(tokenCookieName);
    if (!cookie || cookie->size() != deviceTokenLength)
        co_return refuse(RefusalCode::SignInRequired);
    const QString token = QString::fromLatin1(*cookie);
    const auto device = co_await m_site.deps.access.device(token);
    if (!device)
        co_return refuse(device.error());
    if (device->role != DeviceRole::Driver)
        co_return refuse(RefusalCode::SignInRequired);
    m_site.deps.access.noteSeen(device->id);
    co_return Driver{*device, token};
}

QCoro::Task<Result<DriverPages::Driver>> DriverPages::posted(http::Request request,
                                                             QHash<QString, QString> fields)
{
    auto driver = co_await signedIn(request);
    if (!driver)
        co_return driver;
    const auto shop = co_await m_site.shop();
    const bool ours = shop && Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Accepted)
                      && m_site.guard.csrfOk(fields.value(u"csrf"_s), driver->token);
    if (!ours)
        co_return refuse(RefusalCode::NotAllowed);
    co_return driver;
}

QCoro::Task<http::Response> DriverPages::show(const Language &language, http::Request request)
{
    const auto driver = co_await signedIn(request);
    if (driver) {
        co_return co_await runPage(language, *driver, request.header("if-none-match"),
                                   isApplePhone(request), QString());
    }
    const RefusalCode code = driver.error().code;
    if (code != RefusalCode::SignInRequired && code != RefusalCode::DeviceRevoked)
        co_return Site::problem(driver.error());
    const bool known = request.cookie(tokenCookieName).has_value();
    QString error;
    if (known)
        error = language.words.text("이 휴대폰은 꽃집과 연결이 끊겼어요.");
    co_return co_await entrance(language, digitsOf(request.queryValue(u"code")), error, known);
}

QCoro::Task<http::Response> DriverPages::entrance(const Language &language, QString code,
                                                  QString error, bool leaving)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    constexpr qsizetype longestCode = 8;
    View view;
    view.set("code", code.left(longestCode)).setUnlessEmpty("error", error);
    view.flag("leaving", leaving).flag("driver", true);
    Frame frame;
    frame.status = error.isEmpty() || leaving ? 200 : 422;
    frame.title = language.words.text("배송 기사님 화면");
    frame.path = u"/d"_s;
    frame.isPrivate = true;
    frame.bare = true;
    auto response = m_site.page(language, *shop, frame, "driversignin", std::move(view));
    if (leaving) {
        response.headers.emplace_back("Set-Cookie"_ba,
                                      tokenCookie(QString(), m_site.isSecure(*shop)));
    }
    co_return response;
}

QCoro::Task<http::Response> DriverPages::signIn(const Language &language, http::Request request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    if (!Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Refused))
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    if (!m_site.deps.limits.pairing.allow(request.clientAddress, CallLimits::pairingCallsPerMinute))
        co_return Site::problem(Refusal::of(RefusalCode::TooMany));
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const QString code = digitsOf(fields.value(u"code"_s));
    const auto outcome = co_await m_site.deps.devices.pair(code, request.clientAddress);
    if (!outcome)
        co_return Site::problem(outcome.error());
    if (!outcome->device) {
        const QString error = pairingError(language.words, outcome->refusal);
        co_return co_await entrance(language, code, error, false);
    }
    if (outcome->device->role != DeviceRole::Driver) {
        // The code is used up; what it opened must not stay open on a phone.
        const qint64 id = outcome->device->id;
        co_await m_site.deps.devices.revoke(id, id);
        const QString error =
            language.words.text("꽃집 컴퓨터를 위한 코드예요. 기사님 코드를 새로 받아 주세요.");
        co_return co_await entrance(language, QString(), error, false);
    }
    auto response = http::Response::redirect((language.prefix + u"/d"_s).toLatin1());
    response.headers.emplace_back("Set-Cookie"_ba,
                                  tokenCookie(outcome->token, m_site.isSecure(*shop)));
    response.headers.emplace_back("Cache-Control"_ba, "no-store"_ba);
    co_return response;
}

QCoro::Task<http::Response> DriverPages::signOut(const Language &language, http::Request request)
{
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const auto driver = co_await posted(request, fields);
    if (driver) {
        const qint64 id = driver->device.id;
        const auto revoked = co_await m_site.deps.devices.revoke(id, id);
        if (!revoked)
            co_return Site::problem(revoked.error());
    } else if (driver.error().code == RefusalCode::NotAllowed) {
        co_return Site::problem(driver.error());
    }
    // The cookie still says who was here: the next page forgets it, and what lies on the phone.
    co_return http::Response::redirect((language.prefix + u"/d"_s).toLatin1())
        .withHeader("Cache-Control"_ba, "no-store"_ba);
}

QCoro::Task<Result<std::vector<Order>>> DriverPages::run(QDate today)
{
    std::vector<Order> found;
    qint64 after = 0;
    for (int page = 0; page < runPages; ++page) {
        const auto orders = co_await m_site.deps.orders.deliveries(after, runPageLimit);
        if (!orders)
            co_return refuse(orders.error());
        for (const Order &order : *orders) {
            if (isOnRun(order, today))
                found.push_back(forDriver(order));
        }
        if (int(orders->size()) < runPageLimit)
            break;
        after = orders->back().id;
    }
    std::ranges::sort(found, isSooner);
    co_return found;
}

QCoro::Task<http::Response> DriverPages::runPage(const Language &language, Driver driver,
                                                 QByteArray known, bool applePhone, QString notice)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const auto orders = co_await run(shop->today(nowMs));
    if (!orders)
        co_return Site::problem(orders.error());
    const Texts texts(language.words, *shop, nowMs);
    const QByteArray tag = runTag(texts, *orders);
    if (notice.isEmpty() && known == tag) {
        http::Response same;
        same.status = 304;
        co_return std::move(same)
            .withHeader("ETag"_ba, tag)
            .withHeader("Cache-Control"_ba, "no-store"_ba);
    }
    View view = runView(texts, *orders, applePhone);
    view.set("etag", QString::fromLatin1(tag))
        .set("nowMs", nowMs)
        .set("checked", texts.moment(nowMs));
    view.flag("driver", true)
        .set("deviceName", driver.device.name)
        .set("csrf", m_site.guard.csrf(driver.token));
    view.setUnlessEmpty("notice", notice);
    Frame frame;
    frame.status = notice.isEmpty() ? 200 : 409;
    frame.title = language.words.text("오늘 배송");
    frame.path = u"/d"_s;
    frame.isPrivate = true;
    frame.bare = true;
    auto response = m_site.page(language, *shop, frame, "driver", std::move(view));
    // Every look keeps the phone signed in for another month.
    response.headers.emplace_back("Set-Cookie"_ba,
                                  tokenCookie(driver.token, m_site.isSecure(*shop)));
    co_return std::move(response).withHeader("ETag"_ba, tag);
}

QCoro::Task<http::Response> DriverPages::move(const Language &language, http::Request request)
{
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const auto driver = co_await posted(request, fields);
    auto home = http::Response::redirect((language.prefix + u"/d"_s).toLatin1());
    if (!driver) {
        const bool away = driver.error().code == RefusalCode::SignInRequired
                          || driver.error().code == RefusalCode::DeviceRevoked;
        if (away)
            co_return home;
        co_return Site::problem(driver.error());
    }
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const Texts texts(language.words, *shop, nowMs);
    const auto refused = [&](const Refusal &refusal) {
        return runPage(language, *driver, QByteArray(), isApplePhone(request),
                       moveError(texts, refusal));
    };
    const auto asked = readDriversMove(request, fields, driver->device.id);
    if (!asked)
        co_return Site::problem(asked.error());
    const auto moved = co_await moveOnRun(*asked);
    if (!moved && isForTheDriver(moved.error().code))
        co_return co_await refused(moved.error());
    if (!moved)
        co_return Site::problem(moved.error());
    co_return home;
}

QCoro::Task<Result<Order>> DriverPages::moveOnRun(MoveRequest move)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return refuse(shop.error());
    const auto order = co_await m_site.deps.orders.find(move.orderId);
    if (!order)
        co_return refuse(order.error());
    const auto may = checkDriversMove(move.verb, *order, shop->today(m_site.deps.clock.nowMs()));
    if (!may)
        co_return refuse(may.error());
    auto moving = m_site.deps.orders.move(std::move(move));
    co_return co_await moving;
}

QCoro::Task<http::Response> DriverPages::photo(const Language &, http::Request request)
{
    const QHash<QString, QString> proof{
        {u"csrf"_s, QString::fromLatin1(request.header("x-csrf-token"))}};
    const auto driver = co_await posted(request, proof);
    if (!driver)
        co_return Site::problem(driver.error());
    const auto photo = co_await m_site.deps.photos.keep(std::move(request.body));
    if (!photo)
        co_return Site::problem(photo.error());
    MoveRequest move;
    move.orderId = request.param("id").toLongLong();
    move.verb = Verb::AddPhoto;
    move.actor = Actor::Driver;
    move.deviceId = driver->device.id;
    move.photoOf = PhotoOf::Delivery;
    move.photo = *photo;
    const auto moved = co_await moveOnRun(std::move(move));
    if (!moved)
        co_return Site::problem(moved.error());
    http::Response done;
    done.status = 204;
    co_return done;
}

} // namespace petalpost::server
