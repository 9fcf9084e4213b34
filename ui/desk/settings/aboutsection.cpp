// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/aboutsection.h"

#include "ui/desk/settings/preferences.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSysInfo>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// What is built in or linked, under which licence. Names, so not translated.
constexpr std::pair<const char16_t *, const char16_t *> parts[] = {
    {u"Petalpost", u"GPL-3.0-or-later"}, {u"Qt 6", u"LGPL-3.0-only"}, {u"SQLite", u"Public Domain"},
    {u"tl::expected", u"CC0-1.0"},       {u"Pretendard", u"OFL-1.1"}, {u"Lucide", u"ISC, MIT"},
};

QLatin1StringView linkWord(sync::Link link)
{
    switch (link) {
    case sync::Link::Connecting:
        return "connecting"_L1;
    case sync::Link::Live:
        return "live"_L1;
    case sync::Link::Unreachable:
        return "unreachable"_L1;
    case sync::Link::SignedOut:
        return "signed out"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

AboutSection::AboutSection(sync::Engine &engine, const Preferences &preferences, const Theme &theme,
                           QWidget *parent)
    : SettingsSection(tr("정보"), theme, parent)
    , m_engine(engine)
    , m_preferences(preferences)
{
    setObjectName(u"settingsAbout"_s);
    auto *version = new QLabel(u"Petalpost "_s % QCoreApplication::applicationVersion(), this);
    version->setObjectName(u"version"_s);
    addRow(tr("버전"), version);
    QStringList licences;
    for (const auto &[name, licence] : parts)
        licences << QString::fromUtf16(name) % u" – "_s % QString::fromUtf16(licence);
    auto *list = new QLabel(licences.join(u'\n'), this);
    list->setObjectName(u"licences"_s);
    addRow(tr("라이선스"), list);
    auto *copy = new QPushButton(tr("진단 정보 복사"), this);
    copy->setObjectName(u"copyDiagnostics"_s);
    copy->setAccessibleName(copy->text());
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(copy);
    line->addStretch(1);
    addRow(tr("문제가 생겼을 때"), row)->setBuddy(copy);
    addNote(tr("이름·전화번호·주소는 들어가지 않아요."));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(diagnostics());
        Q_EMIT copied();
    });
    dress();
}

/// In English whatever the desk speaks: those who read it search for these words.
QString AboutSection::diagnostics() const
{
    const sync::SyncStatus status = m_engine.status();
    const qint64 silentMs =
        status.lastContactMs == 0 ? -1 : m_engine.nowMs() - status.lastContactMs;
    const QStringList lines{
        u"petalpost %1"_s.arg(QCoreApplication::applicationVersion()),
        u"Qt %1, %2, %3 %4"_s.arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                                  QSysInfo::prettyProductName(),
                                  QSysInfo::currentCpuArchitecture()),
        u"language %1, text %2 %, %3"_s.arg(speaksKorean() ? u"ko"_s : u"en"_s)
            .arg(qRound(theme().textScale() * 100))
            .arg(theme().isDark() ? u"dark"_s : u"light"_s),
        u"reduced motion %1"_s.arg(m_preferences.reducedMotion() ? u"yes"_s : u"no"_s),
        u"link %1, last contact %2 s ago, first sync %3, unsent %4"_s.arg(linkWord(status.link))
            .arg(silentMs < 0 ? u"never;"_s : QString::number(silentMs / 1000))
            .arg(status.complete ? u"complete"_s : u"running"_s)
            .arg(status.unsent),
        u"orders %1, reviews %2, products %3"_s.arg(m_engine.orders().size())
            .arg(m_engine.reviews().size())
            .arg(m_engine.products().size()),
    };
    return lines.join(u'\n') % u'\n';
}

} // namespace petalpost::desk
