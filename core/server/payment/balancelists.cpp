// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balancefindings.h"

#include <algorithm>

namespace petalpost::server {

namespace {

using ProviderEntries = std::vector<const ProviderEntry *>;

/// A movement of ours that is compared, and what of it has no partner yet.
struct OwnRefund
{
    const LedgerEntry *entry;
    qint64 leftMinor;
};

/// The sandbox keeps no exponents, so only amount and code are compared.
bool isSame(const Money &ours, const Money &theirs)
{
    return ours.minor == theirs.minor && ours.currency.code == theirs.currency.code;
}

Money withMinor(const Money &money, qint64 minor)
{
    return {minor, money.currency};
}

/// Takes away each of \a back with one of \a refunds of the same amount: what came back never left.
/// Answers those of \a back for which there was none.
template<class Entry>
std::vector<Entry> cancelOut(std::vector<Entry> &refunds, const std::vector<Entry> &back)
{
    std::vector<Entry> left;
    for (const Entry entry : back) {
        const auto same = std::ranges::find_if(refunds, [&](const Entry candidate) {
            return candidate->amount.minor == entry->amount.minor;
        });
        if (same == refunds.end())
            left.push_back(entry);
        else
            refunds.erase(same);
    }
    return left;
}

/// One attempt, on both sides.
class AttemptComparison
{
public:
    AttemptComparison(BalanceFindings &findings, const PaymentAttempt &attempt,
                      const ProviderEntries &theirs)
        : m_findings(findings)
        , m_day(findings.day)
        , m_attempt(attempt)
        , m_theirs(theirs)
        , m_ours(findings.entries.value(attempt.id))
    {
    }

    void run()
    {
        compareCharges();
        compareRefunds();
        compareChargebacks();
    }

private:
    ProviderEntries theirs(LedgerKind kind) const
    {
        ProviderEntries some;
        std::ranges::copy_if(m_theirs, std::back_inserter(some),
                             [&](const ProviderEntry *entry) { return entry->kind == kind; });
        return some;
    }
    bool isDue(qint64 atMs) const { return m_day.has(atMs) && m_day.hasArrived(atMs); }

    /// Whether the provider must have listed the charge in the widened day. Its own clock decides
    /// where it told the time; else it can have moved at any moment since the attempt was made.
    bool mustBeListed(const LedgerEntry &charge) const
    {
        const auto *order = m_findings.orders.value(m_attempt.orderId);
        const bool told = charge.kind == LedgerKind::Charge && order && order->approvedAtMs != 0;
        const qint64 earliestMs = told ? order->approvedAtMs : m_attempt.createdAtMs;
        return earliestMs >= m_day.wideFromMs() && earliestMs < m_day.wideToMs();
    }

    void compareCharges()
    {
        const ProviderEntries charges = theirs(LedgerKind::Charge);
        const LedgerEntry *ours = m_findings.chargeOf(m_attempt.id);
        if (ours && charges.empty() && isDue(ours->atMs) && mustBeListed(*ours)) {
            m_findings.add(DifferenceKind::MissingCharge, m_attempt, Repair::None, ours->atMs)
                .expected = ours->amount;
        }
        for (const ProviderEntry *charge : charges) {
            const bool first = charge == charges.front();
            if (!isDue(charge->atMs) || (ours && first && isSame(ours->amount, charge->amount)))
                continue;
            // One attempt is charged once: reading it again says nothing of a second time.
            const bool differs = ours && first;
            Difference &difference = m_findings.add(
                differs ? DifferenceKind::AmountDiffers : DifferenceKind::UnknownCharge, m_attempt,
                ours ? Repair::None : Repair::ReadAgain, charge->atMs);
            if (differs)
                difference.expected = ours->amount;
            difference.actual = charge->amount;
            difference.detail = charge->reference;
        }
    }

    std::vector<OwnRefund> ownRefunds(std::vector<const LedgerEntry *> &returned) const
    {
        std::vector<const LedgerEntry *> refunds;
        for (const LedgerEntry *entry : m_ours) {
            if (entry->kind == LedgerKind::Refund || entry->kind == LedgerKind::RefundSeen)
                refunds.push_back(entry);
            else if (isReturned(*entry))
                returned.push_back(entry);
        }
        returned = cancelOut(refunds, returned);
        std::vector<OwnRefund> own;
        for (const LedgerEntry *entry : refunds)
            own.push_back({entry, entry->amount.minor});
        return own;
    }

    void compareRefunds()
    {
        std::vector<const LedgerEntry *> returned;
        std::vector<OwnRefund> own = ownRefunds(returned);
        ProviderEntries refunds = theirs(LedgerKind::Refund);
        const ProviderEntries cameBack = cancelOut(refunds, theirs(LedgerKind::RefundFailed));
        std::erase_if(refunds, [&](const ProviderEntry *refund) { return takeSame(own, *refund); });
        for (const ProviderEntry *refund : refunds)
            nameUnbooked(own, *refund);
        for (const OwnRefund &refund : own) {
            if (refund.leftMinor > 0 && mustBeListedAsRefund(*refund.entry))
                nameMissing(refund.entry->amount, refund.entry->atMs, refund.entry->reference);
        }
        for (const ProviderEntry *back : cameBack) {
            const bool booked = std::ranges::any_of(m_ours, [&](const LedgerEntry *entry) {
                return isReturned(*entry) && isPartner(*entry, *back);
            });
            if (!booked && isDue(back->atMs))
                nameMissing(back->amount, back->atMs, back->reference);
        }
    }

