// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <deque>
#include <optional>

namespace petalpost::sync {

/// One event of an event stream; the default name is "message".
struct ServerEvent
{
    QByteArray name;
    QByteArray data; ///< the data lines joined with a line feed

    bool operator==(const ServerEvent &) const = default;
};

/// Cuts an event stream (WHATWG HTML, "Server-sent events") into events, however its bytes arrive.
/// An event without its closing empty line does not exist yet; comments are skipped.
class EventParser
{
public:
    /// A full feed page of 500 orders with every text at its limit stays far below.
    static constexpr qsizetype maxEventBytes = 8 * 1024 * 1024;

    /// Takes the next \a bytes; false when one event grew over the bound: drop the stream then.
    bool add(QByteArrayView bytes);
    /// The next whole event, if there is one.
    std::optional<ServerEvent> next();
    /// Forgets everything, for a new stream.
    void clear();

private:
    void endLine();

    QByteArray m_line;
    ServerEvent m_event;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< the last byte was CR: an LF now belongs to it
    std::deque<ServerEvent> m_ready;
};

} // namespace petalpost::sync
