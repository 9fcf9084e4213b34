// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/banks.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

struct Bank
{
    QLatin1StringView code;
    const char *name;
};

constexpr std::array banks{
    Bank{"02"_L1, "산업은행"},   Bank{"03"_L1, "기업은행"}, Bank{"06"_L1, "국민은행"},
    Bank{"07"_L1, "수협은행"},   Bank{"11"_L1, "농협은행"}, Bank{"20"_L1, "우리은행"},
    Bank{"23"_L1, "SC제일은행"}, Bank{"27"_L1, "씨티은행"}, Bank{"31"_L1, "iM뱅크(대구)"},
    Bank{"32"_L1, "부산은행"},   Bank{"34"_L1, "광주은행"}, Bank{"35"_L1, "제주은행"},
    Bank{"37"_L1, "전북은행"},   Bank{"39"_L1, "경남은행"}, Bank{"45"_L1, "새마을금고"},
    Bank{"48"_L1, "신협"},       Bank{"71"_L1, "우체국"},   Bank{"81"_L1, "하나은행"},
    Bank{"88"_L1, "신한은행"},   Bank{"89"_L1, "케이뱅크"}, Bank{"90"_L1, "카카오뱅크"},
    Bank{"92"_L1, "토스뱅크"},
};

} // namespace

QString bankText(const Words &words, const QString &code)
{
    const auto bank = std::ranges::find(banks, code, &Bank::code);
    return bank == banks.end() ? code : words.text(bank->name);
}

QString payMethodText(const Words &words, const QString &gateway)
{
    if (gateway == "toss"_L1)
        return words.text("국내 카드·간편결제·계좌 (토스페이먼츠)");
    if (gateway == "stripe"_L1)
        return words.text("해외 카드 (Stripe)");
    return gateway == "sandbox"_L1 ? words.text("시험 결제") : gateway;
}

} // namespace petalpost::server
