// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/archive/archivemodel.h"

#include <QtCore/QSaveFile>

namespace petalpost::desk {

/// Writes the orders that a filter matches into a file, a few at a time between everything else.
/// The file appears whole at the end, or not at all. Used once; ends in exactly one finished().
class CsvExport : public QObject
{
    Q_OBJECT

public:
    enum class End { Done, Cancelled, Failed };
    Q_ENUM(End)

    /// Times are written in \a zone.
    CsvExport(ArchiveModel::Source source, OrderFilter filter, const QTimeZone &zone,
              const QString &path, QObject *parent = nullptr);

    void start();
    void cancel();

Q_SIGNALS:
    /// \a percent of the numbers looked through.
    void progressed(int orders, int percent);
    /// \a error is what the system says of a file that cannot be written, else empty.
    void finished(petalpost::desk::CsvExport::End end, int orders, const QString &error);

private:
    void step();
    void finish(End end, const QString &error = {});

    ArchiveModel::Source m_source;
    OrderFilter m_filter;
    QTimeZone m_zone;
    QSaveFile m_file;
    QTimer m_next;
    qint64 m_firstId = 0;
    qint64 m_beforeId = 0;
    int m_orders = 0;
    bool m_over = false;
};

} // namespace petalpost::desk
