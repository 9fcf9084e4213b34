// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/shell/paymenttext.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;

namespace {

constexpr qint64 minuteMs = 60'000;
const QString safe = u" 들어온 주문은 안전하고, 하던 일은 그대로 하면 돼요."_s;

ProviderHealth health(CallKind kind, BreakerState state, qint64 forMinutes = 20,
                      const QString &provider = u"toss"_s)
{
    return {provider, kind, state, demo::now - forMinutes * minuteMs};
}

QString text(const std::vector<ProviderHealth> &health)
{
    return paymentBannerText(health, demo::now, demo::zone);
}

} // namespace

/// What the florist reads while a payment provider does not answer. It is 13:22 on Thursday.
class TestPaymentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingWhileEverybodyAnswers();
    void saysSinceWhenAndWhatDoesNotWork();
    void saysTheDayWhenThatIsNotToday();
    void saysThatItAsksAgain();
    void oneOfTwoProvidersIsNotAll();
};

void TestPaymentText::saysNothingWhileEverybodyAnswers()
{
    QVERIFY(text({}).isEmpty());
    QVERIFY(text({health(CallKind::Charge, BreakerState::Closed),
                  health(CallKind::Read, BreakerState::Closed)})
                .isEmpty());
}

void TestPaymentText::saysSinceWhenAndWhatDoesNotWork()
{
    using enum CallKind;
    using enum BreakerState;
    QCOMPARE(text({health(Charge, Open), health(Refund, Closed), health(Read, Closed)}),
             u"결제사 응답 없음 · 13:02부터. 손님이 지금은 결제할 수 없어요."_s + safe);
    QCOMPARE(text({health(Charge, Closed), health(Refund, Open), health(Read, Closed)}),
             u"결제사 응답 없음 · 13:02부터. "
             "환불은 적어 두었고, 결제사가 답하면 저절로 나가요."_s
                 + safe);
    QCOMPARE(text({health(Charge, Closed), health(Refund, Closed), health(Read, Open)}),
             u"결제사 응답 없음 · 13:02부터. 결제됐는지 확인하는 데 시간이 더 걸려요."_s + safe);
    // The earliest one counts.
    const QString all =
        text({health(Charge, Open, 5), health(Refund, Open, 9), health(Read, Open)});
    QVERIFY2(all.startsWith(u"결제사 응답 없음 · 13:02부터. 손님이"_s), qUtf8Printable(all));
    QVERIFY(all.contains(u"환불"_s) && all.contains(u"결제됐는지"_s));
}

void TestPaymentText::saysTheDayWhenThatIsNotToday()
{
    const QString late = text({health(CallKind::Charge, BreakerState::Open, 14 * 60)});
    QVERIFY2(late.startsWith(u"결제사 응답 없음 · 어제 23:22부터."_s), qUtf8Printable(late));
}

void TestPaymentText::saysThatItAsksAgain()
{
    using enum CallKind;
    using enum BreakerState;
    QCOMPARE(text({health(Charge, HalfOpen)}), u"결제사 응답 다시 확인 중 · 13:02부터 응답 없음. "
                                               "손님이 결제하면 결제사에 다시 물어봐요."_s
                                                   + safe);
    QVERIFY(text({health(Charge, HalfOpen), health(Read, Open)}).startsWith(u"결제사 응답 없음"_s));
}

void TestPaymentText::oneOfTwoProvidersIsNotAll()
{
    const QString some = text({health(CallKind::Charge, BreakerState::Open),
                               health(CallKind::Charge, BreakerState::Closed, 20, u"stripe"_s)});
    QVERIFY2(some.contains(u"손님이 쓸 수 없는 결제 방법이 있어요."_s), qUtf8Printable(some));
}

QTEST_GUILESS_MAIN(TestPaymentText)
#include "tst_paymenttext.moc"
