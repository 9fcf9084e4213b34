// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>

namespace petalpost::sync {

/// How a request to a store of secrets ended.
enum class SecretStatus {
    Done,
    NotFound, ///< read: nothing is stored under this key
    Unavailable, ///< no such store runs here, it stayed locked, or it did not answer in time
};

/// What came of one request.
struct SecretAnswer
{
    SecretStatus status = SecretStatus::Unavailable;
    QByteArray secret; ///< what was read
    bool plain = false; ///< the secret lies in a plain file: the window says so
};

/// One request, used once: finished() comes exactly once, never before the caller returns to its
/// event loop, and at the latest after the store's deadline. It deletes itself then. Deleting it
/// earlier means not to hear of it.
class SecretRequest : public QObject
{
    Q_OBJECT

public:
    explicit SecretRequest(QObject *parent)
        : QObject(parent)
    {
    }

    /// For stores: ends the request; every call after the first does nothing.
    void finish(const SecretAnswer &answer);

Q_SIGNALS:
    void finished(const petalpost::sync::SecretAnswer &answer);

private:
    bool m_finished = false;
};

/// Keeps small secrets: the desk's token. Nothing else of the desk holds one.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual SecretRequest *read(const QString &key) = 0;
    virtual SecretRequest *write(const QString &key, const QByteArray &secret) = 0;
    /// Done also when there was nothing.
    virtual SecretRequest *remove(const QString &key) = 0;
};

/// The desktop's keychain: Secret Service or KWallet, through QtKeychain.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    static constexpr int usualDeadlineMs = 60'000; ///< a person may have to type a password

    /// \a service names the program in the keychain.
    explicit KeychainStore(QString service, int deadlineMs = usualDeadlineMs,
                           QObject *parent = nullptr);

    SecretRequest *read(const QString &key) override;
    SecretRequest *write(const QString &key, const QByteArray &secret) override;
    SecretRequest *remove(const QString &key) override;

private:
    template<class Job>
    SecretRequest *start(Job *job);

    const QString m_service;
    const int m_deadlineMs;
};

/// A file of mode 0600 for each key, in a directory of the desk's own.
class FileStore : public SecretStore
{
    Q_OBJECT

public:
    static constexpr qint64 maxSecretBytes = 4096;

    explicit FileStore(QString directory, QObject *parent = nullptr);

    SecretRequest *read(const QString &key) override;
    SecretRequest *write(const QString &key, const QByteArray &secret) override;
    SecretRequest *remove(const QString &key) override;

private:
    QString pathOf(const QString &key) const;
    SecretRequest *answer(const SecretAnswer &answer);

    const QString m_directory;
};

/// The keychain where one runs, the file where none does. A secret lies in one of them, never in
/// both: writing to one removes it from the other, removing removes it from both.
class FallbackStore : public SecretStore
{
    Q_OBJECT

public:
    /// Both must outlive this store.
    FallbackStore(SecretStore &first, SecretStore &second, QObject *parent = nullptr);

    SecretRequest *read(const QString &key) override;
    SecretRequest *write(const QString &key, const QByteArray &secret) override;
    SecretRequest *remove(const QString &key) override;

private:
    SecretStore &m_first;
    SecretStore &m_second;
};

} // namespace petalpost::sync
