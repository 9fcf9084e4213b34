// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/dispatcher.h"

#include "core/server/messages/texts.h"
#include "core/server/orders/signin.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>
#include <QtCore/QUuid>

#include <algorithm>

Q_LOGGING_CATEGORY(lcMessages, "petalpost.messages")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 maxSleepMs = 30'000; ///< other servers may have added rows
constexpr qint64 retryMs =
    5'000; ///< when the provider did not take a message, or the database failed

} // namespace

Dispatcher::Dispatcher(Writer &writer, Reader &reader, Orders &orders, SmsGateway &gateway,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_reader(reader)
    , m_orders(orders)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Dispatcher::wake);
    connect(&m_writer, &Writer::committed, this, &Dispatcher::schedule, Qt::QueuedConnection);
}

void Dispatcher::start()
{
    m_stopped = false;
    schedule();
}

void Dispatcher::stop()
{
    m_stopped = true;
    m_timer.stop();
}

void Dispatcher::schedule()
{
    if (m_stopped || m_running)
        return;
    const auto next = m_reader
                          .read([](Database &database) -> Result<std::optional<qint64>> {
                              return store::nextDueMs(database);
                          })
                          .takeResult();
    const qint64 waitMs = !next ? retryMs : !*next ? maxSleepMs : **next - m_clock.nowMs();
    m_timer.start(int(std::clamp<qint64>(waitMs, 0, maxSleepMs)));
}

void Dispatcher::wake()
{
    if (!m_running && !m_stopped)
        m_task = runGuarded();
}

QCoro::Task<void> Dispatcher::runGuarded()
{
    m_running = true;
    co_await run();
    m_running = false;
    schedule();
}

QCoro::Task<void> Dispatcher::run()
{
    while (true) {
        const qint64 nowMs = m_clock.nowMs();
        auto claimedLater = m_writer.write(
            [=, name = m_name](Transaction &transaction) -> Result<std::vector<store::OutboxRow>> {
                return store::claimDue(transaction.db(), name, nowMs, nowMs + leaseMs, batchLimit);
            });
        const auto claimed = co_await claimedLater;
        if (!claimed || claimed->empty())
            co_return;
        std::vector<Message> done;
        for (const store::OutboxRow &row : *claimed) {
            const auto text = m_reader
                                  .read([&](Database &database) -> Result<QString> {
                                      const auto order =
                                          store::findOrder(database, row.message.orderId);
                                      if (!order)
                                          return refuse(RefusalCode::NotFound);
                                      return textOf(row, *order, database);
                                  })
                                  .takeResult();
            Message message = row.message;
            message.text = text.value_or(QString());
            message.state = MessageState::Failed;
            if (isMuted(message.event) || isStale(message)) {
                message.state = MessageState::Withdrawn;
                message.text.clear();
            } else if (text) {
                Sms sms{message.phone, withCode(message, message.text),
                        QString::number(message.id)};
                message.state = co_await m_gateway.send(std::move(sms));
            }
            message.sentAtMs = message.state == MessageState::Sent ? m_clock.nowMs() : 0;
            if (message.state == MessageState::Queued)
                message.sendAfterMs = m_clock.nowMs() + retryMs;
            done.push_back(std::move(message));
        }
        auto finishedLater =
            m_writer.write([done, name = m_name](Transaction &transaction) -> Result<void> {
                for (const Message &message : done)
                    store::finishMessage(transaction.db(), name, message);
                return {};
            });
        const auto finished = co_await finishedLater;
        if (!finished) {
            qCWarning(lcMessages) << "the outcome of" << done.size()
                                  << "messages could not be stored";
            co_return;
        }
    }
}

bool Dispatcher::isMuted(MessageEvent event)
{
    const auto muted = m_reader
                           .read([&](Database &database) -> Result<bool> {
                               return m_shop.read(database).mutedTexts.contains(word(event));
                           })
                           .takeResult();
    return muted && *muted; // whoever cannot be asked is texted
}

bool Dispatcher::isStale(const Message &message) const
{
    return message.event == MessageEvent::SignInCode
           && m_clock.nowMs() >= message.createdAtMs + SignIn::codeMs;
}

QString Dispatcher::withCode(const Message &message, QString text) const
{
    if (message.event != MessageEvent::SignInCode)
        return text;
    return text.replace(hiddenCode, m_orders.signInCode(message.operation));
}

QString Dispatcher::textOf(const store::OutboxRow &row, const Order &order, Database &database)
{
    if (!row.message.text.isEmpty())
        return row.message.text;
    const Shop &shop = m_shop.read(database);
    const QString page = row.message.event == MessageEvent::Delivered ? u"/r/"_s : u"/t/"_s;
    return messageText(row, order, shop, shop.publicUrl % page % m_orders.tokenOf(order));
}

QFuture<Result<std::vector<Message>>> Dispatcher::ledger(qint64 orderId)
{
    return m_reader.read([=, this](Database &database) -> Result<std::vector<Message>> {
        const auto order = store::findOrder(database, orderId);
        if (!order)
            return refuse(RefusalCode::NotFound);
        std::vector<Message> messages;
        for (store::OutboxRow &row : store::messagesOf(database, orderId, 500)) {
            row.message.text = textOf(row, *order, database);
            if (m_gateway.isOutbox() && !isStale(row.message))
                row.message.text = withCode(row.message, row.message.text);
            messages.push_back(std::move(row.message));
        }
        return messages;
    });
}

QFuture<Result<MessagePage>> Dispatcher::newest(MessageChoice choice, qint64 beforeId, int limit)
{
    return m_reader.read([=, this](Database &database) -> Result<MessagePage> {
        // One more than asked for tells whether there are more.
        auto rows = store::newestMessages(database, choice, beforeId, limit + 1);
        MessagePage page;
        const bool more = std::ssize(rows) > limit;
        if (more)
            rows.pop_back();
        page.messages.reserve(rows.size());
        for (store::OutboxRow &row : rows) {
            const auto order = store::findOrder(database, row.message.orderId);
            row.message.text = textOf(row, order.value_or(Order()), database);
            page.messages.push_back(std::move(row.message));
        }
        if (more)
            page.nextBeforeId = page.messages.back().id;
        return page;
    });
}

} // namespace petalpost::server
