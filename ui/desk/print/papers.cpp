// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/papers.h"

#include "ui/desk/print/cardsheet.h"
#include "ui/desk/print/receiptsheet.h"
#include "ui/desk/print/ribbonsheet.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtPrintSupport/QPrinter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// What the strips of a ribbon are called.
struct RibbonWords
{
    Q_DECLARE_TR_FUNCTIONS(RibbonWords)
};

/// The texts that stand on a paper of \a kind.
std::vector<QString *> textsOf(PrintKind kind, Order &order)
{
    switch (kind) {
    case PrintKind::Card:
        return {&order.cardMessage, &order.sender.name};
    case PrintKind::Ribbon:
        return {&order.ribbonText, &order.ribbonSender};
    case PrintKind::Receipt:
        return {&order.productName, &order.productNameEn};
    case PrintKind::Ticket:
        break;
    }
    return {&order.productName,    &order.productNameEn,        &order.request,
            &order.cardMessage,    &order.ribbonText,           &order.ribbonSender,
            &order.recipient.name, &order.sender.name,          &order.address.line,
            &order.address.detail, &order.address.neighbourhood};
}

QFont fontOf(PrintKind kind, const PrintPreset &preset, const QFont &font)
{
    switch (kind) {
    case PrintKind::Card:
        return cardFont(preset.cardHand);
    case PrintKind::Ribbon:
        return ribbonFont();
    case PrintKind::Ticket:
    case PrintKind::Receipt:
        break;
    }
    return font;
}

void addRibbons(Papers &papers, const Order &order, const RibbonSize &size)
{
    if (!order.ribbonText.isEmpty())
        papers.sheets.push_back(
            std::make_unique<RibbonSheet>(order.ribbonText, size, RibbonWords::tr("경조사어")));
    if (!order.ribbonSender.isEmpty())
        papers.sheets.push_back(
            std::make_unique<RibbonSheet>(order.ribbonSender, size, RibbonWords::tr("보내는 분")));
}

bool begin(QPainter &painter, QPrinter &printer, const QSizeF &sizeMm)
{
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    printer.setPageMargins({});
    return painter.begin(&printer);
}

bool paint(const Papers &papers, QPrinter &printer, const QPointF &offsetMm)
{
    QPainter painter;
    if (!begin(painter, printer, papers.sheets.front()->sizeMm()))
        return false;
    for (const auto &sheet : papers.sheets) {
        if (sheet != papers.sheets.front() && !printer.newPage())
            return false;
        paintPage(*sheet, painter, offsetMm);
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

} // namespace

bool Papers::fit() const
{
    return std::ranges::all_of(sheets, [](const auto &sheet) { return sheet->fits(); });
}

Papers makePapers(PrintKind kind, const Order &order, const PrintPreset &preset,
                  const TicketFacts &facts, const QFont &font)
{
    Papers papers;
    Order printable = order;
    const QFont face = fontOf(kind, preset, font);
    if (kind == PrintKind::Card && !order.nameOnCard)
        printable.sender.name.clear();
    for (QString *text : textsOf(kind, printable)) {
        const QString missing = unprintable(*text, face);
        for (const uint character : missing.toUcs4()) {
            const char32_t one = character;
            if (const QString letter = QString::fromUcs4(&one, 1); !papers.missing.contains(letter))
                papers.missing += letter;
        }
        *text = printableOnly(*text, face);
    }
    switch (kind) {
    case PrintKind::Ticket:
        papers.sheets.push_back(std::make_unique<TicketSheet>(printable, facts, face));
        break;
    case PrintKind::Card:
        if (!printable.cardMessage.isEmpty())
            papers.sheets.push_back(std::make_unique<CardSheet>(printable, printable.cardMessage,
                                                                preset.cardSize, preset.cardHand));
        break;
    case PrintKind::Ribbon:
        addRibbons(papers, printable, preset.ribbon);
        break;
    case PrintKind::Receipt:
        papers.sheets.push_back(std::make_unique<ReceiptSheet>(printable, facts, face));
        break;
    }
    return papers;
}

PrintTrouble printPapers(const Papers &papers, const PrintTarget &target, const Printers &printers)
{
    if (papers.sheets.empty())
        return PrintTrouble::OrderAbsent;
    QPrinter printer(QPrinter::HighResolution);
    const bool toFile = target.printer.isEmpty();
    if (toFile) {
        if (target.file.isEmpty())
            return PrintTrouble::FileNotWritten;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(target.file);
    } else if (!printers.aim(printer, target.printer)) {
        return PrintTrouble::PrinterAbsent;
    } else {
        printer.setCopyCount(target.copies);
    }
    printer.setDocName(target.title);
    if (!paint(papers, printer, toFile ? QPointF() : target.offsetMm))
        return toFile ? PrintTrouble::FileNotWritten : PrintTrouble::PrinterRefused;
    return PrintTrouble::None;
}

} // namespace petalpost::desk
