// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/statetable.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

/// Every combination of facts on which a row can depend.
std::vector<MoveFacts> allFacts()
{
    std::vector<MoveFacts> all;
    for (int bits = 0; bits < 8; ++bits) {
        const bool pickup = bits & 1;
        const bool requested = bits & 2;
        const bool awaitsMoney = bits & 4;
        all.push_back({pickup, requested, std::nullopt, awaitsMoney});
        for (const auto &[state, name] : orderStateWords)
            all.push_back({pickup, requested, state, awaitsMoney});
    }
    return all;
}

/// One case of the whole product, with its name for a failing line.
struct Case
{
    OrderState state;
    Verb verb;
    Actor actor;
    MoveFacts facts;

    QByteArray name() const
    {
        const QString undo =
            facts.beforeLastOperation ? QString(word(*facts.beforeLastOperation)) : u"none"_s;
        return u"%1 %2 by %3, pickup %4, requested %5, awaits money %6, undo to %7"_s
            .arg(word(state), word(verb), word(actor), QString::number(facts.pickup),
                 QString::number(facts.cancelRequested), QString::number(facts.awaitsMoney), undo)
            .toUtf8();
    }
};

std::vector<Case> allCases()
{
    std::vector<Case> all;
    const auto facts = allFacts();
    for (const auto &[state, stateName] : orderStateWords) {
        for (const auto &[verb, verbName] : verbWords) {
            for (const auto &[actor, actorName] : actorWords) {
                for (const MoveFacts &fact : facts)
                    all.push_back({state, verb, actor, fact});
            }
        }
    }
    return all;
}

/// What the facts say to a row, told once more in the words of the specification.
bool factsAllow(const Transition &row, const MoveFacts &facts)
{
    if (row.verb == Verb::StartDelivery && facts.pickup)
        return false;
    if (row.verb == Verb::CompleteDelivery && row.from == OrderState::Made && !facts.pickup)
        return false;
    const bool early = row.from == OrderState::Received
                       && (row.verb == Verb::StartMaking || row.verb == Verb::MarkMade);
    const bool paysLater = row.from != OrderState::Received && row.verb == Verb::MarkPaid;
    if ((early || paysLater) && !facts.awaitsMoney)
        return false;
    if (row.verb == Verb::RequestCancel && facts.cancelRequested)
        return false;
    if ((row.verb == Verb::AcceptCancel || row.verb == Verb::DeclineCancel)
        && !facts.cancelRequested)
        return false;
    return true;
}

/// Where the table leads; nothing when no row allows it.
std::optional<OrderState> target(const Case &c)
{
    if (c.verb == Verb::Undo)
        return c.actor == Actor::Florist ? c.facts.beforeLastOperation : std::nullopt;
    for (const Transition &row : stateTable()) {
        if (row.from == c.state && row.verb == c.verb && factsAllow(row, c.facts)
            && std::ranges::find(row.actors, c.actor) != row.actors.end())
            return row.to;
    }
    return std::nullopt;
}

bool isTerminal(OrderState state)
{
    return state == OrderState::Delivered || state == OrderState::Cancelled
           || state == OrderState::Expired;
}

} // namespace

class StateTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsTheOneThatWasAgreed();
    void decideAgreesWithTheTable();
    void refusalsNameStateAndLegalVerbs();
    void everyNamedVerbIsAccepted();
    void stepsEndAtTheTarget();
    void skippingIsForTheFloristsDeliveryOnly();
    void skippingPassesEveryStepOfTheRoad();
    void onlyTheFloristUndoes();
    void terminalStatesHaveNoWayOut();
    void nobodyButTheServerExpires();
    void theBigButtonIsAlwaysLegal();
    void everyStateIsReachable();
};

