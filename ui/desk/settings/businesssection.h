// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/shopsection.h"

namespace petalpost::desk {

/// 사업자 정보: what stands below every page of the shop, as the law asks.
class BusinessSection : public ShopSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    BusinessSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);
};

} // namespace petalpost::desk
