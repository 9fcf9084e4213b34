// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QStringList>

class QIODevice;

namespace petalpost::server {

/// What a load of addresses came to.
struct AddressLoad
{
    int addresses = 0;
    int rowsElsewhere = 0; ///< of districts that were not asked for
    int rowsUnreadable = 0;
    QStringList districts;
};

/// Loads the public register's text files into the database \a path, beside a server that runs. The
/// earlier addresses stay until all is loaded; a load that was cut off leaves them as they were.
class AddressImport
{
public:
    static constexpr int rowsPerTransaction = 1'000; ///< a running server waits this long at most

    /// \a districts: names such as "강남구" or "성남시 분당구"; empty takes every row.
    AddressImport(QString path, QStringList districts);

    /// Reads \a files to their ends. Refuses with StorageFailed (value: why), and with NotFound
    /// when no row was of these districts: nothing has changed then.
    Result<AddressLoad> load(const std::vector<QIODevice *> &files);

private:
    QString m_path;
    QStringList m_districts;
};

} // namespace petalpost::server
