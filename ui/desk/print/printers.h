// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QStringList>

class QPrinter;

namespace petalpost::desk {

/// The printers that this computer knows.
class Printers
{
public:
    Printers() = default;
    virtual ~Printers() = default;
    Q_DISABLE_COPY_MOVE(Printers)

    virtual QStringList names() const = 0;
    /// The one that is used unless another is chosen; empty where there is none.
    virtual QString usual() const = 0;
    /// Lets \a printer print on the printer \a name. False when it is not there.
    virtual bool aim(QPrinter &printer, const QString &name) const = 0;
};

/// Those that the system prints on: with CUPS on Linux.
class SystemPrinters final : public Printers
{
public:
    QStringList names() const override;
    QString usual() const override;
    bool aim(QPrinter &printer, const QString &name) const override;
};

} // namespace petalpost::desk
