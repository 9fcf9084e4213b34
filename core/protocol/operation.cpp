// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/operation.h"

#include "core/protocol/paths.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

QByteArray requestMethod(const Operation &operation)
{
    return addsProduct(operation) || placesOrder(operation) ? "POST"_ba : "PATCH"_ba;
}

QJsonObject requestBody(const Operation &operation)
{
    QJsonObject body = operation.details;
    switch (operation.kind) {
    case Operation::Kind::Move:
        body.insert(u"verb"_s, word(operation.verb));
        body.insert(u"basedOn"_s, operation.basedOn);
        body.insert(u"pressedAtMs"_s, operation.pressedAtMs);
        break;
    case Operation::Kind::Seen:
        body.insert(u"seen"_s, true);
        break;
    case Operation::Kind::ReviewReply:
    case Operation::Kind::ReviewHide:
    case Operation::Kind::ShopSettings:
        body.insert(u"basedOn"_s, operation.basedOn); // besides `reply`, or `hidden` and `reason`
        break;
    case Operation::Kind::Product:
        if (!addsProduct(operation))
            body.insert(u"basedOn"_s, operation.basedOn);
        break;
    case Operation::Kind::Order:
        body.insert(u"pressedAtMs"_s, operation.pressedAtMs);
        break;
    }
    return body;
}

QString requestPath(const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Kind::Move:
    case Operation::Kind::Seen:
        return paths::withId(paths::delivery, operation.subject);
    case Operation::Kind::ReviewReply:
    case Operation::Kind::ReviewHide:
        return paths::withId(paths::review, operation.subject);
    case Operation::Kind::ShopSettings:
        return QString::fromLatin1(paths::settings);
    case Operation::Kind::Product:
        return addsProduct(operation) ? QString::fromLatin1(paths::catalogue)
                                      : paths::withId(paths::product, operation.subject);
    case Operation::Kind::Order:
        return QString::fromLatin1(paths::orders);
    }
    Q_UNREACHABLE();
}

} // namespace petalpost