    /// We book after the provider: an earlier entry is about another movement.
    bool isPartner(const LedgerEntry &ours, const ProviderEntry &theirs) const
    {
        return ours.atMs >= theirs.atMs - borderToleranceMs;
    }

    bool takeSame(std::vector<OwnRefund> &own, const ProviderEntry &refund) const
    {
        const auto same = std::ranges::find_if(own, [&](const OwnRefund &candidate) {
            return candidate.leftMinor == refund.amount.minor
                   && candidate.entry->amount.minor == candidate.leftMinor
                   && isPartner(*candidate.entry, refund);
        });
        if (same == own.end())
            return false;
        same->leftMinor = 0;
        return true;
    }

    /// What was seen at the provider is booked in one sum, however many refunds it was.
    void nameUnbooked(std::vector<OwnRefund> &own, const ProviderEntry &refund)
    {
        qint64 leftMinor = refund.amount.minor;
        for (OwnRefund &candidate : own) {
            const bool seen = candidate.entry->kind == LedgerKind::RefundSeen
                              && isPartner(*candidate.entry, refund);
            const qint64 part = seen ? std::min(leftMinor, candidate.leftMinor) : 0;
            candidate.leftMinor -= part;
            leftMinor -= part;
        }
        // Which part of what went back is ours is known when our own refund is decided.
        if (leftMinor == 0 || !isDue(refund.atMs) || isUnderWay())
            return;
        Difference &difference = m_findings.add(DifferenceKind::UnbookedRefund, m_attempt,
                                                Repair::ReadAgain, refund.atMs);
        difference.actual = refund.amount;
        difference.detail = refund.reference;
        if (leftMinor < refund.amount.minor)
            difference.expected = withMinor(refund.amount, refund.amount.minor - leftMinor);
    }

    bool isUnderWay() const
    {
        return std::ranges::any_of(m_findings.books.refunds, [&](const auto &refund) {
            return refund.attemptId == m_attempt.id && refund.state == RefundState::Pending;
        });
    }

    /// The provider gave it back between our asking and our booking. What was seen there came from
    /// its own books.
    bool mustBeListedAsRefund(const LedgerEntry &refund) const
    {
        if (refund.kind != LedgerKind::Refund || !isDue(refund.atMs))
            return false;
        const auto asked = std::ranges::find_if(m_ours, [&](const LedgerEntry *entry) {
            return entry->kind == LedgerKind::RefundAsked && entry->reference == refund.reference;
        });
        return asked != m_ours.end() && (*asked)->atMs >= m_day.wideFromMs();
    }

    void nameMissing(const Money &amount, qint64 atMs, const QString &reference)
    {
        Difference &difference =
            m_findings.add(DifferenceKind::MissingRefund, m_attempt, Repair::ReadAgain, atMs);
        difference.expected = amount;
        difference.detail = reference;
    }

    void compareChargebacks()
    {
        const bool known = std::ranges::any_of(
            m_ours, [](const LedgerEntry *entry) { return entry->kind == LedgerKind::Chargeback; });
        for (const ProviderEntry *taken : theirs(LedgerKind::Chargeback)) {
            if (known || !isDue(taken->atMs))
                continue;
            // Reading tells of a deposit that was called off; a bank's dispute comes by notice.
            const bool deposit = !m_attempt.deposit.number.isEmpty();
            m_findings
                .add(DifferenceKind::Chargeback, m_attempt,
                     deposit ? Repair::ReadAgain : Repair::None, taken->atMs)
                .actual = taken->amount;
        }
    }

    BalanceFindings &m_findings;
    const BalanceDay &m_day;
    const PaymentAttempt &m_attempt;
    const ProviderEntries &m_theirs;
    const std::vector<const LedgerEntry *> m_ours;
};

/// A movement of which no attempt of ours is known.
void nameStranger(BalanceFindings &findings, const QString &gateway, const ProviderEntry &entry)
{
    std::optional<DifferenceKind> kind;
    if (entry.kind == LedgerKind::Charge)
        kind = DifferenceKind::UnknownCharge;
    else if (entry.kind == LedgerKind::Refund)
        kind = DifferenceKind::UnbookedRefund;
    else if (entry.kind == LedgerKind::Chargeback)
        kind = DifferenceKind::Chargeback;
    if (!kind || !findings.day.has(entry.atMs) || !findings.day.hasArrived(entry.atMs))
        return;
    Difference &difference = findings.differences.emplace_back();
    difference.kind = *kind;
    difference.gateway = gateway;
    difference.actual = entry.amount;
    difference.atMs = entry.atMs;
    difference.detail = entry.reference;
}

} // namespace

void compareLists(BalanceFindings &findings, const std::vector<ProviderList> &lists)
{
    for (const ProviderList &list : lists) {
        if (!list.entries)
            continue;
        QHash<QString, ProviderEntries> byAttempt;
        for (const ProviderEntry &entry : *list.entries) {
            const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
            if (attempt && attempt->gateway == list.gateway)
                byAttempt[entry.attemptId].push_back(&entry);
            else
                nameStranger(findings, list.gateway, entry);
        }
        for (const PaymentAttempt &attempt : findings.books.attempts) {
            if (attempt.gateway == list.gateway)
                AttemptComparison(findings, attempt, byAttempt[attempt.id]).run();
        }
    }
}

} // namespace petalpost::server
