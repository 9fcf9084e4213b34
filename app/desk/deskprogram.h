// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/entrance.h"
#include "app/desk/options.h"
#include "core/domain/clock.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
#include "ui/desk/alarm/processplayer.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/systemtheme.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QTranslator>

#include <memory>

class QApplication;

namespace petalpost::desk {

class MainWindow;

/// The running desk: one data directory, one engine over it, one window at a time. The window may
/// be made anew while the engine goes on.
class DeskProgram : public QObject
{
    Q_OBJECT

public:
    DeskProgram(QApplication &app, Options options);
    ~DeskProgram() override;

    /// Shows the board, or the first run while this desk is not paired. An error is a sentence for
    /// the terminal.
    tl::expected<void, QString> start();

    /// Gives this desk's token back and empties its copy. What was not sent is kept for the next
    /// pairing with the same server.
    void unpair();

private:
    /// Opens the local copy, starts syncing and shows the window.
    tl::expected<void, QString> run(const sync::Settings &settings);
    tl::expected<void, QString> openCopy(const sync::Settings &settings);
    void onRevoked(int lostOperations);
    void onCertificateChanged();
    void onShopChanged();
    /// Ends syncing; window and copy are closed.
    void close();
    void forgetCopy();
    void speak(Language language);
    void switchLanguage();
    void openWindow();
    void connectSounds();
    void rememberPlace();
    void placeWindow();
    void drawOnce();

    QApplication &m_app;
    const Options m_options;
    const SystemClock m_clock;
    Preferences m_preferences;
    QTranslator m_translator;
    Theme m_theme;
    SystemTheme m_systemTheme;
    Icons m_icons;
    Entrance m_entrance;
    bool m_tokenPlain = false; ///< the token lies in a file, because no keychain runs here
    ProcessPlayer m_player;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace petalpost::desk
