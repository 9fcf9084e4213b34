// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/figures.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

namespace petalpost {

QJsonObject toJson(const Sales &sales);
Result<Sales> salesFromJson(const QJsonObject &json);

} // namespace petalpost
