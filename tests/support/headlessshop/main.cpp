// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/wiring/shopserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pipecommands.h"

#include <QtCore/QFile>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// usage: petalpost_headlessshop DIRECTORY CLOCK: says `ready URL TOKEN`, then takes `clock TIME`
/// and `sweep`.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    FakeClock clock;
    clock.set(words.value(2).toLongLong());
    server::ShopServer shop(clock);
    server::ServeOptions options;
    options.dataDir = words.value(1);
    options.demo = true;
    const auto port = shop.start(options);
    QFile file(shop.ownerTokenFile());
    if (!port || !file.open(QIODevice::ReadOnly))
        return 1;
    PipeCommands::say("ready http://127.0.0.1:" + QByteArray::number(*port) + ' '
                      + file.readAll().trimmed());
    const PipeCommands commands([&](const QByteArrayList &said) -> QByteArray {
        if (said.front() == "clock")
            clock.set(said.value(1).toLongLong());
        else if (said.front() == "sweep")
            shop.sweep();
        return "done";
    });
    return QCoreApplication::exec();
}
