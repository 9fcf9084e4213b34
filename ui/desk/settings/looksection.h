// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/settingssection.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace petalpost::desk {

class Preferences;

/// 화면: theme, text size, language, motion. What is chosen here applies at once.
class LookSection : public SettingsSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    LookSection(Preferences &preferences, const Theme &theme, QWidget *parent = nullptr);

private:
    QWidget *themeRow();
    QWidget *languageRow();
    void buildSizes();
    void refresh();
    void dress() override;

    Preferences &m_preferences;
    QButtonGroup *m_themes;
    QButtonGroup *m_languages;
    QComboBox *m_sizes;
    QCheckBox *m_motion;
};

} // namespace petalpost::desk
