// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/refusal.h"
#include "core/protocol/message.h"

#include <QtCore/QJsonObject>

namespace petalpost::desk {

/// What the settings that \a change names are called on the screen: "영업시간, 휴무일".
QString settingNames(const QJsonObject &change);
/// Why a setting was refused, by its field: "시간대가 서로 겹쳐요: 10:00–12:00, 11:00–13:00".
QString settingRefusalText(const Refusal &refusal);
/// What a change of a product says, field by field: "가격 42,000원, 품절".
QString productChangeText(const QJsonObject &fields);
/// Why a field of a product was refused.
QString productRefusalText(const Refusal &refusal);
/// Why an order that was taken down was refused, by its field.
QString entryRefusalText(const Refusal &refusal);
/// When customers are texted: "배송 출발".
QString textEventName(MessageEvent event);

} // namespace petalpost::desk
