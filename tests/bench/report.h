// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace petalpost::bench {

/// The value below which \a share (0 to 1) of \a values lie; 0 for none.
inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto at = std::size_t(std::lround(share * double(values.size() - 1)));
    return values[std::min(at, values.size() - 1)];
}

inline double median(const std::vector<double> &values)
{
    return percentile(values, 0.5);
}

/// One figure: a sentence for people, a line for programs.
inline void figure(const std::string &name, double value, const char *unit, const char *sentence)
{
    std::printf("%s: %.1f %s\nfigure name=%s value=%.3f unit=%s\n", sentence, value, unit,
                name.c_str(), value, unit);
    std::fflush(stdout);
}

} // namespace petalpost::bench
