// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/settings/settingssection.h"
#include "ui/desk/style/notelabel.h"

class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

/// 연결: where the server is, when it was last heard, and what it has not received yet.
class ConnectionSection : public SettingsSection
{
    Q_OBJECT

public:
    /// More than these are counted, not listed: a week offline should not fill the page.
    static constexpr int maxListed = 20;

    /// Everything handed in must outlive the section.
    ConnectionSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

    /// Nobody answers unpairRequested() until told so: no button that does nothing.
    void setUnpairable(bool unpairable);
    /// Says that the token lies in a file, because no keychain runs here.
    void setTokenPlain(bool plain);

Q_SIGNALS:
    void unpairRequested();

private:
    void refresh();
    QString lastContact() const;
    QString unsentText() const;

    sync::Engine &m_engine;
    QLabel *m_server;
    QLabel *m_last;
    QLabel *m_unsent;
    NoteLabel *m_plain;
    QPushButton *m_unpair;
};

} // namespace petalpost::desk
