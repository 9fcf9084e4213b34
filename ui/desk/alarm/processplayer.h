// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/alarm/soundplayer.h"

#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <vector>

namespace petalpost::desk {

/// Plays through whichever of pw-play, paplay and aplay works, so that a broken sound system can
/// never take the desk along. A program that fails hands over to the next one; after the last,
/// the display beeps. The next sound begins with the first program again: speakers come back.
class ProcessPlayer final : public SoundPlayer
{
    Q_OBJECT

public:
    static constexpr int maxRunning = 2; ///< a further sound is left out
    static constexpr int deadlineMs = 8'000;

    /// Looks for the programs in \a paths, the system's when empty.
    explicit ProcessPlayer(const QStringList &paths = {}, QObject *parent = nullptr);
    ~ProcessPlayer() override;

    void play(Sound sound) override;
    bool isAudible() const override { return m_audible; }
    int running() const { return m_running; }

private:
    struct Program
    {
        QString path;
        QStringList arguments;
    };

    void tryProgram(std::size_t index, Sound sound);
    void setAudible(bool audible);
    QString fileOf(Sound sound) const;

    std::vector<Program> m_programs;
    QTemporaryDir m_files; ///< the programs cannot read what is compiled in
    int m_running = 0;
    bool m_audible = true;
};

} // namespace petalpost::desk
