// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// petalpost_deskshots DIRECTORY [SCREEN]…: every screen of the desk, or those named, as a picture,
// in both languages, light and dark, in each size. Two runs write the same files: the data is made
// up and time stands still.

#include "tests/shots/screens.h"
#include "translations/words.h"
#include "ui/desk/style/resources.h"

#include <QtCore/QDir>
#include <QtCore/QTranslator>
#include <QtGui/QPainter>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

struct Look
{
    const char *name;
    desk::ThemeChoice choice;
};

struct Size
{
    const char *name;
    QSize size;
    qreal textScale; ///< 0: what the width asks for
};

constexpr std::array looks{Look{"light", desk::ThemeChoice::Light},
                           Look{"dark", desk::ThemeChoice::Dark}};
constexpr std::array sizes{Size{"1366", {1366, 768}, 0}, Size{"2560", {2560, 1440}, 0},
                           Size{"1366-130pct", {1366, 768}, 1.3}};

/// Layouts and what is posted meanwhile; nothing in a still desk waits for time.
void settle()
{
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

QPixmap pictured(test::DeskWindow &desk, const shots::DeskScreen &screen)
{
    const shots::Overlay overlay = screen.open(desk);
    if (overlay)
        overlay->show();
    settle();
    if (overlay && !qobject_cast<QDialog *>(overlay.get()))
        return overlay->grab();
    QPixmap picture = desk.window->grab();
    if (overlay) {
        const QPixmap front = overlay->grab();
        const QPoint middle((picture.width() - front.width()) / 2,
                            (picture.height() - front.height()) / 2);
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 80));
        painter.drawPixmap(middle, front);
    }
    return picture;
}

bool draw(const QDir &to, const QStringList &wanted, const QString &language, const Look &look,
          const Size &size)
{
    for (const shots::DeskScreen &screen : shots::deskScreens()) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1StringView(screen.name)))
            continue;
        if (screen.onlySize && qstrcmp(screen.onlySize, size.name) != 0)
            continue;
        const auto desk = shots::stillDesk();
        desk->preferences.setTheme(look.choice);
        desk->window->resize(size.size);
        settle();
        if (size.textScale > 0)
            desk->preferences.setTextScale(size.textScale);
        const QString name =
            QStringList({QString::fromLatin1(screen.name), language, QString::fromLatin1(look.name),
                         QString::fromLatin1(size.name)})
                .join(u'_')
            + u".png"_s;
        if (!pictured(*desk, screen).save(to.filePath(name), "PNG")) {
            std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(to.filePath(name)));
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(PETALPOST_VERSION));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fprintf(stderr, "usage: petalpost_deskshots DIRECTORY [SCREEN]...\n");
        return EXIT_FAILURE;
    }
    initStyleResources();
    initTranslationResources();
    QTranslator english;
    if (!english.load(u":/translations/petalpost_en.qm"_s))
        return EXIT_FAILURE;
    for (const QString &language : {u"ko"_s, u"en"_s}) {
        const bool korean = language == "ko"_L1;
        QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                                   : QLocale(QLocale::English, QLocale::UnitedStates));
        if (!korean)
            QCoreApplication::installTranslator(&english);
        for (const Look &look : looks) {
            for (const Size &size : sizes) {
                if (!draw(QDir(arguments.at(1)), arguments.mid(2), language, look, size))
                    return EXIT_FAILURE;
            }
        }
    }
    return EXIT_SUCCESS;
}
