// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printqueue.h"

class QComboBox;

namespace petalpost::desk {

/// What can be chosen about a paper, for whoever shows the choice. The data of each entry is the
/// value, so that findData() finds it.
void fillCardSizes(QComboBox &box);
void fillCardHands(QComboBox &box);
void fillRibbonWidths(QComboBox &box);
void fillRibbonLengths(QComboBox &box);
/// The printers that are there, \a chosen also when it is not, and the PDF; \a chosen is current.
void fillPrinters(QComboBox &box, const Printers &printers, const QString &chosen);

} // namespace petalpost::desk
