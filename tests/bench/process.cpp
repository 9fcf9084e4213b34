// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measures.h"

#include "tests/bench/report.h"
#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtNetwork/QTcpSocket>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr int starts = 10;
constexpr int flushBytes = 8 * 1024;
constexpr int waitMs = 20'000;
constexpr int siegeSpareMs = 60'000;

/// A plain socket, for a client library takes longer to wake than the server to answer.
bool answers(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(waitMs))
        return false;
    socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(waitMs) && socket.readAll().startsWith("HTTP/1.1 200");
}

double residentMib(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+) kB"_s);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1024;
}

} // namespace

void measureProcess(const Setup &setup)
{
    const QTemporaryDir dir(setup.workDir);
    std::vector<double> times;
    std::vector<double> memory;
    double first = 0;
    for (int i = 0; i <= starts; ++i) {
        test::ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
        QElapsedTimer timer;
        timer.start();
        if (!server.start() || !answers(server.url()))
            qFatal("the server does not answer: %s", server.log().constData());
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        if (i == 0)
            first = ms; // also makes the database and the demo shop
        else
            times.push_back(ms);
        memory.push_back(residentMib(server.pid()));
        server.stop();
    }
    figure("start_first", first, "ms",
           "the very first start, with an empty directory, until the menu is answered");
    figure("start_to_answer", median(times), "ms",
           "start until the menu is answered, median of ten (aim: 300)");
    figure("memory_idle", median(memory), "MiB", "memory of the idle server, resident (aim: 40)");
}

/// What one commit costs at the least: the gain of group commit is counted in these.
void measureDisk(const Setup &setup)
{
    constexpr int flushes = 200;
    const QTemporaryDir dir(setup.workDir);
    QFile file(dir.filePath(u"flush"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file in %s", qUtf8Printable(dir.path()));
    std::vector<double> times;
    for (int i = 0; i < flushes; ++i) {
        QElapsedTimer timer;
        timer.start();
        file.write(QByteArray(flushBytes, 'x'));
        file.flush();
        ::fdatasync(file.handle());
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    figure("disk_flush", median(times), "ms", "the disk takes 8 KiB for good, median");
}

/// The older interface's own load, then a power cut.
void measureSiege(const Setup &setup)
{
    if (QStandardPaths::findExecutable(u"siege"_s).isEmpty()) {
        std::printf("siege is not installed: the load of the older interface was not measured\n");
        return;
    }
    const QTemporaryDir dir(setup.workDir);
    test::ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
    if (!server.start())
        qFatal("the server cannot start: %s", server.log().constData());
    QProcess siege;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, dir.path());
    siege.setProcessEnvironment(environment);
    siege.setProcessChannelMode(QProcess::MergedChannels);
    siege.start(u"siege"_s,
                {u"-c50"_s, u"-t%1S"_s.arg(setup.siegeSeconds), u"-v"_s, u"--content-type"_s,
                 u"application/json"_s,
                 u"http://127.0.0.1:%1/orders POST {\"flowerName\":\"AAAA\",\"qty\":5}"_s.arg(
                     server.url().port())});
    if (!siege.waitForFinished(setup.siegeSeconds * 1000 + siegeSpareMs))
        siege.kill();
    const QString report = QString::fromUtf8(siege.readAll());
    const auto number = [&report](const QString &name) {
        const auto match = QRegularExpression(name + u"\"?:\\s+([0-9]+)"_s,
                                              QRegularExpression::CaseInsensitiveOption)
                               .match(report);
        return match.hasMatch() ? match.captured(1).toDouble() : -1;
    };
    const double placed = number(u"successful[_ ]transactions"_s);
    figure("siege_placed", placed, "orders", "siege -c50, orders answered 201");
    figure("siege_rate", placed / setup.siegeSeconds, "orders/s", "siege -c50, orders a second");
    figure("siege_failed", number(u"failed[_ ]transactions"_s), "orders", "siege -c50, failed");
    figure("memory_loaded", residentMib(server.pid()), "MiB",
           "memory of the server after siege, resident");
    server.kill();
    if (!server.start())
        qFatal("the server cannot start again: %s", server.log().constData());
    const auto kept = test::HttpCalls(server.url(), server.token()).allOrders().size();
    figure("siege_lost", std::max(0.0, placed - double(kept)), "orders",
           "orders that siege was promised and kill -9 took");
    server.stop();
}

} // namespace petalpost::bench
