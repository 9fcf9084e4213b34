// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/addresscommand.h"
#include "app/server/balancecommand.h"
#include "app/server/gatewayconfig.h"
#include "app/server/pair.h"
#include "app/server/paymentcheck.h"
#include "app/server/signals.h"
#include "app/server/wiring/shopserver.h"
#include "core/domain/draft.h"
#include "core/server/http/forwarded.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QSettings>
#include <QtCore/QTextStream>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitUsage = 2;
constexpr int exitFailed = 1;
constexpr int exitDiffers = 3;
constexpr mode_t ownerOnly = 0077;

void say(const QString &text)
{
    QTextStream(stdout)
        << text << Qt::endl; // endl flushes: whoever waits for "ready" reads a pipe or a file
}

int fail(int code, const QString &text)
{
    QTextStream(stderr) << u"petalpostd: "_s << text << Qt::endl;
    return code;
}

/// "HOST:PORT", with IPv6 hosts in brackets. False when there is no port in it.
bool readListen(const QString &text, petalpost::server::ServeOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = QStringView(text).sliced(colon + 1).toInt(&ok);
    if (colon < 1 || !ok || port < 0 || port > 65535)
        return false;
    options.host = text.first(colon).remove(u'[').remove(u']');
    options.port = quint16(port);
    return true;
}

/// `[server] trustedProxy`, one address or several with commas between them.
tl::expected<QByteArrayList, QString> readTrustedProxies(const QSettings &settings)
{
    QByteArrayList proxies;
    for (const QString &entry : settings.value(u"server/trustedProxy"_s).toStringList()) {
        const auto address = petalpost::http::plainAddress(entry.toLatin1());
        if (!address && !entry.trimmed().isEmpty())
            return tl::unexpected(u"trustedProxy names %1, which is no IP address."_s.arg(entry));
        if (address)
            proxies.append(*address);
    }
    return proxies;
}

/// 4,000 connections need more descriptors than the usual soft limit of 1,024.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int serve(const QCommandLineParser &parser)
{
    petalpost::server::ServeOptions options;
    QString listen = u"127.0.0.1:8080"_s;
    if (parser.isSet(u"config"_s)) {
        const QString file = parser.value(u"config"_s);
        if (!QFileInfo(file).isReadable())
            return fail(exitUsage, u"the configuration %1 cannot be read."_s.arg(file));
        const QSettings settings(file, QSettings::IniFormat);
        listen = settings.value(u"server/listen"_s, listen).toString();
        options.dataDir = settings.value(u"server/data"_s).toString();
        const auto proxies = readTrustedProxies(settings);
        if (!proxies)
            return fail(exitUsage, proxies.error());
        options.trustedProxies = *proxies;
        options.publicUrl = settings.value(u"server/publicUrl"_s).toString();
        const QString owner = settings.value(u"shop/ownerPhone"_s).toString();
        const auto digits = petalpost::normalisedPhone(owner);
        if (!owner.isEmpty() && !(digits && petalpost::isMobile(*digits)))
            return fail(exitUsage, u"ownerPhone in %1 is no mobile number."_s.arg(file));
        options.ownerPhone = digits.value_or(QString());
        auto gateways = readGateways(settings, QProcessEnvironment::systemEnvironment());
        if (!gateways)
            return fail(exitUsage, gateways.error());
        options.gateways = std::move(*gateways);
    }
    if (parser.isSet(u"listen"_s))
        listen = parser.value(u"listen"_s);
    if (parser.isSet(u"data"_s))
        options.dataDir = parser.value(u"data"_s);
    options.demo = parser.isSet(u"demo"_s);
    if (!readListen(listen, options))
        return fail(exitUsage, u"--listen takes HOST:PORT, for example 127.0.0.1:8080."_s);
    if (options.dataDir.isEmpty())
        return fail(exitUsage, u"say where the data lies: --data DIR."_s);
    if (!QDir().mkpath(options.dataDir))
        return fail(exitFailed, u"the directory %1 cannot be made."_s.arg(options.dataDir));
    QLockFile lock(options.dataDir % u"/petalpost.lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock())
        return fail(exitFailed,
                    u"another petalpostd is using %1: stop it first."_s.arg(options.dataDir));

    const petalpost::SystemClock clock;
    petalpost::server::ShopServer server(clock);
    const auto port = server.start(options);
    if (!port)
        return fail(exitFailed, port.error());
    QObject::connect(&server, &petalpost::server::ShopServer::stopped, qApp,
                     &QCoreApplication::quit);
    const TerminationSignals signals([&server] { server.shutdown(); });
    say(u"owner token %1"_s.arg(server.ownerTokenFile()));
    say(u"ready http://%1:%2"_s.arg(options.host).arg(*port));
    return QCoreApplication::exec();
}

int payment(const QCommandLineParser &parser)
{
    const QString file = parser.value(u"config"_s);
    if (!QFileInfo(file).isReadable())
        return fail(exitUsage, u"say which configuration to check: --config FILE."_s);
    const QSettings settings(file, QSettings::IniFormat);
    const auto gateways = readGateways(settings, QProcessEnvironment::systemEnvironment());
    return gateways ? checkGateways(*gateways) : fail(exitUsage, gateways.error());
}

/// "1234 5678": read aloud and typed in two groups.
QString grouped(const QString &code)
{
    return code.first(4) % u' ' % code.sliced(4);
}

/// Where the running server's data lies; empty when nothing says so.
QString dataDirOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"data"_s) || !parser.isSet(u"config"_s))
        return parser.value(u"data"_s);
    const QSettings settings(parser.value(u"config"_s), QSettings::IniFormat);
    return settings.value(u"server/data"_s).toString();
}

