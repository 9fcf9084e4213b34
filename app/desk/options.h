// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/preferences.h"

#include <QtCore/QSize>
#include <QtCore/QUrl>

#include <tl/expected.hpp>

namespace petalpost::desk {

/// What the command line asks for, checked.
struct Options
{
    QUrl server;
    QByteArray token; ///< empty: the one of an earlier pairing, or the first run
    QString dataDir; ///< exists, readable by its owner only
    QString screenshot; ///< empty in normal use
    QSize size; ///< of the window; empty in normal use
    std::optional<ThemeChoice> theme; ///< while nobody chose one in the settings
    std::optional<Language> language; ///< the same
};

/// Reads \a arguments; an error is a sentence for the terminal. Prints help and version itself.
tl::expected<Options, QString> readOptions(const QStringList &arguments);

} // namespace petalpost::desk
