// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printers.h"

#include <QtPrintSupport/QPrinter>
#include <QtPrintSupport/QPrinterInfo>

namespace petalpost::desk {

QStringList SystemPrinters::names() const
{
    return QPrinterInfo::availablePrinterNames();
}

QString SystemPrinters::usual() const
{
    return QPrinterInfo::defaultPrinterName();
}

bool SystemPrinters::aim(QPrinter &printer, const QString &name) const
{
    if (!names().contains(name))
        return false;
    printer.setPrinterName(name);
    return true;
}

} // namespace petalpost::desk
