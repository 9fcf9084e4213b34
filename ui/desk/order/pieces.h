// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"

#include <QtWidgets/QLabel>

namespace petalpost::desk {

class Icons;
class Theme;

/// A state as icon and word on its soft ground.
class StatePill : public QWidget
{
    Q_OBJECT

public:
    StatePill(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void setState(OrderState state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icons &m_icons;
    OrderState m_state = OrderState::Paid;
};

/// Plain text that wraps, can be selected, and stands on a soft ground when it quotes somebody.
class TextBlock : public QLabel
{
    Q_OBJECT

public:
    enum class Ground { None, Quote };

    TextBlock(const Theme &theme, Ground ground, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Ground m_ground;
};

} // namespace petalpost::desk
