// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/shopwords.h"

#include "core/protocol/shopsettings.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct ShopWords
{
    Q_DECLARE_TR_FUNCTIONS(ShopWords)
};

struct SettingName
{
    QLatin1StringView wire;
    const char *name;
};

constexpr SettingName names[] = {
    {"name"_L1, QT_TRANSLATE_NOOP("ShopWords", "가게 이름")},
    {"nameEn"_L1, QT_TRANSLATE_NOOP("ShopWords", "영어 이름")},
    {"phone"_L1, QT_TRANSLATE_NOOP("ShopWords", "가게 전화번호")},
    {"windows"_L1, QT_TRANSLATE_NOOP("ShopWords", "배송 시간대")},
    {"closedDays"_L1, QT_TRANSLATE_NOOP("ShopWords", "휴무일")},
    {"weeklyClosedDay"_L1, QT_TRANSLATE_NOOP("ShopWords", "매주 쉬는 요일")},
    {"cutOffMinutes"_L1, QT_TRANSLATE_NOOP("ShopWords", "주문 마감")},
    {"horizonDays"_L1, QT_TRANSLATE_NOOP("ShopWords", "예약 가능 기간")},
    {"opensMinute"_L1, QT_TRANSLATE_NOOP("ShopWords", "영업시간")},
    {"travelMinutes"_L1, QT_TRANSLATE_NOOP("ShopWords", "이동 시간")},
    {"softMinutes"_L1, QT_TRANSLATE_NOOP("ShopWords", "마감 알림")},
    {"solidMinutes"_L1, QT_TRANSLATE_NOOP("ShopWords", "급한 마감 알림")},
    {"mutedTexts"_L1, QT_TRANSLATE_NOOP("ShopWords", "고객 문자")},
    {"pausedUntilMs"_L1, QT_TRANSLATE_NOOP("ShopWords", "주문 잠시 쉬기")},
    {"business"_L1, QT_TRANSLATE_NOOP("ShopWords", "사업자 정보")},
};

QString hours(const QString &key)
{
    return QString(key).replace(u'/', u'–');
}

QString rangeText(const Refusal &refusal)
{
    if (refusal.field == "windows"_L1 && refusal.value.contains(u' ')) {
        const QStringList both = refusal.value.split(u' ');
        //: two stretches of time
        return ShopWords::tr("시간대가 서로 겹쳐요: %1, %2").arg(hours(both[0]), hours(both[1]));
    }
    if (refusal.field == "windows.endMinute"_L1)
        return ShopWords::tr("끝나는 시각이 시작보다 늦어야 해요.");
    if (refusal.field == "windows"_L1)
        return ShopWords::tr("시간대는 %1개까지 둘 수 있어요.").arg(refusal.value);
    if (refusal.field == "closesMinute"_L1)
        return ShopWords::tr("닫는 시각이 여는 시각보다 늦어야 해요.");
    if (refusal.field == "closedDays"_L1)
        return ShopWords::tr("이미 있는 휴무일이에요.");
    if (refusal.field == "solidMinutes"_L1)
        return ShopWords::tr("급한 알림은 첫 알림보다 늦을 수 없어요.");
    return refusalText(refusal);
}

} // namespace

QString settingNames(const QJsonObject &change)
{
    QStringList list;
    for (const SettingName &setting : names) {
        if (change.contains(setting.wire))
            list << ShopWords::tr(setting.name);
    }
    return list.join(u", "_s);
}

QString settingRefusalText(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::OutOfRange)
        return rangeText(refusal);
    if (refusal.code == RefusalCode::MissingField && refusal.field == "name"_L1)
        return ShopWords::tr("가게 이름은 비워 둘 수 없어요.");
    if (refusal.code == RefusalCode::TooLong)
        return ShopWords::tr("%1자까지 쓸 수 있어요.").arg(refusal.value);
    return refusalText(refusal);
}

