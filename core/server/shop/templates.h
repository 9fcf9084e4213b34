// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/view.h"
#include "translations/words.h"

#include <QtCore/QHash>

#include <map>
#include <memory>

namespace petalpost::server {

/// The page templates of one language. Parts (`{{> name}}`) and texts (`{{#tr}}…{{/tr}}`, Korean)
/// are put in once at the start, so that rendering only fills values in. Of one thread.
class Templates
{
public:
    /// Reads and compiles every template of the program; ends the program when one is broken.
    explicit Templates(const Words &words);

    QByteArray render(const std::string &name, const View &view) const;

    /// The Korean texts inside `{{#tr}}` of \a source, with white space folded.
    static QStringList texts(const QString &source);
    /// The names of all templates.
    static QStringList names();
    static QString source(const QString &name);

private:
    std::map<std::string, std::unique_ptr<kainjow::mustache::mustache>> m_templates;
};

} // namespace petalpost::server
