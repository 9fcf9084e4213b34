// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/deskprogram.h"

#include "translations/words.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/mainwindow.h"

#include <cstdio>

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int screenshotDeadlineMs = 30'000;
constexpr int settleMs = 200; ///< for what is coalesced or animated
constexpr QSize usualSize(1366, 768);
constexpr const char *copyFiles[] = {"desk.db", "desk.db-wal", "desk.db-shm"};

void endWith(const QString &failure)
{
    std::fprintf(stderr, "petalpost: %s\n", qUtf8Printable(failure));
    QCoreApplication::exit(EXIT_FAILURE);
}

} // namespace

DeskProgram::DeskProgram(QApplication &app, Options options)
    : m_app(app)
    , m_options(std::move(options))
    , m_preferences(m_options.dataDir % u"/window.ini"_s)
    , m_systemTheme(QDBusConnection::sessionBus())
    , m_entrance(m_options.dataDir, m_clock, m_theme, m_icons)
{
    followLook(m_theme, m_preferences);
    if (m_options.theme && !m_preferences.theme())
        m_theme.setChoice(*m_options.theme);
    connect(&m_theme, &Theme::changed, this, [this] { m_theme.apply(m_app); });
    connect(&m_systemTheme, &SystemTheme::darkChanged, &m_theme, &Theme::setSystemDark);
    // Later, because the page on which the choice was made goes with its window.
    connect(&m_preferences, &Preferences::languageChanged, this, &DeskProgram::switchLanguage,
            Qt::QueuedConnection);
}

DeskProgram::~DeskProgram()
{
    rememberPlace();
    m_window.reset();
    if (m_engine)
        m_engine->stop();
}

tl::expected<void, QString> DeskProgram::start()
{
    speak(m_preferences.language().value_or(
        m_options.language.value_or(languageOf(QLocale::system()))));
    m_theme.apply(m_app);
    m_systemTheme.follow();
    connect(&m_entrance, &Entrance::opened, this,
            [this](const sync::Settings &settings, bool plain) {
                m_tokenPlain = plain;
                if (const auto running = run(settings); !running)
                    endWith(running.error());
            });
    connect(&m_entrance, &Entrance::shopChanged, this, &DeskProgram::onShopChanged);
    connect(&m_entrance, &Entrance::soundRequested, this,
            [this] { m_player.play(Sound::NewOrder); });
    if (!m_options.token.isEmpty()) {
        sync::Settings settings;
        settings.server = m_options.server;
        settings.token = m_options.token;
        return run(settings);
    }
    if (!m_options.screenshot.isEmpty())
        QTimer::singleShot(screenshotDeadlineMs, this, [this] {
            if (!m_engine)
                endWith(u"this desk is not paired, no picture was made"_s);
        });
    m_entrance.begin();
    return {};
}

tl::expected<void, QString> DeskProgram::run(const sync::Settings &settings)
{
    if (auto opened = openCopy(settings); !opened)
        return opened;
    openWindow();
    if (const auto started = m_engine->start(); !started)
        return tl::unexpected(u"the local copy in %1 cannot be read: %2"_s.arg(
            m_options.dataDir, started.error().value));
    placeWindow();
    if (!m_options.screenshot.isEmpty())
        drawOnce();
    m_window->show();
    return {};
}

tl::expected<void, QString> DeskProgram::openCopy(const sync::Settings &settings)
{
    auto store = LocalStore::open(m_options.dataDir % u"/desk.db"_s);
    if (!store)
        return tl::unexpected(u"the local copy in %1 cannot be opened: %2"_s.arg(
            m_options.dataDir, store.error().value));
    m_store = std::move(*store);
    m_engine = std::make_unique<sync::Engine>(*m_store, settings, m_clock);
    // Later, for these come from inside the engine that they end.
    connect(m_engine.get(), &sync::Engine::revoked, this, &DeskProgram::onRevoked,
            Qt::QueuedConnection);
    connect(m_engine.get(), &sync::Engine::certificateChanged, this,
            &DeskProgram::onCertificateChanged, Qt::QueuedConnection);
    return {};
}

