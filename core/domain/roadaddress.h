// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace petalpost {

/// One building's road-name address (도로명 주소), as the public register knows it.
struct RoadAddress
{
    QString id; ///< the register's own number
    QString line; ///< "서울 강남구 역삼로 180"
    QString district; ///< 시·군·구: "강남구", "성남시 분당구"
    QString neighbourhood; ///< 동, or 읍·면
    QString postalCode;
    QString building; ///< its name; mostly empty

    bool operator==(const RoadAddress &) const = default;
};

} // namespace petalpost
