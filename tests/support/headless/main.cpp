// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/localstore.h"
#include "core/sync/decisions.h"
#include "core/sync/engine.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

/// A florist's desk on pipes. Every line in is a command, every line out its answer, and a move is
/// answered only once it is on the disk.
class HeadlessDesk : public QObject
{
public:
    HeadlessDesk(std::unique_ptr<LocalStore> store, const sync::Settings &settings, qint64 nowMs)
        : m_store(std::move(store))
        , m_engine(*m_store, settings, m_clock)
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_clock.set(nowMs);
        connect(&m_input, &QSocketNotifier::activated, this, &HeadlessDesk::read);
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
    void read()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::exit(0);
        m_line.append(bytes, count);
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            answer(obey(m_line.first(end).split(' ')));
            m_line.remove(0, end + 1);
        }
    }

    QByteArray obey(const QByteArrayList &words)
    {
        const QByteArray &command = words.front();
        const qint64 number = words.value(1).toLongLong();
        if (command == "move")
            return outcome(press(number, QString::fromLatin1(words.value(2))));
        if (command == "clock")
            m_clock.set(number);
        else if (command == "offline")
            m_engine.stop();
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
        const auto found = m_engine.orders().find(id);
        if (found == m_engine.orders().end())
            return "none";
        return QJsonDocument(toJson(found->second)).toJson(QJsonDocument::Compact);
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

    static void answer(const QByteArray &line)
    {
        std::fprintf(stdout, "%s\n", line.constData());
        std::fflush(stdout);
    }

    test::FakeClock m_clock;
    std::unique_ptr<LocalStore> m_store;
    sync::Engine m_engine;
    QSocketNotifier m_input;
    QByteArray m_line;
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
