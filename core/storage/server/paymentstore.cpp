// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/paymentstore.h"

namespace petalpost::store {

namespace {

PaymentState storedState(const QString &text)
{
    const auto state = fromWord(paymentStateWords, text);
    if (!state)
        throw StorageError("an unknown payment state is stored: " + text.toStdString());
    return *state;
}

PaymentAttempt readAttempt(const Rows &rows)
{
    return {rows.text(0),
            rows.number(1),
            rows.text(2),
            Money{rows.number(3), {rows.text(4), int(rows.number(5))}},
            storedState(rows.text(6)),
            rows.text(7),
            rows.number(8),
            rows.number(9),
            rows.number(10),
            rows.number(11)};
}

constexpr SqlText attemptSelect =
    "SELECT attempt_id, order_id, gateway, amount_minor, currency, exponent, state, "
    "provider_reference, created_ms, "
    "settled_ms, refund_requested_minor, refunded_minor FROM payments ";

constexpr SqlText refundSelect = "SELECT id, attempt_id, order_id, amount_minor, reason, state, "
                                 "created_ms, done_ms FROM refunds ";

std::vector<RefundRow> readRefunds(Rows rows)
{
    std::vector<RefundRow> refunds;
    while (rows.next()) {
        refunds.push_back({rows.text(0), rows.text(1), rows.number(2), rows.number(3), rows.text(4),
                           storedState(rows.text(5)), rows.number(6), rows.number(7)});
    }
    return refunds;
}

std::optional<SandboxPayment> readSandbox(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return SandboxPayment{rows.text(0), rows.text(1),   Money{rows.number(2), {rows.text(3), 0}},
                          rows.text(4), rows.number(5), rows.number(6)};
}

} // namespace

void insertAttempt(Database &database, const PaymentAttempt &attempt)
{
    database.run(
        "INSERT INTO payments (attempt_id, order_id, gateway, amount_minor, currency, exponent, "
        "state, "
        "provider_reference, created_ms, settled_ms, refund_requested_minor, refunded_minor) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attempt.id, attempt.orderId, attempt.gateway, attempt.amount.minor,
        attempt.amount.currency.code, attempt.amount.currency.exponent, word(attempt.state),
        attempt.providerReference, attempt.createdAtMs, attempt.settledAtMs,
        attempt.refundRequestedMinor, attempt.refundedMinor);
}

void updateAttempt(Database &database, const PaymentAttempt &attempt)
{
    database.run(
        "UPDATE payments SET amount_minor = ?, currency = ?, exponent = ?, state = ?, "
        "provider_reference = ?, "
        "settled_ms = ?, refund_requested_minor = ?, refunded_minor = ? WHERE attempt_id = ?",
        attempt.amount.minor, attempt.amount.currency.code, attempt.amount.currency.exponent,
        word(attempt.state), attempt.providerReference, attempt.settledAtMs,
        attempt.refundRequestedMinor, attempt.refundedMinor, attempt.id);
}

std::optional<PaymentAttempt> findAttempt(Database &database, const QString &attemptId)
{
    static constexpr auto sql = attemptSelect + "WHERE attempt_id = ?";
    Rows rows = database.query(sql, attemptId);
    if (!rows.next())
        return std::nullopt;
    return readAttempt(rows);
}

std::vector<PaymentAttempt> attemptsOf(Database &database, qint64 orderId)
{
    static constexpr auto sql =
        attemptSelect + "WHERE order_id = ? ORDER BY created_ms, attempt_id";
    std::vector<PaymentAttempt> attempts;
    Rows rows = database.query(sql, orderId);
    while (rows.next())
        attempts.push_back(readAttempt(rows));
    return attempts;
}

std::vector<PaymentAttempt> undecidedAttempts(Database &database, int limit)
{
    static constexpr auto sql =
        attemptSelect + "WHERE state IN ('confirming', 'unknown') ORDER BY created_ms LIMIT ?";
    std::vector<PaymentAttempt> attempts;
    Rows rows = database.query(sql, limit);
    while (rows.next())
        attempts.push_back(readAttempt(rows));
    return attempts;
}

std::optional<QString> countedAttempt(Database &database, qint64 orderId)
{
    Rows rows = database.query(
        "SELECT attempt_id FROM payments WHERE order_id = ? AND surplus = 0 AND state IN "
        "('paid', 'refund_pending', 'refunded', 'partially_refunded', 'refund_failed')",
        orderId);
    if (!rows.next())
        return std::nullopt;
    return rows.text(0);
}

void markSurplus(Database &database, const QString &attemptId)
{
    database.run("UPDATE payments SET surplus = 1 WHERE attempt_id = ?", attemptId);
}

void insertRefund(Database &database, const RefundRow &refund)
{
    database.run("INSERT INTO refunds (id, attempt_id, order_id, amount_minor, reason, state, "
                 "created_ms, done_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 refund.id, refund.attemptId, refund.orderId, refund.amountMinor, refund.reason,
                 word(refund.state), refund.createdAtMs, refund.doneAtMs);
}

void updateRefund(Database &database, const RefundRow &refund)
{
    database.run("UPDATE refunds SET state = ?, done_ms = ? WHERE id = ?", word(refund.state),
                 refund.doneAtMs, refund.id);
}

std::optional<RefundRow> findRefund(Database &database, const QString &id)
{
    static constexpr auto sql = refundSelect + "WHERE id = ?";
    const auto refunds = readRefunds(database.query(sql, id));
    if (refunds.empty())
        return std::nullopt;
    return refunds.front();
}

std::vector<RefundRow> refundsOf(Database &database, qint64 orderId)
{
    static constexpr auto sql = refundSelect + "WHERE order_id = ? ORDER BY created_ms, id";
    return readRefunds(database.query(sql, orderId));
}

std::vector<RefundRow> openRefunds(Database &database, int limit)
{
    static constexpr auto sql =
        refundSelect + "WHERE state <> 'refunded' ORDER BY created_ms LIMIT ?";
    return readRefunds(database.query(sql, limit));
}

SandboxPayment insertSandboxPayment(Database &database, const SandboxPayment &payment)
{
    const int inserted =
        database.run("INSERT INTO sandbox_payments (reference, attempt_id, amount_minor, currency, "
                     "state, refunded_minor) "
                     "VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (attempt_id) DO NOTHING",
                     payment.reference, payment.attemptId, payment.amount.minor,
                     payment.amount.currency.code, payment.state);
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
                          qint64 amountMinor)
{
    if (database.run(
            "INSERT INTO sandbox_refunds (refund_id, reference, amount_minor) VALUES (?, ?, ?) "
            "ON CONFLICT (refund_id) DO NOTHING",
            refundId, reference, amountMinor)
        == 0)
        return true; // the same refund asked again: it was booked the first time
    return database.run("UPDATE sandbox_payments SET refunded_minor = refunded_minor + ? WHERE "
                        "reference = ? "
                        "AND state = 'approved' AND refunded_minor + ? <= amount_minor",
                        amountMinor, reference, amountMinor)
           == 1;
}

} // namespace petalpost::store
