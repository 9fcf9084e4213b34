// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/message.h"
#include "ui/desk/settings/shopsection.h"

#include <map>

class QCheckBox;

namespace petalpost::desk {

/// 고객 문자: which steps of an order are texted to the customer.
class TextsSection : public ShopSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    TextsSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

private:
    void set(MessageEvent event, bool texted);
    void refresh() override;

    FieldBox *m_box;
    std::map<MessageEvent, QCheckBox *> m_events;
};

} // namespace petalpost::desk
