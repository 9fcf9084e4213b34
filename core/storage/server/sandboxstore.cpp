// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/sandboxstore.h"

namespace petalpost::store {

namespace {

std::optional<SandboxPayment> readSandbox(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return SandboxPayment{rows.text(0), rows.text(1),   Money{rows.number(2), {rows.text(3), 0}},
                          rows.text(4), rows.number(5), rows.number(6)};
}

} // namespace

SandboxPayment insertSandboxPayment(Database &database, const SandboxPayment &payment)
{
    const int inserted =
        database.run("INSERT INTO sandbox_payments (reference, attempt_id, amount_minor, currency, "
                     "state, refunded_minor, due_ms) "
                     "VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT (attempt_id) DO NOTHING",
                     payment.reference, payment.attemptId, payment.amount.minor,
                     payment.amount.currency.code, payment.state, payment.dueAtMs);
    if (inserted == 1)
        return payment;
    const auto stored = findSandboxPaymentOf(database, payment.attemptId);
    if (!stored)
        throw StorageError("a sandbox payment vanished while it was written");
    return *stored;
}

std::optional<SandboxPayment> findSandboxPayment(Database &database, const QString &reference)
{
    return readSandbox(database.query(
        "SELECT reference, attempt_id, amount_minor, currency, state, refunded_minor, due_ms "
        "FROM sandbox_payments WHERE reference = ?",
        reference));
}

std::optional<SandboxPayment> findSandboxPaymentOf(Database &database, const QString &attemptId)
{
    return readSandbox(database.query(
        "SELECT reference, attempt_id, amount_minor, currency, state, refunded_minor, due_ms "
        "FROM sandbox_payments WHERE attempt_id = ?",
        attemptId));
}

bool stepSandboxPayment(Database &database, const QString &reference, QLatin1StringView from,
                        QLatin1StringView to, qint64 dueAtMs)
{
    return database.run("UPDATE sandbox_payments SET state = ?, due_ms = ? "
                        "WHERE reference = ? AND state = ?",
                        to, dueAtMs, reference, from)
           == 1;
}

bool refundSandboxPayment(Database &database, const QString &refundId, const QString &reference,
                          qint64 amountMinor, qint64 nowMs)
{
    if (database.run("INSERT INTO sandbox_refunds (refund_id, reference, amount_minor, at_ms) "
                     "VALUES (?, ?, ?, ?) ON CONFLICT (refund_id) DO NOTHING",
                     refundId, reference, amountMinor, nowMs)
        == 0)
        return true; // the same refund asked again: it was booked the first time
    return database.run("UPDATE sandbox_payments SET refunded_minor = refunded_minor + ? WHERE "
                        "reference = ? "
                        "AND state = 'approved' AND refunded_minor + ? <= amount_minor",
                        amountMinor, reference, amountMinor)
           == 1;
}

std::vector<SandboxPayment> sandboxPaymentsBetween(Database &database, qint64 fromMs, qint64 toMs)
{
    std::vector<SandboxPayment> payments;
    Rows rows = database.query(
        "SELECT reference, attempt_id, amount_minor, currency, state, refunded_minor, due_ms "
        "FROM sandbox_payments WHERE due_ms >= ? AND due_ms < ? AND state NOT IN "
        "('open', 'declined', 'identity', 'cardCompany') ORDER BY due_ms",
        fromMs, toMs);
    while (rows.next()) {
        payments.push_back({rows.text(0), rows.text(1), Money{rows.number(2), {rows.text(3), 0}},
                            rows.text(4), rows.number(5), rows.number(6)});
    }
    return payments;
}

std::vector<SandboxRefund> sandboxRefundsBetween(Database &database, qint64 fromMs, qint64 toMs)
{
    std::vector<SandboxRefund> refunds;
    Rows rows = database.query(
        "SELECT r.refund_id, p.attempt_id, r.amount_minor, p.currency, r.at_ms "
        "FROM sandbox_refunds r JOIN sandbox_payments p ON p.reference = r.reference "
        "WHERE r.at_ms >= ? AND r.at_ms < ? ORDER BY r.at_ms",
        fromMs, toMs);
    while (rows.next()) {
        refunds.push_back(
            {rows.text(0), rows.text(1), Money{rows.number(2), {rows.text(3), 0}}, rows.number(4)});
    }
    return refunds;
}

} // namespace petalpost::store
