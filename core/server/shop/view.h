// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <kainjow/mustache.hpp>

#include <vector>

namespace petalpost::server {

/// The values of a template or of one part of it. Everything shown is escaped by the template,
/// save a dataBlock(). A name that is missing in a part is looked up in the parts around it, so
/// flags are always set.
class View
{
public:
    /// A text; shown even when empty.
    View &set(const std::string &name, const QString &text);
    View &set(const std::string &name, qint64 number);
    /// A text whose section is left out when it is empty.
    View &setUnlessEmpty(const std::string &name, const QString &text);
    /// Switches a section on or off.
    View &flag(const std::string &name, bool on);
    View &set(const std::string &name, View part);
    /// Repeats a section for each part; an empty list leaves it out.
    View &set(const std::string &name, std::vector<View> parts);
    /// Repeats a section with `line` for each line of \a text.
    View &setLines(const std::string &name, const QString &text);

    const kainjow::mustache::data &data() const { return m_data; }

private:
    kainjow::mustache::data m_data;
};

} // namespace petalpost::server
