// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/tasks.h"

#include <QCoroFuture>

#include <QFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <stdexcept>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

namespace {

QCoro::Task<> waitFor(QFuture<void> future, bool fail)
{
    co_await future;
    if (fail)
        throw std::runtime_error("boom");
}

} // namespace

class TestTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drainsAtOnceWhenIdle();
    void drainsWhenTheLastTaskEnds();
    void drainIsBounded();
    void logsExceptions();
};

void TestTasks::drainsAtOnceWhenIdle()
{
    TaskRegistry registry("test"_ba);
    QSignalSpy drained(&registry, &TaskRegistry::drained);
    registry.drain(60'000);
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(drained.first().first().toInt(), 0);
}

void TestTasks::drainsWhenTheLastTaskEnds()
{
    TaskRegistry registry("test"_ba);
    QSignalSpy drained(&registry, &TaskRegistry::drained);
    QPromise<void> first;
    QPromise<void> second;
    first.start();
    second.start();
    registry.spawn(waitFor(first.future(), false));
    registry.drain(60'000);
    registry.spawn(waitFor(second.future(), false));
    QCOMPARE(registry.active(), 2);
    first.finish();
    QTRY_COMPARE(registry.active(), 1);
    QCOMPARE(drained.size(), 0);
    second.finish();
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(registry.active(), 0);
}

void TestTasks::drainIsBounded()
{
    auto registry = std::make_unique<TaskRegistry>("test"_ba);
    QSignalSpy drained(registry.get(), &TaskRegistry::drained);
    QPromise<void> never;
    never.start();
    registry->spawn(waitFor(never.future(), false));
    registry->drain(10);
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(drained.first().first().toInt(), 1);
    registry.reset();
    never.finish(); // the coroutine ends without its registry
    QCoreApplication::processEvents();
}

void TestTasks::logsExceptions()
{
    TaskRegistry registry("test"_ba);
    QPromise<void> promise;
    promise.start();
    registry.spawn(waitFor(promise.future(), true));
    QTest::ignoreMessage(QtCriticalMsg, "a task of test failed: boom");
    promise.finish();
    QTRY_COMPARE(registry.active(), 0);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
