// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QByteArray>
#include <QObject>

#include <memory>

class QTimer;

namespace petalpost::http {

/// Owns coroutines nobody waits for. One that throws is logged instead of vanishing. Lives on one
/// thread; coroutines still running when it dies finish on their own, unseen.
class TaskRegistry : public QObject
{
    Q_OBJECT

public:
    /// `name` stands in the log beside an exception; never a value of a request.
    explicit TaskRegistry(QByteArray name, QObject *parent = nullptr);
    ~TaskRegistry() override;

    /// Takes over a running coroutine.
    void spawn(QCoro::Task<> task);
    /// Coroutines that have not ended.
    int active() const;
    /// Answers with drained() when nothing runs any more, or after `deadlineMs` with what is left
    /// still running. Coroutines may still be spawned meanwhile; they are waited for too.
    void drain(int deadlineMs);

Q_SIGNALS:
    /// Once for every drain(); `left` coroutines missed the deadline.
    void drained(int left);

private:
    struct State;

    static QCoro::Task<> watch(QCoro::Task<> task, std::shared_ptr<State> state);
    void finishDrain();

    std::shared_ptr<State> m_state;
    QTimer *m_deadline = nullptr;
    bool m_draining = false;
};

} // namespace petalpost::http
