// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/metrics.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QByteArray escaped(const QString &label)
{
    return label.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

void MetricsText::family(const QByteArray &name, Kind kind, const QByteArray &help)
{
    m_name = name;
    m_text += "# HELP " + name + ' ' + help + '\n';
    m_text += "# TYPE " + name + (kind == Kind::Counter ? " counter\n" : " gauge\n");
}

void MetricsText::sample(qint64 value, const Labels &labels)
{
    m_text += m_name;
    char before = '{';
    for (const auto &[name, label] : labels) {
        m_text += before + name + "=\"" + escaped(label) + '"';
        before = ',';
    }
    if (!labels.empty())
        m_text += '}';
    m_text += ' ' + QByteArray::number(value) + '\n';
}

void RequestCounts::writeTo(MetricsText &metrics) const
{
    metrics.family("petalpost_http_requests_total", MetricsText::Kind::Counter,
                   "Requests by route template and status; status 0: the client left before.");
    for (const auto &[what, count] : m_counts) {
        const auto &[method, route, status] = what;
        metrics.sample(count, {{"method", QString::fromLatin1(method)},
                               {"route", QString::fromLatin1(route)},
                               {"status", QString::number(status)}});
    }
}

} // namespace petalpost::server
