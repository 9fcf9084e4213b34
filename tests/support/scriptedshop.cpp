// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedshop.h"

#include "core/domain/statetable.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

namespace {

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ScriptedReply problem(int status, const Refusal &refusal)
{
    ScriptedReply reply;
    reply.status = status;
    reply.contentType = "application/problem+json";
    reply.body = bytesOf(toJson(refusal));
    return reply;
}

/// Undo leads to the state before in the order of the enumerators: enough for a script.
MoveFacts factsOf(const Order &order)
{
    MoveFacts facts{order.isPickup(), order.cancelRequestedAtMs > 0, std::nullopt};
    if (!order.lastOperation.isEmpty())
        facts.beforeLastOperation = OrderState(int(order.state) - 1);
    return facts;
}

} // namespace

ScriptedShop::ScriptedShop()
    : server([this](const SeenRequest &request) { return answer(request); })
{
}

void ScriptedShop::put(const Order &order)
{
    putQuietly(DocumentType::Order, order.id, order);
    pushPage(number - 1);
}

void ScriptedShop::put(const Review &review)
{
    putQuietly(DocumentType::Review, review.id, review);
    pushPage(number - 1);
}

void ScriptedShop::remove(qint64 orderId)
{
    putQuietly(DocumentType::Order, orderId, {});
    pushPage(number - 1);
}

void ScriptedShop::putQuietly(DocumentType type, qint64 id, const Document &document)
{
    m_documents[{type, id}] = {type, id, ++number, document};
}

void ScriptedShop::renewEpoch(const QString &name)
{
    epoch = name;
    number += 1'000'000;
    for (auto &[key, entry] : m_documents)
        entry.number = ++number;
    server.cutStreams();
}

FeedPage ScriptedShop::pageAfter(qint64 afterNumber) const
{
    FeedPage page{{epoch, afterNumber}, {}, true};
    for (const auto &[key, entry] : m_documents) {
        if (entry.number > afterNumber)
            page.entries.push_back(entry);
    }
    std::ranges::sort(page.entries, {}, &FeedEntry::number);
    page.complete = page.entries.size() <= std::size_t(pageSize);
    if (!page.complete)
        page.entries.resize(std::size_t(pageSize));
    if (!page.entries.empty())
        page.cursor.number = page.entries.back().number;
    return page;
}

QByteArray ScriptedShop::event(const FeedPage &page)
{
    return "event: page\nid: " + page.cursor.text().toLatin1() + "\ndata: " + bytesOf(toJson(page))
           + "\n\n";
}

void ScriptedShop::pushPage(qint64 afterNumber)
{
    server.push(event(pageAfter(afterNumber)));
}

const Order &ScriptedShop::order(qint64 id) const
{
    return std::get<Order>(m_documents.at({DocumentType::Order, id}).document);
}

ScriptedReply ScriptedShop::answer(const SeenRequest &request)
{
    ScriptedReply reply;
    if (!knowsToken || request.headers.value("authorization") != "Bearer token")
        reply = problem(401, Refusal::of(RefusalCode::SignInRequired));
    else if (request.method == "GET" && request.target.startsWith("/changes"))
        reply = openStream(request);
    else if (request.method == "PATCH" && request.target == "/changes")
        reply = takeReceipt(request);
    else if (request.method == "PATCH")
        reply = patch(request);
    else
        reply = problem(404, Refusal::of(RefusalCode::NotFound));
    if (nowMs > 0)
        reply.headers.emplace_back("Petalpost-Now-Ms", QByteArray::number(nowMs));
    return reply;
}

ScriptedReply ScriptedShop::openStream(const SeenRequest &request)
{
    ScriptedReply reply;
    reply.contentType = "text/event-stream";
    reply.stream = true;
    qint64 afterNumber = 0;
    const QByteArray last = request.headers.value("last-event-id");
    if (!last.isEmpty()) {
        const auto cursor = FeedCursor::fromText(QString::fromLatin1(last));
        if (cursor && cursor->epoch == epoch)
            afterNumber = cursor->number;
        else
            reply.body = "event: reset\ndata: {\"cursor\":\"" + epoch.toLatin1() + ".0\"}\n\n";
    }
    if (withholdsPages)
        return reply;
    for (FeedPage page = pageAfter(afterNumber);; page = pageAfter(page.cursor.number)) {
        reply.body += event(page);
        if (page.complete)
            return reply;
    }
}