void StateTableTest::theTableIsTheOneThatWasAgreed()
{
    QStringList rows;
    for (const Transition &row : stateTable()) {
        QStringList actors;
        for (const Actor actor : row.actors)
            actors.append(word(actor));
        rows.append(u"%1 %2 %3 %4"_s.arg(row.from ? QString(word(*row.from)) : u"-"_s,
                                         word(row.verb), word(row.to), actors.join(u'+')));
    }
    QStringList agreed{
        u"- place received customer"_s,
        u"- placeAtDesk received florist"_s,
        u"received settle paid gateway"_s,
        u"received markPaid paid florist"_s,
        u"making markPaid making florist"_s,
        u"made markPaid made florist"_s,
        u"delivering markPaid delivering florist"_s,
        u"delivered markPaid delivered florist"_s,
        u"received startMaking making florist"_s,
        u"received markMade made florist"_s,
        u"received expire expired server"_s,
        u"paid startMaking making florist"_s,
        u"paid markMade made florist"_s,
        u"making markMade made florist"_s,
        u"made startDelivery delivering florist+driver"_s,
        u"made completeDelivery delivered florist+driver"_s,
        u"delivering completeDelivery delivered florist+driver"_s,
        u"delivering failDelivery made florist+driver"_s,
        u"received cancel cancelled customer"_s,
        u"paid cancel cancelled customer"_s,
        u"received cancel cancelled florist"_s,
        u"paid cancel cancelled florist"_s,
        u"making cancel cancelled florist"_s,
        u"made cancel cancelled florist"_s,
        u"delivering cancel cancelled florist"_s,
        u"making requestCancel making customer"_s,
        u"made requestCancel made customer"_s,
        u"delivering requestCancel delivering customer"_s,
        u"making acceptCancel cancelled florist"_s,
        u"made acceptCancel cancelled florist"_s,
        u"delivering acceptCancel cancelled florist"_s,
        u"making declineCancel making florist"_s,
        u"made declineCancel made florist"_s,
        u"delivering declineCancel delivering florist"_s,
        u"delivered refund delivered florist"_s,
        u"delivered resend delivered florist"_s,
        u"making addPhoto making florist"_s,
        u"made addPhoto made florist+driver"_s,
        u"delivering addPhoto delivering florist+driver"_s,
        u"delivered addPhoto delivered florist+driver"_s,
    };
    rows.sort();
    agreed.sort();
    QCOMPARE(rows, agreed);
}

void StateTableTest::decideAgreesWithTheTable()
{
    for (const Case &c : allCases()) {
        const auto decided = decide(c.state, c.verb, c.actor, c.facts);
        QVERIFY2(decided.has_value() == target(c).has_value(), c.name().constData());
    }
}

void StateTableTest::refusalsNameStateAndLegalVerbs()
{
    for (const Case &c : allCases()) {
        for (const auto &decided : {decide(c.state, c.verb, c.actor, c.facts),
                                    decideSkipping(c.state, c.verb, c.actor, c.facts)}) {
            if (decided)
                continue;
            QVERIFY2(decided.error().code == RefusalCode::IllegalMove, c.name().constData());
            QVERIFY2(decided.error().field == u"verb"_s, c.name().constData());
            QVERIFY2(decided.error().state == c.state, c.name().constData());
            QVERIFY2(decided.error().legalVerbs == legalVerbs(c.state, c.actor, c.facts),
                     c.name().constData());
        }
    }
}

void StateTableTest::everyNamedVerbIsAccepted()
{
    for (const Case &c : allCases()) {
        const auto verbs = legalVerbs(c.state, c.actor, c.facts);
        const bool named = std::ranges::find(verbs, c.verb) != verbs.end();
        QVERIFY2(named == decide(c.state, c.verb, c.actor, c.facts).has_value(),
                 c.name().constData());
        QVERIFY2(std::ranges::count(verbs, c.verb) <= 1, c.name().constData());
    }
}

void StateTableTest::stepsEndAtTheTarget()
{
    for (const Case &c : allCases()) {
        const auto decided = decide(c.state, c.verb, c.actor, c.facts);
        if (!decided)
            continue;
        const OrderState to = *target(c);
        if (to == c.state && c.verb != Verb::Undo) {
            QVERIFY2(decided->empty(), c.name().constData());
            continue;
        }
        QVERIFY2(!decided->empty() && decided->back() == to, c.name().constData());
        const bool twoSteps = c.state <= OrderState::Paid && c.verb == Verb::MarkMade;
        QVERIFY2(decided->size() == (twoSteps ? 2U : 1U), c.name().constData());
        if (twoSteps)
            QVERIFY2(decided->front() == OrderState::Making, c.name().constData());
    }
}

void StateTableTest::skippingIsForTheFloristsDeliveryOnly()
{
    int skipped = 0;
    for (const Case &c : allCases()) {
        const auto decided = decide(c.state, c.verb, c.actor, c.facts);
        const auto skipping = decideSkipping(c.state, c.verb, c.actor, c.facts);
        if (decided) {
            QVERIFY2(skipping && *skipping == *decided, c.name().constData());
            continue;
        }
        if (!skipping)
            continue;
        ++skipped;
        QVERIFY2(c.actor == Actor::Florist, c.name().constData());
        QVERIFY2(c.verb == Verb::StartDelivery || c.verb == Verb::CompleteDelivery,
                 c.name().constData());
        QVERIFY2(c.state >= OrderState::Paid && c.state <= OrderState::Made, c.name().constData());
        QVERIFY2(!(c.facts.pickup && c.verb == Verb::StartDelivery), c.name().constData());
    }
    // startDelivery from paid and making; completeDelivery from paid, making and, for a delivery,
    // made.
    const int factsEach = int(allFacts().size()) / 2;
    QCOMPARE(skipped, factsEach * 2 + factsEach * 2 + factsEach * 2 + factsEach);
}

