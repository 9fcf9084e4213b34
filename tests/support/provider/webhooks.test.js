// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks late, twice, in another order, not at all, and false.
"use strict";

const assert = require("node:assert/strict");
const { after, afterEach, before, beforeEach, test } = require("node:test");
const { createRequire } = require("node:module");
const path = require("node:path");

const { startProvider, startShop } = require("./testbench.js");

const Stripe = createRequire(path.join(__dirname, "../../web/package.json"))("stripe");
const SECRET = "whsec_petalpost";
const ORDER = {
    mode: "payment",
    success_url: "http://shop.test/",
    line_items: [{ quantity: 1, price_data: { currency: "krw", unit_amount: 55_000, product_data: { name: "장미" } } }],
};

let provider;
let stripe;
let shop;
let status;
before(async () => {
    provider = await startProvider();
    const { hostname, port } = new URL(provider.url);
    stripe = new Stripe("sk_test_petalpost", { host: hostname, port, protocol: "http", maxNetworkRetries: 0 });
});
after(async () => provider?.stop());
beforeEach(async () => {
    status = () => 200;
    shop = await startShop((got, number) => status(got, number));
    await provider.control("reset", {});
    await provider.control("webhooks", { url: shop.url });
});
afterEach(() => shop.stop());

const typeOf = ({ body }) => JSON.parse(body).type;
const eventOf = ({ body, headers }) => stripe.webhooks.constructEvent(body, headers["stripe-signature"], SECRET);

async function pay() {
    const { id } = await stripe.checkout.sessions.create(ORDER);
    await provider.control("stripe/pay", { session: id });
    return id;
}

test("held events wait, and leave in the order asked for", async () => {
    await provider.control("webhooks", { mode: "hold" });
    await pay();
    const { deliveries } = await provider.control("webhooks");
    assert.deepEqual(deliveries.map(({ type, state }) => [type, state]), [
        ["charge.succeeded", "held"], ["payment_intent.succeeded", "held"], ["checkout.session.completed", "held"],
    ]);
    assert.equal(shop.seen.length, 0);
    const [charge, intent, session] = deliveries.map(({ id }) => id);
    const { answers } = await provider.control("webhooks/release", { ids: [session, charge] });
    assert.deepEqual(answers.map((answer) => answer.status), [200, 200]);
    assert.deepEqual(shop.seen.map(typeOf), ["checkout.session.completed", "charge.succeeded"]);
    await provider.control("webhooks/release", { ids: [intent], times: 3 });
    assert.equal(shop.seen.length, 5);
    await provider.control("webhooks/release", {});
    assert.equal(shop.seen.length, 5);
});

test("all held events leave backwards, and dropped ones never", async () => {
    await provider.control("webhooks", { mode: "hold" });
    await pay();
    await provider.control("webhooks/release", { reverse: true });
    assert.deepEqual(shop.seen.map(typeOf), ["checkout.session.completed", "payment_intent.succeeded", "charge.succeeded"]);
    await pay();
    await provider.control("webhooks/drop", {});
    await provider.control("webhooks", { mode: "drop" });
    await pay();
    assert.deepEqual((await provider.control("webhooks/release", {})).answers, []);
    assert.equal(shop.seen.length, 3);
});

test("duplicates are the same event, each validly signed", async () => {
    await provider.control("webhooks", { duplicate: 4 });
    await pay();
    await provider.control("webhooks/flush", {});
    const completed = shop.seen.filter((got) => typeOf(got) === "checkout.session.completed");
    assert.equal(new Set(completed.map((got) => eventOf(got).id)).size, 1);
    assert.equal(completed.length, 4);
});

test("what is not accepted is sent again, a bounded number of times", async () => {
    await provider.control("webhooks", { retries: 2, retryMs: 10 });
    status = (got, number) => (number <= 3 ? 500 : 200);
    await pay();
    await provider.control("webhooks/flush", {});
    assert.equal(shop.seen.length, 6);
    status = () => 503;
    await pay();
    await provider.control("webhooks/flush", {});
    assert.equal(shop.seen.length, 6 + 9);
    const { deliveries } = await provider.control("webhooks");
    assert.deepEqual(deliveries.slice(3).map(({ state, attempts }) => [state, attempts.length]),
        [["refused", 3], ["refused", 3], ["refused", 3]]);
});

