// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/deskaccess.h"
#include "core/sync/pairing.h"
#include "core/sync/secretstore.h"

#include <QtCore/QObject>

#include <memory>

namespace petalpost::desk {

class FirstRun;
class Icons;
class Theme;

/// The way into the desk: finds the token of an earlier pairing, or shows the first run until there
/// is one; and the way out again, when the desk is unpaired or was revoked.
class Entrance : public QObject
{
    Q_OBJECT

public:
    /// \a dataDir is the desk's own; everything else must outlive this object.
    Entrance(const QString &dataDir, const Clock &clock, const Theme &theme, Icons &icons);
    ~Entrance() override;

    /// Ends in opened(), at once or after a person has paired this desk.
    void begin();
    /// Deletes the token, says why in the first run, and lets a person pair this desk again.
    void leave(sync::Parting parting, int operations);
    /// The same, and tells the server that this desk is gone.
    void unpair(int operations);
    /// Whether there is a pairing that unpair() could end.
    bool isPaired() const { return m_access.shop() && m_access.shop()->isPaired(); }
    /// The first run, while it is shown.
    FirstRun *window() const { return m_window.get(); }

Q_SIGNALS:
    /// \a plain: the token lies in a file, because no keychain runs here.
    void opened(const petalpost::sync::Settings &settings, bool plain);
    /// A person pairs this desk with another server than before: what waits in its queue was meant
    /// for the other one. Emitted before opened().
    void shopChanged();
    /// [소리 들어보기] in the first run.
    void soundRequested();

private:
    void showFirstRun();
    void onMissing(bool locked);
    void onPaired(const sync::PairedDevice &device);

    const Clock &m_clock;
    const Theme &m_theme;
    Icons &m_icons;
    sync::KeychainStore m_keychain;
    sync::FileStore m_file;
    sync::FallbackStore m_secrets;
    sync::DeskAccess m_access;
    sync::Pairing m_pairing;
    std::unique_ptr<FirstRun> m_window;
    sync::Settings m_settings; ///< of a pairing whose last step is still shown
    bool m_plain = false;
};

} // namespace petalpost::desk
