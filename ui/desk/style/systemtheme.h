// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>

class QDBusVariant;

namespace petalpost::desk {

/// Whether the desktop asks for dark windows, as its settings portal tells it. Qt 6.4 does not
/// know. Where nobody answers (no bus, no portal, none in time) nothing is ever emitted.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    static constexpr int answerTimeoutMs = 3'000;

    explicit SystemTheme(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Asks once and follows every change from then on. Never waits.
    void follow();

Q_SIGNALS:
    void darkChanged(bool dark);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    bool m_told = false; ///< a change is newer than the answer to the first question
};

} // namespace petalpost::desk
