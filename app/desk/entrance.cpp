// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/entrance.h"

#include "ui/desk/pairing/firstrun.h"

#include <QtGui/QIcon>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr QSize firstRunSize(720, 640);

} // namespace

Entrance::Entrance(const QString &dataDir, const Clock &clock, const Theme &theme, Icons &icons)
    : m_clock(clock)
    , m_theme(theme)
    , m_icons(icons)
    , m_keychain(u"petalpost"_s)
    , m_file(dataDir)
    , m_secrets(m_keychain, m_file)
    , m_access(dataDir, m_secrets)
    , m_pairing(m_clock)
{
    connect(&m_access, &sync::DeskAccess::granted, this, &Entrance::opened);
    connect(&m_access, &sync::DeskAccess::missing, this, &Entrance::onMissing);
    connect(&m_access, &sync::DeskAccess::kept, this,
            [this](const sync::Settings &settings, bool plain) {
                m_settings = settings;
                m_plain = plain;
                if (m_window)
                    m_window->showReady(plain);
            });
    connect(&m_access, &sync::DeskAccess::notKept, this, [this] {
        if (m_window)
            m_window->showNotKept();
    });
}

Entrance::~Entrance() = default;

void Entrance::begin()
{
    m_access.load();
}

void Entrance::leave(sync::Parting parting, int operations)
{
    m_access.part(parting, operations);
    showFirstRun();
}

void Entrance::unpair(int operations)
{
    m_access.unpair(operations);
    showFirstRun();
}

void Entrance::showFirstRun()
{
    m_window = std::make_unique<FirstRun>(m_pairing, m_theme, m_icons);
    m_window->setWindowIcon(QIcon(u":/icons/petalpost.svg"_s));
    m_window->resize(firstRunSize);
    if (m_access.shop())
        m_window->setEarlier(*m_access.shop());
    connect(m_window.get(), &FirstRun::paired, this, &Entrance::onPaired);
    connect(m_window.get(), &FirstRun::soundRequested, this, &Entrance::soundRequested);
    // Later, for the button that was pressed goes with its window.
    connect(
        m_window.get(), &FirstRun::startRequested, this,
        [this] {
            Q_EMIT opened(m_settings, m_plain); // the board stands before this window goes
            m_window.reset();
        },
        Qt::QueuedConnection);
    m_window->show();
}

void Entrance::onMissing(bool locked)
{
    showFirstRun();
    if (locked)
        m_window->showLocked();
}

void Entrance::onPaired(const sync::PairedDevice &device)
{
    if (m_access.shop() && !m_access.isSameServer(device.shop.server))
        Q_EMIT shopChanged();
    m_access.keep(device);
}

} // namespace petalpost::desk
