// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"
#include "ui/desk/style/paint.h"

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

    /// \a awaitsMoney: an order that is not paid says so in place of being received.
    void setState(OrderState state, bool awaitsMoney = false);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icons &m_icons;
    Badge badge(qreal dpr) const;

    OrderState m_state = OrderState::Paid;
    bool m_awaitsMoney = false;
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
