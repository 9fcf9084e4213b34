// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/shell/banner.h"

#include <QtCore/QTimer>

namespace petalpost::desk {

/// Says that the shop takes no orders, until when, and whether the server knows it yet. Goes by
/// itself at the end of the pause.
class PauseBanner : public Banner
{
    Q_OBJECT

public:
    /// \a engine must outlive the banner.
    PauseBanner(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

private:
    void refresh();
    bool isUnsent() const;

    sync::Engine &m_engine;
    QTimer m_end;
};

} // namespace petalpost::desk
