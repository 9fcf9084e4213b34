// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"

namespace petalpost::server::stripe {

/// The farthest that a notice's own time may lie from ours, before or after.
inline constexpr qint64 signatureToleranceS = 300;
/// The most signatures that are looked at in one header; Stripe sends one for each secret in use.
inline constexpr int mostSignatures = 16;

/// Whether one of \a secrets made one of the v1 signatures in \a header (`t=…,v1=…`) over exactly
/// these bytes, not longer than signatureToleranceS from \a nowMs.
bool isSigned(const QByteArray &header, const QByteArray &body, const QList<QByteArray> &secrets,
              qint64 nowMs);

/// What the event in \a body is about. Refuses with NotFound when it is about nothing of ours, and
/// InvalidText when it cannot be read.
Result<ProviderNotice> noticeOf(const QByteArray &body);

} // namespace petalpost::server::stripe
