// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/shell/banner.h"

namespace petalpost::desk {

/// Says in amber that the payment provider does not answer, and goes by itself when it does. Nobody
/// can do anything about it here, so it has no button.
class PaymentBanner : public Banner
{
    Q_OBJECT

public:
    /// \a engine must outlive the banner.
    PaymentBanner(sync::Engine &engine, const Theme &theme, Icons &icons,
                  QWidget *parent = nullptr);

private:
    void refresh();

    sync::Engine &m_engine;
    std::vector<ProviderHealth> m_health;
};

} // namespace petalpost::desk
