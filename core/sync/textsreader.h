// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/message.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

#include <tl/expected.hpp>

namespace petalpost::sync {

class Transport;

using TextsAnswer = tl::expected<MessagePage, NoAnswer>;

/// Asks the server for its ledger of text messages. Nothing is kept on this computer: only the
/// server knows what left.
class TextsReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 50;

    explicit TextsReader(Transport &transport, QObject *parent = nullptr);
    ~TextsReader() override;

    /// Asks for a page of those below \a beforeId; 0 begins at the newest. Nothing is heard of an
    /// earlier question.
    void ask(MessageChoice choice, qint64 beforeId);
    /// What is under way ends without an answer.
    void stop();

Q_SIGNALS:
    /// Exactly once for each question that was not followed by another.
    void answered(const petalpost::sync::TextsAnswer &answer);

private:
    Transport &m_transport;
    QPointer<Request> m_request;
};

} // namespace petalpost::sync
