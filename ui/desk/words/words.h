// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/refusal.h"

namespace petalpost::desk {

/// Whether the interface speaks Korean; false once the English translation is installed.
bool speaksKorean();

/// The noun of a state, the same on desk, site, SMS and interface: "결제완료".
QString stateWord(OrderState state);
/// The noun of the money's state: "환불 처리중".
QString paymentWord(PaymentState state);
/// What a button says: a verb, "제작 시작". Picked-up orders are handed over, not delivered.
QString verbWord(Verb verb, bool pickup);
/// A refusal in one sentence that says what to do, for every RefusalCode.
QString refusalText(const Refusal &refusal);

/// "89,000원" or "₩89,000".
QString moneyText(const Money &money);
/// "작약 한아름 꽃다발 × 1", in the language of the interface where the shop gave that name.
QString itemText(const Order &order);
/// "#1048"; in words while the server has not numbered the order yet.
QString numberText(qint64 orderId);
/// How the order stands as to money: 입금 대기 for what the florist waits for.
QString paymentText(const Order &order);
QString methodWord(DeskMethod method);
QString productText(const Order &order);
/// "작약 한아름 꽃다발 · 89,000원", as a product is offered in a list.
QString offerText(const Product &product);
/// The name in the language of the interface; the Korean one where there is no other.
QString productText(const QString &name, const QString &nameEn);
/// The recipient, or the sender where only one person is known; empty for nameless orders.
QString whoText(const Order &order);
/// The neighbourhood, "픽업", or the street of the address where no neighbourhood is known.
QString whereText(const Order &order);
/// Who took the flowers; empty while nobody has.
QString receivedByText(const Order &order);

/// "14–16시"; windows that do not start and end on the hour read "14:30–16:00".
QString windowShort(const DeliveryWindow &window);
/// "14:00–16:00".
QString windowLong(const DeliveryWindow &window);
/// "5월 8일 (목)", "Thu 8 May".
QString dayHeading(const QDate &date);
/// "5/10(토)", "Sat 10 May".
QString dayShort(const QDate &date);
/// dayShort() within the year of \a today, else with its own year: "2024. 5. 8.", "8 May 2024".
QString dayOfYear(const QDate &date, const QDate &today);
/// As the first or last day of a week in a heading: "5/5(월)", "5 May".
QString dayInWeek(const QDate &date);
/// "오늘", "내일", "어제" or dayShort(); lower case in English, for the middle of a line.
QString dayRelative(const QDate &date, const QDate &today);
/// \a text as a line begins: with a capital where the language has them.
QString atLineStart(const QString &text);
/// "13:05" of the moment in the shop's time.
QString clockTime(qint64 atMs, const QTimeZone &zone);
/// "13:05:09", where two moments lie close together.
QString clockSeconds(qint64 atMs, const QTimeZone &zone);
QDate localDate(qint64 atMs, const QTimeZone &zone);

} // namespace petalpost::desk
