// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/options.h"

#include <cstdio>
#include <cstdlib>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qint64 maxTokenBytes = 4096;

using Failure = tl::unexpected<QString>;

tl::expected<QByteArray, QString> readToken(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Failure(
            u"There is no token file %1. The server writes it when it first starts."_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return Failure(u"The token file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    const QByteArray token = file.read(maxTokenBytes).trimmed();
    if (token.isEmpty() || token.contains('\n'))
        return Failure(u"The token file %1 holds no token: it must be a single line."_s.arg(path));
    return token;
}

tl::expected<QString, QString> makeDataDir(const QString &path)
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir dir(path);
    // Customers' addresses lie here: nobody else on this computer may read them.
    if (!dir.mkpath(u"."_s) || !QFile::setPermissions(dir.absolutePath(), ownerOnly))
        return Failure(u"The data directory %1 cannot be made or kept private."_s.arg(path));
    return dir.absolutePath();
}

tl::expected<QSize, QString> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.isEmpty())
        return Failure(u"--size is WIDTHxHEIGHT, for example 1366x768."_s);
    return size;
}

tl::expected<ThemeChoice, QString> themeFrom(const QString &text)
{
    if (text == "system"_L1)
        return ThemeChoice::System;
    if (text == "light"_L1)
        return ThemeChoice::Light;
    if (text == "dark"_L1)
        return ThemeChoice::Dark;
    return Failure(u"--theme is light, dark or system."_s);
}

tl::expected<Language, QString> languageFrom(const QString &text)
{
    if (text == "ko"_L1)
        return Language::Korean;
    if (text == "en"_L1)
        return Language::English;
    return Failure(u"--lang is ko or en."_s);
}

} // namespace

tl::expected<Options, QString> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The florist's desk of Petalpost."_s);
    const auto helpOption = parser.addHelpOption();
    const auto versionOption = parser.addVersionOption();
    const QString dataDefault = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QCommandLineOption server(u"server"_s, u"Address of the shop's server."_s, u"url"_s,
                                    u"http://127.0.0.1:8080"_s);
    const QCommandLineOption token(
        u"token-file"_s, u"File with this desk's token, instead of pairing it."_s, u"file"_s);
    const QCommandLineOption data(u"data"_s, u"Directory of the local copy."_s, u"dir"_s,
                                  dataDefault);
    const QCommandLineOption shot(
        u"screenshot"_s, u"Draw the window once after the first sync, and exit."_s, u"png"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window, for example 1366x768."_s,
                                  u"size"_s);
    const QCommandLineOption theme(
        u"theme"_s, u"light, dark or system, until one is chosen in the settings."_s, u"theme"_s);
    const QCommandLineOption lang(u"lang"_s,
                                  u"ko or en, until one is chosen in the settings; otherwise the "
                                  u"language of this computer."_s,
                                  u"lang"_s);
    parser.addOptions({server, token, data, shot, size, theme, lang});
    if (!parser.parse(arguments))
        return Failure(parser.errorText());
    if (parser.isSet(helpOption))
        parser.showHelp();
    if (parser.isSet(versionOption))
        parser.showVersion();

    Options options;
    options.server = QUrl(parser.value(server), QUrl::StrictMode);
    const bool web = options.server.scheme() == "http"_L1 || options.server.scheme() == "https"_L1;
    if (!web || options.server.host().isEmpty())
        return Failure(
            u"--server must be an http or https address, not \"%1\"."_s.arg(parser.value(server)));
    if (parser.isSet(theme)) {
        const auto wanted = themeFrom(parser.value(theme));
        if (!wanted)
            return Failure(wanted.error());
        options.theme = *wanted;
    }
    if (parser.isSet(lang)) {
        const auto wanted = languageFrom(parser.value(lang));
        if (!wanted)
            return Failure(wanted.error());
        options.language = *wanted;
    }
    if (parser.isSet(size)) {
        const auto wanted = sizeFrom(parser.value(size));
        if (!wanted)
            return Failure(wanted.error());
        options.size = *wanted;
    }
    options.screenshot = parser.value(shot);
    if (parser.isSet(token)) {
        const auto read = readToken(parser.value(token));
        if (!read)
            return Failure(read.error());
        options.token = *read;
    }
    const auto dir = makeDataDir(parser.value(data));
    if (!dir)
        return Failure(dir.error());
    options.dataDir = *dir;
    return options;
}

} // namespace petalpost::desk
