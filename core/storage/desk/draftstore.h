// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QJsonObject>

#include <map>

namespace petalpost {

class Database;

/// What somebody has typed into a form and not saved, in the desk's own file: it is there again
/// after whatever ended the program. Every call is one transaction, on disk when it returns, and
/// refuses with StorageFailed leaving the file as it was.
class DraftStore
{
public:
    enum class Kind { Product, Order };

    explicit DraftStore(Database &database)
        : m_database(database)
    {
    }

    /// By what they are about.
    Result<std::map<qint64, QJsonObject>> all(Kind kind);
    Result<void> put(Kind kind, qint64 subject, const QJsonObject &draft);
    Result<void> remove(Kind kind, qint64 subject);

private:
    Database &m_database;
};

} // namespace petalpost
