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
    m_button->setObjectName(u"bannerButton"_s);
    m_text->setObjectName(u"bannerText"_s);
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
    const bool news =
        isHidden() || kind != m_kind || (kind == Kind::News && text != m_text->text());
    m_kind = kind;
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
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

QColor Banner::ink() const
{
    const Palette &palette = m_theme.palette();
    switch (m_kind) {
    case Kind::News:
        return palette.infoFg;
    case Kind::Offline:
    case Kind::Outage:
    case Kind::Question:
        return palette.warnFg;
    case Kind::Danger:
        return palette.dangerFg;
    }
    Q_UNREACHABLE();
}

QColor Banner::ground() const
{
    const Palette &palette = m_theme.palette();
    switch (m_kind) {
    case Kind::News:
        return palette.infoBg;
    case Kind::Offline:
    case Kind::Outage:
    case Kind::Question:
        return palette.warnSoft;
    case Kind::Danger:
        return palette.dangerSoft;
    }
    Q_UNREACHABLE();
}

QString Banner::icon() const
{
    switch (m_kind) {
    case Kind::News:
        return u"bell-ring"_s;
    case Kind::Offline:
        return u"cloud-off"_s;
    case Kind::Outage:
    case Kind::Question:
    case Kind::Danger:
        return u"triangle-alert"_s;
    }
    Q_UNREACHABLE();
}

void Banner::dress()
{
    QFont font = m_theme.font(TypeRole::Body);
    font.setWeight(QFont::Medium);
    m_text->setFont(font);
    m_button->setFont(m_theme.font(TypeRole::Body));
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, ink());
    m_text->setPalette(colours);
    m_icon->setPixmap(
        m_icons.pixmap(icon(), ink(), qRound(m_theme.scaled(18)), devicePixelRatioF()));
    update();
}

/// Polishing for the style sheet undoes a label's colours and font: they are set again after it.
void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    dress();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground());
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace petalpost::desk
