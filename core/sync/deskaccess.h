// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/pairedshop.h"
#include "core/sync/pairing.h"
#include "core/sync/secretstore.h"
#include "core/sync/settings.h"

namespace petalpost::sync {

/// With whom this desk is paired: the file that says so, and the token in the SecretStore. The file
/// is written last when a desk is paired and first when it parts, so a crash in between leaves a
/// desk that asks to be paired again, and never one that believes it is.
class DeskAccess : public QObject
{
    Q_OBJECT

public:
    /// \a directory is the desk's own; \a secrets must outlive this object.
    DeskAccess(const QString &directory, SecretStore &secrets, QObject *parent = nullptr);

    /// Looks for what an earlier pairing left; ends in granted() or missing().
    void load();
    /// Keeps what pairing ended in; ends in kept() or notKept().
    void keep(const PairedDevice &device);
    /// Deletes the token and notes why this desk is not paired any more, and how many operations
    /// had not been sent then. shop() says so at once; ends in parted().
    void part(Parting parting, int operations);
    /// As part() with Parting::Unpaired, and before the token is deleted the server is told that
    /// it is over, if it answers.
    void unpair(int operations);

    /// The present or last pairing; nothing when there never was one.
    const std::optional<PairedShop> &shop() const { return m_shop; }
    /// Whether operations made for the last pairing may be sent to \a server: the ids in them mean
    /// other orders at another shop.
    bool isSameServer(const QUrl &server) const;

Q_SIGNALS:
    /// \a plain: the token lies in a file, because no keychain runs.
    void granted(const petalpost::sync::Settings &settings, bool plain);
    /// \a locked: there is a pairing, but the keychain that holds its token does not answer.
    void missing(bool locked);
    void kept(const petalpost::sync::Settings &settings, bool plain);
    void notKept();
    void parted();

private:
    void note(Parting parting, int operations);
    void forgetToken();
    Settings settings(const QByteArray &token) const;

    const QString m_file;
    const QString m_key;
    SecretStore &m_secrets;
    std::optional<PairedShop> m_shop;
    bool m_parting = false; ///< the old token is still being removed
};

} // namespace petalpost::sync
