// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printchoices.h"

#include "ui/desk/print/printwords.h"

#include <QtWidgets/QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

void fillCardSizes(QComboBox &box)
{
    for (const auto &[size, name] : cardSizeWords)
        box.addItem(cardSizeText(size), int(size));
}

void fillCardHands(QComboBox &box)
{
    for (const auto &[hand, name] : cardHandWords)
        box.addItem(cardHandText(hand), int(hand));
}

void fillRibbonWidths(QComboBox &box)
{
    for (const int widthMm : ribbonWidthsMm)
        box.addItem(u"%1 mm"_s.arg(widthMm), widthMm);
}

void fillRibbonLengths(QComboBox &box)
{
    for (const int lengthMm : ribbonLengthsMm)
        box.addItem(ribbonLengthText(lengthMm), lengthMm);
}

void fillPrinters(QComboBox &box, const Printers &printers, const QString &chosen)
{
    QStringList names = printers.names();
    if (!chosen.isEmpty() && !names.contains(chosen))
        names += chosen; // switched off, and chosen all the same
    for (const QString &name : names)
        box.addItem(name, name);
    box.addItem(printerText({}), QString());
    box.setCurrentIndex(box.findData(chosen));
}

} // namespace petalpost::desk
