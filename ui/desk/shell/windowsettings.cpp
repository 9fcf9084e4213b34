// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/windowsettings.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

const auto geometryKey = u"window/geometry"_s;

} // namespace

WindowSettings::WindowSettings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace petalpost::desk
