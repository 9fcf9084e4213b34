// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"

#include <vector>

namespace petalpost::demo {

/// A small menu in every look that the desk gives a product.
inline std::vector<Product> products()
{
    const auto product = [](qint64 id, const char16_t *name, const char16_t *nameEn, qint64 minor) {
        Product product;
        product.id = id;
        product.name = QString::fromUtf16(name);
        product.nameEn = QString::fromUtf16(nameEn);
        product.price.minor = minor;
        return product;
    };
    std::vector<Product> all{
        product(1, u"작약 한아름 꽃다발", u"Armful of peonies", 89'000),
        product(2, u"튤립 봄 바구니", u"Spring tulip basket", 65'000),
        product(3, u"장미 한 단", u"Bunch of roses", 30'000),
        product(4, u"동양란 화분", u"Orchid in a pot", 120'000),
        product(5, u"카네이션 꽃다발", u"Carnation bouquet", 45'000),
        product(6, u"감사 꽃상자", u"Thank-you flower box", 78'000),
        product(7, u"수국 화분", u"Hydrangea in a pot", 52'000),
    };
    all[0].description = QStringLiteral("그날 들어온 작약 스무 송이를 한지로 감싸요.");
    all[0].descriptionEn =
        QStringLiteral("Twenty stems of the day's peonies, wrapped in mulberry paper.");
    all[0].dailyLimit = 12;
    all[0].taxFree = true;
    all[2].soldOut = true;
    all[6].hidden = true;
    return all;
}

} // namespace petalpost::demo
