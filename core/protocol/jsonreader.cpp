// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/jsonreader.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr double maxExactInteger = 9007199254740991.0; // 2^53 - 1, RFC 7493 section 2.2

} // namespace

JsonReader::JsonReader(const QJsonObject &json, QString prefix)
    : m_json(json)
    , m_prefix(std::move(prefix))
{
}

bool JsonReader::has(QLatin1StringView name) const
{
    const QJsonValue value = m_json.value(name);
    return !value.isUndefined() && !value.isNull();
}

QString JsonReader::text(QLatin1StringView name)
{
    const QJsonValue value = m_json.value(name);
    if (value.isString())
        return value.toString();
    if (!value.isUndefined() && !value.isNull())
        fail(RefusalCode::WrongType, name);
    return {};
}

qint64 JsonReader::number(QLatin1StringView name, qint64 fallback)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (value.isDouble()) {
        const double read = value.toDouble();
        if (std::trunc(read) != read) {
            fail(RefusalCode::WrongType, name);
            return fallback;
        }
        if (std::abs(read) > maxExactInteger) {
            fail(RefusalCode::OutOfRange, name);
            return fallback;
        }
        return static_cast<qint64>(read);
    }
    bool ok = false;
    const qint64 read = value.isString() ? value.toString().toLongLong(&ok) : 0;
    const bool exact = std::abs(static_cast<double>(read)) <= maxExactInteger;
    if (!ok || !exact)
        fail(ok ? RefusalCode::OutOfRange : RefusalCode::WrongType, name);
    return ok && exact ? read : fallback;
}

bool JsonReader::flag(QLatin1StringView name, bool fallback)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isBool())
        fail(RefusalCode::WrongType, name);
    return value.toBool(fallback);
}

QJsonObject JsonReader::object(QLatin1StringView name)
{
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isNull() && !value.isObject())
        fail(RefusalCode::WrongType, name);
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView name)
{
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isNull() && !value.isArray())
        fail(RefusalCode::WrongType, name);
    return value.toArray();
}

QStringList JsonReader::texts(QLatin1StringView name)
{
    QStringList read;
    const QJsonArray values = array(name);
    for (const auto &value : values) {
        if (!value.isString())
            fail(RefusalCode::WrongType, name);
        read.append(value.toString());
    }
    return read;
}

void JsonReader::require(QLatin1StringView name)
{
    if (!has(name))
        fail(RefusalCode::MissingField, name);
}

void JsonReader::fail(RefusalCode code, QLatin1StringView name)
{
    if (!m_refusal)
        m_refusal = Refusal::of(code, m_prefix + name);
}

Result<void> JsonReader::ok() const
{
    if (m_refusal)
        return refuse(*m_refusal);
    return {};
}

} // namespace petalpost
