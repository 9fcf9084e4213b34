// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/pieces.h"

#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/statelook.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtGui/QPainter>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal iconPx = 13;

QFont pillFont(const Theme &theme)
{
    QFont font = theme.font(TypeRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

Badge badgeFor(OrderState state, const Theme &theme, Icons &icons, qreal dpr)
{
    const StateLook look = stateLook(state, theme.palette());
    return {icons.pixmap(look.icon, look.ink, qRound(theme.scaled(iconPx)), dpr), stateWord(state),
            look.ink, look.ground};
}

Badge awaitedBadge(const Theme &theme, Icons &icons, qreal dpr)
{
    const Palette &palette = theme.palette();
    return {icons.pixmap(u"clock"_s, palette.warnFg, qRound(theme.scaled(iconPx)), dpr),
            StatePill::tr("입금 대기"), palette.warnFg, palette.warnSoft};
}

} // namespace

StatePill::StatePill(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void StatePill::setState(OrderState state, bool awaitsMoney)
{
    m_state = state;
    m_awaitsMoney = awaitsMoney && state == OrderState::Received;
    setAccessibleName(badge(1).text);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return badgeSize(badge(1), pillFont(m_theme)).toSize();
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(pillFont(m_theme));
    drawPill(painter, rect(), badge(devicePixelRatioF()));
}

Badge StatePill::badge(qreal dpr) const
{
    return m_awaitsMoney ? awaitedBadge(m_theme, m_icons, dpr)
                         : badgeFor(m_state, m_theme, m_icons, dpr);
}

TextBlock::TextBlock(const Theme &theme, Ground ground, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_ground(ground)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (ground == Ground::Quote)
        setContentsMargins(12, 10, 12, 10);
}

void TextBlock::paintEvent(QPaintEvent *event)
{
    if (m_ground == Ground::Quote) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.palette().surface2);
        painter.drawRoundedRect(rect(), 8, 8);
    }
    QLabel::paintEvent(event);
}

} // namespace petalpost::desk
