// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressfile.h"
#include "core/storage/server/addressstore.h"
#include "tests/core/server/orders/editbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

OrderEdit editOf(EditPart part)
{
    switch (part) {
    case EditPart::Product:
        return productEdit(ShopBench::Limited);
    case EditPart::Quantity:
        return qtyEdit(1);
    case EditPart::Window:
        return windowEdit(ShopBench::window(100));
    case EditPart::Texts:
        return cardEdit(u"새 말"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

/// What a paid order may become, what that costs, and what is refused.
class EditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<EditBench>();
    }

    void quotes_data();
    void quotes();
    void everyPartInEveryState_data();
    void everyPartInEveryState();
    void refusals_data();
    void refusals();
    void priceIsTheCatalogues();
    void aQuoteThatIsNotTrueAnyMoreIsRefused();
    void aCheaperEditAsksTheDifferenceBack();
    void aWindowMovesItsPlace();
    void aFullWindowIsRefusedAtTheMoment();
    void textsAreKeptOutOfTheJournal();
    void aNewAddressGetsItsNeighbourhood();
    void doublePress();
    void twoDesksAtOnce();
    void moneyByHandStaysByHand();

private:
    std::unique_ptr<EditBench> m_bench;
};

void EditsTest::quotes_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<qint64>("differenceMinor");
    QTest::addColumn<EditEffect>("effect");
    OrderEdit both = productEdit(ShopBench::Limited);
    both.qty = 3;
    OrderEdit asked = qtyEdit(1);
    asked.asksFirst = true;
    OrderEdit dearAsked = qtyEdit(3);
    dearAsked.asksFirst = true;
    QTest::newRow("cheaper") << productEdit(ShopBench::Limited) << qint64(-176'000)
                             << EditEffect::Refund;
    QTest::newRow("fewer") << qtyEdit(1) << qint64(-89'000) << EditEffect::Refund;
    QTest::newRow("more") << qtyEdit(3) << qint64(89'000) << EditEffect::Extra;
    QTest::newRow("both") << both << qint64(-175'000) << EditEffect::Refund;
    QTest::newRow("the same") << qtyEdit(2) << qint64(0) << EditEffect::Nothing;
    QTest::newRow("window") << windowEdit(ShopBench::window(100)) << qint64(0)
                            << EditEffect::Nothing;
    QTest::newRow("text") << cardEdit(u"축하해"_s) << qint64(0) << EditEffect::Nothing;
    QTest::newRow("asked") << asked << qint64(-89'000) << EditEffect::Answer;
    QTest::newRow("dearer and asked") << dearAsked << qint64(89'000) << EditEffect::Extra;
}

void EditsTest::quotes()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const qint64, differenceMinor);
    QFETCH(const EditEffect, effect);
    const Order order = m_bench->paid();
    const auto quote = m_bench->quote(order.id, edit).value();
    QCOMPARE(quote.differenceMinor, differenceMinor);
    QCOMPARE(quote.newTotal.minor, 178'000 + differenceMinor);
    QCOMPARE(quote.basedOn, order.version);
    QCOMPARE(quote.effect, effect);
    QCOMPARE(m_bench->order(order.id), order); // a quote changes nothing
    QCOMPARE(m_bench->taken(*order.window), 1);
}

void EditsTest::everyPartInEveryState_data()
{
    QTest::addColumn<OrderState>("state");
    for (const auto &[state, name] : orderStateWords)
        QTest::newRow(name.data()) << state;
}

void EditsTest::everyPartInEveryState()
{
    QFETCH(const OrderState, state);
    const qint64 id = m_bench->paid().id;
    m_bench->setState(id, state);
    const bool open =
        state == OrderState::Paid || state == OrderState::Making || state == OrderState::Made;
    for (const auto &[part, name] : editPartWords) {
        const bool legal = open || (state == OrderState::Delivering && part == EditPart::Texts);
        QCOMPARE(isEditable(state, part), legal);
        const auto quoted = m_bench->quote(id, editOf(part));
        QCOMPARE(quoted.has_value(), legal);
        if (!legal) {
            QCOMPARE(quoted.error().code, RefusalCode::IllegalMove);
            QCOMPARE(quoted.error().field, QString(name));
            QCOMPARE(quoted.error().state, state);
            const qint64 version = m_bench->order(id).version;
            EditRequest request{id, editOf(part), version, 0, 1, {}};
            QCOMPARE(m_bench->edits.apply(request).takeResult().error().code,
                     RefusalCode::IllegalMove);
        }
    }
}

void EditsTest::refusals_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<QString>("field");
    OrderEdit phone;
    phone.recipient = Contact{u"이"_s, u"12"_s};
    OrderEdit nowhere;
    nowhere.address = Address{u" "_s, {}, {}, {}};
    OrderEdit limited = productEdit(ShopBench::Limited);
    limited.qty = 11;
    QTest::newRow("nothing") << OrderEdit() << RefusalCode::MissingField << u"edit"_s;
    QTest::newRow("unknown") << productEdit(99) << RefusalCode::UnknownProduct << u"productId"_s;
    QTest::newRow("sold out") << productEdit(ShopBench::Wilted) << RefusalCode::SoldOut
                              << u"productId"_s;
    QTest::newRow("none") << qtyEdit(0) << RefusalCode::OutOfRange << u"qty"_s;
    QTest::newRow("too many") << qtyEdit(1000) << RefusalCode::OutOfRange << u"qty"_s;
    QTest::newRow("too dear") << productEdit(ShopBench::Dear) << RefusalCode::PriceOverflow
                              << u"qty"_s;
    QTest::newRow("daily limit") << limited << RefusalCode::DailyLimitReached << u"qty"_s;
    QTest::newRow("over") << windowEdit({ShopBench::today().addDays(-1), 600, 720})
                          << RefusalCode::PastDate << u"window"_s;
    QTest::newRow("no window") << windowEdit({ShopBench::today().addDays(1), 0, 60})
                               << RefusalCode::UnknownWindow << u"window"_s;
    QTest::newRow("long card") << cardEdit(QString(201, u'가')) << RefusalCode::TooLong
                               << u"cardMessage"_s;
    QTest::newRow("phone") << phone << RefusalCode::InvalidPhone << u"recipient.phone"_s;
    QTest::newRow("nowhere") << nowhere << RefusalCode::MissingField << u"address.line"_s;
}

void EditsTest::refusals()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const RefusalCode, code);
    QFETCH(const QString, field);
    const Order order = m_bench->paid();
    const auto refused =
        m_bench->edits.apply({order.id, edit, order.version, 0, 1, {}}).takeResult();
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(m_bench->order(order.id), order);
    QCOMPARE(m_bench->quote(99, qtyEdit(1)).error().code, RefusalCode::NotFound);
}

void EditsTest::priceIsTheCatalogues()
{
    const Order order = m_bench->paid();
    m_bench->setPrice(ShopBench::Limited, 2'000);
    m_bench->setPrice(ShopBench::Peony, 90'000);
    QCOMPARE(m_bench->quote(order.id, productEdit(ShopBench::Limited))->newTotal.minor, 4'000);
    // The flower that stays keeps the price it was sold at.
    QCOMPARE(m_bench->quote(order.id, qtyEdit(3))->newTotal.minor, 3 * 89'000);
}

void EditsTest::aQuoteThatIsNotTrueAnyMoreIsRefused()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = productEdit(ShopBench::Limited);
    const auto quote = m_bench->quote(order.id, edit).value();
    m_bench->setPrice(ShopBench::Limited, 2'000);
    const auto changed = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(changed.error().code, RefusalCode::QuoteChanged);
    QCOMPARE(changed.error().field, u"differenceMinor"_s);
    QCOMPARE(changed.error().value, u"-176000/-174000"_s);
    QCOMPARE(m_bench->order(order.id), order);
    QVERIFY(m_bench->refunds(order.id).empty());

    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    const auto stale = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(stale.error().code, RefusalCode::StaleVersion);
    QCOMPARE(stale.error().value, QString::number(order.version + 1));
    QCOMPARE(stale.error().state, OrderState::Making);
}

void EditsTest::aCheaperEditAsksTheDifferenceBack()
{
    const Order order = m_bench->paid();
    const auto edited = m_bench->edit(order.id, productEdit(ShopBench::Limited)).value();
    QCOMPARE(edited.order.productId, qint64(ShopBench::Limited));
    QCOMPARE(edited.order.productName, u"한정"_s);
    QCOMPARE(edited.order.total.minor, 2'000);
    QCOMPARE(edited.order.unitPrice.minor, 1'000);
    QCOMPARE(edited.order.payment, PaymentState::RefundPending);
    QCOMPARE(edited.order.version, order.version + 1);
    QCOMPARE(edited.order, m_bench->order(order.id));
    QCOMPARE(edited.undoUntilMs, m_bench->clock.nowMs() + undoHoldMs);
    QCOMPARE(m_bench->refunds(order.id).size(), 1U);
    QCOMPARE(m_bench->refunds(order.id).front().amountMinor, 176'000);
    QCOMPARE(m_bench->journal(order.id).last(), u"edit >"_s);
    QCOMPARE(m_bench->keptMinor(order.id), 2'000);

    // No provider hears of it before the undo time is over.
    m_bench->clock.advance(undoHoldMs - 1);
    m_bench->refundDue();
    QCOMPARE(m_bench->refunds(order.id).front().state, RefundState::Pending);
    m_bench->clock.advance(1);
    m_bench->refundDue();
    QCOMPARE(m_bench->refunds(order.id).front().state, RefundState::Refunded);
    QCOMPARE(m_bench->order(order.id).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(m_bench->keptMinor(order.id), 2'000);
    QCOMPARE(m_bench->messages(order.id).back().message.event, MessageEvent::Refunded);
    QCOMPARE(m_bench->messages(order.id).back().amountMinor, 176'000);
}

void EditsTest::aWindowMovesItsPlace()
{
    const Order order = m_bench->paid();
    const DeliveryWindow later = ShopBench::window(100);
    QVERIFY(m_bench->edit(order.id, windowEdit(later)).has_value());
    QCOMPARE(m_bench->order(order.id).window, later);
    QCOMPARE(m_bench->taken(*order.window), 0);
    QCOMPARE(m_bench->taken(later), 1);
    QVERIFY(m_bench->edit(order.id, windowEdit(later)).has_value()); // where it is already
    QCOMPARE(m_bench->taken(later), 1);
    // A day that is closed for customers is the shop's own affair.
    const DeliveryWindow closed{ShopBench::today().addDays(3), 600, 720};
    QVERIFY(m_bench->edit(order.id, windowEdit(closed)).has_value());
    QCOMPARE(m_bench->taken(closed), 1);
}

void EditsTest::aFullWindowIsRefusedAtTheMoment()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = windowEdit(ShopBench::window(1));
    const auto quote = m_bench->quote(order.id, edit).value();
    OrderDraft other = ShopBench::draft();
    other.window = ShopBench::window(1);
    QVERIFY(m_bench->place(other).has_value());
    const auto refused = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(refused.error().code, RefusalCode::WindowFull);
    QCOMPARE(refused.error().value, ShopBench::window(5).key());
    QCOMPARE(m_bench->order(order.id), order);
    QCOMPARE(m_bench->taken(*order.window), 1);
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 1);
}

void EditsTest::textsAreKeptOutOfTheJournal()
{
    const Order order = m_bench->paid();
    m_bench->setState(order.id, OrderState::Delivering);
    OrderEdit edit = cardEdit(u"비밀 편지"_s);
    edit.recipient = Contact{u"박하늘"_s, u"010-2222-3333"_s};
    edit.address = Address{u"부산 해운대구 1"_s, u"비밀번호 77"_s, u"48000"_s, {}};
    edit.request = u"벨 누르지 마세요"_s;
    const Order edited = m_bench->edit(order.id, edit).value().order;
    QCOMPARE(edited.cardMessage, u"비밀 편지"_s);
    QCOMPARE(edited.recipient.phone, u"01022223333"_s);
    QCOMPARE(edited.address.line, u"부산 해운대구 1"_s);
    QCOMPARE(edited.ribbonText, order.ribbonText);
    QCOMPARE(edited.total, order.total);
    QCOMPARE(edited, m_bench->order(order.id));
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE detail LIKE '%비밀%' OR detail "
                             "LIKE '%22223333%' OR detail LIKE '%박하늘%' OR detail LIKE '%벨%'"),
             0);
}

void EditsTest::aNewAddressGetsItsNeighbourhood()
{
    const Order order = m_bench->paid();
    m_bench
        ->write([](Transaction &transaction) -> Result<bool> {
            Database &database = transaction.db();
            const qint64 generation = store::newAddresses(database);
            store::insertAddress(
                database, generation,
                {u"1"_s, u"서울 강남구 역삼로 180"_s, u"강남구"_s, u"역삼동"_s, u"06248"_s, {}},
                {addressKey(u"역삼로 180"_s)});
            store::showAddresses(database, generation, {u"강남구"_s});
            return true;
        })
        .value();
    OrderEdit edit;
    edit.address = Address{u"서울 강남구 역삼로 180"_s, u"301호"_s, {}, {}};
    const Address moved = m_bench->edit(order.id, edit).value().order.address;
    QCOMPARE(moved.neighbourhood, u"역삼동"_s);
    QCOMPARE(moved.postalCode, u"06248"_s);
    QCOMPARE(moved.detail, u"301호"_s);
}

void EditsTest::doublePress()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = qtyEdit(1);
    EditRequest request = EditBench::requestFor(*m_bench->quote(order.id, edit), edit);
    request.key = callKey(u"a"_s);
    std::vector<QFuture<Result<EditedOrder>>> presses(10);
    for (auto &press : presses)
        press = m_bench->edits.apply(request);
    for (auto &press : presses)
        QCOMPARE(press.takeResult().value().order.total.minor, 89'000);
    QCOMPARE(m_bench->refunds(order.id).size(), 1U);
    request.key = callKey(u"b"_s);
    QCOMPARE(m_bench->edits.apply(request).takeResult().error().code, RefusalCode::StaleVersion);
    request.key = callKey(u"a"_s, "another body");
    QCOMPARE(m_bench->edits.apply(request).takeResult().error().code, RefusalCode::KeyReused);

    EditRequest undo{order.id, {}, m_bench->order(order.id).version, 0, 1, callKey(u"u"_s)};
    auto first = m_bench->edits.undo(undo);
    auto second = m_bench->edits.undo(undo);
    QCOMPARE(first.takeResult().value().order, second.takeResult().value().order);
    QCOMPARE(m_bench->keptMinor(order.id), 178'000);
}

void EditsTest::twoDesksAtOnce()
{
    const Order order = m_bench->paid();
    const OrderEdit mine = qtyEdit(1);
    const OrderEdit theirs = productEdit(ShopBench::Limited);
    const auto myQuote = m_bench->quote(order.id, mine).value();
    const auto theirQuote = m_bench->quote(order.id, theirs).value();
    auto first = m_bench->edits.apply(EditBench::requestFor(myQuote, mine));
    auto second = m_bench->edits.apply(EditBench::requestFor(theirQuote, theirs));
    QVERIFY(first.takeResult().has_value());
    QCOMPARE(second.takeResult().error().code, RefusalCode::StaleVersion);
    QCOMPARE(m_bench->order(order.id).productId, qint64(ShopBench::Peony));
    QCOMPARE(m_bench->keptMinor(order.id), 89'000);
}

void EditsTest::moneyByHandStaysByHand()
{
    const qint64 id = m_bench->place(ShopBench::draft()).value().order.id;
    QVERIFY(m_bench->move(id, Verb::MarkPaid).has_value());
    QCOMPARE(m_bench->quote(id, qtyEdit(3))->effect, EditEffect::ByHand);
    QVERIFY(m_bench->edit(id, qtyEdit(3)).has_value());
    QCOMPARE(m_bench->order(id).total.minor, 3 * 89'000);
    QCOMPARE(m_bench->keptMinor(id), 3 * 89'000); // the books have what the florist was given
    QCOMPARE(m_bench->undo(id).value().order.total.minor, 2 * 89'000);
    QCOMPARE(m_bench->keptMinor(id), 2 * 89'000);
    QCOMPARE(m_bench->order(id).payment, PaymentState::Paid);
    QCOMPARE(m_bench->quote(id, qtyEdit(1))->effect, EditEffect::Refund);
    QVERIFY(m_bench->edit(id, qtyEdit(1)).has_value());
    QCOMPARE(m_bench->keptMinor(id), 89'000);
    QVERIFY(m_bench->undo(id).has_value());
    QCOMPARE(m_bench->keptMinor(id), 2 * 89'000);
}

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
