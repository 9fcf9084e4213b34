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
            rows.number(11),
            int(rows.number(12)),
            rows.number(13),
            {rows.text(14), rows.text(15), rows.text(16), rows.number(17)},
            rows.text(18),
            rows.number(19),
            int(rows.number(20)),
            rows.number(21)};
}

constexpr SqlText attemptSelect =
    "SELECT attempt_id, order_id, gateway, amount_minor, currency, exponent, state, "
    "provider_reference, created_ms, "
    "settled_ms, refund_requested_minor, refunded_minor, charge_request, tax_free_minor, "
    "deposit_bank, deposit_number, deposit_holder, deposit_due_ms, notice_secret, next_read_ms, "
    "reads, disputed_minor FROM payments ";

std::vector<PaymentAttempt> readAttempts(Rows rows)
{
    std::vector<PaymentAttempt> attempts;
    while (rows.next())
        attempts.push_back(readAttempt(rows));
    return attempts;
}

constexpr SqlText refundSelect = "SELECT id, attempt_id, order_id, amount_minor, reason, state, "
                                 "created_ms, done_ms, call_key, provider_reference, tries, "
                                 "next_try_ms, failure, account FROM refunds ";

std::vector<RefundRow> readRefunds(Rows rows)
{
    std::vector<RefundRow> refunds;
    while (rows.next()) {
        refunds.push_back({rows.text(0), rows.text(1), rows.number(2), rows.number(3), rows.text(4),
                           storedState(rows.text(5)), rows.number(6), rows.number(7), rows.text(8),
                           rows.text(9), int(rows.number(10)), rows.number(11), rows.text(12),
                           rows.text(13)});
    }
    return refunds;
}

} // namespace

void insertAttempt(Database &database, const PaymentAttempt &attempt)
{
    database.run(
        "INSERT INTO payments (attempt_id, order_id, gateway, amount_minor, currency, exponent, "
        "state, "
        "provider_reference, created_ms, settled_ms, refund_requested_minor, refunded_minor, "
        "charge_request, tax_free_minor, next_read_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attempt.id, attempt.orderId, attempt.gateway, attempt.amount.minor,
        attempt.amount.currency.code, attempt.amount.currency.exponent, word(attempt.state),
        attempt.providerReference, attempt.createdAtMs, attempt.settledAtMs,
        attempt.refundRequestedMinor, attempt.refundedMinor, attempt.chargeRequest,
        attempt.taxFreeMinor, attempt.nextReadMs);
}

void updateAttempt(Database &database, const PaymentAttempt &attempt)
{
    database.run(
        "UPDATE payments SET amount_minor = ?, currency = ?, exponent = ?, state = ?, "
        "provider_reference = ?, "
        "settled_ms = ?, refund_requested_minor = ?, refunded_minor = ?, deposit_bank = ?, "
        "deposit_number = ?, deposit_holder = ?, deposit_due_ms = ?, notice_secret = ?, "
        "next_read_ms = ?, reads = ?, disputed_minor = ? WHERE attempt_id = ?",
        attempt.amount.minor, attempt.amount.currency.code, attempt.amount.currency.exponent,
        word(attempt.state), attempt.providerReference, attempt.settledAtMs,
        attempt.refundRequestedMinor, attempt.refundedMinor, attempt.deposit.bank,
        attempt.deposit.number, attempt.deposit.holder, attempt.deposit.dueAtMs,
        attempt.noticeSecret, attempt.nextReadMs, attempt.reads, attempt.disputedMinor, attempt.id);
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
    return readAttempts(database.query(sql, orderId));
}

std::vector<PaymentAttempt> attemptsToRead(Database &database, qint64 nowMs, int limit)
{
    static constexpr auto sql = attemptSelect
                                + "WHERE next_read_ms > 0 AND next_read_ms <= ? "
                                  "ORDER BY next_read_ms LIMIT ?";
    return readAttempts(database.query(sql, nowMs, limit));
}

std::vector<PaymentAttempt> attemptsMoved(Database &database, qint64 fromMs, qint64 toMs, int limit)
{
    static constexpr auto sql =
        attemptSelect
        + "WHERE attempt_id IN (SELECT attempt_id FROM ledger WHERE at_ms >= ? AND at_ms < ?) OR "
          "order_id IN (SELECT id FROM orders WHERE paid_ms >= ? AND paid_ms < ?) "
          "ORDER BY created_ms LIMIT ?";
    return readAttempts(database.query(sql, fromMs, toMs, fromMs, toMs, limit));
}

std::vector<PaymentAttempt> undecidedAttempts(Database &database, qint64 fromMs, qint64 toMs,
                                              int limit)
{
    static constexpr auto sql =
        attemptSelect
        + "WHERE next_read_ms > 0 AND state IN ('confirming', 'unknown') AND created_ms >= ? "
          "AND created_ms < ? ORDER BY created_ms LIMIT ?";
    return readAttempts(database.query(sql, fromMs, toMs, limit));
}

void makeUndecidedDue(Database &database, qint64 atMs)
{
    database.run("UPDATE payments SET next_read_ms = ? WHERE next_read_ms > ?", atMs, atMs);
    database.run(
        "UPDATE refunds SET next_try_ms = ? WHERE state = 'refund_pending' AND next_try_ms > ?",
        atMs, atMs);
}

void readOpenAttempts(Database &database, qint64 orderId, qint64 atMs)
{
    database.run("UPDATE payments SET next_read_ms = ? WHERE order_id = ? AND state IN "
                 "('pending', 'confirming', 'unknown')",
                 atMs, orderId);
}

std::optional<PaymentAttempt> findAttemptByReference(Database &database, const QString &gateway,
                                                     const QString &reference)
{
    static constexpr auto sql =
        attemptSelect + "WHERE provider_reference = ? AND gateway = ? AND provider_reference <> ''";
    Rows rows = database.query(sql, reference, gateway);
    if (!rows.next())
        return std::nullopt;
    return readAttempt(rows);
}

std::optional<QString> countedAttempt(Database &database, qint64 orderId, int chargeRequest)
{
    Rows rows = database.query(
        "SELECT attempt_id FROM payments WHERE order_id = ? AND charge_request = ? AND surplus = 0 "
        "AND state IN ('paid', 'refund_pending', 'refunded', 'partially_refunded', "
        "'refund_failed')",
        orderId, chargeRequest);
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
                 "created_ms, done_ms, call_key, account) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 refund.id, refund.attemptId, refund.orderId, refund.amountMinor, refund.reason,
                 word(refund.state), refund.createdAtMs, refund.doneAtMs,
                 refund.callKey.isEmpty() ? refund.id : refund.callKey, refund.account);
}

void updateRefund(Database &database, const RefundRow &refund)
{
    database.run("UPDATE refunds SET state = ?, done_ms = ?, call_key = ?, provider_reference = ?, "
                 "tries = ?, next_try_ms = ?, failure = ?, account = ? WHERE id = ?",
                 word(refund.state), refund.doneAtMs, refund.callKey, refund.providerReference,
                 refund.tries, refund.nextTryMs, refund.failure, refund.account, refund.id);
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

std::vector<RefundRow> refundsToRun(Database &database, qint64 nowMs, int limit)
{
    static constexpr auto sql = refundSelect
                                + "WHERE state = 'refund_pending' AND next_try_ms <= ? "
                                  "ORDER BY next_try_ms, created_ms LIMIT ?";
    return readRefunds(database.query(sql, nowMs, limit));
}

} // namespace petalpost::store
