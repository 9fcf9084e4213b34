// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printpreset.h"
#include "ui/desk/print/sheet.h"

#include <QtCore/QStringList>

namespace petalpost::desk {

/// One strip of a ribbon: letters below each other, as large as width and length let them be.
class RibbonSheet final : public Sheet
{
public:
    /// Letters that would be a smaller part of the width count as no room: nobody reads them on a
    /// wreath.
    static constexpr qreal leastLetter = 0.3;

    /// \a name is what the strip is called in the preview.
    RibbonSheet(const QString &text, RibbonSize size, QString name);

    QSizeF sizeMm() const override { return QSizeF(m_size.widthMm, m_size.lengthMm); }
    void draw(QPainter &painter) const override;
    bool fits() const override { return m_fits; }
    QString name() const override { return m_name; }

private:
    void fit();

    const QStringList m_letters;
    const RibbonSize m_size;
    const QString m_name;
    qreal m_letterMm = 0;
    qreal m_stepMm = 0; ///< from one letter to the next
    qreal m_topMm = 0;
    bool m_fits = false;
};

/// The lettering of ribbons.
QFont ribbonFont();

} // namespace petalpost::desk
