// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/figures.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

#include <tl/expected.hpp>

namespace petalpost::sync {

class Transport;

using SalesAnswer = tl::expected<Sales, NoAnswer>;

/// Asks the server what was sold. Nothing is kept on this computer: every screen shows the server's
/// own numbers, and there is nothing new to show without a contact.
class SalesReader : public QObject
{
    Q_OBJECT

public:
    explicit SalesReader(Transport &transport, QObject *parent = nullptr);
    ~SalesReader() override;

    /// Asks for the days from \a from to \a to. Nothing is heard of an earlier question about days
    /// that began on the same day.
    void ask(QDate from, QDate to);
    /// What is under way ends without an answer.
    void stop();

Q_SIGNALS:
    /// Exactly once for each question that was not followed by the same one.
    void answered(QDate from, const petalpost::sync::SalesAnswer &answer);

private:
    Transport &m_transport;
    std::map<QDate, QPointer<Request>> m_requests; ///< by the first day
};

} // namespace petalpost::sync
