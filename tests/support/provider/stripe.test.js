// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in's Stripe face, called by Stripe's own library.
"use strict";

const assert = require("node:assert/strict");
const { after, before, beforeEach, test } = require("node:test");
const { createRequire } = require("node:module");
const path = require("node:path");

const { startProvider, startShop, call } = require("./testbench.js");

const Stripe = createRequire(path.join(__dirname, "../../web/package.json"))("stripe");
const WEBHOOK_SECRET = "whsec_petalpost";
const ORDER = {
    mode: "payment",
    success_url: "http://shop.test/paid?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://shop.test/back",
    client_reference_id: "attempt-1",
    metadata: { order: "20261125-1" },
    line_items: [{ quantity: 2, price_data: { currency: "krw", unit_amount: 27_500, product_data: { name: "장미" } } }],
};

let provider;
let stripe;
before(async () => {
    provider = await startProvider();
    const { hostname, port } = new URL(provider.url);
    stripe = new Stripe("sk_test_petalpost", { host: hostname, port, protocol: "http", maxNetworkRetries: 0, timeout: 5000 });
});
after(async () => provider?.stop());
beforeEach(async () => provider.control("reset", {}));

const raw = (method, where, body, headers = {}) => call(`${provider.url}${where}`, {
    method,
    body,
    headers: {
        Authorization: "Bearer sk_test_petalpost",
        "Stripe-Version": "2025-09-30.clover",
        ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" }),
        ...headers,
    },
});
const FORM = "mode=payment&success_url=http://shop.test/&line_items[0][quantity]=1&line_items[0][price_data][currency]=krw"
    + "&line_items[0][price_data][unit_amount]=55000&line_items[0][price_data][product_data][name]=rose";

async function paidSession(wish = ORDER) {
    const { id } = await stripe.checkout.sessions.create(wish);
    await provider.control("stripe/pay", { session: id });
    return stripe.checkout.sessions.retrieve(id);
}

test("a session is made, read, paid and read again", async () => {
    const made = await stripe.checkout.sessions.create(ORDER);
    assert.equal(made.object, "checkout.session");
    assert.equal(made.amount_total, 55_000);
    assert.equal(made.currency, "krw");
    assert.equal(made.status, "open");
    assert.equal(made.payment_status, "unpaid");
    assert.equal(made.payment_intent, null);
    assert.equal(made.client_reference_id, "attempt-1");
    assert.deepEqual(made.metadata, { order: "20261125-1" });

    const end = await provider.control("stripe/pay", { session: made.id });
    assert.equal(end.location, `http://shop.test/paid?session=${made.id}`);

    const paid = await stripe.checkout.sessions.retrieve(made.id, {
        expand: ["payment_intent.latest_charge.balance_transaction", "line_items"],
    });
    assert.equal(paid.status, "complete");
    assert.equal(paid.payment_status, "paid");
    assert.equal(paid.url, null);
    assert.equal(paid.payment_intent.status, "succeeded");
    assert.equal(paid.payment_intent.amount_received, 55_000);
    assert.equal(paid.payment_intent.latest_charge.balance_transaction.fee, 1625);
    assert.equal(paid.payment_intent.latest_charge.balance_transaction.net, 53_375);
    assert.equal(paid.line_items.data[0].amount_total, 55_000);
    const entry = await provider.payment(made.id);
    assert.deepEqual([entry.captured, entry.feeMinor, entry.state, entry.orderRef], [55_000, 1625, "captured", "attempt-1"]);
});

