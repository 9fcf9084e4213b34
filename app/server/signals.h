// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QSocketNotifier>

#include <functional>
#include <memory>

/// Calls a function on the event loop for every SIGTERM and SIGINT. One at a time may exist.
class TerminationSignals
{
public:
    explicit TerminationSignals(std::function<void()> onSignal);
    ~TerminationSignals();
    Q_DISABLE_COPY_MOVE(TerminationSignals)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
