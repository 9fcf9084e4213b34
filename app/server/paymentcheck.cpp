// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/paymentcheck.h"

#include <qcorotask.h>

#include <QtCore/QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;

namespace {

QString settingFault(const GatewaySettings &settings, const Refusal &refusal)
{
    return refusal.code == RefusalCode::MissingField
               ? u"%1: the setting %2 is missing."_s.arg(settings.name, refusal.field)
               : u"%1: the setting %2 makes no sense (%3)."_s.arg(settings.name, refusal.field,
                                                                  refusal.value);
}

QString sentence(const QString &name, const Result<ProviderAccount> &account)
{
    if (account) {
        const QString whose = account->name.isEmpty() ? QString() : u" of "_s + account->name;
        return account->test
                   ? u"%1: the keys%2 work. They are TEST keys: no money moves."_s.arg(name, whose)
                   : u"%1: the keys%2 work. They are LIVE."_s.arg(name, whose);
    }
    if (account.error().code == RefusalCode::NotAllowed)
        return u"%1: the provider does not accept the secret key."_s.arg(name);
    if (isProviderSilent(account.error().code))
        return u"%1: the provider cannot be reached; the keys were not tried."_s.arg(name);
    return u"%1: the provider refuses: %2."_s.arg(name, account.error().value);
}

} // namespace

int checkGateways(const std::vector<GatewaySettings> &gateways)
{
    QTextStream out(stdout);
    if (gateways.empty()) {
        out << "No gateway is configured: the built-in test gateway takes orders, no money "
               "moves.\n";
        return EXIT_SUCCESS;
    }
    const SystemClock clock;
    ProviderHttp http;
    int code = EXIT_SUCCESS;
    for (const GatewaySettings &settings : gateways) {
        const auto gateway = makeGateway(settings, {http, clock});
        if (!gateway) {
            out << settingFault(settings, gateway.error()) << Qt::endl;
            code = EXIT_FAILURE;
            continue;
        }
        // The command has nothing else to do, so its own event loop may wait here.
        const auto account = QCoro::waitFor((*gateway)->check());
        out << sentence(settings.name, account) << Qt::endl;
        if (!account)
            code = EXIT_FAILURE;
    }
    return code;
}
