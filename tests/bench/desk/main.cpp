// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/desk/bigshop.h"
#include "tests/bench/desk/phases.h"
#include "tests/bench/report.h"
#include "tests/support/serverprocess.h"
#include "ui/desk/style/resources.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr int coldStarts = 7;
constexpr int childMs = 600'000;

/// Runs this program again for one phase; its figures are printed as they come.
void runPhase(const QString &name, const bench::Phase &phase)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                {u"--phase"_s, name, u"--server"_s, phase.server.toString(), u"--token"_s,
                 QString::fromLatin1(phase.token), u"--data"_s, phase.dataDir});
    if (!child.waitForFinished(childMs) || child.exitCode() != 0)
        qFatal("the phase %s failed", qUtf8Printable(name));
}

double startOnce(const bench::Phase &phase)
{
    QProcess child;
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(),
                {u"--phase"_s, u"start"_s, u"--server"_s, phase.server.toString(), u"--token"_s,
                 QString::fromLatin1(phase.token), u"--data"_s, phase.dataDir});
    while (!child.canReadLine() && child.waitForReadyRead(childMs)) {
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (child.readLine() != "usable\n" || !child.waitForFinished(childMs))
        qFatal("the desk did not start");
    return ms;
}

void measure(int orders)
{
    const QTemporaryDir dir(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QString shopDir = dir.filePath(u"shop"_s);
    const QString deskDir = dir.filePath(u"desk"_s);
    if (!QDir().mkpath(shopDir) || !QDir().mkpath(deskDir))
        qFatal("no place for the data");
    test::ServerProcess server(QStringLiteral(PETALPOSTD), shopDir);
    if (!server.start() || !server.stop())
        qFatal("the server cannot start: %s", server.log().constData());
    bench::fillShop(server.database(), orders);
    if (!server.start())
        qFatal("the server cannot start again: %s", server.log().constData());
    const bench::Phase phase{server.url(), server.token(), deskDir};
    runPhase(u"sync"_s, phase);
    server.stop();
    std::vector<double> starts;
    for (int i = 0; i < coldStarts; ++i)
        starts.push_back(startOnce(phase));
    bench::figure("desk_cold_start", bench::median(starts), "ms",
                  "from the start of the program to a painted board, median of seven (bound: 500)");
    runPhase(u"archive"_s, phase);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the desk with a year of orders, each figure beside its bound."_s);
    parser.addHelpOption();
    parser.addOptions({{u"orders"_s, u"Orders in the shop (100000)."_s, u"N"_s, u"100000"_s},
                       {u"phase"_s, u"Used by the program itself."_s, u"name"_s},
                       {u"server"_s, u"The same."_s, u"url"_s},
                       {u"token"_s, u"The same."_s, u"token"_s},
                       {u"data"_s, u"The same."_s, u"dir"_s}});
    parser.process(app);
    initStyleResources();
    const bench::Phase phase{QUrl(parser.value(u"server"_s)), parser.value(u"token"_s).toLatin1(),
                             parser.value(u"data"_s)};
    const QString name = parser.value(u"phase"_s);
    if (name.isEmpty())
        measure(std::max(1'000, parser.value(u"orders"_s).toInt()));
    else if (name == "sync"_L1)
        bench::firstSync(phase);
    else if (name == "start"_L1)
        bench::coldStart(phase);
    else
        bench::archive(phase);
    return 0;
}
