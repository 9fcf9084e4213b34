// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QStringList>

#include <tl/expected.hpp>

/// What `petalpostd addresses import` was asked for.
struct AddressOptions
{
    QString dataDir;
    QStringList districts; ///< empty: all
    QStringList files;
};

/// Loads the files; answers in words what was loaded, or why nothing was.
tl::expected<QString, QString> importAddresses(const AddressOptions &options);
