// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// petalpost_stillshop --data DIR --at 2025-05-08T13:22:00+09:00: the whole server with the demo
// shop, at a time that stands still. It speaks as `petalpostd serve` does, so tests/web can start
// either.

#include "app/server/wiring/shopserver.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption data(u"data"_s, u"Where the data lies."_s, u"dir"_s);
    const QCommandLineOption at(u"at"_s, u"The time, ISO 8601."_s, u"time"_s);
    parser.addOptions({data, at});
    parser.process(app);
    const auto time = QDateTime::fromString(parser.value(at), Qt::ISODate);
    if (!time.isValid() || !parser.isSet(data))
        parser.showHelp(EXIT_FAILURE);

    test::FakeClock clock;
    clock.set(time.toMSecsSinceEpoch());
    server::ShopServer shop(clock);
    server::ServeOptions options;
    options.dataDir = parser.value(data);
    options.port = 0;
    options.demo = true;
    const auto port = shop.start(options);
    if (!port) {
        QTextStream(stderr) << port.error() << Qt::endl;
        return EXIT_FAILURE;
    }
    QTextStream(stdout) << u"ready http://127.0.0.1:"_s << *port << Qt::endl;
    return QCoreApplication::exec();
}
