// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/settingssection.h"
#include "ui/desk/words/sound.h"

namespace petalpost::desk {

/// 알림·소리: what the desk says, to be heard before it matters.
class SoundSection : public SettingsSection
{
    Q_OBJECT

public:
    /// \a theme must outlive the section.
    SoundSection(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void soundTestRequested(petalpost::desk::Sound sound);
};

} // namespace petalpost::desk
