// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSettings>

namespace petalpost::desk {

/// The only owner of the desk's settings file, which holds where the window was and nothing else.
class WindowSettings
{
public:
    explicit WindowSettings(const QString &file);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_settings;
};

} // namespace petalpost::desk