test("a session expires when told to, by its time, and not twice", async () => {
    const first = await stripe.checkout.sessions.create(ORDER);
    assert.equal((await stripe.checkout.sessions.expire(first.id)).status, "expired");
    await assert.rejects(stripe.checkout.sessions.expire(first.id), { statusCode: 400, type: "StripeInvalidRequestError" });
    await assert.rejects(provider.control("stripe/pay", { session: first.id }), { status: 409 });

    const expiresAt = Math.floor(Date.now() / 1000) + 31 * 60;
    const second = await stripe.checkout.sessions.create({ ...ORDER, expires_at: expiresAt });
    assert.equal(second.expires_at, expiresAt);
    await provider.control("clock", { advanceMs: 32 * 60_000 });
    assert.equal((await stripe.checkout.sessions.retrieve(second.id)).status, "expired");
    const paid = await paidSession();
    await assert.rejects(stripe.checkout.sessions.expire(paid.id), { statusCode: 400 });
});

test("a card is declined and the same session is paid after it", async () => {
    const { id } = await stripe.checkout.sessions.create(ORDER);
    const { session } = await provider.control("stripe/decline", { session: id });
    assert.equal(session.status, "open");
    const intent = await stripe.paymentIntents.retrieve(session.payment_intent);
    assert.equal(intent.status, "requires_payment_method");
    assert.equal(intent.last_payment_error.code, "card_declined");
    assert.equal((await provider.payment(id)).captured, 0);
    await provider.control("stripe/pay", { session: id });
    assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, "succeeded");
    assert.equal((await provider.payment(intent.id)).captured, 55_000);
});

test("a payment that was under way when its session expired arrives late", async () => {
    const { id } = await stripe.checkout.sessions.create(ORDER);
    await stripe.checkout.sessions.expire(id);
    await provider.control("stripe/pay", { session: id, late: true });
    const late = await stripe.checkout.sessions.retrieve(id);
    assert.deepEqual([late.status, late.payment_status], ["complete", "paid"]);
    assert.equal((await provider.payment(id)).captured, 55_000);
});

test("a slow method completes the session before the money comes", async () => {
    const { id } = await stripe.checkout.sessions.create(ORDER);
    await provider.control("stripe/pay-later", { session: id });
    const waiting = await stripe.checkout.sessions.retrieve(id);
    assert.deepEqual([waiting.status, waiting.payment_status], ["complete", "unpaid"]);
    assert.equal((await provider.payment(id)).state, "waiting");
    await provider.control("stripe/settle", { session: id, succeeded: true });
    assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, "paid");
    assert.equal((await provider.payment(id)).captured, 55_000);
});

test("refunds: in parts, never more than there is, and back when the bank refuses", async () => {
    const { payment_intent } = await paidSession();
    const first = await stripe.refunds.create({ payment_intent, amount: 20_000, reason: "requested_by_customer", metadata: { refund: "7" } });
    assert.deepEqual([first.amount, first.status, first.metadata.refund], [20_000, "succeeded", "7"]);
    await assert.rejects(stripe.refunds.create({ payment_intent, amount: 35_001 }), { statusCode: 400, param: "amount" });
    const rest = await stripe.refunds.create({ payment_intent });
    assert.equal(rest.amount, 35_000);
    await assert.rejects(stripe.refunds.create({ payment_intent }), { code: "charge_already_refunded" });
    assert.equal((await provider.payment(payment_intent)).state, "refunded");

    await provider.control("stripe/refund-status", { refund: rest.id, status: "failed" });
    const failed = await stripe.refunds.retrieve(rest.id);
    assert.equal(failed.status, "failed");
    const entry = await provider.payment(payment_intent);
    assert.deepEqual([entry.refunded, entry.state], [20_000, "partly-refunded"]);
    assert.equal((await stripe.refunds.list({ payment_intent })).data.length, 2);
    const intent = await stripe.paymentIntents.retrieve(payment_intent, { expand: ["latest_charge.refunds"] });
    assert.equal(intent.latest_charge.amount_refunded, 20_000);
    assert.equal(intent.latest_charge.refunds.data.length, 2);
});

