// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/request.h"

#include <algorithm>
#include <array>

namespace petalpost::http {

namespace {

struct MethodWord
{
    Method method;
    QByteArrayView word;
};

constexpr std::array<MethodWord, 7> methodWords = {{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
}};

bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size()
           && qstrnicmp(left.data(), left.size(), right.data(), right.size()) == 0;
}

// The weight of one entry of an Accept header: "text/html;level=1;q=0.8" is 0.8.
double weightOf(const QList<QByteArray> &parts)
{
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray part = parts[i].trimmed().toLower();
        if (part.startsWith("q=")) {
            bool ok = false;
            const double weight = part.sliced(2).toDouble(&ok);
            return ok ? std::clamp(weight, 0.0, 1.0) : 0.0;
        }
    }
    return 1.0;
}

} // namespace

QByteArray methodName(Method method)
{
    for (const MethodWord &entry : methodWords) {
        if (entry.method == method)
            return entry.word.toByteArray();
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<Method> methodFromName(QByteArrayView name)
{
    for (const MethodWord &entry : methodWords) {
        if (entry.word == name)
            return entry.method;
    }
    return std::nullopt;
}

QByteArray Request::header(QByteArrayView name) const
{
    return headers.value(QByteArray::fromRawData(name.data(), name.size()));
}

QString Request::queryValue(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QString Request::param(QByteArrayView name) const
{
    return params.value(QByteArray::fromRawData(name.data(), name.size()));
}

std::optional<QByteArray> Request::cookie(QByteArrayView name) const
{
    const QByteArray cookies = header("cookie");
    for (const QByteArray &part : cookies.split(';')) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && part.first(equals).trimmed() == name)
            return part.sliced(equals + 1).trimmed();
    }
    return std::nullopt;
}

QByteArray Request::mediaType() const
{
    const QByteArray value = header("content-type");
    const qsizetype semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.first(semicolon)).trimmed().toLower();
}

bool Request::prefersHtml() const
{
    double html = 0;
    double json = 0;
    for (const QByteArray &entry : header("accept").split(',')) {
        const QList<QByteArray> parts = entry.split(';');
        const QByteArray type = parts.first().trimmed();
        if (equalsIgnoringCase(type, "text/html"))
            html = weightOf(parts);
        else if (equalsIgnoringCase(type, "application/json")
                 || equalsIgnoringCase(type, "application/problem+json"))
            json = std::max(json, weightOf(parts));
    }
    return html > 0 && html >= json;
}

} // namespace petalpost::http