test("forgeries: each signature that Stripe's library refuses, and one it takes", async () => {
    await provider.control("webhooks", { mode: "hold" });
    await pay();
    const { deliveries } = await provider.control("webhooks");
    const { id } = deliveries.find(({ type }) => type === "checkout.session.completed");
    for (const how of ["wrong-signature", "altered-body", "old-timestamp", "no-signature"]) {
        assert.deepEqual(await provider.control("webhooks/forge", { id, how }), { status: 200 });
        assert.throws(() => eventOf(shop.seen.at(-1)), { type: "StripeSignatureVerificationError" }, how);
    }
    await provider.control("webhooks/forge", { id, how: "future-timestamp" });
    assert.equal(eventOf(shop.seen.at(-1)).type, "checkout.session.completed");
    await provider.control("webhooks/forge", { id, how: "signed", amount: 1, status: "open" });
    const { object } = eventOf(shop.seen.at(-1)).data;
    assert.deepEqual([object.amount_total, object.status], [1, "open"]);
    await assert.rejects(provider.control("webhooks/forge", { id, how: "politely" }), { status: 400 });
});

test("forgeries: a Toss event of a payment nobody made, and one that lies", async () => {
    await provider.control("webhooks", { mode: "hold" });
    const payload = { eventType: "PAYMENT_STATUS_CHANGED", data: { paymentKey: "none", orderId: "attempt-1", status: "DONE" } };
    await provider.control("webhooks/forge", { provider: "toss", payload });
    assert.deepEqual([shop.seen[0].path, JSON.parse(shop.seen[0].body).data.status], ["/payments/webhooks/toss", "DONE"]);
    const wish = await provider.control("toss/authenticate", { orderId: "attempt-1", amount: 55_000, method: "가상계좌" });
    await provider.toss("POST", "/v1/payments/confirm", wish);
    const { deliveries } = await provider.control("webhooks");
    await provider.control("webhooks/forge", { id: deliveries[0].id, status: "DONE", amount: 1 });
    const { data } = JSON.parse(shop.seen[1].body);
    assert.deepEqual([data.status, data.totalAmount], ["DONE", 1]);
});

test("nobody listens: the attempt is a zero, and the stand-in goes on", async () => {
    await provider.control("webhooks", { url: "http://127.0.0.1:1", mode: "hold" });
    await pay();
    const { answers } = await provider.control("webhooks/release", {});
    assert.deepEqual(answers.map((answer) => answer.status), [0, 0, 0]);
    assert.equal((await provider.control("books")).payments[0].captured, 55_000);
});

test("every kind of event that a shop may meet, each once it has happened", async () => {
    await provider.control("webhooks", { mode: "hold" });
    const first = await pay();
    await provider.control("stripe/refund", { session: first, amount: 100 });
    const refund = (await stripe.refunds.list()).data[0].id;
    await provider.control("stripe/refund-status", { refund, status: "failed" });
    const { id: dispute } = await provider.control("stripe/dispute", { session: first });
    await provider.control("stripe/dispute-close", { dispute, won: false });
    for (const [action, succeeded] of [["decline"], ["expire"], ["pay-later", true], ["pay-later", false]]) {
        const { id: session } = await stripe.checkout.sessions.create(ORDER);
        await provider.control(`stripe/${action}`, { session });
        if (succeeded !== undefined) {
            await provider.control("stripe/settle", { session, succeeded });
        }
    }
    const types = new Set((await stripe.events.list({ limit: 100 })).data.map(({ type }) => type));
    assert.deepEqual([...types].sort(), [
        "charge.dispute.closed", "charge.dispute.created", "charge.failed", "charge.refunded", "charge.succeeded",
        "checkout.session.async_payment_failed", "checkout.session.async_payment_succeeded",
        "checkout.session.completed", "checkout.session.expired", "payment_intent.payment_failed",
        "payment_intent.succeeded", "refund.created", "refund.failed", "refund.updated",
    ]);
});

test("a clock that was moved on does not make a signature false", async () => {
    await provider.control("clock", { advanceMs: 3_600_000 });
    await pay();
    await provider.control("webhooks/flush", {});
    assert.equal(eventOf(shop.seen[0]).type, "charge.succeeded");
    await assert.rejects(provider.control("webhooks", { url: "nowhere" }), { status: 400 });
});
