// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/localstore.h"
#include "core/sync/decisions.h"
#include "core/sync/engine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pipecommands.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr std::array<std::pair<OrderState, Verb>, 4> road{{
    {OrderState::Paid, Verb::StartMaking},
    {OrderState::Making, Verb::MarkMade},
    {OrderState::Made, Verb::StartDelivery},
    {OrderState::Delivering, Verb::CompleteDelivery},
}};

/// A florist's desk on pipes. A move is answered only once it is on the disk.
class HeadlessDesk
{
public:
    HeadlessDesk(std::unique_ptr<LocalStore> store, const sync::Settings &settings, qint64 nowMs)
        : m_store(std::move(store))
        , m_engine(*m_store, settings, m_clock)
        , m_commands([this](const QByteArrayList &words) { return obey(words); })
    {
        m_clock.set(nowMs);
    }

    /// Reads the file; \a offline: goes no further.
    bool load(bool offline)
    {
        const bool read = m_engine.start().has_value();
        if (offline)
            m_engine.stop(); // nothing has left yet: that needs the event loop
        return read;
    }

private:
    QByteArray obey(const QByteArrayList &words)
    {
        const QByteArray &command = words.front();
        const qint64 number = words.value(1).toLongLong();
        if (command == "move")
            return outcome(press(number, QString::fromLatin1(words.value(2))));
        if (command == "next")
            return outcome(goOn(number));
        if (command == "undo")
            return undone(number);
        if (command == "clock")
            m_clock.set(number);
        else if (command == "offline")
            m_engine.stop();
        else if (command == "retry")
            m_engine.syncNow();
        else if (command == "online" && !m_engine.start())
            return "failed";
        else if (command == "status")
            return status();
        else if (command == "order")
            return order(number);
        else if (command == "decided")
            return decided();
        return "done";
    }

    Result<QString> press(qint64 orderId, const QString &verb)
    {
        return m_engine.move(orderId, fromWord(verbWords, verb).value_or(Verb::Place));
    }

    /// The next step of an order's way, as this desk sees it.
    Result<QString> goOn(qint64 orderId)
    {
        const auto order = m_engine.order(orderId);
        if (!order)
            return refuse(order.error());
        const auto step =
            std::ranges::find(road, order->state, [](const auto &s) { return s.first; });
        return step == road.end() ? refuse(RefusalCode::IllegalMove)
                                  : m_engine.move(orderId, step->second);
    }

    QByteArray undone(qint64 orderId)
    {
        const auto done = m_engine.undo(orderId);
        const auto waits = [&](const QueuedOperation &each) { return each.operation.id == *done; };
        if (!done || std::ranges::any_of(m_engine.unsent(), waits))
            return outcome(done);
        return "withdrawn " + done->toLatin1();
    }

    static QByteArray outcome(const Result<QString> &done)
    {
        if (!done)
            return QByteArray("refused ").append(word(done.error().code).data());
        return QByteArray("stored ").append(done->toLatin1());
    }

    QByteArray status() const
    {
        const auto now = m_engine.status();
        return QByteArray("status ") + (now.link == sync::Link::Live ? "live" : "away") + ' '
               + (now.complete ? "complete" : "partial") + ' ' + QByteArray::number(now.unsent);
    }

    QByteArray order(qint64 id) const
    {
        const auto found = m_engine.order(id);
        return found ? QJsonDocument(toJson(*found)).toJson(QJsonDocument::Compact) : "none";
    }

    /// The ids of all operations in decisions; one that is in two of them comes twice.
    QByteArray decided() const
    {
        QByteArray ids = "decided";
        for (const Decision &decision : m_engine.decisions().all()) {
            for (const Operation &operation : decision.operations)
                ids += ' ' + operation.id.toLatin1();
        }
        return ids;
    }

    test::FakeClock m_clock;
    std::unique_ptr<LocalStore> m_store;
    sync::Engine m_engine;
    test::PipeCommands m_commands;
};

} // namespace

/// usage: petalpost_headless FILE SERVER TOKEN CLOCK [offline]
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    auto store = LocalStore::open(words.value(1));
    if (!store)
        return 1;
    sync::Settings settings{QUrl(words.value(2)), words.value(3).toLatin1()};
    settings.firstRetryMs = 5;
    settings.maxRetryMs = 50;
    HeadlessDesk desk(std::move(*store), settings, words.value(4).toLongLong());
    if (!desk.load(words.value(5) == u"offline"_s))
        return 1;
    return QCoreApplication::exec();
}
