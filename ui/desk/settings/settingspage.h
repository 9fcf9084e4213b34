// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/settings/soundsection.h"
#include "ui/desk/style/page.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace petalpost::desk {

class ConnectionSection;
class Preferences;
class SectionIndex;
class SettingsSection;

/// The screen 설정. Every change applies at once; there is nothing to save.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the page.
    SettingsPage(sync::Engine &engine, Preferences &preferences, const Theme &theme,
                 QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;

    /// Puts \a section in front of the connection, which is made elsewhere because it needs more
    /// than the page has. The page owns it.
    void add(SettingsSection *section);
    /// Whether somebody plays the sounds of soundTestRequested(): no button that does nothing.
    void setSoundsPlayable(bool playable);
    /// The same for unpairRequested().
    void setUnpairable(bool unpairable);
    /// Says that the token lies in a file, because no keychain runs here.
    void setTokenPlain(bool plain);

Q_SIGNALS:
    void soundTestRequested(petalpost::desk::Sound sound);
    void unpairRequested();
    void diagnosticsCopied();

private:
    void append(QWidget *section);
    void dress();

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    SectionIndex *m_index;
    SoundSection *m_sound;
    ConnectionSection *m_connection;
};

} // namespace petalpost::desk
