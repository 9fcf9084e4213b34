// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>

#include <cstdio>
#include <functional>
#include <unistd.h>

namespace petalpost::test {

/// Every line of the standard input is a command, every line of the output its answer; the program
/// ends with the input.
class PipeCommands
{
public:
    using Obey = std::function<QByteArray(const QByteArrayList &words)>;

    explicit PipeCommands(Obey obey)
        : m_obey(std::move(obey))
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        QObject::connect(&m_input, &QSocketNotifier::activated, &m_input, [this] { read(); });
    }

    static void say(const QByteArray &line)
    {
        std::fprintf(stdout, "%s\n", line.constData());
        std::fflush(stdout);
    }

private:
    void read()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::exit(0);
        m_line.append(bytes, count);
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            say(m_obey(m_line.first(end).split(' ')));
            m_line.remove(0, end + 1);
        }
    }

    Obey m_obey;
    QSocketNotifier m_input;
    QByteArray m_line;
};

} // namespace petalpost::test
