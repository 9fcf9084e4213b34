// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultgrid.h"
#include "tests/support/payingcustomer.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Every fault of a provider at every step of a payment: one customer each, driven through it, and
/// then time until nothing is due any more. Our ledger, the order and the provider's own books must
/// tell the same story in the end, and it must be a good one.
class FaultMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyFaultEndsWell_data();
    void everyFaultEndsWell();
    void theTableIsTheOneInTheDocs();

private:
    /// The parts of a story; false when it cannot be told to its end.
    bool callGoesWrong(const FaultRow &row, int times);
    bool duplicateWebhook();
    bool webhookBeforeReturn();
    bool webhookWithTheReturn();
    bool webhookAfterCancel();
    bool restartInBetween();

    bool fail(const QString &fault, int times)
    {
        return m_provider.fail(m_rig->gateway(), m_operation, fault, times);
    }
    bool fired() { return m_provider.look(u"faults"_s)[u"fired"_s].toInt() > 0; }
    bool willFire()
    {
        return QTest::qWaitFor([&] { return fired(); }, HttpCalls::answerMs);
    }
    /// The order is paid, and its customer has seen it.
    bool paid()
    {
        if (!m_customer->goToPay() || !m_customer->pay())
            return false;
        m_customer->comeBack();
        return m_customer->record().order.state == OrderState::Paid;
    }
    /// The customer has paid or agreed, and is not back yet.
    bool away() { return m_customer->goToPay() && m_customer->pay(); }
    bool makesSense(const QString &provider, const QString &operation, const FaultRow &row) const;

    FakeProvider m_provider;
    FaultGrid m_grid;
    QString m_operation;
    std::unique_ptr<PaymentRig> m_rig;
    std::unique_ptr<PayingCustomer> m_customer;
};

void FaultMatrixTest::initTestCase()
{
    QVERIFY2(m_provider.start(), m_provider.log().constData());
}

void FaultMatrixTest::init()
{
    // Faults are what is tested, so that a provider fails may be said; nothing else may.
    QTest::failOnWarning(QRegularExpression(
        u"^(?!(toss|stripe) (charge|refund|read) breaker|order \\d+ was charged another)"_s));
}

/// Toss knows of nothing before the customer agrees, Stripe takes the money at its own page.
bool FaultMatrixTest::makesSense(const QString &provider, const QString &operation,
                                 const FaultRow &row) const
{
    if (operation == (provider == "toss"_L1 ? "create"_L1 : "confirm"_L1))
        return false;
    // A page that was made and not paid: nobody can come back from it.
    const bool ofReturn = QLatin1StringView(row.title).contains("return"_L1);
    return operation != "create"_L1 || !ofReturn;
}

void FaultMatrixTest::everyFaultEndsWell_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("times");
    for (const char *provider : faultProviders) {
        for (const char *operation : faultOperations) {
            for (std::size_t i = 0; i < faultRows.size(); ++i) {
                const FaultRow &row = faultRows[i];
                const QString face = QString::fromLatin1(provider);
                const QString step = QString::fromLatin1(operation);
                const QString column = FaultGrid::column(face, step);
                if (!makesSense(face, step, row)) {
                    m_grid.set(QString::fromLatin1(row.title), column, u"–"_s);
                    continue;
                }
                QTest::addRow("%s %s, %s", provider, operation, row.title)
                    << int(i) << face << step << row.once;
                if (row.fault)
                    QTest::addRow("%s %s, %s lasts", provider, operation, row.title)
                        << int(i) << face << step << row.lasting;
            }
        }
    }
}

void FaultMatrixTest::everyFaultEndsWell()
{
    QFETCH(int, row);
    QFETCH(QString, provider);
    QFETCH(QString, operation);
    QFETCH(int, times);
    const FaultRow &fault = faultRows[std::size_t(row)];
    const QString title = QString::fromLatin1(fault.title);
    const QString column = FaultGrid::column(provider, operation);
    const QString before = m_grid.at(title, column);
    m_grid.set(title, column, u"FAILED"_s);

    QVERIFY(m_provider.reset());
    QCOMPARE(m_provider.control(u"webhooks"_s, {{u"mode"_s, u"hold"_s}}).status, 200);
    m_rig = std::make_unique<PaymentRig>(m_provider, provider);
    m_customer = std::make_unique<PayingCustomer>(m_provider, *m_rig);
    m_operation = operation;
    constexpr std::array<bool (FaultMatrixTest::*)(), 5> stories{
        &FaultMatrixTest::duplicateWebhook, &FaultMatrixTest::webhookBeforeReturn,
        &FaultMatrixTest::webhookWithTheReturn, &FaultMatrixTest::webhookAfterCancel,
        &FaultMatrixTest::restartInBetween};
    const std::size_t calls = faultRows.size() - stories.size();
    const bool told =
        fault.fault ? callGoesWrong(fault, times) : (this->*stories[std::size_t(row) - calls])();
    QVERIFY2(told, qPrintable(m_customer->ending()));
    QVERIFY2(m_rig->settleEverything(), qPrintable(m_customer->ending()));
    // The provider repeats all it ever said, the customer loads the page again: nothing changes.
    const QString ending = m_customer->ending();
    m_rig->notifyAll();
    m_customer->comeBack();
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(m_customer->ending(), ending);
    const bool good = ending == u"kept"_s || ending == u"returned"_s || ending == u"untouched"_s;
    QVERIFY2(good, qPrintable(ending));
    // Once or for a while: it ends the same.
    if (!before.isEmpty() && before != u"FAILED"_s)
        QCOMPARE(ending, before);
    if (before != u"FAILED"_s)
        m_grid.set(title, column, ending);
}

