// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/secretstore.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace petalpost::test {

/// Waits for \a request; an Unavailable answer when it never came.
inline sync::SecretAnswer answerOf(sync::SecretRequest *request)
{
    constexpr int answerMs = 20'000;
    sync::SecretAnswer answer;
    QSignalSpy gone(request, &QObject::destroyed);
    QObject::connect(request, &sync::SecretRequest::finished, request,
                     [&answer](const sync::SecretAnswer &given) { answer = given; });
    gone.wait(answerMs);
    return answer;
}

/// A keychain in memory that can be away.
class MemoryStore : public sync::SecretStore
{
public:
    bool isThere = true;
    QHash<QString, QByteArray> secrets;

    sync::SecretRequest *read(const QString &key) override
    {
        const auto status = secrets.contains(key) ? Status::Done : Status::NotFound;
        return answer({isThere ? status : Status::Unavailable,
                       isThere ? secrets.value(key) : QByteArray(), false});
    }
    sync::SecretRequest *write(const QString &key, const QByteArray &secret) override
    {
        if (isThere)
            secrets.insert(key, secret);
        return answer({isThere ? Status::Done : Status::Unavailable, {}, false});
    }
    sync::SecretRequest *remove(const QString &key) override
    {
        if (isThere)
            secrets.remove(key);
        return answer({isThere ? Status::Done : Status::Unavailable, {}, false});
    }

private:
    using Status = sync::SecretStatus;

    sync::SecretRequest *answer(const sync::SecretAnswer &given)
    {
        auto *request = new sync::SecretRequest(this);
        QTimer::singleShot(0, request, [request, given] { request->finish(given); });
        return request;
    }
};

} // namespace petalpost::test
