// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printers.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtPrintSupport/QPrinter>

#include <functional>

namespace petalpost::test {

/// Stands where the system's printers would: what is printed there lies in it as PDF files.
class PaperTray final : public desk::Printers
{
public:
    QStringList names() const override { return plugged; }
    QString usual() const override { return plugged.value(0); }
    bool aim(QPrinter &printer, const QString &name) const override
    {
        if (onAim)
            onAim(name);
        if (!plugged.contains(name))
            return false;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(
            jammed
                ? m_dir.filePath(QStringLiteral("no/such/tray.pdf"))
                : m_dir.filePath(QStringLiteral("%1-%2.pdf").arg(name).arg(papers().size() + 1)));
        return true;
    }
    /// Everything that came out, in order.
    QStringList papers() const
    {
        return QDir(m_dir.path()).entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Time);
    }
    QString path(const QString &paper) const { return m_dir.filePath(paper); }

    QStringList plugged{QStringLiteral("bench")};
    bool jammed = false;
    std::function<void(const QString &)> onAim;

private:
    QTemporaryDir m_dir;
};

} // namespace petalpost::test
