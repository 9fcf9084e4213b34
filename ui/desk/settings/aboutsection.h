// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/settings/settingssection.h"

namespace petalpost::desk {

class Preferences;

/// 정보: which version this is, whose work is in it, and what helps when something goes wrong.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    AboutSection(sync::Engine &engine, const Preferences &preferences, const Theme &theme,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    /// The diagnostics are on the clipboard.
    void copied();

private:
    /// Facts about program and computer. No names, numbers, addresses or texts of anybody, no
    /// server, no token.
    QString diagnostics() const;

    sync::Engine &m_engine;
    const Preferences &m_preferences;
};

} // namespace petalpost::desk
