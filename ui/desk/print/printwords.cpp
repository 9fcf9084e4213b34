// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printwords.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// What is said about paper.
struct PrintWords
{
    Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

} // namespace

QString printKindText(PrintKind kind)
{
    switch (kind) {
    case PrintKind::Ticket:
        return PrintWords::tr("주문서");
    case PrintKind::Card:
        return PrintWords::tr("카드");
    case PrintKind::Ribbon:
        return PrintWords::tr("리본");
    case PrintKind::Receipt:
        return PrintWords::tr("영수증");
    }
    Q_UNREACHABLE();
}

QString printJobText(PrintKind kind, qint64 orderId)
{
    //: number of the order, what was printed
    return PrintWords::tr("#%1 · %2").arg(QString::number(orderId), printKindText(kind));
}

QString printTroubleText(PrintTrouble trouble)
{
    switch (trouble) {
    case PrintTrouble::None:
        return {};
    case PrintTrouble::PrinterAbsent:
        return PrintWords::tr("프린터가 없어요. 켜져 있고 연결됐는지 확인해 주세요.");
    case PrintTrouble::PrinterRefused:
        return PrintWords::tr("프린터가 받지 않았어요. 프린터를 확인해 주세요.");
    case PrintTrouble::FileNotWritten:
        return PrintWords::tr("PDF를 저장하지 못했어요. 문서 폴더를 확인해 주세요.");
    case PrintTrouble::OrderAbsent:
        return PrintWords::tr("이 컴퓨터에는 없는 주문이에요.");
    case PrintTrouble::NoRoom:
        return PrintWords::tr(
            "주문이 바뀌어 글이 다 들어가지 않아요. 주문에서 다시 인쇄해 주세요.");
    }
    Q_UNREACHABLE();
}

QString printStateText(const PrintJob &job)
{
    switch (job.state) {
    case PrintState::Waiting:
        return PrintWords::tr("곧 인쇄해요.");
    case PrintState::InHand:
        return PrintWords::tr("프린터로 보내고 있어요.");
    case PrintState::Failed:
        return printTroubleText(job.trouble);
    case PrintState::Unclear:
        return PrintWords::tr("인쇄됐는지 확인해 주세요. 보내는 사이에 프로그램이 꺼졌어요.");
    }
    Q_UNREACHABLE();
}

QString printerText(const QString &name)
{
    return name.isEmpty() ? PrintWords::tr("PDF로 저장") : name;
}

QString cardSizeText(CardSize size)
{
    switch (size) {
    case CardSize::Small:
        return PrintWords::tr("명함 90×55 mm");
    case CardSize::Postcard:
        return PrintWords::tr("엽서 100×148 mm");
    case CardSize::A6:
        return PrintWords::tr("A6");
    }
    Q_UNREACHABLE();
}

QString cardHandText(CardHand hand)
{
    switch (hand) {
    case CardHand::Serif:
        return PrintWords::tr("명조");
    case CardHand::Handwriting:
        return PrintWords::tr("손글씨");
    }
    Q_UNREACHABLE();
}

QString ribbonLengthText(int lengthMm)
{
    return u"%1 cm"_s.arg(lengthMm / 10);
}

} // namespace petalpost::desk
