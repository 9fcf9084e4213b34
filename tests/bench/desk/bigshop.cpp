// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/desk/bigshop.h"

#include "core/storage/server/journal.h"
#include "core/storage/server/orderstore.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::bench {

namespace {

constexpr qint64 firstId = 1'000;
constexpr qint64 spanMs = qint64(730) * 86'400'000;
constexpr qint64 finishedAgoMs = qint64(10) * 86'400'000; ///< the archive's, not the board's
constexpr int open = 40;
constexpr int batch = 1'000;

QString nameOf(QRandomGenerator &random)
{
    static const QString families = u"김이박최정강조윤장임한오서신권황안송전홍"_s;
    static const QString given = u"서민지하도예수현유은연준우윤아진호빈영원"_s;
    const auto any = [&random](const QString &from) { return from[random.bounded(from.size())]; };
    return QString(any(families)) + any(given) + any(given);
}

Order orderAt(QRandomGenerator &random, qint64 id, qint64 atMs, bool isOpen)
{
    static const std::array<std::pair<QString, QString>, 6> items{{
        {u"작약 한아름 꽃다발"_s, u"Peony armful"_s},
        {u"튤립 봄 바구니"_s, u"Tulip basket"_s},
        {u"축하 서양란 (대)"_s, u"Orchid, large"_s},
        {u"장미 50송이 박스"_s, u"Fifty roses"_s},
        {u"수국 한 송이 포장"_s, u"Hydrangea"_s},
        {u"계절 꽃다발"_s, u"Bouquet of the season"_s},
    }};
    static const QStringList places{u"역삼동"_s, u"논현동"_s, u"삼성동"_s, u"청담동"_s,
                                    u"대치동"_s};
    static const QStringList roads{u"테헤란로"_s, u"강남대로"_s, u"학동로"_s, u"선릉로"_s};
    const auto phone = [&random] {
        return u"010%1"_s.arg(random.bounded(100'000'000), 8, 10, QLatin1Char('0'));
    };
    Order order;
    order.id = id;
    const auto &[korean, english] = items[std::size_t(random.bounded(int(items.size())))];
    order.productId = 1;
    order.productName = korean;
    order.productNameEn = english;
    order.qty = 1 + random.bounded(3);
    order.unitPrice.minor = 10'000 * (3 + random.bounded(12));
    order.total.minor = order.unitPrice.minor * order.qty;
    order.money.chargedMinor = order.total.minor;
    order.payment = PaymentState::Paid;
    order.recipient = {nameOf(random), phone()};
    order.sender = {nameOf(random), phone()};
    order.address = {u"서울 강남구 %1 %2길 %3"_s.arg(roads[random.bounded(roads.size())])
                         .arg(random.bounded(90))
                         .arg(random.bounded(99)),
                     u"%1호"_s.arg(100 + random.bounded(2'400)), u"06248"_s,
                     places[random.bounded(places.size())]};
    order.cardMessage = u"언제나 고맙고 사랑해요."_s;
    const QDate day = QDateTime::fromMSecsSinceEpoch(atMs, QTimeZone("Asia/Seoul")).date();
    order.window = DeliveryWindow{day, 14 * 60, 16 * 60};
    order.state = OrderState::Paid;
    order.stamp(OrderState::Received, atMs);
    order.stamp(OrderState::Paid, atMs + 60'000);
    order.seenAtMs = atMs + 90'000;
    order.storedAtMs = atMs + 90'000;
    if (isOpen)
        return order;
    order.state = random.bounded(30) == 0 ? OrderState::Cancelled : OrderState::Delivered;
    order.stamp(order.state, atMs + 3'600'000);
    return order;
}

} // namespace

void fillShop(const QString &path, int count)
{
    Database database(path, Database::Mode::ReadWrite);
    QRandomGenerator random(20'250'508);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int done = 0; done < count;) {
        std::vector<JournalEntry> entries;
        database.begin();
        for (int i = 0; i < batch && done < count; ++i, ++done) {
            const qint64 id = firstId + done;
            const bool isOpen = done >= count - open;
            const qint64 agoMs =
                isOpen ? 3'600'000 : finishedAgoMs + spanMs / count * (count - done);
            const Order order = orderAt(random, id, now - agoMs, isOpen);
            const QByteArray text = QByteArray::number(id);
            store::insertOrder(database, order,
                               QCryptographicHash::hash(text, QCryptographicHash::Sha256), text);
            store::updateOrder(database, order);
            JournalEntry entry;
            entry.atMs = now - agoMs;
            entry.what = u"placed"_s;
            entry.type = DocumentType::Order;
            entry.id = id;
            entries.push_back(std::move(entry));
        }
        appendJournal(database, entries);
        database.commit();
    }
}

} // namespace petalpost::bench
