// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/cardsheet.h"

#include <QtCore/QSettings>

namespace petalpost::desk {

/// What is printed of an order.
enum class PrintJob { Ticket, Card };

inline constexpr std::array<Word<PrintJob>, 2> printJobWords{{
    {PrintJob::Ticket, QLatin1StringView("ticket")},
    {PrintJob::Card, QLatin1StringView("card")},
}};

/// How this computer prints, and how often it has printed what. The only owner of its file.
class PrintBook
{
public:
    /// Of so many orders it is remembered that they were printed; of the newest ones.
    static constexpr int mostRemembered = 1000;

    explicit PrintBook(const QString &file);

    /// How often \a job was printed of the order.
    int copies(PrintJob job, qint64 orderId) const;
    void note(PrintJob job, qint64 orderId);
    /// Whether this computer has ever printed \a job.
    bool isUsed(PrintJob job) const;
    /// The printer chosen last; empty: a PDF, or nobody has chosen.
    QString printer(PrintJob job) const;
    void setPrinter(PrintJob job, const QString &name);
    CardSize cardSize() const;
    void setCardSize(CardSize size);
    CardHand cardHand() const;
    void setCardHand(CardHand hand);

private:
    mutable QSettings m_file; // groups are opened to read
};

} // namespace petalpost::desk
