// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/view.h"

#include <QtCore/QStringList>

namespace mustache = kainjow::mustache;

namespace petalpost::server {

View &View::set(const std::string &name, const QString &text)
{
    m_data[name] = mustache::data(text.toStdString());
    return *this;
}

View &View::set(const std::string &name, qint64 number)
{
    m_data[name] = mustache::data(std::to_string(number));
    return *this;
}

View &View::setUnlessEmpty(const std::string &name, const QString &text)
{
    return text.isEmpty() ? flag(name, false) : set(name, text);
}

View &View::flag(const std::string &name, bool on)
{
    m_data[name] = mustache::data(on);
    return *this;
}

View &View::set(const std::string &name, View part)
{
    m_data[name] = std::move(part.m_data);
    return *this;
}

View &View::set(const std::string &name, std::vector<View> parts)
{
    mustache::list items;
    items.reserve(parts.size());
    for (View &part : parts)
        items.push_back(std::move(part.m_data));
    m_data[name] = mustache::data(items);
    return *this;
}

View &View::setLines(const std::string &name, const QString &text)
{
    std::vector<View> lines;
    for (const QString &line : text.split(u'\n'))
        lines.push_back(std::move(View().set("line", line)));
    return set(name, std::move(lines));
}

} // namespace petalpost::server
