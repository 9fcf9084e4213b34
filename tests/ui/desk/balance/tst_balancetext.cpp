// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/balancetext.h"

#include "ui/desk/balance/sidesmodel.h"
#include "ui/desk/balance/sumsmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;

namespace {

const QTimeZone seoul("Asia/Seoul");
const QDate friday(2026, 11, 27);

qint64 at(int hour, int minute, int days = 0)
{
    return QDateTime(friday.addDays(days), QTime(hour, minute), seoul).toMSecsSinceEpoch();
}

Money won(qint64 minor)
{
    return {minor, {}};
}

QString factsOf(const Difference &difference)
{
    return differenceFacts(difference, friday, seoul);
}

} // namespace

/// The words of the screen 정산, and its table.
class TestBalanceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDifferenceHasItsWords();
    void bothAmountsAreNamed();
    void onlyTheMoneyInQuestion();
    void textsAreNamedByTheirEvent();
    void theDayIsSummedUp();
    void repairsSayWhatCameOfThem();
    void theTableAddsUp();
    void theSidesBesideEachOther();
};

void TestBalanceText::everyDifferenceHasItsWords()
{
    QSet<QString> titles;
    for (const auto &[kind, name] : differenceKindWords) {
        Difference difference;
        difference.kind = kind;
        QVERIFY(!differenceAdvice(difference).isEmpty());
        titles.insert(differenceTitle(difference));
        difference.orderId = 1042;
        QVERIFY(differenceTitle(difference).startsWith(u"#1042 · "_s));
        difference.repair = Repair::RetryRefund;
        QCOMPARE(repairText(difference), u"환불 다시 시도"_s);
        difference.repair = Repair::ReadAgain;
        QCOMPARE(repairText(difference), u"다시 확인"_s);
    }
    QCOMPARE(titles.size(), qsizetype(differenceKindWords.size()));
    Difference gone;
    gone.kind = DifferenceKind::ProviderNotRead;
    gone.gateway = u"stripe"_s;
    const QString unread = differenceTitle(gone);
    gone.detail = word(ListState::NotInUse);
    QVERIFY(differenceTitle(gone) != unread);
    QCOMPARE(factsOf(gone), u"Stripe"_s);
}

