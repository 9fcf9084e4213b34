// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/settingspage.h"

#include "ui/desk/settings/aboutsection.h"
#include "ui/desk/settings/businesssection.h"
#include "ui/desk/settings/closeddayssection.h"
#include "ui/desk/settings/connectionsection.h"
#include "ui/desk/settings/devicesection.h"
#include "ui/desk/settings/looksection.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/settings/sectionindex.h"
#include "ui/desk/settings/shopbasics.h"
#include "ui/desk/settings/textssection.h"
#include "ui/desk/settings/windowssection.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int marginPx = 16;
constexpr qreal widestPx = 720;

} // namespace

SettingsPage::SettingsPage(sync::Engine &engine, Preferences &preferences, const Theme &theme,
                           QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_heading(new QLabel(tr("설정"), this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget)
{
    setObjectName(u"settingsPage"_s);
    setAccessibleName(tr("설정"));
    m_column->setContentsMargins(marginPx, 12, marginPx, 0);
    m_column->setSpacing(10);
    m_column->addWidget(m_heading);
    m_scroll->setObjectName(u"settingsScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_body->setAutoFillBackground(false);
    auto *look = new LookSection(preferences, theme, m_body);
    m_sound = new SoundSection(theme, m_body);
    m_connection = new ConnectionSection(engine, theme, m_body);
    auto *devices = new DeviceSection(engine, theme, m_body);
    auto *about = new AboutSection(engine, preferences, theme, m_body);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, marginPx);
    m_rows->setSpacing(12);
    m_index = new SectionIndex(*m_scroll, this);
    append(new ShopBasics(engine, theme, m_body));
    append(new WindowsSection(engine, theme, m_body));
    append(new ClosedDaysSection(engine, theme, m_body));
    append(new BusinessSection(engine, theme, m_body));
    append(new TextsSection(engine, theme, m_body));
    for (QWidget *section :
         std::initializer_list<QWidget *>{look, m_sound, m_connection, devices, about})
        append(section);
    devices->setVisible(engine.role() == DeviceRole::Owner); // its entry follows
    m_rows->addStretch(1);
    m_scroll->setWidget(m_body);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(marginPx);
    sides->addWidget(m_index, 0, Qt::AlignTop);
    sides->addWidget(m_scroll, 1);
    m_column->addLayout(sides, 1);
    connect(m_sound, &SoundSection::soundTestRequested, this, &SettingsPage::soundTestRequested);
    connect(m_connection, &ConnectionSection::unpairRequested, this,
            &SettingsPage::unpairRequested);
    connect(about, &AboutSection::copied, this, &SettingsPage::diagnosticsCopied);
    connect(&m_theme, &Theme::changed, this, &SettingsPage::dress);
    setSoundsPlayable(false);
    dress();
}

void SettingsPage::append(QWidget *section)
{
    m_rows->addWidget(section);
    m_index->add(section);
}

void SettingsPage::focusContent()
{
    m_index->focusCurrent();
}

void SettingsPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void SettingsPage::add(SettingsSection *section)
{
    m_rows->insertWidget(m_rows->indexOf(m_connection), section);
    m_index->add(section, m_connection);
    setTabOrder(m_sound, section);
}

void SettingsPage::setSoundsPlayable(bool playable)
{
    m_sound->setVisible(playable);
}

void SettingsPage::setUnpairable(bool unpairable)
{
    m_connection->setUnpairable(unpairable);
}

void SettingsPage::setTokenPlain(bool plain)
{
    m_connection->setTokenPlain(plain);
}

void SettingsPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_body->setMaximumWidth(qRound(m_theme.scaled(widestPx)));
}

} // namespace petalpost::desk