void DeskProgram::unpair()
{
    if (!m_engine)
        return;
    const auto unsent = m_engine->wipe(sync::Engine::Unsent::Keep);
    m_entrance.unpair(unsent.value_or(0)); // the first run stands before the board goes
    close();
    if (!unsent) // a disk that refuses to empty the copy must still let go of it
        forgetCopy();
}

void DeskProgram::onRevoked(int lostOperations)
{
    m_entrance.leave(sync::Parting::Revoked, lostOperations);
    close();
    forgetCopy();
}

void DeskProgram::onCertificateChanged()
{
    m_entrance.leave(sync::Parting::OtherCertificate, m_engine ? m_engine->status().unsent : 0);
    close();
}

/// Ids in the copy and in the queue mean other orders at another shop.
void DeskProgram::onShopChanged()
{
    forgetCopy();
}

void DeskProgram::forgetCopy()
{
    for (const char *name : copyFiles)
        QFile::remove(m_options.dataDir % u'/' % QLatin1StringView(name));
}

void DeskProgram::close()
{
    rememberPlace();
    m_window.reset();
    if (m_engine)
        m_engine->stop();
    m_engine.reset();
    m_store.reset();
}

void DeskProgram::speak(Language language)
{
    const bool korean = language == Language::Korean;
    QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                               : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_translator);
    if (korean)
        return; // the language that the program is written in
    initTranslationResources();
    if (m_translator.load(u":/translations/petalpost_en.qm"_s))
        QCoreApplication::installTranslator(&m_translator);
}

/// The engine and its orders stay; only the window is made anew, and stands before the old one
/// goes.
void DeskProgram::switchLanguage()
{
    speak(m_preferences.language().value_or(Language::Korean));
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    openWindow();
    m_window->restoreGeometry(before->saveGeometry());
    m_window->resume(before->state());
    m_window->show();
    m_window->activateWindow();
}

void DeskProgram::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_engine, m_theme, m_icons, m_preferences);
    m_window->settings().setUnpairable(m_entrance.isPaired());
    m_window->settings().setTokenPlain(m_tokenPlain);
    // Later, for the button that was pressed goes with its window.
    connect(&m_window->settings(), &SettingsPage::unpairRequested, this, &DeskProgram::unpair,
            Qt::QueuedConnection);
    m_window->setWindowIcon(QIcon(u":/icons/petalpost.svg"_s));
    if (m_options.screenshot.isEmpty())
        connectSounds();
    if (auto known = m_store->acknowledged())
        m_window->setAcknowledged(std::move(*known));
    connect(m_window.get(), &MainWindow::orderAcknowledged, this, [this](qint64 id) {
        // Not remembered: the card comes back after a restart, which is the safe side.
        static_cast<void>(m_store->acknowledge(id, m_engine->nowMs()));
    });
}

void DeskProgram::connectSounds()
{
    m_window->setAudible(m_player.isAudible());
    connect(m_window.get(), &MainWindow::soundWanted, &m_player, &SoundPlayer::play);
    connect(&m_player, &SoundPlayer::audibleChanged, m_window.get(), &MainWindow::setAudible);
}

void DeskProgram::rememberPlace()
{
    if (m_window && m_options.size.isEmpty())
        m_preferences.setGeometry(m_window->saveGeometry());
}

void DeskProgram::placeWindow()
{
    if (!m_options.size.isEmpty())
        m_window->resize(m_options.size);
    else if (!m_window->restoreGeometry(m_preferences.geometry()))
        m_window->resize(usualSize);
}

/// Draws the window once the first sync is through, and ends the program.
void DeskProgram::drawOnce()
{
    auto *settle = new QTimer(this);
    settle->setSingleShot(true);
    settle->setInterval(settleMs);
    connect(settle, &QTimer::timeout, this, [this] {
        if (m_window->grab().save(m_options.screenshot, "PNG"))
            QCoreApplication::exit(EXIT_SUCCESS);
        else
            endWith(u"cannot write %1"_s.arg(m_options.screenshot));
    });
    connect(m_engine.get(), &sync::Engine::statusChanged, settle,
            [settle](const sync::SyncStatus &status) {
                if (status.link == sync::Link::Live && status.complete && !settle->isActive())
                    settle->start();
            });
    QTimer::singleShot(screenshotDeadlineMs, this,
                       [] { endWith(u"no first sync within 30 seconds, no picture was made"_s); });
}

} // namespace petalpost::desk
