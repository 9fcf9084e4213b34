// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace petalpost::server {

/// The text of GET /metrics, in Prometheus' text format 0.0.4. Labels never carry ids, tokens,
/// paths or anything about a person.
class MetricsText
{
public:
    static constexpr auto contentType = "text/plain; version=0.0.4; charset=utf-8";

    enum class Kind { Counter, Gauge };
    using Labels = std::vector<std::pair<QByteArray, QString>>;

    /// Begins a family: the samples that follow belong to it. Each name once.
    void family(const QByteArray &name, Kind kind, const QByteArray &help);
    void sample(qint64 value, const Labels &labels = {});
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

/// How often which route was answered in which way. Bounded, for routes are templates.
class RequestCounts
{
public:
    /// \a route is the template; empty when none matched. \a status 0: the client left before.
    void note(const QByteArray &method, const QByteArray &route, int status)
    {
        ++m_counts[{method, route, status}];
    }
    void writeTo(MetricsText &metrics) const;

private:
    std::map<std::tuple<QByteArray, QByteArray, int>, qint64> m_counts;
};

} // namespace petalpost::server
