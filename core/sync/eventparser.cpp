// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/eventparser.h"

#include <algorithm>

namespace petalpost::sync {

bool EventParser::add(QByteArrayView bytes)
{
    const auto isEnd = [](char byte) { return byte == '\n' || byte == '\r'; };
    while (!bytes.isEmpty()) {
        if (m_afterReturn && bytes.front() == '\n')
            bytes = bytes.sliced(1);
        m_afterReturn = false;
        const auto end = std::find_if(bytes.begin(), bytes.end(), isEnd);
        const qsizetype length = end - bytes.begin();
        m_line.append(bytes.first(length));
        if (m_line.size() + m_event.data.size() > maxEventBytes)
            return false;
        if (end == bytes.end())
            break;
        m_afterReturn = *end == '\r';
        endLine();
        bytes = bytes.sliced(length + 1);
    }
    return true;
}

std::optional<ServerEvent> EventParser::next()
{
    if (m_ready.empty())
        return std::nullopt;
    ServerEvent event = std::move(m_ready.front());
    m_ready.pop_front();
    return event;
}

void EventParser::clear()
{
    *this = {};
}

void EventParser::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (line.isEmpty()) {
        if (m_hasData)
            m_ready.push_back(
                {m_event.name.isEmpty() ? QByteArray("message") : m_event.name, m_event.data});
        m_event = {};
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field =
        colon < 0 ? QByteArrayView(line) : QByteArrayView(line).first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : QByteArrayView(line).sliced(colon + 1);
    if (!value.isEmpty() && value.front() == ' ')
        value = value.sliced(1);
    if (field == QByteArrayView("event")) {
        m_event.name = value.toByteArray();
    } else if (field == QByteArrayView("data")) {
        if (m_hasData)
            m_event.data.append('\n');
        m_event.data.append(value);
        m_hasData = true;
    }
}

} // namespace petalpost::sync
