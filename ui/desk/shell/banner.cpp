// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/banner.h"

#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

Banner::Banner(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &Banner::pressed);
    connect(&m_theme, &Theme::changed, this, &Banner::dress);
    hide();
}

void Banner::showMessage(Kind kind, const QString &text, const QString &button)
{
    const bool news = isHidden() || kind != m_kind;
    m_kind = kind;
    m_text->setText(text);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    setAccessibleName(text);
    dress();
    show();
    if (news) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::dress()
{
    const Palette &palette = m_theme.palette();
    const QColor ink = m_kind == Kind::Danger ? palette.dangerFg : palette.warnFg;
    QFont font = m_theme.font(TypeRole::Body);
    font.setWeight(QFont::Medium);
    m_text->setFont(font);
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, ink);
    m_text->setPalette(colours);
    const QString icon = m_kind == Kind::Offline ? u"cloud-off"_s : u"triangle-alert"_s;
    m_icon->setPixmap(m_icons.pixmap(icon, ink, qRound(m_theme.scaled(18)), devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_kind == Kind::Danger ? m_theme.palette().dangerSoft
                                            : m_theme.palette().warnSoft);
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace petalpost::desk
