// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/shopdevices.h"

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/paths.h"
#include "core/sync/transport.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

/// A status without a problem document is some proxy's, not the server's.
NoAnswer noWordOf(const Answer &answer)
{
    const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
    if (answer.isSuccess() || !answer.problem || problem.isEmpty())
        return {};
    return {refusalFromJson(problem)};
}

std::optional<ShopDevice> deviceFrom(const QJsonObject &json)
{
    JsonReader in(json);
    in.require("id"_L1);
    ShopDevice device;
    device.id = in.number("id"_L1);
    device.name = in.text("name"_L1);
    device.role = in.word("role"_L1, deviceRoleWords, DeviceRole::Driver);
    device.lastSeenAtMs = in.number("lastSeenAtMs"_L1);
    device.self = in.flag("self"_L1);
    if (in.failed())
        return std::nullopt;
    return device;
}

DeviceList devicesOf(const Answer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (!answer.isSuccess() || !json.value(u"items"_s).isArray())
        return tl::unexpected(noWordOf(answer));
    const QJsonArray items = json.value(u"items"_s).toArray();
    std::vector<ShopDevice> devices;
    devices.reserve(size_t(items.size()));
    for (const auto &item : items) {
        auto device = deviceFrom(item.toObject());
        if (!device)
            return tl::unexpected(NoAnswer());
        devices.push_back(std::move(*device));
    }
    return devices;
}

CodeAnswer codeOf(const Answer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const DeviceCode code{json.value(u"code"_s).toString(),
                          json.value(u"expiresAtMs"_s).toInteger()};
    if (!answer.isSuccess() || code.code.isEmpty())
        return tl::unexpected(noWordOf(answer));
    return code;
}

} // namespace

ShopDevices::ShopDevices(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

ShopDevices::~ShopDevices()
{
    abandon();
}

bool ShopDevices::begin(Question question)
{
    if (m_request && m_question != Question::List)
        return false;
    abandon();
    m_question = question;
    return true;
}

bool ShopDevices::list()
{
    if (!begin(Question::List))
        return false;
    m_request = m_transport.get(QString::fromLatin1(paths::devices));
    connect(m_request, &Request::finished, this, [this](const Answer &answer) {
        m_request = nullptr;
        Q_EMIT listed(devicesOf(answer));
    });
    return true;
}

bool ShopDevices::issueCode(DeviceRole role, const QString &name)
{
    if (!begin(Question::Code))
        return false;
    m_request = m_transport.post(QString::fromLatin1(paths::deviceCodes),
                                 {{u"role"_s, word(role)}, {u"name"_s, name}});
    connect(m_request, &Request::finished, this, [this](const Answer &answer) {
        m_request = nullptr;
        Q_EMIT codeIssued(codeOf(answer));
    });
    return true;
}

bool ShopDevices::letGo(qint64 deviceId)
{
    if (!begin(Question::LetGo))
        return false;
    m_request = m_transport.remove(paths::withId(paths::device, deviceId));
    connect(m_request, &Request::finished, this, [this, deviceId](const Answer &answer) {
        m_request = nullptr;
        Q_EMIT wentAway(answer.isSuccess() ? LetGoAnswer(deviceId)
                                           : tl::unexpected(noWordOf(answer)));
    });
    return true;
}

void ShopDevices::abandon()
{
    if (m_request)
        m_request->abandon();
    m_request = nullptr;
}

void ShopDevices::stop()
{
    if (!m_request)
        return;
    abandon();
    switch (m_question) {
    case Question::List:
        Q_EMIT listed(tl::unexpected(NoAnswer()));
        break;
    case Question::Code:
        Q_EMIT codeIssued(tl::unexpected(NoAnswer()));
        break;
    case Question::LetGo:
        Q_EMIT wentAway(tl::unexpected(NoAnswer()));
        break;
    }
}

} // namespace petalpost::sync