test("a refund from the dashboard and a dispute are in the books", async () => {
    const { id, payment_intent } = await paidSession();
    await provider.control("stripe/refund", { session: id, amount: 5000 });
    const dispute = await provider.control("stripe/dispute", { session: id });
    assert.equal(dispute.amount, 50_000);
    assert.equal((await stripe.disputes.retrieve(dispute.id)).status, "needs_response");
    await assert.rejects(stripe.refunds.create({ payment_intent }), { code: "charge_disputed" });
    let entry = await provider.payment(id);
    assert.deepEqual([entry.refunds[0].origin, entry.disputed, entry.state], ["dashboard", 50_000, "disputed"]);
    await provider.control("stripe/dispute-close", { dispute: dispute.id, won: true });
    entry = await provider.payment(id);
    assert.deepEqual([entry.disputed, entry.state], [0, "partly-refunded"]);
});

test("balance transactions: pages, times, and the same sum as the books", async () => {
    for (let count = 0; count < 7; ++count) {
        const { payment_intent } = await paidSession();
        if (count % 2 === 0) {
            await stripe.refunds.create({ payment_intent, amount: 1000 * (count + 1) });
        }
    }
    const all = [];
    const now = Math.floor(Date.now() / 1000);
    const range = { created: { gte: now - 600, lt: now + 600 }, limit: 3 };
    for await (const transaction of stripe.balanceTransactions.list(range)) {
        all.push(transaction);
    }
    assert.equal(all.length, 11);
    assert.equal(new Set(all.map(({ id }) => id)).size, 11);
    const { totals } = await provider.control("books");
    assert.equal(all.reduce((sum, { amount }) => sum + amount, 0), totals[0].captured - totals[0].refunded);
    assert.equal(all.reduce((sum, { fee }) => sum + fee, 0), totals[0].feeMinor);
    const balance = await stripe.balance.retrieve();
    assert.equal(balance.available[0].amount, all.reduce((sum, { net }) => sum + net, 0));
    assert.equal((await stripe.balanceTransactions.list({ created: { lt: now - 600 } })).data.length, 0);
    assert.equal((await stripe.balanceTransactions.list({ type: "refund", limit: 100 })).data.length, 4);
    assert.equal((await stripe.charges.list({ limit: 100 })).data.length, 7);
});

test("keys: replayed, refused for other parameters, not kept for a wrong request", async () => {
    const options = { idempotencyKey: "key-1" };
    const first = await stripe.checkout.sessions.create(ORDER, options);
    assert.equal((await stripe.checkout.sessions.create(ORDER, options)).id, first.id);
    await assert.rejects(stripe.checkout.sessions.create({ ...ORDER, client_reference_id: "other" }, options),
        { type: "StripeIdempotencyError", statusCode: 400 });
    assert.equal((await provider.control("books")).payments.length, 1);

    const bad = await raw("POST", "/v1/checkout/sessions", `${FORM}&nonsense=1`, { "Idempotency-Key": "key-2" });
    assert.deepEqual([bad.status, bad.json.error.code, bad.json.error.param], [400, "parameter_unknown", "nonsense"]);
    const good = await raw("POST", "/v1/checkout/sessions", FORM, { "Idempotency-Key": "key-2" });
    assert.equal(good.status, 200);
    const again = await raw("POST", "/v1/checkout/sessions", FORM, { "Idempotency-Key": "key-2" });
    assert.deepEqual([again.json.id, again.headers.get("idempotent-replayed")], [good.json.id, "true"]);

    await provider.control("clock", { advanceMs: 25 * 3600 * 1000 });
    const later = await raw("POST", "/v1/checkout/sessions", FORM, { "Idempotency-Key": "key-2" });
    assert.notEqual(later.json.id, good.json.id);
    assert.equal((await raw("POST", "/v1/checkout/sessions", FORM, { "Idempotency-Key": "k".repeat(256) })).status, 400);
});

