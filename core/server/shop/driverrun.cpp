// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/driverrun.h"

#include "core/domain/draft.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QUrl>
#include <QtCore/QUuid>

#include <array>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int tagLength = 20; ///< hex digits

constexpr std::array receiverWords{"가족", "경비실", "문 앞", "기타"};
constexpr std::array reasonWords{"받는 분이 안 계세요", "주소를 찾을 수 없어요",
                                 "받지 않겠다고 하세요", "다른 까닭"};

/// Opens the phone's own map; no address leaves for anybody else before a person presses.
QString mapUrl(const Address &address, bool applePhone)
{
    const QByteArray place = QUrl::toPercentEncoding(address.line);
    return QString::fromLatin1((applePhone ? "maps:?q=" : "geo:0,0?q=") + place);
}

std::vector<View> receiverViews(const Words &words)
{
    std::vector<View> views{std::move(View()
                                          .set("receiverValue", QString(receivedByRecipient))
                                          .set("receiverText", words.text("본인")))};
    for (const char *word : receiverWords) {
        const QString text = words.text(word);
        views.push_back(std::move(View().set("receiverValue", text).set("receiverText", text)));
    }
    return views;
}

std::vector<View> reasonViews(const Words &words)
{
    std::vector<View> views;
    views.reserve(reasonWords.size());
    for (const char *word : reasonWords)
        views.push_back(std::move(View().set("reasonText", words.text(word))));
    return views;
}

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

View stopView(const Texts &texts, const Order &order, bool applePhone)
{
    const Words &words = texts.words();
    View view;
    view.set("orderId", order.id).flag("isMade", order.state == OrderState::Made);
    QString when = words.text("시간 없음");
    bool late = false;
    if (order.window) {
        const bool today = order.window->date == texts.shop().today(texts.nowMs());
        when = texts.shortHours(*order.window);
        if (!today)
            when.prepend(texts.date(order.window->date) + u' ');
        late = order.window->endsAt(texts.shop().zone).toMSecsSinceEpoch() < texts.nowMs();
    }
    view.set("when", late ? words.text("%1 · 늦었어요").arg(when) : when).flag("isLate", late);
    QString warning;
    if (order.cancelRequestedAtMs != 0)
        warning = words.text("손님이 취소를 요청했어요. 꽃집에 먼저 물어봐 주세요.");
    else if (order.redelivery)
        warning = words.text("다시 가는 배송이에요.");
    view.setUnlessEmpty("warning", warning).setUnlessEmpty("request", order.request);
    view.set("recipient", order.recipient.name).setUnlessEmpty("sender", order.sender.name);
    view.set("addressLine", order.address.line)
        .setUnlessEmpty("addressDetail", order.address.detail);
    view.set("itemName", texts.productName(order)).set("qty", order.qty);
    view.setUnlessEmpty("phone", displayPhone(order.recipient.phone));
    view.set("phoneDigits", order.recipient.phone).set("mapUrl", mapUrl(order.address, applePhone));
    view.set("key", newKey()).set("failKey", newKey());
    return view;
}

/// The stops of one state, under a heading; nothing when there are none.
void addGroup(std::vector<View> &groups, const Texts &texts, const std::vector<Order> &orders,
              OrderState state, bool applePhone)
{
    std::vector<View> stops;
    for (const Order &order : orders) {
        if (order.state == state)
            stops.push_back(stopView(texts, order, applePhone));
    }
    if (stops.empty())
        return;
    View group;
    group.set("groupName", texts.state(state)).set("groupCount", qint64(stops.size()));
    groups.push_back(std::move(group.set("stops", std::move(stops))));
}

} // namespace

bool isSooner(const Order &one, const Order &other)
{
    const auto rank = [](const Order &order) {
        const bool waits = order.state != OrderState::Delivering;
        const bool open = !order.window.has_value();
        const QDate date = open ? QDate() : order.window->date;
        const int end = open ? 0 : order.window->endMinute;
        return std::tuple(waits, open, date, end, order.id);
    };
    return rank(one) < rank(other);
}

View runView(const Texts &texts, const std::vector<Order> &orders, bool applePhone)
{
    std::vector<View> groups;
    addGroup(groups, texts, orders, OrderState::Delivering, applePhone);
    addGroup(groups, texts, orders, OrderState::Made, applePhone);
    View view;
    view.flag("empty", groups.empty());
    view.set("groups", std::move(groups));
    view.set("receivers", receiverViews(texts.words())).set("reasons", reasonViews(texts.words()));
    return view;
}

QByteArray runTag(const Texts &texts, const std::vector<Order> &orders)
{
    constexpr qint64 minuteMs = 60'000; // what is late is told within a minute
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &part) { hash.addData(QByteArray(part.toUtf8() + '\n')); };
    add(texts.words().locale() + texts.shop().name);
    add(QString::number(texts.nowMs() / minuteMs));
    for (const Order &order : orders)
        add(QString::number(order.id) + u'.' + QString::number(order.version));
    return '"' + hash.result().toHex().first(tagLength) + '"';
}

} // namespace petalpost::server
