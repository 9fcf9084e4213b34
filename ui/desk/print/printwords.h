// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printpreset.h"

namespace petalpost::desk {

/// What people call the paper: "주문서".
QString printKindText(PrintKind kind);
/// "#1048 · 주문서".
QString printJobText(PrintKind kind, qint64 orderId);
/// Why a paper waits, in one sentence that says what to do.
QString printTroubleText(PrintTrouble trouble);
/// Where a job has come to, for the list of those that wait.
QString printStateText(const PrintJob &job);
/// "프린터", or "PDF로 저장" for no name.
QString printerText(const QString &name);
QString cardSizeText(CardSize size);
QString cardHandText(CardHand hand);
/// "90 cm".
QString ribbonLengthText(int lengthMm);

} // namespace petalpost::desk
