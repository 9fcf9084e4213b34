// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measures.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

/// What a drive without a protected cache needs to write for good; virtual disks answer from
/// memory.
static constexpr int driveFlushMs = 2;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures a shop. Each figure is a sentence and a line for programs."_s);
    parser.addHelpOption();
    parser.addOption(
        {u"round"_s, u"Milliseconds of one round of load (2000)."_s, u"MS"_s, u"2000"_s});
    parser.addOption({u"rounds"_s, u"Rounds of each kind, in turn (5)."_s, u"N"_s, u"5"_s});
    parser.addOption({u"siege"_s, u"Seconds of siege, 0 for none (30)."_s, u"S"_s, u"30"_s});
    parser.process(app);
    petalpost::bench::Setup setup;
    setup.workDir = QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s;
    setup.roundMs = std::max(100, parser.value(u"round"_s).toInt());
    setup.rounds = std::max(1, parser.value(u"rounds"_s).toInt());
    setup.siegeSeconds = parser.value(u"siege"_s).toInt();
    petalpost::bench::measureProcess(setup);
    petalpost::bench::measureLatency(setup);
    petalpost::bench::measureSilentProvider(setup);
    petalpost::bench::measureDisk(setup);
    petalpost::bench::measureThroughput(setup, 0);
    petalpost::bench::measureThroughput(setup, driveFlushMs);
    if (setup.siegeSeconds > 0)
        petalpost::bench::measureSiege(setup);
    return 0;
}
