// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printpreset.h"

#include <QtCore/QPointF>
#include <QtCore/QSettings>

#include <optional>

namespace petalpost::desk {

/// How this computer prints: the only owner of its file. A value in the file that nobody could have
/// chosen counts as no choice.
class PrintPreferences : public QObject
{
    Q_OBJECT

public:
    /// The furthest that a print can be moved on its paper, either way.
    static constexpr int mostOffsetMm = 20;

    explicit PrintPreferences(const QString &file, QObject *parent = nullptr);

    /// Where \a kind is printed; an empty name: to a PDF. Nothing until somebody chose.
    std::optional<QString> printer(PrintKind kind) const;
    void setPrinter(PrintKind kind, const QString &name);
    PrintPreset preset() const;
    void setPreset(const PrintPreset &preset);
    /// How far to the right and down everything is moved on \a printer, in mm.
    QPointF offsetMm(const QString &printer) const;
    void setOffsetMm(const QString &printer, const QPointF &offset);
    /// Tickets of orders that were paid from then on are printed by themselves (server time).
    /// Nothing: they are not.
    std::optional<qint64> autoTicketsSinceMs() const;
    void setAutoTicketsSinceMs(std::optional<qint64> sinceMs);

Q_SIGNALS:
    void changed();

private:
    void store(const QString &key, const QVariant &value);

    QSettings m_file;
};

} // namespace petalpost::desk
