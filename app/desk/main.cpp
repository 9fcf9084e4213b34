// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/deskprogram.h"
#include "app/desk/options.h"
#include "ui/desk/style/resources.h"

#include <cstdio>

#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

int fail(const QString &text)
{
    std::fprintf(stderr, "petalpost: %s\n", qUtf8Printable(text));
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"petalpost"_s);
    QApplication::setApplicationVersion(QStringLiteral(PETALPOST_VERSION));
    QApplication::setDesktopFileName(u"petalpost"_s);
    initStyleResources();
    auto options = petalpost::desk::readOptions(QApplication::arguments());
    if (!options)
        return fail(options.error());
    petalpost::desk::DeskProgram desk(app, std::move(*options));
    if (const auto started = desk.start(); !started)
        return fail(started.error());
    return QApplication::exec();
}
