// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <algorithm>
#include <ctime>
#include <vector>

namespace petalpost::bench {

/// Beats once in every turn of the event loop and remembers how long the turns were: by the clock
/// on the wall, and by the time this thread really computed, which other programs do not lengthen.
class Watchdog : public QObject
{
public:
    struct Turns
    {
        std::vector<double> wallMs;
        double longestCpuMs = 0;

        double longestMs() const { return wallMs.empty() ? 0 : *std::ranges::max_element(wallMs); }
    };

    Watchdog()
    {
        m_beat.setInterval(0);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_turns.wallMs.push_back(double(m_wall.nsecsElapsed()) / 1e6);
            m_turns.longestCpuMs = std::max(m_turns.longestCpuMs, cpuMs() - m_cpuMs);
            m_wall.start();
            m_cpuMs = cpuMs();
        });
    }

    void start()
    {
        m_turns = {};
        m_wall.start();
        m_cpuMs = cpuMs();
        m_beat.start();
    }
    Turns stop()
    {
        m_beat.stop();
        return std::move(m_turns);
    }

    static double cpuMs()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

private:
    QTimer m_beat;
    QElapsedTimer m_wall;
    double m_cpuMs = 0;
    Turns m_turns;
};

} // namespace petalpost::bench
