// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/systemtheme.h"

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

const auto portal = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto settingsInterface = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto colourScheme = u"color-scheme"_s;

/// 0 no preference, 1 dark, 2 light.
constexpr uint preferDark = 1;

/// Read answers with a variant inside the variant, the signal with one: both end here.
bool asksForDark(QVariant value)
{
    for (int depth = 0; depth < 3 && value.canConvert<QDBusVariant>(); ++depth)
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == preferDark;
}

} // namespace

SystemTheme::SystemTheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void SystemTheme::follow()
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(portal, portalPath, settingsInterface, u"SettingChanged"_s, this,
                  SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(portal, portalPath, settingsInterface, u"Read"_s);
    question << appearance << colourScheme;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question, answerTimeoutMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid() && !m_told)
            Q_EMIT darkChanged(asksForDark(reply.value().variant()));
    });
}

void SystemTheme::onSettingChanged(const QString &group, const QString &key,
                                   const QDBusVariant &value)
{
    if (group != appearance || key != colourScheme)
        return;
    m_told = true;
    Q_EMIT darkChanged(asksForDark(value.variant()));
}

} // namespace petalpost::desk