QString productChangeText(const QJsonObject &fields)
{
    const auto either = [&](QLatin1StringView field, const QString &yes, const QString &no) {
        return !fields.contains(field) ? QString() : fields.value(field).toBool() ? yes : no;
    };
    QStringList parts;
    for (const QLatin1StringView field :
         {"name"_L1, "nameEn"_L1, "description"_L1, "descriptionEn"_L1}) {
        if (const QString text = fields.value(field).toString(); !text.isEmpty())
            parts << u'“' + text + u'”';
    }
    const QJsonObject price = fields.value("price"_L1).toObject();
    if (!price.isEmpty()) {
        parts << ShopWords::tr("가격 %1").arg(moneyText(
            {price.value("amountMinor"_L1).toInteger(),
             {price.value("currency"_L1).toString(), price.value("exponent"_L1).toInt()}}));
    }
    if (fields.contains("dailyLimit"_L1))
        parts << ShopWords::tr("하루 판매 수량 %1").arg(fields.value("dailyLimit"_L1).toInteger());
    parts << either("soldOut"_L1, ShopWords::tr("품절"), ShopWords::tr("다시 팔기"))
          << either("hidden"_L1, ShopWords::tr("숨김"), ShopWords::tr("다시 보임"))
          << either("needsWindow"_L1, ShopWords::tr("배송 시간 필요"),
                    ShopWords::tr("배송 시간 없이"))
          << either("taxFree"_L1, ShopWords::tr("면세"), ShopWords::tr("과세"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString productRefusalText(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::MissingField && refusal.field == "name"_L1)
        return ShopWords::tr("이름을 적어 주세요.");
    if (refusal.code == RefusalCode::OutOfRange && refusal.field == "products"_L1)
        return ShopWords::tr("상품은 %1개까지 둘 수 있어요.").arg(refusal.value);
    if (refusal.code == RefusalCode::OutOfRange && refusal.field == "price"_L1)
        return ShopWords::tr("가격은 1원부터 10억 원까지예요.");
    if (refusal.code == RefusalCode::TooLong)
        return ShopWords::tr("%1자까지 쓸 수 있어요.").arg(refusal.value);
    return refusalText(refusal);
}

QString entryRefusalText(const Refusal &refusal)
{
    const bool ofWindow = refusal.field == "window"_L1;
    if (refusal.code == RefusalCode::MissingField && ofWindow)
        return ShopWords::tr("배송할 날짜와 시간대를 골라 주세요.");
    if (refusal.code == RefusalCode::OutOfRange && ofWindow)
        return ShopWords::tr("%1일 안의 날짜만 받을 수 있어요.").arg(refusal.value);
    if (refusal.code == RefusalCode::PastDate)
        return ShopWords::tr("그 시간대는 이미 지났어요. 다른 시간대를 골라 주세요.");
    if (refusal.code == RefusalCode::InvalidPhone)
        return ShopWords::tr("전화번호를 0으로 시작하는 숫자 9~12자리로 적어 주세요.");
    if (refusal.code == RefusalCode::TooLong)
        return ShopWords::tr("%1자까지 쓸 수 있어요.").arg(refusal.value);
    return refusalText(refusal);
}

QString textEventName(MessageEvent event)
{
    switch (event) {
    case MessageEvent::Paid:
        return ShopWords::tr("결제완료");
    case MessageEvent::Making:
        return ShopWords::tr("제작 시작");
    case MessageEvent::Made:
        return ShopWords::tr("제작완료");
    case MessageEvent::Delivering:
        return ShopWords::tr("배송 시작");
    case MessageEvent::Delivered:
        return ShopWords::tr("배송완료");
    case MessageEvent::Resent:
        return ShopWords::tr("다시 보냄");
    case MessageEvent::Cancelled:
        return ShopWords::tr("취소");
    case MessageEvent::Refunded:
        return ShopWords::tr("환불완료");
    case MessageEvent::PaymentFailed:
        return ShopWords::tr("결제실패");
    case MessageEvent::CancelDeclined:
        return ShopWords::tr("취소 요청 거절");
    case MessageEvent::LatePayment:
        return ShopWords::tr("늦은 결제 환불");
    case MessageEvent::OwnerUnseen:
        return ShopWords::tr("사장님께");
    case MessageEvent::EditAsked:
        return ShopWords::tr("주문 수정");
    case MessageEvent::SignInCode:
        return ShopWords::tr("인증번호");
    case MessageEvent::MoneyReceived:
        return ShopWords::tr("입금 확인");
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::desk