bool FaultMatrixTest::callGoesWrong(const FaultRow &row, int times)
{
    const QString kind = QString::fromLatin1(row.fault);
    if (m_operation == "refund"_L1)
        return paid() && fail(kind, times) && m_customer->cancel() && m_rig->settleEverything()
               && fired();
    if (m_operation == "create"_L1) {
        if (!fail(kind, times) || !away())
            return false;
        m_customer->comeBack();
        return fired();
    }
    if (!away() || !fail(kind, times))
        return false;
    // Toss's books are read for a customer who does not come back.
    if (m_operation == "confirm"_L1 || !m_customer->isToss())
        m_customer->comeBack();
    return m_rig->settleEverything() && fired();
}

bool FaultMatrixTest::duplicateWebhook()
{
    if (m_operation == "create"_L1) {
        if (!m_customer->goToPay()
            || m_provider.control(u"stripe/expire"_s, {{u"orderRef"_s, m_customer->attemptId()}})
                       .status
                   != 200)
            return false;
    } else if (m_operation == "refund"_L1) {
        if (!paid() || !m_customer->cancel())
            return false;
        m_rig->reconcile();
    } else if (!away()) {
        return false;
    }
    if (m_operation == "confirm"_L1)
        m_customer->comeBack();
    else if (m_customer->isToss())
        m_customer->tellOfAgreement(2);
    m_rig->notifyAll(2);
    m_rig->reconcile();
    m_rig->notifyAll(2);
    return true;
}

bool FaultMatrixTest::webhookBeforeReturn()
{
    if (m_operation == "refund"_L1) {
        // The news of the refund is there before the answer to our call, which never comes.
        if (!paid() || !fail(u"timeout-after"_s, 3) || !m_customer->cancel())
            return false;
        m_rig->reconcile();
        m_rig->notifyAll();
        return fired();
    }
    if (!away())
        return false;
    if (m_operation == "confirm"_L1) {
        m_customer->tellOfAgreement();
    } else if (m_customer->isToss()) {
        if (!m_provider.fail(u"toss"_s, u"confirm"_s, u"timeout-after"_s, 3))
            return false;
        m_customer->comeBack();
    }
    m_rig->notifyAll();
    m_rig->reconcile();
    m_customer->comeBack();
    return true;
}

bool FaultMatrixTest::webhookWithTheReturn()
{
    if (m_operation == "refund"_L1) {
        if (!paid() || !m_customer->cancel())
            return false;
        auto reload = m_customer->returning();
        m_rig->notifyAll();
        m_rig->reconcile();
        QCoro::waitFor(std::move(reload));
        return true;
    }
    if (!away())
        return false;
    auto first = m_customer->returning();
    auto second = m_customer->returning();
    if (m_customer->isToss())
        m_customer->tellOfAgreement();
    m_rig->notifyAll();
    m_rig->reconcile();
    QCoro::waitFor(std::move(first));
    QCoro::waitFor(std::move(second));
    return true;
}

bool FaultMatrixTest::webhookAfterCancel()
{
    if (m_operation == "refund"_L1) {
        if (!paid() || !m_customer->cancel())
            return false;
        m_rig->notifyAll(); // of the charge, while the refund has not been asked for yet
        m_rig->reconcile();
        m_rig->notifyAll();
        return true;
    }
    if (m_operation == "create"_L1) {
        // Cancelled here while the customer stands at the provider's page, and pays there.
        if (!m_customer->goToPay() || !m_customer->cancel() || !m_customer->pay())
            return false;
    } else {
        if (!away())
            return false;
        if (m_operation == "confirm"_L1) {
            if (!fail(u"timeout-after"_s, 3))
                return false;
            m_customer->comeBack();
        }
        if (!m_customer->cancel())
            return false;
    }
    if (m_customer->isToss())
        m_customer->tellOfAgreement();
    m_rig->notifyAll();
    m_rig->reconcile();
    m_customer->comeBack();
    return true;
}

bool FaultMatrixTest::restartInBetween()
{
    constexpr int many = 50; // no try comes through before the power fails
    const bool ofRefund = m_operation == "refund"_L1;
    const bool ofCreate = m_operation == "create"_L1;
    const bool ready = ofRefund ? paid() && m_customer->cancel() : ofCreate || away();
    if (!ready)
        return false;
    // Toss's books are read for a customer who does not come back.
    const bool byReconciler = ofRefund || (m_operation == "lookup"_L1 && m_customer->isToss());
    if (byReconciler && !ofRefund)
        m_rig->advance(server::awayReadDelayMs);
    if (!fail(u"timeout-after"_s, many))
        return false;
    if (ofCreate) {
        auto work = m_customer->pressing();
        if (!willFire())
            return false;
        m_rig->crash(std::move(work));
    } else if (byReconciler) {
        auto work = m_rig->reconciling();
        if (!willFire())
            return false;
        m_rig->crash(std::move(work));
    } else {
        auto work = m_customer->returning();
        if (!willFire())
            return false;
        m_rig->crash(std::move(work));
    }
    if (!m_provider.forgiveFaults())
        return false;
    return !ofCreate || away();
}

void FaultMatrixTest::theTableIsTheOneInTheDocs()
{
    const QString table = m_grid.table();
    if (!m_grid.isComplete())
        QSKIP("only some of the cells were driven");
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts))
        qInfo("%s", qUtf8Printable(line));
    QFile docs(QStringLiteral(PETALPOST_SOURCES "/docs/reliability.md"));
    QVERIFY(docs.open(QIODevice::ReadOnly));
    QVERIFY2(QString::fromUtf8(docs.readAll()).contains(table),
             "docs/reliability.md holds another table");
}

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
