// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"
#include "core/sync/balances.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

#include <vector>

namespace petalpost::sync {

class Transport;

/// A computer or phone that may speak for the shop.
struct ShopDevice
{
    qint64 id = 0;
    QString name;
    DeviceRole role = DeviceRole::Driver;
    qint64 lastSeenAtMs = 0; ///< to the minute; 0 = never
    bool self = false; ///< this one

    bool operator==(const ShopDevice &) const = default;
};

/// A pairing code, which the server tells this once.
struct DeviceCode
{
    QString code; ///< eight digits
    qint64 expiresAtMs = 0;

    bool operator==(const DeviceCode &) const = default;
};

using DeviceList = tl::expected<std::vector<ShopDevice>, NoAnswer>;
using CodeAnswer = tl::expected<DeviceCode, NoAnswer>;
using LetGoAnswer = tl::expected<qint64, NoAnswer>;

/// Asks the server which devices speak for the shop, for a code for another one, and to let one go;
/// an owner's desk only. Nothing of it is kept on this computer. One question is under way at a
/// time: a new one abandons a reading, and what changes something is waited for.
class ShopDevices : public QObject
{
    Q_OBJECT

public:
    explicit ShopDevices(Transport &transport, QObject *parent = nullptr);
    ~ShopDevices() override;

    /// Each answers false, and asks nothing, while a change is under way.
    bool list();
    bool issueCode(DeviceRole role, const QString &name);
    bool letGo(qint64 deviceId);
    bool isBusy() const { return !m_request.isNull(); }
    /// What is under way ends without an answer.
    void stop();

Q_SIGNALS:
    /// Exactly once for each question that no other one followed.
    void listed(const petalpost::sync::DeviceList &devices);
    void codeIssued(const petalpost::sync::CodeAnswer &code);
    /// Carries the id of the device that is gone.
    void wentAway(const petalpost::sync::LetGoAnswer &device);

private:
    enum class Question { List, Code, LetGo };
    bool begin(Question question);
    void abandon();

    Transport &m_transport;
    QPointer<Request> m_request;
    Question m_question = Question::List; ///< what m_request is about
};

} // namespace petalpost::sync
