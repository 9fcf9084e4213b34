// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/csvexport.h"

#include "ui/desk/archive/csvtext.h"
#include "ui/desk/words/words.h"

#include <algorithm>

namespace petalpost::desk {

namespace {

constexpr int stepOrders = 50; ///< read and written before the desk goes on with its work

} // namespace

CsvExport::CsvExport(ArchiveModel::Source source, OrderFilter filter, const QTimeZone &zone,
                     const QString &path, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_filter(std::move(filter))
    , m_zone(zone)
    , m_file(path)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &CsvExport::step);
}

void CsvExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(End::Failed, m_file.errorString());
        return;
    }
    // Customers' names and addresses: for whoever wrote it alone.
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_file.write(csv::head());
    m_next.start();
}

void CsvExport::cancel()
{
    m_file.cancelWriting();
    finish(End::Cancelled);
}

void CsvExport::step()
{
    const auto page = m_source(m_filter, m_beforeId, stepOrders);
    if (!page) {
        m_file.cancelWriting();
        finish(End::Failed, refusalText(page.error()));
        return;
    }
    for (const Order &order : page->orders)
        m_file.write(csv::line(order, m_zone));
    m_orders += static_cast<int>(page->orders.size());
    m_beforeId = page->nextBeforeId;
    if (m_beforeId == 0) {
        const bool written = m_file.commit();
        finish(written ? End::Done : End::Failed, written ? QString() : m_file.errorString());
        return;
    }
    m_firstId = std::max(m_firstId, m_beforeId);
    Q_EMIT progressed(m_orders, static_cast<int>((m_firstId - m_beforeId) * 100 / m_firstId));
}

void CsvExport::finish(End end, const QString &error)
{
    m_next.stop();
    if (!std::exchange(m_over, true))
        Q_EMIT finished(end, m_orders, error);
}

} // namespace petalpost::desk
