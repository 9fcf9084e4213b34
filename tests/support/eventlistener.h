// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpcalls.h"

namespace petalpost::test {

/// Holds an event stream open and collects the entries of its pages.
class EventListener
{
public:
    EventListener(const QUrl &server, const QByteArray &token, const QString &path)
    {
        QNetworkRequest request = HttpCalls(server, token).request(path);
        request.setRawHeader("Accept", "text/event-stream");
        request.setTransferTimeout(0);
        m_reply.reset(m_network.get(request));
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, m_reply.get(),
                         [this] { read(); });
    }

    Q_DISABLE_COPY_MOVE(EventListener)

    bool isEnded() const { return m_reply->isFinished(); }
    int pages() const { return m_pages; }
    const std::vector<QJsonObject> &entries() const { return m_entries; }
    QByteArray text() const { return m_text; }

private:
    void read()
    {
        m_text += m_reply->readAll();
        for (qsizetype end = m_text.indexOf("\n\n", m_read); end >= 0;
             end = m_text.indexOf("\n\n", m_read)) {
            const QByteArray event = m_text.sliced(m_read, end - m_read);
            m_read = end + 2;
            const qsizetype data = event.indexOf("data: ");
            if (!event.startsWith("event: page") || data < 0)
                continue;
            ++m_pages;
            const auto page = QJsonDocument::fromJson(event.sliced(data + 6)).object();
            for (const QJsonValue &entry : page.value(QStringLiteral("entries")).toArray())
                m_entries.push_back(entry.toObject());
        }
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_text;
    qsizetype m_read = 0;
    int m_pages = 0;
    std::vector<QJsonObject> m_entries;
};

} // namespace petalpost::test
