// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/balance.h"
#include "core/domain/edit.h"
#include "core/domain/payment.h"
#include "core/domain/providerhealth.h"
#include "core/domain/refusal.h"

#include <QtTest/QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

/// Every enumerator from 0 on has one word of its own, which reads back as it.
template<class Enum, std::size_t N>
void proveWords(const std::array<Word<Enum>, N> &words, Enum last)
{
    QCOMPARE(N, std::size_t(last) + 1);
    std::set<QString> seen;
    for (std::size_t i = 0; i < N; ++i) {
        const Enum value = Enum(i);
        const QString text = wordOf(words, value);
        QVERIFY(!text.isEmpty());
        QVERIFY2(seen.insert(text).second, qPrintable(text));
        const auto back = fromWord(words, text);
        QVERIFY2(back.has_value(), qPrintable(text));
        QCOMPARE(int(*back), int(i));
        QVERIFY2(!fromWord(words, text.toUpper()), qPrintable(text));
        QVERIFY2(!fromWord(words, QString(text + u' ')), qPrintable(text));
    }
    QVERIFY(!fromWord(words, QString()));
    QVERIFY(!fromWord(words, u"something else"_s));
}

} // namespace

class DomainWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderStates() { proveWords(orderStateWords, OrderState::Expired); }
    void verbs() { proveWords(verbWords, Verb::AddPhoto); }
    void actors() { proveWords(actorWords, Actor::Server); }
    void paymentStates() { proveWords(paymentStateWords, PaymentState::RefundFailed); }
    void refusals() { proveWords(refusalWords, RefusalCode::InvalidPhoto); }
    void differences() { proveWords(differenceKindWords, DifferenceKind::Other); }
    void repairs() { proveWords(repairWords, Repair::RetryRefund); }
    void repairOutcomes() { proveWords(repairOutcomeWords, RepairOutcome::NothingLeft); }
    void listStates() { proveWords(listStateWords, ListState::NotInUse); }
    void refundStates() { proveWords(refundStateWords, RefundState::Withdrawn); }
    void ledgerKinds() { proveWords(ledgerKindWords, LedgerKind::RefundWithdrawn); }
    void editWords()
    {
        proveWords(editPartWords, EditPart::Texts);
        proveWords(editEffectWords, EditEffect::ByHand);
        proveWords(pendingStateWords, PendingState::Lapsed);
    }
    void callKinds() { proveWords(callKindWords, CallKind::Read); }
    void breakerStates() { proveWords(breakerStateWords, BreakerState::HalfOpen); }
    void releasedWordsStay();
};

void DomainWordsTest::releasedWordsStay()
{
    QStringList states;
    for (const auto &[state, name] : orderStateWords)
        states.append(name);
    QCOMPARE(states.join(u' '),
             u"received paid making made delivering delivered cancelled expired"_s);
    QStringList payments;
    for (const auto &[state, name] : paymentStateWords)
        payments.append(name);
    QCOMPARE(
        payments.join(u' '),
        u"pending confirming paid failed unknown refund_pending refunded partially_refunded refund_failed"_s);
}

QTEST_GUILESS_MAIN(DomainWordsTest)
#include "tst_domainwords.moc"
