// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

namespace petalpost::desk {

namespace {

struct RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(RefusalWords)
};

/// Moves refused by the state table: the sentence names where the order stands now.
QString movedOnText(const Refusal &refusal)
{
    if (!refusal.state)
        return RefusalWords::tr("지금은 할 수 없는 일이에요. 주문 상태를 다시 확인해 주세요.");
    return RefusalWords::tr("지금 상태는 ‘%1’이라 할 수 없어요.").arg(stateWord(*refusal.state));
}

QString staleText(const Refusal &refusal)
{
    if (!refusal.state)
        return RefusalWords::tr("그 사이 주문이 바뀌었어요. 새 내용을 보고 다시 해 주세요.");
    return RefusalWords::tr("그 사이 주문이 바뀌었어요. 지금 상태는 ‘%1’이에요.")
        .arg(stateWord(*refusal.state));
}

} // namespace

QString refusalText(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::MissingField:
        return RefusalWords::tr("빠진 내용이 있어요. 모두 채워 주세요.");
    case RefusalCode::WrongType:
        return RefusalWords::tr("서버가 알아볼 수 없는 값이에요.");
    case RefusalCode::OutOfRange:
        return RefusalWords::tr("값이 정해진 범위를 벗어났어요.");
    case RefusalCode::TooLong:
        return RefusalWords::tr("글이 너무 길어요. 줄여서 다시 올려 주세요.");
    case RefusalCode::InvalidText:
        return RefusalWords::tr("쓸 수 없는 글자가 들어 있어요.");
    case RefusalCode::InvalidPhone:
        return RefusalWords::tr("전화번호를 다시 확인해 주세요.");
    case RefusalCode::UnknownProduct:
        return RefusalWords::tr("메뉴에 없는 상품이에요.");
    case RefusalCode::SoldOut:
        return RefusalWords::tr("품절된 상품이에요.");
    case RefusalCode::DailyLimitReached:
        return RefusalWords::tr("그날 만들 수 있는 수량이 다 찼어요.");
    case RefusalCode::UnknownWindow:
        return RefusalWords::tr("없는 배송 시간대예요.");
    case RefusalCode::PastDate:
        return RefusalWords::tr("이미 지난 날짜예요.");
    case RefusalCode::ClosedDay:
        return RefusalWords::tr("쉬는 날이에요.");
    case RefusalCode::CutOffPassed:
        return RefusalWords::tr("그 시간대의 주문은 마감됐어요.");
    case RefusalCode::WindowFull:
        return RefusalWords::tr("그 시간대는 자리가 없어요.");
    case RefusalCode::PriceOverflow:
        return RefusalWords::tr("금액이 너무 커요.");
    case RefusalCode::ConsentMissing:
        return RefusalWords::tr("필요한 동의가 빠졌어요.");
    case RefusalCode::IllegalMove:
        return movedOnText(refusal);
    case RefusalCode::StaleVersion:
        return staleText(refusal);
    case RefusalCode::NotFound:
        return RefusalWords::tr("서버에 없는 내용이에요. 지워졌을 수 있어요.");
    case RefusalCode::NotAllowed:
        return RefusalWords::tr("이 컴퓨터에는 그 권한이 없어요.");
    case RefusalCode::SignInRequired:
        return RefusalWords::tr("이 컴퓨터의 연결이 끊겼어요. 서버와 다시 연결해 주세요.");
    case RefusalCode::KeyReused:
        return RefusalWords::tr("같은 일이 다른 내용으로 이미 보내졌어요.");
    case RefusalCode::InProgress:
        return RefusalWords::tr("서버가 아직 처리하고 있어요. 잠시 기다려 주세요.");
    case RefusalCode::TooMany:
        return RefusalWords::tr("너무 자주 보냈어요. 잠시 뒤에 다시 해 주세요.");
    case RefusalCode::Busy:
        return RefusalWords::tr("서버가 바빠요. 잠시 뒤에 다시 해 주세요.");
    case RefusalCode::PaymentDeclined:
        return RefusalWords::tr("결제사가 받아들이지 않았어요.");
    case RefusalCode::ProviderUnavailable:
        return RefusalWords::tr("결제사의 답을 받지 못했어요. 결과를 확인하고 있어요.");
    case RefusalCode::ProviderNotAsked:
        return RefusalWords::tr("결제사 응답이 없어서 보내지 않았어요. 돈은 움직이지 않았어요.");
    case RefusalCode::ReviewExists:
        return RefusalWords::tr("이미 후기가 있어요.");
    case RefusalCode::ReviewClosed:
        return RefusalWords::tr("후기를 바꿀 수 있는 기간이 지났어요.");
    case RefusalCode::PairingCodeWrong:
        return RefusalWords::tr("코드가 달라요.");
    case RefusalCode::PairingCodeExpired:
        return RefusalWords::tr("코드 시간이 지났어요.");
    case RefusalCode::PairingTriesUsed:
        return RefusalWords::tr("코드를 다섯 번 틀렸어요. 새 코드를 받아 주세요.");
    case RefusalCode::DeviceRevoked:
        return RefusalWords::tr("가게에서 이 컴퓨터의 연결을 끊었어요.");
    case RefusalCode::QuoteChanged:
        return RefusalWords::tr("그 사이 차액이 바뀌었어요. 다시 확인해 주세요.");
    case RefusalCode::UndoClosed:
        return RefusalWords::tr("되돌릴 수 있는 시간이 지났어요. 반대로 다시 수정해 주세요.");
    case RefusalCode::NameTaken:
        return RefusalWords::tr("같은 이름의 상품이 있어요. 숨긴 상품도 함께 살펴 주세요.");
    case RefusalCode::ShopPaused:
        return RefusalWords::tr("지금은 주문을 쉬고 있어요.");
    case RefusalCode::InvalidPhoto:
        return refusal.value == "pixels"_L1
                   ? RefusalWords::tr("사진이 너무 커요. 작게 줄여서 다시 올려 주세요.")
                   : RefusalWords::tr(
                       "사진으로 읽을 수 없어요. JPEG, PNG, WebP 파일을 골라 주세요.");
    case RefusalCode::StorageFailed:
        return RefusalWords::tr("저장하지 못했어요. 다시 해 주세요.");
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::desk
