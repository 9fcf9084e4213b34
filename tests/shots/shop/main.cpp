// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// petalpost_stillshop --data DIR --at 2025-05-08T13:22:00+09:00 [--pseudo]: the whole server with
// the demo shop, at a time that stands still; with --pseudo in a made-up language where English
// would be. It speaks as `petalpostd serve` does, so tests/web can start either.

#include "app/server/wiring/shopserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pseudolanguage.h"

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
    const QCommandLineOption pseudo(u"pseudo"_s, u"A made-up language instead of English."_s);
    parser.addOptions({data, at, pseudo});
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
    if (parser.isSet(pseudo))
        options.englishTexts = std::make_shared<test::PseudoLanguage>();
    const auto port = shop.start(options);
    if (!port) {
        QTextStream(stderr) << port.error() << Qt::endl;
        return EXIT_FAILURE;
    }
    QTextStream(stdout) << u"ready http://127.0.0.1:"_s << *port << Qt::endl;
    return QCoreApplication::exec();
}
