// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/tasks.h"

#include "core/server/http/logging.h"

#include <QPointer>
#include <QTimer>

#include <exception>

namespace petalpost::http {

// Shared with the coroutines, which may outlive the registry.
struct TaskRegistry::State
{
    QByteArray name;
    int active = 0;
    QPointer<TaskRegistry> registry;
};

namespace {

// Outside the coroutine: the logging macro's local class does not belong into its frame.
void logFailure(const QByteArray &name, const char *what)
{
    qCCritical(lcHttp, "a task of %s failed: %s", name.constData(), what);
}

} // namespace

TaskRegistry::TaskRegistry(QByteArray name, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>())
    , m_deadline(new QTimer(this))
{
    m_state->name = std::move(name);
    m_state->registry = this;
    m_deadline->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this, &TaskRegistry::finishDrain);
}

TaskRegistry::~TaskRegistry() = default;

void TaskRegistry::spawn(QCoro::Task<> task)
{
    ++m_state->active;
    watch(std::move(task), m_state);
}

QCoro::Task<> TaskRegistry::watch(QCoro::Task<> task, std::shared_ptr<State> state)
{
    try {
        co_await task;
    } catch (const std::exception &error) {
        logFailure(state->name, error.what());
    } catch (...) {
        logFailure(state->name, "not a std::exception");
    }
    --state->active;
    TaskRegistry *registry = state->registry;
    if (state->active == 0 && registry && registry->m_draining)
        QMetaObject::invokeMethod(registry, &TaskRegistry::finishDrain, Qt::QueuedConnection);
}

int TaskRegistry::active() const
{
    return m_state->active;
}

void TaskRegistry::drain(int deadlineMs)
{
    m_draining = true;
    m_deadline->start(m_state->active == 0 ? 0 : deadlineMs);
}

void TaskRegistry::finishDrain()
{
    // Queued: a task may have been spawned since.
    if (!m_draining || (m_state->active > 0 && m_deadline->isActive()))
        return;
    m_draining = false;
    m_deadline->stop();
    Q_EMIT drained(m_state->active);
}

} // namespace petalpost::http
