// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>

class QNetworkReply;

namespace petalpost::sync {

/// Holds one https call to one certificate. Before anything of the call is sent the server's
/// certificate is compared; another one ends the call, and showedOtherCertificate() tells why.
/// Authorities are not asked: people compared the fingerprint when the desk was paired.
///
/// An empty \a sha256 accepts any certificate, for a call that carries nothing secret. Does nothing
/// for http.
void holdToCertificate(QNetworkReply &reply, const QByteArray &sha256);

/// Whether \a reply ended because its server showed another certificate.
bool showedOtherCertificate(const QNetworkReply &reply);

/// SHA-256 of the certificate that \a reply's server showed; empty for http and before the
/// handshake.
QByteArray certificateOf(const QNetworkReply &reply);

} // namespace petalpost::sync
