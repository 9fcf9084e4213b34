// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/killableprogram.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>

namespace petalpost::test {

/// The demo shop's server in a process of its own, which may be killed at any moment; time is the
/// test's. Its files stay, its port does not.
class KillableShop
{
    QTemporaryDir m_dir; // outlives the process

public:
    explicit KillableShop(QString program)
        : m_program(std::move(program))
    {
    }

    bool start(qint64 nowMs)
    {
        if (!m_shop.start(m_program, {m_dir.path(), QString::number(nowMs)}))
            return false;
        const QByteArrayList words = m_shop.readLine().split(' ');
        if (words.size() != 3 || words.front() != "ready")
            return false;
        m_url = QUrl(QString::fromLatin1(words[1]));
        m_token = words[2];
        return true;
    }

    void kill() { m_shop.kill(); }
    QByteArray ask(const QByteArray &command) { return m_shop.ask(command); }

    const QUrl &url() const { return m_url; }
    quint16 port() const { return quint16(m_url.port()); }
    const QByteArray &token() const { return m_token; }
    QString database() const { return m_dir.filePath(QStringLiteral("petalpost.db")); }

private:
    QString m_program;
    KillableProgram m_shop;
    QUrl m_url;
    QByteArray m_token;
};

} // namespace petalpost::test
