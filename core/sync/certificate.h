// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>

class QNetworkReply;

namespace petalpost::sync {

/// Holds one https call to a server that people trust. A certificate that this computer's
/// authorities vouch for is fine, for those are renewed every few weeks. Any other one has to be
/// the one whose fingerprint people compared when the desk was paired: before anything of the call
/// is sent a stranger ends the call, and showedOtherCertificate() tells why.
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
