// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/eventstream.h"

#include <algorithm>
#include <cstring>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

EventStream::EventStream(qint64 bufferBytes, QObject *parent)
    : QObject(parent)
    , m_bufferBytes(bufferBytes)
{
}

EventStream::~EventStream() = default;

bool EventStream::send(const QByteArray &chunk)
{
    if (m_state != State::Open)
        return false;
    if (pendingBytes() + chunk.size() > m_bufferBytes) {
        drop();
        return false;
    }
    if (m_read == m_buffer.size()) {
        m_buffer = chunk;
        m_read = 0;
    } else {
        m_buffer.append(chunk);
    }
    m_quiet = false;
    if (m_wake)
        m_wake();
    return true;
}

void EventStream::close()
{
    if (m_state != State::Open)
        return;
    m_state = State::Ending;
    if (m_wake)
        m_wake();
    Q_EMIT closed();
}

void EventStream::attach(qint64 bufferBytes, std::function<void()> wake)
{
    m_bufferBytes = std::min(m_bufferBytes, bufferBytes);
    m_wake = std::move(wake);
}

void EventStream::detach()
{
    m_wake = nullptr;
    drop();
}

void EventStream::drop()
{
    const bool wasOpen = m_state == State::Open;
    m_state = State::Dropped;
    m_buffer.clear();
    m_read = 0;
    if (m_wake)
        m_wake();
    if (wasOpen)
        Q_EMIT closed();
}

void EventStream::beat()
{
    // A comment: readers skip it, but writing it shows whether somebody still reads.
    if (m_quiet && m_state == State::Open && pendingBytes() == 0)
        send(":\n\n"_ba);
    m_quiet = true;
}

qint64 EventStream::take(char *to, qint64 maxBytes)
{
    const qint64 count = std::min(maxBytes, pendingBytes());
    if (count > 0)
        std::memcpy(to, m_buffer.constData() + m_read, static_cast<size_t>(count));
    m_read += count;
    if (m_read == m_buffer.size()) {
        m_buffer.clear();
        m_read = 0;
    } else if (m_read > m_buffer.size() / 2) {
        m_buffer.remove(0, m_read);
        m_read = 0;
    }
    return count;
}

} // namespace petalpost::http
