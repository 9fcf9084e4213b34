// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/domain/device.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

namespace petalpost::sync {

/// Why pairing did not go on. The words are made in ui/desk.
enum class PairingFailure {
    Unreachable, ///< nobody answers there, or nobody who is a Petalpost server
    ClockOff, ///< this computer's clock and the server's are more than maxClockOffMs apart
    CertificateChanged, ///< the server shows another certificate than the one that was compared
    CodeWrong,
    CodeExpired, ///< or used
    TriesUsed, ///< too many wrong codes
};

/// Who answers at an address.
struct ShopIdentity
{
    QUrl server;
    QString name;
    QString nameEn;
    QByteArray certificateSha256; ///< empty over http

    bool operator==(const ShopIdentity &) const = default;
};

/// What pairing ends in. The token is for the SecretStore and nowhere else.
struct PairedDevice
{
    ShopIdentity shop;
    qint64 id = 0;
    DeviceRole role = DeviceRole::Florist;
    QByteArray token;
};

/// The address that a person typed: without a scheme it is https, and http for this computer
/// itself. Nothing when it is none.
std::optional<QUrl> serverFromText(const QString &text);
/// Whether \a host is this computer, where nobody listens in on http.
bool isLoopback(const QString &host);

/// Pairs this desk with a server, in two steps: identify() asks who answers there, and after a
/// person has said that this is the shop, confirm() hands in the code. Each step ends exactly once,
/// in its own signal or in failed(), within the deadline; a failed step may be tried again.
/// cancel() ends a step without a signal. Over https the code goes only to the certificate that
/// identify() saw.
class Pairing : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxClockOffMs = 2 * 60 * 1000;
    static constexpr int usualDeadlineMs = 10'000;
    static constexpr qint64 maxAnswerBytes = 64 * 1024;

    explicit Pairing(const Clock &clock, int deadlineMs = usualDeadlineMs,
                     QObject *parent = nullptr);
    ~Pairing() override;

    /// \a expectedSha256: the certificate that was compared at an earlier pairing, if there was
    /// one.
    void identify(const QUrl &server, const QByteArray &expectedSha256 = {});
    /// \a code: eight digits. Call it after identified().
    void confirm(const QString &code);
    void cancel();
    bool isBusy() const { return m_reply != nullptr; }

Q_SIGNALS:
    void identified(const petalpost::sync::ShopIdentity &shop);
    void paired(const petalpost::sync::PairedDevice &device);
    void failed(petalpost::sync::PairingFailure failure);

private:
    QNetworkRequest request(const QUrl &server, const char *path) const;
    void watch(QNetworkReply *reply, const QByteArray &sha256,
               void (Pairing::*read)(QNetworkReply &));
    void readIdentity(QNetworkReply &reply);
    void readDevice(QNetworkReply &reply);
    bool isClockOff(const QNetworkReply &reply) const;

    const Clock &m_clock;
    const int m_deadlineMs;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    ShopIdentity m_shop;
};

} // namespace petalpost::sync
