// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/settings/settingssection.h"

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
    QPushButton *m_unpair;
};

} // namespace petalpost::desk
