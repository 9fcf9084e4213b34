// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/options.h"
#include "core/domain/clock.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
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

    /// Opens the local copy, starts syncing and shows the window. An error is a sentence for the
    /// terminal.
    tl::expected<void, QString> start();

private:
    tl::expected<void, QString> openCopy();
    void speak(Language language);
    void switchLanguage();
    void openWindow();
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
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace petalpost::desk
