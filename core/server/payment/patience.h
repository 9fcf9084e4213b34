// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/delays.h"

#include <qcorofuture.h>

#include <optional>

namespace petalpost::server {

/// How long a person looks at a page that does not come.
inline constexpr int patienceMs = 5'000;

/// One answer of two that race for it: the work's, or that it takes too long.
template<class T>
struct Race
{
    QPromise<std::optional<T>> promise;
    bool over = false;

    void answer(std::optional<T> result)
    {
        if (std::exchange(over, true))
            return;
        promise.addResult(std::move(result));
        promise.finish();
    }
};

template<class T>
QCoro::Task<void> finishRace(std::shared_ptr<Race<T>> race, QCoro::Task<T> work)
{
    auto result = co_await work;
    race->answer(std::move(result));
}

template<class T>
QCoro::Task<void> endRace(std::shared_ptr<Race<T>> race, QFuture<bool> deadline)
{
    co_await deadline;
    race->answer(std::nullopt);
}

/// What \a work answers, or nothing when it takes longer than patienceMs: it then goes on to its
/// own end in \a tasks, which spawn()s coroutines, and only the page stops waiting for it.
template<class Tasks, class T>
QCoro::Task<std::optional<T>> withPatience(Tasks &tasks, Delays &delays, QCoro::Task<T> work)
{
    auto race = std::make_shared<Race<T>>();
    race->promise.start();
    auto answer = race->promise.future();
    tasks.spawn(finishRace(race, std::move(work)));
    if (!race->over)
        tasks.spawn(endRace(race, delays.after(patienceMs)));
    co_return co_await answer;
}

} // namespace petalpost::server
