// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/csvtext.h"

#include "core/domain/draft.h"
#include "core/storage/desk/orderfilter.h"
#include "ui/desk/words/csvfields.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk::csv {

namespace {

struct CsvWords
{
    Q_DECLARE_TR_FUNCTIONS(CsvWords)
};

} // namespace

QByteArray head()
{
    return byteOrderMark.toByteArray()
           + row({CsvWords::tr("주문번호"), CsvWords::tr("주문한 때"), CsvWords::tr("상태"),
                  CsvWords::tr("결제"), CsvWords::tr("상품"), CsvWords::tr("수량"),
                  CsvWords::tr("금액"), CsvWords::tr("통화"), CsvWords::tr("받는 분"),
                  CsvWords::tr("받는 분 전화번호"), CsvWords::tr("주소"), CsvWords::tr("상세 주소"),
                  CsvWords::tr("우편번호"), CsvWords::tr("배송일"), CsvWords::tr("배송 시간대"),
                  CsvWords::tr("보내는 분"), CsvWords::tr("보내는 분 전화번호"),
                  CsvWords::tr("카드 메시지"), CsvWords::tr("요청사항")});
}

QByteArray line(const Order &order, const QTimeZone &zone)
{
    const QDateTime received = QDateTime::fromMSecsSinceEpoch(receivedAt(order), zone);
    return row({QString::number(order.id), received.toString(u"yyyy-MM-dd HH:mm"_s),
                stateWord(order.state), paymentText(order), productText(order),
                QString::number(order.qty), amount(order.total), order.total.currency.code,
                order.recipient.name, displayPhone(order.recipient.phone), order.address.line,
                order.address.detail, order.address.postalCode,
                order.window ? order.window->date.toString(Qt::ISODate) : QString(),
                order.window ? windowLong(*order.window) : QString(), order.sender.name,
                displayPhone(order.sender.phone), order.cardMessage, order.request});
}

} // namespace petalpost::desk::csv