void StateTableTest::skippingPassesEveryStepOfTheRoad()
{
    using enum OrderState;
    const auto steps = [](OrderState from, Verb verb, bool pickup) {
        return decideSkipping(from, verb, Actor::Florist, {pickup, false, std::nullopt})
            .value_or(std::vector<OrderState>());
    };
    QCOMPARE(steps(Paid, Verb::StartDelivery, false), (std::vector{Making, Made, Delivering}));
    QCOMPARE(steps(Making, Verb::StartDelivery, false), (std::vector{Made, Delivering}));
    QCOMPARE(steps(Paid, Verb::CompleteDelivery, false),
             (std::vector{Making, Made, Delivering, Delivered}));
    QCOMPARE(steps(Paid, Verb::CompleteDelivery, true), (std::vector{Making, Made, Delivered}));
    QCOMPARE(steps(Made, Verb::CompleteDelivery, false), (std::vector{Delivering, Delivered}));
    QCOMPARE(steps(Received, Verb::StartDelivery, false), std::vector<OrderState>());
    QCOMPARE(steps(Delivered, Verb::StartDelivery, false), std::vector<OrderState>());
}

void StateTableTest::onlyTheFloristUndoes()
{
    for (const Case &c : allCases()) {
        if (c.verb != Verb::Undo)
            continue;
        const auto decided = decide(c.state, c.verb, c.actor, c.facts);
        const bool may = c.actor == Actor::Florist && c.facts.beforeLastOperation.has_value();
        QVERIFY2(decided.has_value() == may, c.name().constData());
        if (may)
            QVERIFY2(*decided == std::vector{*c.facts.beforeLastOperation}, c.name().constData());
    }
}

void StateTableTest::terminalStatesHaveNoWayOut()
{
    int staying = 0;
    for (const Case &c : allCases()) {
        if (!isTerminal(c.state) || c.verb == Verb::Undo)
            continue;
        const auto decided = decideSkipping(c.state, c.verb, c.actor, c.facts);
        if (!decided)
            continue;
        ++staying;
        const bool claim = c.verb == Verb::Refund || c.verb == Verb::Resend;
        const bool paysLater = c.verb == Verb::MarkPaid && c.facts.awaitsMoney;
        const bool proof = c.verb == Verb::AddPhoto;
        QVERIFY2(c.state == OrderState::Delivered && (claim || paysLater || proof)
                     && decided->empty(),
                 c.name().constData());
    }
    const int facts = int(allFacts().size());
    QCOMPARE(staying, 4 * facts + facts / 2); // the photo by two actors
}

void StateTableTest::nobodyButTheServerExpires()
{
    for (const Case &c : allCases()) {
        if (c.verb != Verb::Expire && c.verb != Verb::Settle)
            continue;
        const Actor only = c.verb == Verb::Expire ? Actor::Server : Actor::Gateway;
        const bool may = c.actor == only && c.state == OrderState::Received;
        QVERIFY2(decide(c.state, c.verb, c.actor, c.facts).has_value() == may,
                 c.name().constData());
    }
}

void StateTableTest::theBigButtonIsAlwaysLegal()
{
    for (const auto &[state, name] : orderStateWords) {
        for (const MoveFacts &facts : allFacts()) {
            const auto verb = nextStep(state, facts);
            const bool onTheRoad = (state >= OrderState::Paid && state <= OrderState::Delivering)
                                   || (state == OrderState::Received && facts.awaitsMoney);
            QCOMPARE(verb.has_value(), onTheRoad);
            if (verb) {
                const auto decided = decide(state, *verb, Actor::Florist, facts);
                QVERIFY(decided.has_value());
                QVERIFY(decided->back() > state);
            }
        }
    }
}

void StateTableTest::everyStateIsReachable()
{
    for (const auto &known : orderStateWords) {
        const bool reached = std::ranges::any_of(stateTable(), [&](const Transition &row) {
            return row.to == known.first && row.from != known.first;
        });
        QVERIFY2(reached, known.second.data());
    }
}

QTEST_GUILESS_MAIN(StateTableTest)
#include "tst_statetable.moc"