test("keys: a 500 is kept and replayed, the second of two at once is a conflict", async () => {
    await provider.control("faults", { face: "stripe", operation: "create", fault: "500-after" });
    const key = { "Idempotency-Key": "key-3" };
    assert.equal((await raw("POST", "/v1/checkout/sessions", FORM, key)).status, 500);
    assert.equal((await raw("POST", "/v1/checkout/sessions", FORM, key)).status, 500);
    assert.equal((await provider.control("books")).payments.length, 1);

    await provider.control("faults", { face: "stripe", operation: "create", fault: "delay", delayMs: 300 });
    const both = await Promise.all([1, 2].map(() => raw("POST", "/v1/checkout/sessions", FORM, { "Idempotency-Key": "key-4" })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await provider.control("books")).payments.length, 2);
});

test("the door: key, version, unknown paths, unknown objects, bad lists", async () => {
    assert.equal((await raw("GET", "/v1/balance", undefined, { Authorization: "Bearer sk_test_wrong" })).status, 401);
    assert.equal((await raw("GET", "/v1/balance", undefined, { "Stripe-Version": "" })).status, 400);
    assert.equal((await raw("GET", "/v1/nothing")).status, 404);
    assert.equal((await raw("GET", "/v1/checkout/sessions/cs_test_none")).json.error.code, "resource_missing");
    assert.equal((await raw("GET", "/v1/charges?limit=101")).status, 400);
    assert.equal((await raw("POST", "/v1/checkout/sessions", "a[=1")).status, 400);
    assert.equal((await raw("POST", "/v1/refunds", "amount=5")).json.error.code, "parameter_missing");
    assert.equal((await raw("POST", "/v1/refunds", "payment_intent=pi_none")).json.error.code, "resource_missing");
    const small = FORM.replace("55000", "10");
    assert.equal((await raw("POST", "/v1/checkout/sessions", small)).json.error.code, "amount_too_small");
    assert.equal((await raw("POST", "/v1/checkout/sessions", FORM.replace("55000", "55000.5"))).json.error.code, "parameter_invalid_integer");
    assert.equal((await raw("GET", "/v1/balance?expand[]=nonsense")).json.error.code, "property_not_expandable");
});

test("events reach the shop signed as Stripe's library wants it, and can be read", async () => {
    const shop = await startShop();
    try {
        await provider.control("webhooks", { url: shop.url });
        const { id, payment_intent } = await paidSession();
        await stripe.refunds.create({ payment_intent, amount: 1000 });
        await provider.control("webhooks/flush", {});
        const events = shop.seen.map(({ headers, body }) =>
            stripe.webhooks.constructEvent(body, headers["stripe-signature"], WEBHOOK_SECRET));
        assert.deepEqual(events.map(({ type }) => type).sort(), [
            "charge.refunded", "charge.succeeded", "checkout.session.completed", "payment_intent.succeeded", "refund.created",
        ]);
        const completed = events.find(({ type }) => type === "checkout.session.completed");
        assert.deepEqual([completed.data.object.id, completed.data.object.payment_status], [id, "paid"]);
        assert.deepEqual(await stripe.events.retrieve(completed.id).then(({ data }) => data.object.id), id);
        assert.ok(shop.seen.every(({ path: where }) => where === "/payments/webhooks/stripe"));
    } finally {
        shop.stop();
    }
});

test("the hosted page ends as its buttons say", async () => {
    const { id, url } = await stripe.checkout.sessions.create(ORDER);
    assert.match((await call(url)).text, /id="pay"/);
    const press = (action) => call(url, { method: "POST", body: new URLSearchParams({ action }) });
    assert.equal((await press("back")).headers.get("location"), ORDER.cancel_url);
    assert.equal((await press("decline")).status, 200);
    const end = await press("pay");
    assert.deepEqual([end.status, end.headers.get("location")], [303, `http://shop.test/paid?session=${id}`]);
    assert.match((await press("pay")).text, /id="refused"/);
    assert.equal((await provider.payment(id)).captured, 55_000);
});
