// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/secretstore.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

SecretAnswer answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        break;
    case QKeychain::EntryNotFound:
        return {SecretStatus::NotFound, {}, false};
    default:
        return {SecretStatus::Unavailable, {}, false};
    }
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    if (!read)
        return {SecretStatus::Done, {}, false};
    // Some services answer a missing entry with an empty one.
    const QByteArray secret = read->binaryData();
    return {secret.isEmpty() ? SecretStatus::NotFound : SecretStatus::Done, secret, false};
}

} // namespace

void SecretRequest::finish(const SecretAnswer &answer)
{
    if (std::exchange(m_finished, true))
        return;
    Q_EMIT finished(answer);
    deleteLater();
}

KeychainStore::KeychainStore(QString service, int deadlineMs, QObject *parent)
    : SecretStore(parent)
    , m_service(std::move(service))
    , m_deadlineMs(deadlineMs)
{
}

SecretRequest *KeychainStore::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    return start(job);
}

SecretRequest *KeychainStore::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setBinaryData(secret);
    return start(job);
}

SecretRequest *KeychainStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return start(job);
}

template<class Job>
SecretRequest *KeychainStore::start(Job *job)
{
    auto *request = new SecretRequest(this);
    // A job cannot be called back: one that answers after the deadline speaks to nobody.
    job->setAutoDelete(true);
    connect(job, &QKeychain::Job::finished, request,
            [request](QKeychain::Job *done) { request->finish(answerOf(*done)); });
    QTimer::singleShot(m_deadlineMs, request, [request] {
        request->finish({SecretStatus::Unavailable, {}, false});
    });
    job->start(); // begins in the event loop
    return request;
}

FileStore::FileStore(QString directory, QObject *parent)
    : SecretStore(parent)
    , m_directory(std::move(directory))
{
}

SecretRequest *FileStore::read(const QString &key)
{
    QFile file(pathOf(key));
    if (!file.exists())
        return answer({SecretStatus::NotFound, {}, true});
    if (!file.open(QIODevice::ReadOnly))
        return answer({SecretStatus::Unavailable, {}, true});
    const QByteArray secret = file.read(maxSecretBytes);
    return answer({secret.isEmpty() ? SecretStatus::NotFound : SecretStatus::Done, secret, true});
}

SecretRequest *FileStore::write(const QString &key, const QByteArray &secret)
{
    QSaveFile file(pathOf(key));
    // The mode is set before the first byte is there.
    const bool written = secret.size() <= maxSecretBytes && file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(secret) == secret.size() && file.commit();
    return answer({written ? SecretStatus::Done : SecretStatus::Unavailable, {}, true});
}

SecretRequest *FileStore::remove(const QString &key)
{
    const bool gone = !QFile::exists(pathOf(key)) || QFile::remove(pathOf(key));
    return answer({gone ? SecretStatus::Done : SecretStatus::Unavailable, {}, true});
}

QString FileStore::pathOf(const QString &key) const
{
    return m_directory % u'/'
           % QString::fromLatin1(key.toUtf8().toBase64(QByteArray::Base64UrlEncoding))
           % u".secret"_s;
}

SecretRequest *FileStore::answer(const SecretAnswer &answer)
{
    auto *request = new SecretRequest(this);
    QTimer::singleShot(0, request, [request, answer] { request->finish(answer); });
    return request;
}

FallbackStore::FallbackStore(SecretStore &first, SecretStore &second, QObject *parent)
    : SecretStore(parent)
    , m_first(first)
    , m_second(second)
{
}

SecretRequest *FallbackStore::read(const QString &key)
{
    auto *request = new SecretRequest(this);
    connect(m_first.read(key), &SecretRequest::finished, request,
            [this, request, key](const SecretAnswer &first) {
                if (first.status == SecretStatus::Done) {
                    request->finish(first);
                    return;
                }
                connect(m_second.read(key), &SecretRequest::finished, request,
                        [request, first](const SecretAnswer &second) {
                            // A keychain that is away may hold what the file does not.
                            const bool unknown = second.status == SecretStatus::NotFound
                                                 && first.status == SecretStatus::Unavailable;
                            request->finish(unknown ? first : second);
                        });
            });
    return request;
}

SecretRequest *FallbackStore::write(const QString &key, const QByteArray &secret)
{
    auto *request = new SecretRequest(this);
    connect(m_first.write(key, secret), &SecretRequest::finished, request,
            [this, request, key, secret](const SecretAnswer &first) {
                const bool kept = first.status == SecretStatus::Done;
                SecretRequest *other = kept ? m_second.remove(key) : m_second.write(key, secret);
                connect(other, &SecretRequest::finished, request,
                        [request, first, kept](const SecretAnswer &second) {
                            request->finish(kept ? first : second);
                        });
            });
    return request;
}

SecretRequest *FallbackStore::remove(const QString &key)
{
    auto *request = new SecretRequest(this);
    connect(m_first.remove(key), &SecretRequest::finished, request, [this, request, key] {
        // What the keychain does not answer for: the server has ended that token already.
        connect(m_second.remove(key), &SecretRequest::finished, request,
                [request](const SecretAnswer &second) { request->finish(second); });
    });
    return request;
}

} // namespace petalpost::sync
