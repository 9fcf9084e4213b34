// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/addresscommand.h"

#include "core/server/orders/addressimport.h"

#include <QtCore/QFile>

#include <memory>

using namespace Qt::Literals::StringLiterals;

tl::expected<QString, QString> importAddresses(const AddressOptions &options)
{
    const QString path = options.dataDir % u"/petalpost.db"_s;
    if (!QFile::exists(path))
        return tl::unexpected(
            u"there is no database in %1: start the server once before."_s.arg(options.dataDir));
    std::vector<std::unique_ptr<QFile>> opened;
    std::vector<QIODevice *> files;
    opened.reserve(size_t(options.files.size()));
    files.reserve(size_t(options.files.size()));
    for (const QString &name : options.files) {
        opened.push_back(std::make_unique<QFile>(name));
        if (!opened.back()->open(QIODevice::ReadOnly))
            return tl::unexpected(
                u"%1 cannot be read: %2"_s.arg(name, opened.back()->errorString()));
        files.push_back(opened.back().get());
    }
    petalpost::server::AddressImport import(path, options.districts);
    const auto loaded = import.load(files);
    if (!loaded && loaded.error().code == petalpost::RefusalCode::NotFound)
        return tl::unexpected(u"no address of these districts was found in these files. They are "
                              "the register's text files 도로명주소 한글 (rnaddrkor_*.txt)."_s);
    if (!loaded)
        return tl::unexpected(u"the addresses could not be stored: %1"_s.arg(loaded.error().value));
    return u"%1 addresses of %2 loaded; %3 rows of other districts and %4 unreadable ones left out"_s
        .arg(loaded->addresses)
        .arg(loaded->districts.join(u", "_s))
        .arg(loaded->rowsElsewhere)
        .arg(loaded->rowsUnreadable);
}