ScriptedReply ScriptedShop::takeReceipt(const SeenRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const FeedCursor upTo =
        FeedCursor::fromText(body.value(u"cursor"_s).toString()).value_or(FeedCursor());
    receipts.push_back(upTo);
    ScriptedReply reply;
    reply.status = receiptStatus;
    reply.body = "{}";
    const qint64 before = number;
    for (auto &[key, entry] : m_documents) {
        auto *order = std::get_if<Order>(&entry.document);
        if (!stampsReceipts || !order || !order->awaitsReceipt() || entry.number > upTo.number)
            continue;
        order->storedAtMs = 1;
        entry.number = ++number;
    }
    if (number != before)
        pushPage(before);
    return reply;
}

ScriptedReply ScriptedShop::patch(const SeenRequest &request)
{
    if (!insteadOfEffect.empty()) {
        const ScriptedReply instead = insteadOfEffect.front();
        insteadOfEffect.erase(insteadOfEffect.begin());
        return instead;
    }
    const QByteArray key = request.headers.value("idempotency-key");
    const QList<QByteArray> parts = request.target.split('/');
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (!m_answered.contains(key)) {
        const qint64 id = parts.value(2).toLongLong();
        m_answered[key] =
            parts.value(1) == "reviews" ? this->reply(key, id, body) : move(key, id, body);
    }
    ScriptedReply reply = m_answered[key];
    if (!replyFaults.empty()) {
        reply.fault = replyFaults.front();
        replyFaults.erase(replyFaults.begin());
    }
    return reply;
}

ScriptedReply ScriptedShop::move(const QByteArray &key, qint64 id, const QJsonObject &body)
{
    const auto found = m_documents.find({DocumentType::Order, id});
    if (found == m_documents.end() || !std::holds_alternative<Order>(found->second.document))
        return problem(404, Refusal::of(RefusalCode::NotFound));
    Order order = std::get<Order>(found->second.document);
    if (body.value(u"seen"_s).toBool()) {
        order.seenAtMs = order.seenAtMs > 0 ? order.seenAtMs : 1;
    } else {
        const Verb verb =
            fromWord(verbWords, body.value(u"verb"_s).toString()).value_or(Verb::Place);
        Refusal stale = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s);
        stale.state = order.state;
        stale.value = QString::number(order.version);
        if (body.value(u"basedOn"_s).toInteger() != order.version)
            return problem(409, stale);
        const auto steps = decide(order.state, verb, Actor::Florist, factsOf(order));
        if (!steps)
            return problem(409, steps.error());
        for (const OrderState step : *steps) {
            order.state = step;
            order.stamp(step, body.value(u"pressedAtMs"_s).toInteger());
        }
        order.lastOperation =
            verb == Verb::Undo ? QString() : u"server-"_s + QString::number(number);
        ++order.version;
    }
    effects.push_back(key);
    putQuietly(DocumentType::Order, id, order);
    if (tellsStreams)
        pushPage(number - 1);
    ScriptedReply reply;
    reply.body = bytesOf(toJson(order));
    return reply;
}

ScriptedReply ScriptedShop::reply(const QByteArray &key, qint64 id, const QJsonObject &body)
{
    const auto found = m_documents.find({DocumentType::Review, id});
    if (found == m_documents.end())
        return problem(404, Refusal::of(RefusalCode::NotFound));
    Review review = std::get<Review>(found->second.document);
    if (body.value(u"basedOn"_s).toInteger() != review.version)
        return problem(409, Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s,
                                        QString::number(review.version)));
    review.reply = body.value(u"reply"_s).toString();
    review.repliedAtMs = 1;
    ++review.version;
    effects.push_back(key);
    putQuietly(DocumentType::Review, id, review);
    if (tellsStreams)
        pushPage(number - 1);
    ScriptedReply reply;
    reply.body = bytesOf(toJson(review));
    return reply;
}

} // namespace petalpost::test
