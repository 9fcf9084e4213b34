// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressimport.h"

#include "core/server/orders/addressfile.h"
#include "core/storage/server/addressstore.h"
#include "core/storage/server/schema.h"

#include <QtCore/QIODevice>

#include <algorithm>

namespace petalpost::server {

namespace {

/// One load into one database; throws StorageError.
class Loading
{
public:
    Loading(const QString &path, const QStringList &districts)
        : m_database(path, Database::Mode::ReadWrite)
        , m_districts(districts)
    {
        migrate(m_database, serverMigrations());
        clearOthers(store::shownAddresses(m_database)); // what an earlier load left half done
        m_database.begin();
        m_generation = store::newAddresses(m_database);
    }

    void read(QIODevice &file)
    {
        while (!file.atEnd())
            take(decodedRow(file.readLine().trimmed()));
    }

    bool isEmpty() const { return m_load.addresses == 0; }

    AddressLoad finish()
    {
        m_load.districts.sort();
        store::showAddresses(m_database, m_generation, m_load.districts);
        m_database.commit();
        clearOthers(m_generation);
        return m_load;
    }

    void giveUp()
    {
        m_database.rollback();
        clearOthers(store::shownAddresses(m_database));
    }

private:
    void take(const QString &row)
    {
        if (row.isEmpty())
            return;
        const auto entry = addressFromRow(row);
        if (!entry) {
            ++m_load.rowsUnreadable;
            return;
        }
        const RoadAddress &address = entry->address;
        if (!m_districts.isEmpty() && !m_districts.contains(address.district)) {
            ++m_load.rowsElsewhere;
            return;
        }
        store::insertAddress(m_database, m_generation, address, entry->keys);
        if (!m_load.districts.contains(address.district))
            m_load.districts << address.district;
        if (++m_load.addresses % AddressImport::rowsPerTransaction == 0) {
            m_database.commit();
            m_database.begin();
        }
    }

    void clearOthers(qint64 kept)
    {
        int gone = 1;
        while (gone > 0) {
            m_database.begin();
            gone = store::deleteOtherAddresses(m_database, kept, AddressImport::rowsPerTransaction);
            m_database.commit();
        }
    }

    Database m_database;
    QStringList m_districts;
    qint64 m_generation = 0;
    AddressLoad m_load;
};

} // namespace

AddressImport::AddressImport(QString path, QStringList districts)
    : m_path(std::move(path))
    , m_districts(std::move(districts))
{
}

Result<AddressLoad> AddressImport::load(const std::vector<QIODevice *> &files)
{
    try {
        Loading loading(m_path, m_districts);
        for (QIODevice *file : files)
            loading.read(*file);
        if (loading.isEmpty()) {
            loading.giveUp();
            return refuse(RefusalCode::NotFound);
        }
        return loading.finish();
    } catch (const StorageError &error) {
        return refuse(RefusalCode::StorageFailed, {}, QString::fromUtf8(error.what()));
    }
}

} // namespace petalpost::server
