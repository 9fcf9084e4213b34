// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/settingssection.h"

#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace petalpost::desk {

namespace {

constexpr qreal nameWidthPx = 180; ///< the longest English one: all sections line up
constexpr qreal radiusPx = 8;

} // namespace

SettingsSection::SettingsSection(const QString &title, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(title, this))
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(title);
    m_grid->setContentsMargins(20, 16, 20, 18);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    connect(&m_theme, &Theme::changed, this, &SettingsSection::dress);
}

QLabel *SettingsSection::addRow(const QString &name, QWidget *choice)
{
    auto *label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(choice);
    if (choice->accessibleName().isEmpty())
        choice->setAccessibleName(name);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(choice, row, 1);
    if (!qobject_cast<QLabel *>(choice))
        m_names.push_back(label);
    return label;
}

void SettingsSection::addWide(QWidget *content)
{
    m_grid->addWidget(content, m_grid->rowCount(), 0, 1, 2);
}

QLabel *SettingsSection::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_grid->addWidget(note, m_grid->rowCount(), 1);
    m_notes.push_back(note);
    return note;
}

void SettingsSection::dress()
{
    m_title->setFont(m_theme.font(TypeRole::Section));
    m_grid->setColumnMinimumWidth(0, qRound(m_theme.scaled(nameWidthPx)));
    for (QLabel *name : m_names) {
        // In line with the controls beside them.
        name->setMinimumHeight(qRound(m_theme.scaled(32)));
        name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    for (QLabel *note : m_notes) {
        note->setFont(m_theme.font(TypeRole::Caption));
        QPalette colours = note->palette();
        colours.setColor(QPalette::WindowText, m_theme.palette().text2);
        note->setPalette(colours);
    }
    update();
}

void SettingsSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.palette().line, 1));
    painter.setBrush(m_theme.palette().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radiusPx, radiusPx);
}

} // namespace petalpost::desk
