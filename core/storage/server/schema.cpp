// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/schema.h"

namespace petalpost {

namespace {

// A statement is longer than a line.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

constexpr const char *initial[] = {
    // Ids are handed out here and not by the engine: the same on SQLite and PostgreSQL, and a
    // restore
    // can raise them all.
    "CREATE TABLE counters (name TEXT PRIMARY KEY, value {id} NOT NULL)",
    // One row: the head of the journal's hash chain and the feed number of the last change.
    "CREATE TABLE journal_head (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), number {id} NOT "
    "NULL, "
    "hash {blob} NOT NULL, epoch TEXT NOT NULL)",
    "CREATE TABLE journal (number {id} PRIMARY KEY, at_ms {id} NOT NULL, actor TEXT NOT NULL, what "
    "TEXT NOT NULL, "
    "type TEXT NOT NULL, id {id} NOT NULL, detail TEXT NOT NULL, hash {blob} NOT NULL)",
    "CREATE TABLE feed (type TEXT NOT NULL, id {id} NOT NULL, number {id} NOT NULL UNIQUE, deleted "
    "INTEGER NOT NULL, "
    "PRIMARY KEY (type, id))",
    "CREATE TABLE batches (id {id} PRIMARY KEY, at_ms {id} NOT NULL)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE products (id {id} PRIMARY KEY, version {id} NOT NULL, name TEXT NOT NULL UNIQUE, "
    "name_en TEXT NOT NULL, description TEXT NOT NULL, description_en TEXT NOT NULL, "
    "price_minor {id} NOT NULL CHECK (price_minor >= 0), currency TEXT NOT NULL, exponent INTEGER "
    "NOT NULL, "
    "picture TEXT NOT NULL, hidden INTEGER NOT NULL, sold_out INTEGER NOT NULL, needs_window "
    "INTEGER NOT NULL, "
    "daily_limit INTEGER NOT NULL)",
    "CREATE TABLE orders (id {id} PRIMARY KEY, version {id} NOT NULL, state TEXT NOT NULL, payment "
    "TEXT NOT NULL, "
    "product_id {id} NOT NULL REFERENCES products (id), product_name TEXT NOT NULL, "
    "product_name_en TEXT NOT NULL, "
    "picture TEXT NOT NULL, qty INTEGER NOT NULL CHECK (qty >= 1), unit_minor {id} NOT NULL, "
    "total_minor {id} NOT NULL, currency TEXT NOT NULL, exponent INTEGER NOT NULL, "
    "sender_name TEXT NOT NULL, sender_phone TEXT NOT NULL, recipient_name TEXT NOT NULL, "
    "recipient_phone TEXT NOT NULL, address_line TEXT NOT NULL, address_detail TEXT NOT NULL, "
    "postal_code TEXT NOT NULL, neighbourhood TEXT NOT NULL, delivery_window TEXT NOT NULL, "
    "card_message TEXT NOT NULL, ribbon_text TEXT NOT NULL, ribbon_sender TEXT NOT NULL, request "
    "TEXT NOT NULL, "
    "locale TEXT NOT NULL, received_ms {id} NOT NULL, paid_ms {id} NOT NULL, making_ms {id} NOT "
    "NULL, "
    "made_ms {id} NOT NULL, delivering_ms {id} NOT NULL, delivered_ms {id} NOT NULL, cancelled_ms "
    "{id} NOT NULL, "
    "expired_ms {id} NOT NULL, expires_ms {id} NOT NULL, seen_ms {id} NOT NULL, "
    "cancel_requested_ms {id} NOT NULL, cancel_reason TEXT NOT NULL, received_by TEXT NOT NULL, "
    "redelivery INTEGER NOT NULL, last_operation TEXT NOT NULL, sms_held_until_ms {id} NOT NULL, "
    "name_on_card INTEGER NOT NULL, consent_version TEXT NOT NULL, "
    "token_version INTEGER NOT NULL, token_sha256 {blob} NOT NULL UNIQUE, personal_salt {blob} NOT "
    "NULL)",
    "CREATE INDEX orders_unpaid ON orders (expires_ms) WHERE state = 'received'",
    "CREATE INDEX orders_phone ON orders (sender_phone, id)",
    "CREATE TABLE operations (id TEXT PRIMARY KEY, order_id {id} NOT NULL REFERENCES orders (id), "
    "number {id} NOT NULL, verb TEXT NOT NULL, actor TEXT NOT NULL, device_id {id} NOT NULL, "
    "from_state TEXT NOT NULL, to_state TEXT NOT NULL, at_ms {id} NOT NULL, pressed_ms {id} NOT "
    "NULL, "
    "undone INTEGER NOT NULL, UNIQUE (order_id, number))",
    "CREATE TABLE slots (delivery_window TEXT PRIMARY KEY, taken INTEGER NOT NULL CHECK (taken >= "
    "0))",
    "CREATE TABLE payments (attempt_id TEXT PRIMARY KEY, order_id {id} NOT NULL REFERENCES orders "
    "(id), "
    "gateway TEXT NOT NULL, amount_minor {id} NOT NULL, currency TEXT NOT NULL, exponent INTEGER "
    "NOT NULL, "
    "state TEXT NOT NULL, provider_reference TEXT NOT NULL, created_ms {id} NOT NULL, settled_ms "
    "{id} NOT NULL, "
    "refund_requested_minor {id} NOT NULL DEFAULT 0, refunded_minor {id} NOT NULL DEFAULT 0, "
    "surplus INTEGER NOT NULL DEFAULT 0, "
    "CHECK (refund_requested_minor <= amount_minor), CHECK (refunded_minor >= 0))",
    "CREATE INDEX payments_order ON payments (order_id)",
    // One counted charge an order: whatever else was taken is surplus and goes back.
    "CREATE UNIQUE INDEX payments_counted ON payments (order_id) "
    "WHERE surplus = 0 AND state IN ('paid', 'refund_pending', 'refunded', 'partially_refunded', "
    "'refund_failed')",
    "CREATE TABLE refunds (id TEXT PRIMARY KEY, attempt_id TEXT NOT NULL REFERENCES payments "
    "(attempt_id), "
    "order_id {id} NOT NULL, amount_minor {id} NOT NULL CHECK (amount_minor > 0), reason TEXT NOT "
    "NULL, "
    "state TEXT NOT NULL, created_ms {id} NOT NULL, done_ms {id} NOT NULL)",
    "CREATE INDEX refunds_open ON refunds (state) WHERE state <> 'refunded'",
    "CREATE TABLE sandbox_payments (reference TEXT PRIMARY KEY, attempt_id TEXT NOT NULL UNIQUE, "
    "amount_minor {id} NOT NULL, currency TEXT NOT NULL, state TEXT NOT NULL, refunded_minor {id} "
    "NOT NULL)",
    "CREATE TABLE sandbox_refunds (refund_id TEXT PRIMARY KEY, reference TEXT NOT NULL, "
    "amount_minor {id} NOT NULL)",
    "CREATE TABLE messages (id {id} PRIMARY KEY, order_id {id} NOT NULL REFERENCES orders (id), "
    "event TEXT NOT NULL, "
    "state TEXT NOT NULL, phone TEXT NOT NULL, locale TEXT NOT NULL, amount_minor {id} NOT NULL, "
    "text TEXT NOT NULL, "
    "operation TEXT NOT NULL, created_ms {id} NOT NULL, send_after_ms {id} NOT NULL, sent_ms {id} "
    "NOT NULL, "
    "claimed_by TEXT NOT NULL, lease_until_ms {id} NOT NULL)",
    "CREATE INDEX messages_due ON messages (send_after_ms) WHERE state IN ('held', 'queued', "
    "'sending')",
    "CREATE INDEX messages_order ON messages (order_id)",
    "CREATE TABLE reviews (id {id} PRIMARY KEY, version {id} NOT NULL, order_id {id} UNIQUE "
    "REFERENCES orders (id), "
    "product_id {id} NOT NULL REFERENCES products (id), product_name TEXT NOT NULL, "
    "rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5), text TEXT NOT NULL, author TEXT NOT "
    "NULL, "
    "written_ms {id} NOT NULL, reply TEXT NOT NULL, replied_ms {id} NOT NULL, hidden INTEGER NOT "
    "NULL, "
    "hidden_reason TEXT NOT NULL)",
    "CREATE INDEX reviews_product ON reviews (product_id, id)",
    "CREATE TABLE devices (id {id} PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, "
    "token_sha256 {blob} NOT NULL UNIQUE, created_ms {id} NOT NULL, revoked INTEGER NOT NULL)",
    "CREATE TABLE idempotency (caller TEXT NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL, "
    "body_sha256 {blob} NOT NULL, subject {id} NOT NULL, created_ms {id} NOT NULL, PRIMARY KEY "
    "(caller, route, key))",
    "CREATE INDEX idempotency_age ON idempotency (created_ms)",
};

constexpr const char *pairing[] = {
    "ALTER TABLE devices ADD COLUMN last_seen_ms {id} NOT NULL DEFAULT 0",
    "CREATE TABLE pairing_codes (id {id} PRIMARY KEY, code_sha256 {blob} NOT NULL UNIQUE, "
    "role TEXT NOT NULL, name TEXT NOT NULL, expires_ms {id} NOT NULL, "
    "tries_left INTEGER NOT NULL CHECK (tries_left >= 0), used INTEGER NOT NULL)",
    // Who guessed: a hash of the address, kept for as long as it is counted.
    ("CREATE TABLE pairing_guesses (address_sha256 {blob} PRIMARY KEY, wrong INTEGER NOT NULL, "
     "since_ms {id} NOT NULL)"),
};

// The sandbox can approve later by itself; what is undecided is asked for again.
constexpr const char *sandboxFaces[] = {
    "ALTER TABLE sandbox_payments ADD COLUMN due_ms {id} NOT NULL DEFAULT 0",
    "CREATE INDEX payments_undecided ON payments (created_ms) "
    "WHERE state IN ('confirming', 'unknown')",
};

// The operation whose message took this one's place before it left; '' for the others.
constexpr const char *supersededMessages[] = {
    "ALTER TABLE messages ADD COLUMN superseded_by TEXT NOT NULL DEFAULT ''",
};

// The way of a paid order to a person: approved by the provider, stored on a desk, and when that
// failed, told to the owner. Orders from before count as not stored: the next desk reports them.
constexpr const char *acknowledgements[] = {
    "ALTER TABLE orders ADD COLUMN approved_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN stored_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN owner_told_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE messages ADD COLUMN order_count {id} NOT NULL DEFAULT 1",
    "CREATE INDEX orders_unstored ON orders (paid_ms) WHERE stored_ms = 0 AND state IN ('paid', "
    "'making', 'made', 'delivering')",
    "CREATE INDEX orders_unseen ON orders (paid_ms) WHERE state = 'paid' AND seen_ms = 0 AND "
    "owner_told_ms = 0",
    "CREATE INDEX messages_to_owner ON messages (created_ms) WHERE event = 'owner_unseen'",
};

// Real providers: every movement of money is a row that stays, what is not decided is read on a
// schedule that survives a restart, and one order may owe more than once.
constexpr const char *money[] = {
    "CREATE TABLE ledger (id {id} PRIMARY KEY, at_ms {id} NOT NULL, order_id {id} NOT NULL, "
    "attempt_id TEXT NOT NULL REFERENCES payments (attempt_id), kind TEXT NOT NULL, "
    "amount_minor {id} NOT NULL CHECK (amount_minor >= 0), currency TEXT NOT NULL, "
    "exponent INTEGER NOT NULL, reference TEXT NOT NULL, detail TEXT NOT NULL, "
    "UNIQUE (attempt_id, kind, reference))",
    "CREATE INDEX ledger_order ON ledger (order_id)",
    "CREATE INDEX ledger_day ON ledger (at_ms)",
    "ALTER TABLE payments ADD COLUMN charge_request INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE payments ADD COLUMN tax_free_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE payments ADD COLUMN deposit_bank TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE payments ADD COLUMN deposit_number TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE payments ADD COLUMN deposit_holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE payments ADD COLUMN deposit_due_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE payments ADD COLUMN notice_secret TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE payments ADD COLUMN next_read_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE payments ADD COLUMN reads INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE payments ADD COLUMN disputed_minor {id} NOT NULL DEFAULT 0",
    "DROP INDEX payments_undecided",
    "CREATE INDEX payments_to_read ON payments (next_read_ms) WHERE next_read_ms > 0",
    "UPDATE payments SET next_read_ms = 1 WHERE state IN ('confirming', 'unknown')",
    "CREATE INDEX payments_called ON payments (provider_reference) WHERE provider_reference <> ''",
    "CREATE INDEX payments_created ON payments (created_ms)",
    "DROP INDEX payments_counted",
    "CREATE UNIQUE INDEX payments_counted ON payments (order_id, charge_request) "
    "WHERE surplus = 0 AND state IN ('paid', 'refund_pending', 'refunded', 'partially_refunded', "
    "'refund_failed')",
    "ALTER TABLE refunds ADD COLUMN call_key TEXT NOT NULL DEFAULT ''",
    "UPDATE refunds SET call_key = id",
    "ALTER TABLE refunds ADD COLUMN provider_reference TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE refunds ADD COLUMN tries INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE refunds ADD COLUMN next_try_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE refunds ADD COLUMN failure TEXT NOT NULL DEFAULT ''",
    // Where a deposit is sent back to; emptied when the refund is done.
    "ALTER TABLE refunds ADD COLUMN account TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX refunds_order ON refunds (order_id)",
    ("CREATE TABLE notices (provider TEXT NOT NULL, event_id TEXT NOT NULL, received_ms {id} NOT "
     "NULL, PRIMARY KEY (provider, event_id))"),
    "CREATE INDEX notices_age ON notices (received_ms)",
    "ALTER TABLE products ADD COLUMN tax_free INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sandbox_refunds ADD COLUMN at_ms {id} NOT NULL DEFAULT 0",
    "CREATE INDEX sandbox_payments_due ON sandbox_payments (due_ms)",
};

// What a day's balance looks up: which orders changed, which were paid, and which of them to the
// florist's hand.
constexpr const char *balances[] = {
    "CREATE INDEX journal_day ON journal (at_ms)",
    "CREATE INDEX journal_by_hand ON journal (id) WHERE what = 'markPaid'",
    "CREATE INDEX orders_paid ON orders (paid_ms)",
};

// Paid orders change: what was changed, what can be undone for a moment, and what the customer is
// asked for first. Copies of what somebody wrote are emptied as soon as nothing needs them.
constexpr const char *edits[] = {
    "CREATE TABLE charge_requests (order_id {id} NOT NULL REFERENCES orders (id), number INTEGER "
    "NOT NULL, operation TEXT NOT NULL, difference_minor {id} NOT NULL, unit_minor {id} NOT NULL, "
    "based_total_minor {id} NOT NULL, state TEXT NOT NULL, edit TEXT NOT NULL, created_ms {id} NOT "
    "NULL, expires_ms {id} NOT NULL, closed_ms {id} NOT NULL, PRIMARY KEY (order_id, number))",
    "CREATE UNIQUE INDEX charge_requests_open ON charge_requests (order_id) WHERE state = 'open'",
    "CREATE INDEX charge_requests_due ON charge_requests (expires_ms) WHERE state = 'open'",
    "CREATE TABLE edits (id TEXT PRIMARY KEY, order_id {id} NOT NULL REFERENCES orders (id), "
    "number INTEGER NOT NULL, device_id {id} NOT NULL, charge_request INTEGER NOT NULL, "
    "difference_minor {id} NOT NULL, at_ms {id} NOT NULL, undone_ms {id} NOT NULL, refunds TEXT "
    "NOT NULL, before TEXT NOT NULL, UNIQUE (order_id, number))",
    "CREATE INDEX edits_copies ON edits (at_ms) WHERE before <> ''",
    "ALTER TABLE orders ADD COLUMN edit_state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN edit_difference_minor {id} NOT NULL DEFAULT 0",
};

// What a florist reads of an order's money, kept with the order; and what makes a claim good. The
// resend of an order is an order of its own, without a charge.
constexpr const char *claims[] = {
    "ALTER TABLE orders ADD COLUMN charged_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN refunded_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN refund_pending_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN refund_failed_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN refund_failure TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN disputed_minor {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN unclear_since_ms {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN claim_reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN resend_of {id} NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN resent_as {id} NOT NULL DEFAULT 0",
    "UPDATE orders SET "
    "charged_minor = (SELECT COALESCE(SUM(p.amount_minor), 0) FROM payments p WHERE p.order_id = "
    "orders.id AND p.state IN ('paid', 'refund_pending', 'refunded', 'partially_refunded', "
    "'refund_failed')), "
    "refunded_minor = (SELECT COALESCE(SUM(p.refunded_minor), 0) FROM payments p WHERE p.order_id "
    "= orders.id), "
    "disputed_minor = (SELECT COALESCE(SUM(p.disputed_minor), 0) FROM payments p WHERE p.order_id "
    "= orders.id), "
    "refund_pending_minor = (SELECT COALESCE(SUM(r.amount_minor), 0) FROM refunds r WHERE "
    "r.order_id = orders.id AND r.state = 'refund_pending'), "
    "refund_failed_minor = (SELECT COALESCE(SUM(r.amount_minor), 0) FROM refunds r WHERE "
    "r.order_id = orders.id AND r.state = 'refund_failed'), "
    "refund_failure = (SELECT COALESCE(MAX(r.failure), '') FROM refunds r WHERE r.order_id = "
    "orders.id AND r.state = 'refund_failed')",
    "UPDATE orders SET unclear_since_ms = received_ms WHERE payment IN ('confirming', 'unknown')",
};

// Which address an unpaid order holds its place for: a hash, gone when the hold is.
constexpr const char *holds[] = {
    "CREATE TABLE holds (order_id {id} PRIMARY KEY REFERENCES orders (id), "
    "address_sha256 {blob} NOT NULL)",
    "CREATE INDEX holds_address ON holds (address_sha256)",
};

// The public register's addresses of where the shop delivers, and the words they are found by.
constexpr const char *roadAddresses[] = {
    "CREATE TABLE road_addresses (generation {id} NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL, "
    "district TEXT NOT NULL, neighbourhood TEXT NOT NULL, postal_code TEXT NOT NULL, "
    "building TEXT NOT NULL, PRIMARY KEY (generation, id))",
    "CREATE TABLE road_address_keys (generation {id} NOT NULL, address_key TEXT NOT NULL, "
    "address_id TEXT NOT NULL, PRIMARY KEY (generation, address_key, address_id))",
};

// A customer's proof of a phone: what was asked for, and the sessions that came of it. Tokens are
// kept as hashes, codes not at all.
constexpr const char *signIns[] = {
    "CREATE TABLE sign_in_codes (id TEXT PRIMARY KEY, browser_sha256 {blob} NOT NULL UNIQUE, "
    "address_sha256 {blob} NOT NULL, phone TEXT NOT NULL, created_ms {id} NOT NULL, expires_ms "
    "{id} NOT NULL, tries_left INTEGER NOT NULL CHECK (tries_left >= 0))",
    "CREATE INDEX sign_in_codes_phone ON sign_in_codes (phone, created_ms)",
    "CREATE INDEX sign_in_codes_address ON sign_in_codes (address_sha256, created_ms)",
    "CREATE INDEX sign_in_codes_age ON sign_in_codes (created_ms)",
    "CREATE TABLE customer_sessions (token_sha256 {blob} PRIMARY KEY, phone TEXT NOT NULL, "
    "created_ms {id} NOT NULL, expires_ms {id} NOT NULL)",
    "CREATE INDEX customer_sessions_age ON customer_sessions (expires_ms)",
};

// How an order that was taken at the desk is paid, and the desk's own name for it.
constexpr const char *deskOrders[] = {
    "ALTER TABLE orders ADD COLUMN desk_method TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN placed_as TEXT NOT NULL DEFAULT ''",
};

// What cameras brought: renderings alone, by what the file was (see photoId()). Orders and products
// name them; what none of them names is forgotten.
constexpr const char *photos[] = {
    "CREATE TABLE photos (id TEXT PRIMARY KEY, small {blob} NOT NULL, large {blob} NOT NULL, "
    "wanted_ms {id} NOT NULL)",
    "CREATE INDEX photos_age ON photos (wanted_ms)",
    "ALTER TABLE products ADD COLUMN photos TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN made_photo TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE orders ADD COLUMN proof_photo TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX orders_made_photo ON orders (made_photo) WHERE made_photo <> ''",
    "CREATE INDEX orders_proof_photo ON orders (proof_photo) WHERE proof_photo <> ''",
};

// NOLINTEND(bugprone-suspicious-missing-comma)

constexpr Migration migrations[] = {
    {1, initial},          {2, pairing}, {3, sandboxFaces},   {4, supersededMessages},
    {5, acknowledgements}, {6, money},   {7, balances},       {8, edits},
    {9, claims},           {10, holds},  {11, roadAddresses}, {12, signIns},
    {13, deskOrders},      {14, photos},
};

} // namespace

std::span<const Migration> serverMigrations()
{
    return migrations;
}

} // namespace petalpost