void TestBalanceText::bothAmountsAreNamed()
{
    Difference difference;
    difference.kind = DifferenceKind::AmountDiffers;
    difference.gateway = u"toss"_s;
    difference.expected = won(89'000);
    difference.actual = won(98'000);
    difference.atMs = at(14, 2);
    difference.detail = u"tgen_1"_s;
    QCOMPARE(factsOf(difference),
             u"장부 89,000원 · 결제사 98,000원 · 토스페이먼츠 · 14:02 · tgen_1"_s);
    difference.kind = DifferenceKind::UnknownCharge;
    difference.expected.reset();
    difference.atMs = at(23, 50, -1);
    difference.detail.clear();
    QCOMPARE(factsOf(difference),
             u"장부 없음 · 결제사 98,000원 · 토스페이먼츠 · 11/26(목) 23:50"_s);
}

void TestBalanceText::onlyTheMoneyInQuestion()
{
    Difference difference;
    difference.kind = DifferenceKind::RefundFailed;
    difference.gateway = u"books"_s;
    difference.expected = won(9'000);
    difference.detail = u"NO_BALANCE"_s;
    QCOMPARE(factsOf(difference), u"돌려줄 돈 9,000원 · books · NO_BALANCE"_s);
    difference.kind = DifferenceKind::Other;
    difference.detail.clear();
    QCOMPARE(factsOf(difference), u"장부 9,000원 · books"_s);
}

void TestBalanceText::textsAreNamedByTheirEvent()
{
    Difference difference;
    difference.kind = DifferenceKind::SmsFailed;
    difference.atMs = at(9, 5);
    difference.detail = u"made"_s;
    QCOMPARE(factsOf(difference), u"제작완료 문자 · 09:05"_s);
    difference.detail = u"petals_counted"_s; // of a newer server
    QCOMPARE(factsOf(difference), u"petals_counted · 09:05"_s);
}

void TestBalanceText::theDayIsSummedUp()
{
    Balance balance;
    balance.orders = 3;
    QVERIFY(summaryText(balance).startsWith(u"차이가 없어요."_s));
    QCOMPARE(ordersText(balance), u"결제한 주문 3건"_s);
    balance.complete = false;
    QVERIFY(!summaryText(balance).startsWith(u"차이가 없어요."_s));
    balance.differences.resize(2);
    balance.complete = true;
    QCOMPARE(summaryText(balance), u"맞지 않는 것이 2건 있어요."_s);
    balance.ordersByHand = 1;
    balance.byHand = {won(89'000)};
    QCOMPARE(ordersText(balance),
             u"결제한 주문 3건 · 이 가운데 가게에서 직접 받은 주문 1건 (89,000원)"_s);
}

void TestBalanceText::repairsSayWhatCameOfThem()
{
    RepairNews news;
    news.difference.orderId = 7;
    news.difference.repair = Repair::RetryRefund;
    QSet<QString> all{repairNewsText(news)};
    news.difference.repair = Repair::ReadAgain;
    all.insert(repairNewsText(news));
    news.answer = RepairOutcome::NothingLeft;
    all.insert(repairNewsText(news));
    QVERIFY(news.isGood());
    news.answer = tl::unexpected(sync::NoAnswer());
    all.insert(repairNewsText(news));
    news.answer = tl::unexpected(sync::NoAnswer{Refusal::of(RefusalCode::ProviderUnavailable)});
    all.insert(repairNewsText(news));
    QVERIFY(!news.isGood());
    QCOMPARE(all.size(), 5);
    for (const QString &text : std::as_const(all))
        QVERIFY2(text.startsWith(u"#7 · "_s), qUtf8Printable(text));
}

void TestBalanceText::theTableAddsUp()
{
    SumsModel sums;
    const QAbstractItemModelTester tester(&sums,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Balance balance;
    sums.setBalance(balance);
    QCOMPARE(sums.rowCount(), 0);
    balance.gateways = {{u"stripe"_s, ListState::NotRead, {u"USD"_s, 2}, {21'900, 0, 0, 0, 665, 0}},
                        {u"toss"_s, ListState::Compared, {}, {979'000, 0, 89'000, 0, 27'600, 0}}};
    balance.byHand = {won(178'000)};
    Difference difference;
    difference.gateway = u"toss"_s;
    balance.differences = {difference};
    sums.setBalance(balance);
    const auto row = [&sums](int at) {
        QStringList texts;
        for (int column = 0; column < SumsModel::ColumnCount; ++column) {
            if (!sums.isEmpty(static_cast<SumsModel::Column>(column)))
                texts << sums.index(at, column).data().toString();
        }
        return texts.join(u" | "_s);
    };
    QCOMPARE(sums.rowCount(), 4);
    QCOMPARE(row(0), u"Stripe | 219.00 USD | 0.00 USD | −6.65 USD | 212.35 USD | 읽지 못함"_s);
    QCOMPARE(row(1), u"토스페이먼츠 | 979,000원 | −89,000원 | −27,600원 | 862,400원 | 차이 1건"_s);
    QCOMPARE(row(2), u"가게에서 직접 | 178,000원 | 0원 | 0원 | 178,000원 | –"_s);
    QCOMPARE(row(3), u"합계 | 1,157,000원 | −89,000원 | −27,600원 | 1,040,400원 | –"_s);
    QCOMPARE(sums.index(1, SumsModel::Refunded).data(Qt::AccessibleTextRole).toString(),
             u"토스페이먼츠, 환불 −89,000원"_s);
    balance.gateways[1].moved.chargebacksMinor = 1;
    balance.gateways[1].list = ListState::NotInUse;
    sums.setBalance(balance);
    QVERIFY(!sums.isEmpty(SumsModel::Chargebacks));
    QVERIFY(sums.isEmpty(SumsModel::Surplus));
    QCOMPARE(sums.index(1, SumsModel::List).data().toString(), u"쓰지 않음"_s);
}

void TestBalanceText::theSidesBesideEachOther()
{
    SidesModel sides;
    const QAbstractItemModelTester tester(&sides,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [&sides](int at) {
        QStringList texts;
        for (int column = 0; column < SidesModel::ColumnCount; ++column)
            texts << sides.index(at, column).data().toString();
        return texts.join(u" | "_s);
    };
    Balance balance;
    sides.setBalance(balance);
    QCOMPARE(sides.rowCount(), 0);
    balance.gateways = {{u"stripe"_s, ListState::NotRead, {u"USD"_s, 2}, {}},
                        {u"toss"_s, ListState::Compared, {}, {}},
                        {u"gone"_s, ListState::NotInUse, {}, {}},
                        {u"untold"_s, ListState::Compared, {}, {}}}; // by an older server
    balance.gateways[0].orders = {1, 21'900};
    balance.gateways[0].ledger = {{1, 21'900}, {1, 500}, {}};
    balance.gateways[1].orders = {2, 178'000};
    balance.gateways[1].ledger = {{2, 178'000}, {}, {}};
    balance.gateways[1].listed = {{3, 267'000}, {}, {1, 89'000}};
    sides.setBalance(balance);
    QCOMPARE(sides.rowCount(), 5);
    QCOMPARE(row(0), u"Stripe | 결제 | 1건 · 219.00 USD | 1건 · 219.00 USD | 읽지 못함"_s);
    QCOMPARE(row(1), u"Stripe | 환불 | – | 1건 · 5.00 USD | 읽지 못함"_s);
    QCOMPARE(row(2),
             u"토스페이먼츠 | 결제 | 2건 · 178,000원 | 2건 · 178,000원 | 3건 · 267,000원"_s);
    QCOMPARE(row(3), u"토스페이먼츠 | 카드사·은행이 가져감 | – | 0건 · 0원 | 1건 · 89,000원"_s);
    QCOMPARE(row(4), u"gone | 결제 | 0건 · 0원 | 0건 · 0원 | 쓰지 않음"_s);
    QCOMPARE(sides.index(0, SidesModel::Listed).data(Qt::AccessibleTextRole).toString(),
             u"Stripe, 결제, 결제사 목록 읽지 못함"_s);
}

QTEST_GUILESS_MAIN(TestBalanceText)
#include "tst_balancetext.moc"
