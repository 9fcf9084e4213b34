// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/options.h"
#include "core/domain/clock.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/engine.h"
#include "translations/words.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/shell/windowsettings.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/resources.h"
#include "ui/desk/style/theme.h"

#include <cstdio>

#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int screenshotDeadlineMs = 30'000;
constexpr int settleMs = 200; ///< for what is coalesced or animated
constexpr QSize usualSize(1366, 768);

int fail(const QString &text)
{
    std::fprintf(stderr, "petalpost: %s\n", qUtf8Printable(text));
    return EXIT_FAILURE;
}

void setLanguage(QApplication &app, QTranslator &translator, const QString &language)
{
    QLocale::setDefault(language == "ko"_L1 ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                                            : QLocale(QLocale::English, QLocale::UnitedStates));
    if (language == "ko"_L1)
        return;
    initTranslationResources();
    if (translator.load(u":/translations/petalpost_%1.qm"_s.arg(language)))
        app.installTranslator(&translator);
}

/// Draws the window once the first sync is through, and ends the program.
void drawOnce(MainWindow &window, sync::Engine &engine, const QString &file)
{
    auto *settle = new QTimer(&window);
    settle->setSingleShot(true);
    settle->setInterval(settleMs);
    QObject::connect(settle, &QTimer::timeout, &window, [&window, file] {
        const bool saved = window.grab().save(file, "PNG");
        if (!saved)
            fail(u"cannot write %1"_s.arg(file));
        QCoreApplication::exit(saved ? EXIT_SUCCESS : EXIT_FAILURE);
    });
    QObject::connect(
        &engine, &sync::Engine::statusChanged, settle, [settle](const sync::SyncStatus &status) {
            if (status.link == sync::Link::Live && status.complete && !settle->isActive())
                settle->start();
        });
    QTimer::singleShot(screenshotDeadlineMs, &window, [] {
        QCoreApplication::exit(fail(u"no first sync within 30 seconds, no picture was made"_s));
    });
}

void restoreWindow(MainWindow &window, const Options &options, const WindowSettings &settings)
{
    if (!options.size.isEmpty())
        window.resize(options.size);
    else if (!window.restoreGeometry(settings.geometry()))
        window.resize(usualSize);
}

int run(QApplication &app, const Options &options)
{
    Theme theme;
    theme.setChoice(options.theme);
    QObject::connect(&theme, &Theme::changed, &app, [&] { theme.apply(app); });
    theme.apply(app);
    auto store = LocalStore::open(options.dataDir % u"/desk.db"_s);
    if (!store)
        return fail(u"the local copy in %1 cannot be opened: %2"_s.arg(options.dataDir,
                                                                       store.error().value));
    const SystemClock clock;
    sync::Engine engine(**store, {options.server, options.token}, clock);
    WindowSettings settings(options.dataDir % u"/window.ini"_s);
    Icons icons;
    MainWindow window(engine, theme, icons);
    window.setWindowIcon(QIcon(u":/icons/petalpost.svg"_s));
    if (auto known = (*store)->acknowledged())
        window.setAcknowledged(std::move(*known));
    QObject::connect(&window, &MainWindow::orderAcknowledged, &engine, [&](qint64 id) {
        // Not remembered: the card comes back after a restart, which is the safe side.
        static_cast<void>((*store)->acknowledge(id, engine.nowMs()));
    });
    if (const auto started = engine.start(); !started)
        return fail(u"the local copy in %1 cannot be read: %2"_s.arg(options.dataDir,
                                                                     started.error().value));
    restoreWindow(window, options, settings);
    if (!options.screenshot.isEmpty())
        drawOnce(window, engine, options.screenshot);
    window.show();
    const int code = app.exec();
    if (options.size.isEmpty())
        settings.setGeometry(window.saveGeometry());
    engine.stop();
    return code;
}

} // namespace

} // namespace petalpost::desk

int main(int argc, char *argv[])
{
    using namespace petalpost::desk;
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"petalpost"_s);
    QApplication::setApplicationVersion(QStringLiteral(PETALPOST_VERSION));
    QApplication::setDesktopFileName(u"petalpost"_s);
    initStyleResources();
    const auto options = readOptions(QApplication::arguments());
    if (!options)
        return fail(options.error());
    QTranslator translator;
    setLanguage(app, translator, options->language);
    return run(app, *options);
}