int pair(const QCommandLineParser &parser)
{
    PairOptions options;
    options.dataDir = dataDirOf(parser);
    if (options.dataDir.isEmpty())
        return fail(exitUsage, u"say where the server's data lies: --data DIR."_s);
    const auto role = petalpost::fromWord(petalpost::deviceRoleWords, parser.value(u"role"_s));
    if (!role)
        return fail(exitUsage, u"--role is owner, florist or driver."_s);
    options.role = *role;
    options.server = parser.value(u"server"_s);
    options.name = parser.value(u"name"_s);
    if (options.name.isEmpty())
        options.name = word(*role);
    PairCommand command(options);
    QObject::connect(&command, &PairCommand::issued, qApp, [](const QString &code) {
        say(u"pairing code %1 (for one device, within ten minutes)"_s.arg(grouped(code)));
        QCoreApplication::exit(EXIT_SUCCESS);
    });
    QObject::connect(&command, &PairCommand::failed, qApp, [](const QString &sentence) {
        QCoreApplication::exit(fail(exitFailed, sentence));
    });
    QMetaObject::invokeMethod(&command, &PairCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int addresses(const QCommandLineParser &parser, const QStringList &files)
{
    AddressOptions options{dataDirOf(parser), parser.values(u"district"_s), files};
    if (options.dataDir.isEmpty())
        return fail(exitUsage, u"say where the server's data lies: --data DIR."_s);
    if (options.files.isEmpty())
        return fail(exitUsage, u"say which files to read: addresses import FILE…"_s);
    const auto loaded = importAddresses(options);
    if (!loaded)
        return fail(exitFailed, loaded.error());
    say(*loaded);
    return EXIT_SUCCESS;
}

int balance(const QCommandLineParser &parser)
{
    const BalanceOptions options{{dataDirOf(parser), parser.value(u"server"_s)},
                                 parser.value(u"date"_s)};
    if (options.server.dataDir.isEmpty())
        return fail(exitUsage, u"say where the server's data lies: --data DIR."_s);
    if (!options.date.isEmpty() && !QDate::fromString(options.date, Qt::ISODate).isValid())
        return fail(exitUsage, u"--date is YYYY-MM-DD, for example 2026-11-30."_s);
    BalanceCommand command(options);
    QObject::connect(&command, &BalanceCommand::answered, qApp,
                     [](const petalpost::Balance &answer) {
                         say(balanceTable(answer));
                         QCoreApplication::exit(answer.isBalanced() ? EXIT_SUCCESS : exitDiffers);
                     });
    QObject::connect(&command, &BalanceCommand::failed, qApp, [](const QString &sentence) {
        QCoreApplication::exit(fail(exitFailed, sentence));
    });
    QMetaObject::invokeMethod(&command, &BalanceCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(ownerOnly);
    raiseDescriptorLimit();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"petalpostd"_s);
    QCoreApplication::setApplicationVersion(QString::fromUtf8(PETALPOST_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes a flower shop's orders and payments."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"command"_s,
        u"serve: accept orders until SIGTERM; pair: print a code for a new device; "
        "balance: hold a day's orders, ledger, providers and text messages to each other; "
        "payment check: ask the payment providers whether they accept the keys; "
        "addresses import FILE…: load the public register's addresses of where the shop "
        "delivers"_s);
    parser.addOption({u"data"_s, u"Directory of the database and the owner's token."_s, u"DIR"_s});
    parser.addOption({u"listen"_s, u"Address to listen on (127.0.0.1:8080)."_s, u"HOST:PORT"_s});
    parser.addOption(
        {u"config"_s, u"INI file: [server], [shop], [payment] and gateways."_s, u"FILE"_s});
    parser.addOption({u"demo"_s, u"Fill an empty database with the demo shop."_s});
    parser.addOption({u"role"_s, u"pair: owner, florist or driver."_s, u"ROLE"_s, u"florist"_s});
    parser.addOption({u"name"_s, u"pair: what the device is called."_s, u"TEXT"_s});
    parser.addOption({u"date"_s, u"balance: the day, if not today."_s, u"YYYY-MM-DD"_s});
    parser.addOption(
        {u"server"_s, u"pair, balance: the running server, if not on this data."_s, u"URL"_s});
    parser.addOption({u"district"_s,
                      u"addresses import: a district to take, for example 강남구; may be repeated. "
                      "Without it all are taken."_s,
                      u"NAME"_s});
    parser.process(app);
    const QStringList commands = parser.positionalArguments();
    if (commands == QStringList{u"serve"_s})
        return serve(parser);
    if (commands == QStringList{u"pair"_s})
        return pair(parser);
    if (commands == QStringList{u"balance"_s})
        return balance(parser);
    if (commands == QStringList{u"payment"_s, u"check"_s})
        return payment(parser);
    if (commands.size() >= 2 && commands.first(2) == QStringList{u"addresses"_s, u"import"_s})
        return addresses(parser, commands.sliced(2));
    return fail(exitUsage, u"the commands are serve, pair, balance, payment check and addresses "
                           "import (see --help)."_s);
}
