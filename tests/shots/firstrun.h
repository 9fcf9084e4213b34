// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/pairing.h"
#include "ui/desk/pairing/firstrun.h"

#include <QtWidgets/QLineEdit>

#include <memory>

namespace petalpost::shots {

using namespace Qt::Literals::StringLiterals;

/// The window before there is a board. No server answers; \a step says what would have come.
inline std::unique_ptr<desk::FirstRun> firstRunWindow(const Clock &clock, const desk::Theme &theme,
                                                      desk::Icons &icons,
                                                      void (*step)(sync::Pairing &,
                                                                   desk::FirstRun &))
{
    auto *pairing = new sync::Pairing(clock);
    auto window = std::make_unique<desk::FirstRun>(*pairing, theme, icons);
    pairing->setParent(window.get()); // children end after their parent's own part
    step(*pairing, *window);
    return window;
}

inline void type(desk::FirstRun &window, const QString &address, const QString &code)
{
    window.findChild<QLineEdit *>(u"pairingAddress"_s)->setText(address);
    window.findChild<QLineEdit *>(u"pairingCode"_s)->setText(code);
}

inline void atAddress(sync::Pairing &, desk::FirstRun &) {}

inline void atWrongCode(sync::Pairing &pairing, desk::FirstRun &window)
{
    type(window, u"onbom.example"_s, u"1234 5678"_s);
    Q_EMIT pairing.failed(sync::PairingFailure::CodeWrong);
}

inline void atRevoked(sync::Pairing &, desk::FirstRun &window)
{
    sync::PairedShop earlier;
    earlier.server = QUrl(u"https://onbom.example"_s);
    earlier.parting = sync::Parting::Revoked;
    earlier.operations = 2;
    window.setEarlier(earlier);
}

inline void atShop(sync::Pairing &pairing, desk::FirstRun &)
{
    const QByteArray sha256 = QByteArray::fromHex("3f9a51c07be2884d10a6f3e59c2d7714"
                                                  "b8e06fa9125cd4037e61aa90c4f85b2d");
    Q_EMIT pairing.identified(
        {QUrl(u"https://onbom.example"_s), u"온봄꽃집"_s, u"Onbom Flowers"_s, sha256});
}

inline void atUnencryptedShop(sync::Pairing &pairing, desk::FirstRun &)
{
    Q_EMIT pairing.identified(
        {QUrl(u"http://192.168.0.12:8080"_s), u"온봄꽃집"_s, u"Onbom Flowers"_s, {}});
}

inline void atReady(sync::Pairing &, desk::FirstRun &window)
{
    window.showReady(false);
}

inline void atNoKeychain(sync::Pairing &, desk::FirstRun &window)
{
    window.showReady(true);
}

} // namespace petalpost::shots
