// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/processplayer.h"

#include "ui/desk/alarm/resources.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

Q_LOGGING_CATEGORY(lcSound, "petalpost.alarm", QtInfoMsg)

QString fileName(Sound sound)
{
    switch (sound) {
    case Sound::NewOrder:
        return u"new-order.wav"_s;
    case Sound::Cancelled:
        return u"cancelled.wav"_s;
    case Sound::Offline:
        return u"offline.wav"_s;
    case Sound::Late:
        return u"late.wav"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ProcessPlayer::ProcessPlayer(const QStringList &paths, QObject *parent)
    : SoundPlayer(parent)
{
    initSoundResources();
    const std::pair<QString, QStringList> known[] = {
        {u"pw-play"_s, {}}, {u"paplay"_s, {}}, {u"aplay"_s, {u"-q"_s}}};
    for (const auto &[name, arguments] : known) {
        const QString path = QStandardPaths::findExecutable(name, paths);
        if (!path.isEmpty())
            m_programs.push_back({path, arguments});
    }
    for (const Sound sound : allSounds) {
        if (!QFile::copy(u":/sounds/"_s % fileName(sound), fileOf(sound)))
            qCWarning(lcSound, "a sound could not be written to the temporary directory");
    }
    m_audible = !m_programs.empty();
}

ProcessPlayer::~ProcessPlayer()
{
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(100); // it was killed: only its exit is collected
    }
}

QString ProcessPlayer::fileOf(Sound sound) const
{
    return m_files.filePath(fileName(sound));
}

void ProcessPlayer::play(Sound sound)
{
    if (m_running < maxRunning)
        tryProgram(0, sound);
}

void ProcessPlayer::tryProgram(std::size_t index, Sound sound)
{
    if (index >= m_programs.size()) {
        QApplication::beep();
        setAudible(false);
        return;
    }
    auto *process = new QProcess(this);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    ++m_running;
    const auto end = [this, process, index, sound](bool played) {
        process->disconnect(this);
        process->deleteLater();
        --m_running;
        if (played)
            setAudible(true);
        else
            tryProgram(index + 1, sound);
    };
    connect(process, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0);
    });
    connect(process, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    // A sound system that hangs counts as one that fails.
    QTimer::singleShot(deadlineMs, process, &QProcess::kill);
    process->start(m_programs[index].path,
                   m_programs[index].arguments + QStringList(fileOf(sound)));
}

void ProcessPlayer::setAudible(bool audible)
{
    if (m_audible == audible)
        return;
    m_audible = audible;
    if (!audible)
        qCWarning(lcSound, "none of pw-play, paplay and aplay can make a sound");
    Q_EMIT audibleChanged(audible);
}

} // namespace petalpost::desk
