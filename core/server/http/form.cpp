// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/form.h"

#include "core/server/http/limits.h"
#include "core/server/http/text.h"

namespace petalpost::http {

std::optional<QList<std::pair<QString, QString>>> parseFields(QByteArrayView text, int maxFields)
{
    QList<std::pair<QString, QString>> fields;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = text.indexOf('&', from);
        if (to < 0)
            to = text.size();
        const QByteArrayView field = text.sliced(from, to - from);
        from = to + 1;
        if (field.isEmpty())
            continue;
        if (fields.size() >= maxFields)
            return std::nullopt;
        const qsizetype equals = field.indexOf('=');
        const QByteArrayView rawValue = equals < 0 ? QByteArrayView() : field.sliced(equals + 1);
        auto name = decodeText(equals < 0 ? field : field.first(equals), Plus::Space);
        auto value = decodeText(rawValue, Plus::Space);
        if (!name || !value)
            return std::nullopt;
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return fields;
}

std::optional<QHash<QString, QString>> parseForm(const QByteArray &body)
{
    const auto fields = parseFields(body, limits::formFields);
    if (!fields)
        return std::nullopt;
    QHash<QString, QString> form;
    form.reserve(fields->size());
    for (const auto &[name, value] : *fields)
        form.insert(name, value);
    return form;
}

} // namespace petalpost::http
