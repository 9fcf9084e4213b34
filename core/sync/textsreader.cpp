// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/textsreader.h"

#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>

namespace petalpost::sync {

namespace {

TextsAnswer textsOf(const Answer &answer)
{
    if (!answer.isSuccess())
        return tl::unexpected(noAnswerOf(answer));
    auto page = messagePageFromJson(QJsonDocument::fromJson(answer.body).object());
    if (!page)
        return tl::unexpected(NoAnswer());
    return std::move(*page);
}

} // namespace

TextsReader::TextsReader(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

TextsReader::~TextsReader()
{
    if (m_request)
        m_request->abandon();
}

void TextsReader::ask(MessageChoice choice, qint64 beforeId)
{
    if (m_request)
        m_request->abandon();
    m_request = m_transport.askTexts(choice, beforeId, pageSize);
    connect(m_request, &Request::finished, this, [this](const Answer &answer) {
        m_request = nullptr;
        Q_EMIT answered(textsOf(answer));
    });
}

void TextsReader::stop()
{
    if (!m_request)
        return;
    m_request->abandon();
    m_request = nullptr;
    Q_EMIT answered(tl::unexpected(NoAnswer()));
}

} // namespace petalpost::sync
