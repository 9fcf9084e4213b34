// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// petalpost_payshop PROVIDER-URL: says `ready URL` and serves until it is terminated.

#include "tests/support/payshop/payshop.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fputs("usage: petalpost_payshop PROVIDER-URL\n", stderr);
        return 2;
    }
    petalpost::initTranslationResources();
    petalpost::server::initShopResources();
    const petalpost::SystemClock clock;
    const petalpost::test::PayShop shop(clock, QString::fromLocal8Bit(argv[1]));
    std::printf("ready %s\n", qPrintable(shop.url));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
