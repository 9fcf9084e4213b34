// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printers.h"
#include "ui/desk/print/printpreset.h"
#include "ui/desk/print/ticketsheet.h"

#include <memory>

namespace petalpost::desk {

/// What is printed of an order, page by page.
struct Papers
{
    std::vector<std::unique_ptr<Sheet>> sheets{};
    QString missing{}; ///< characters of the order that no font here has; they are left out

    bool fit() const;
};

/// The papers of \a kind; no sheets when the order has nothing to be put on them: no message, no
/// text for the ribbon.
Papers makePapers(PrintKind kind, const Order &order, const PrintPreset &preset,
                  const TicketFacts &facts, const QFont &font);

/// Where papers go.
struct PrintTarget
{
    QString printer{}; ///< empty: into \a file
    QString file{};
    QString title{};
    int copies = 1;
    QPointF offsetMm{};
};

/// Prints \a papers and answers what went wrong. None: the system's queue, or the file, has them
/// all.
PrintTrouble printPapers(const Papers &papers, const PrintTarget &target, const Printers &printers);

} // namespace petalpost::desk
