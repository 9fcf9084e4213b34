// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in's Toss Payments face, by the documented requests: nobody else's fake of it exists.
"use strict";

const assert = require("node:assert/strict");
const { after, before, beforeEach, test } = require("node:test");

const { startProvider, startShop, call } = require("./testbench.js");

let provider;
before(async () => { provider = await startProvider(); });
after(async () => provider?.stop());
beforeEach(async () => provider.control("reset", {}));

const ACCOUNT = { bank: "20", accountNumber: "1234567890", holderName: "김토스" };

async function authenticated(more = {}) {
    const { paymentKey, orderId, amount } = await provider.control("toss/authenticate", {
        orderId: "attempt-1", orderName: "장미 외 1건", amount: 55_000, ...more,
    });
    return { paymentKey, orderId, amount };
}
const confirm = (wish, headers) => provider.toss("POST", "/v1/payments/confirm", wish, headers);
const cancel = (key, wish, headers) => provider.toss("POST", `/v1/payments/${key}/cancel`, wish, headers);
const codeOf = ({ status, json }) => [status, json.code];

async function paid(more) {
    const wish = await authenticated(more);
    const { status, json } = await confirm(wish);
    assert.equal(status, 200, JSON.stringify(json));
    return json;
}

test("a card payment is confirmed, and reads the same by its key and by its order", async () => {
    const payment = await paid();
    const { paymentKey } = payment;
    assert.equal(payment.status, "DONE");
    assert.equal(payment.method, "카드");
    assert.equal(payment.version, "2022-11-16");
    assert.deepEqual([payment.totalAmount, payment.balanceAmount, payment.suppliedAmount, payment.vat], [55_000, 55_000, 50_000, 5000]);
    assert.match(payment.approvedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/);
    assert.equal(payment.secret, null);
    assert.equal(payment.cancels, null);
    assert.deepEqual((await provider.toss("GET", `/v1/payments/${paymentKey}`)).json, payment);
    assert.deepEqual((await provider.toss("GET", "/v1/payments/orders/attempt-1")).json, payment);
    const entry = await provider.payment(paymentKey);
    assert.deepEqual([entry.captured, entry.state, entry.orderRef], [55_000, "captured", "attempt-1"]);
});

test("confirming: twice, another amount, another order, too late, never authenticated", async () => {
    const wish = await authenticated();
    assert.deepEqual(codeOf(await confirm({ ...wish, amount: 54_000 })), [403, "FORBIDDEN_REQUEST"]);
    assert.deepEqual(codeOf(await confirm({ ...wish, orderId: "attempt-2" })), [403, "FORBIDDEN_REQUEST"]);
    assert.deepEqual(codeOf(await confirm({ ...wish, amount: "55000" })), [400, "INVALID_REQUEST"]);
    assert.equal((await confirm(wish)).status, 200);
    assert.deepEqual(codeOf(await confirm(wish)), [400, "ALREADY_PROCESSED_PAYMENT"]);
    assert.deepEqual(codeOf(await confirm({ ...wish, paymentKey: "nothing" })), [404, "NOT_FOUND_PAYMENT"]);

    const late = await authenticated({ orderId: "attempt-3" });
    await provider.control("clock", { advanceMs: 10 * 60_000 + 1000 });
    assert.deepEqual(codeOf(await confirm(late)), [404, "NOT_FOUND_PAYMENT_SESSION"]);
    assert.equal((await provider.toss("GET", `/v1/payments/${late.paymentKey}`)).json.status, "EXPIRED");
    assert.equal((await provider.payment(late.paymentKey)).captured, 0);

    const again = await authenticated();
    assert.deepEqual(codeOf(await confirm(again)), [400, "DUPLICATED_ORDER_ID"]);
    await provider.control("settings", { tossRepeatedOrders: true });
    assert.equal((await confirm(again)).status, 200);
});

test("a card company's refusal leaves the payment aborted with the reason", async () => {
    const wish = await authenticated({ outcome: "REJECT_CARD_COMPANY" });
    assert.deepEqual(codeOf(await confirm(wish)), [403, "REJECT_CARD_COMPANY"]);
    const { json } = await provider.toss("GET", `/v1/payments/${wish.paymentKey}`);
    assert.deepEqual([json.status, json.failure.code, json.approvedAt], ["ABORTED", "REJECT_CARD_COMPANY", null]);
    await assert.rejects(authenticated({ amount: 99 }), /BELOW_MINIMUM_AMOUNT/);
});

test("cancelling in parts, never more than the balance, with the tax-free part echoed", async () => {
    const { paymentKey } = await paid({ taxFreeAmount: 22_000 });
    const part = (await cancel(paymentKey, { cancelReason: "시든 꽃", cancelAmount: 15_000, taxFreeAmount: 10_000 })).json;
    assert.deepEqual([part.status, part.balanceAmount, part.taxFreeAmount], ["PARTIAL_CANCELED", 40_000, 12_000]);
    assert.deepEqual([part.cancels[0].cancelAmount, part.cancels[0].taxFreeAmount, part.cancels[0].refundableAmount], [15_000, 10_000, 40_000]);
    assert.equal(part.cancels[0].transactionKey, part.lastTransactionKey);
    assert.deepEqual(codeOf(await cancel(paymentKey, { cancelReason: "x", cancelAmount: 40_001 })), [403, "NOT_CANCELABLE_AMOUNT"]);
    assert.deepEqual(codeOf(await cancel(paymentKey, { cancelAmount: 1 })), [400, "INVALID_REQUEST"]);
    assert.deepEqual(codeOf(await cancel(paymentKey, { cancelReason: "x", taxFreeAmount: "1" })), [400, "INVALID_REQUEST"]);
    const rest = (await cancel(paymentKey, { cancelReason: "나머지" })).json;
    assert.deepEqual([rest.status, rest.balanceAmount, rest.cancels.length], ["CANCELED", 0, 2]);
    assert.deepEqual(codeOf(await cancel(paymentKey, { cancelReason: "x" })), [400, "ALREADY_CANCELED_PAYMENT"]);
    assert.deepEqual(codeOf(await cancel("nothing", { cancelReason: "x" })), [404, "NOT_FOUND_PAYMENT"]);
    const fresh = await authenticated({ orderId: "attempt-2" });
    assert.deepEqual(codeOf(await cancel(fresh.paymentKey, { cancelReason: "x" })), [403, "NOT_CANCELABLE_PAYMENT"]);
    const entry = await provider.payment(paymentKey);
    assert.deepEqual([entry.refunded, entry.feeMinor, entry.state], [55_000, 0, "refunded"]);
});

test("a virtual account waits, is paid, can lose its deposit, and is refunded to an account", async () => {
    const waiting = await paid({ method: "가상계좌" });
    const { paymentKey } = waiting;
    assert.deepEqual([waiting.status, waiting.approvedAt], ["WAITING_FOR_DEPOSIT", null]);
    assert.match(waiting.virtualAccount.dueDate, /\+09:00$/);
    assert.match(waiting.secret, /^ps_/);
    assert.equal((await provider.payment(paymentKey)).state, "waiting");

    await provider.control("toss/deposit", { paymentKey });
    await provider.control("toss/undo-deposit", { paymentKey });
    let entry = await provider.payment(paymentKey);
    assert.deepEqual([entry.captured, entry.feeMinor, entry.state], [0, 0, "waiting"]);
    await provider.control("toss/deposit", { paymentKey });
    assert.equal((await provider.toss("GET", `/v1/payments/${paymentKey}`)).json.status, "DONE");

    assert.deepEqual(codeOf(await cancel(paymentKey, { cancelReason: "x" })), [400, "INVALID_REFUND_ACCOUNT_INFO"]);
    const back = (await cancel(paymentKey, { cancelReason: "x", cancelAmount: 5000, refundReceiveAccount: ACCOUNT })).json;
    assert.deepEqual([back.status, back.virtualAccount.refundStatus], ["PARTIAL_CANCELED", "COMPLETED"]);
    entry = await provider.payment(paymentKey);
    assert.deepEqual([entry.captured, entry.refunded], [55_000, 5000]);

    const unpaid = await paid({ method: "가상계좌", orderId: "attempt-2", dueHours: 1 });
    await provider.control("clock", { advanceMs: 2 * 3_600_000 });
    assert.equal((await provider.toss("GET", `/v1/payments/${unpaid.paymentKey}`)).json.virtualAccount.expired, true);
    await assert.rejects(provider.control("toss/deposit", { paymentKey: unpaid.paymentKey }), { status: 409 });
    await provider.control("toss/deposit", { paymentKey: unpaid.paymentKey, late: true });
    assert.equal((await provider.payment(unpaid.paymentKey)).captured, 55_000);
});

test("a key answers again whatever the body says, and for one address only", async () => {
    const headers = { "Idempotency-Key": "key-1" };
    const first = await authenticated();
    const second = await authenticated({ orderId: "attempt-2" });
    const done = await confirm(first, headers);
    assert.deepEqual((await confirm(second, headers)).json, done.json);
    assert.equal((await provider.payment(second.paymentKey)).captured, 0);
    const back = await cancel(first.paymentKey, { cancelReason: "x", cancelAmount: 1000 }, headers);
    const again = await cancel(first.paymentKey, { cancelReason: "x", cancelAmount: 9000 }, headers);
    assert.deepEqual(again.json, back.json);
    assert.equal((await provider.payment(first.paymentKey)).refunded, 1000);
    const long = await confirm(second, { "Idempotency-Key": "k".repeat(301) });
    assert.deepEqual(codeOf(long), [400, "INVALID_IDEMPOTENCY_KEY"]);
    await provider.control("clock", { advanceMs: 16 * 86_400_000 });
    assert.deepEqual(codeOf(await confirm(first, headers)), [400, "ALREADY_PROCESSED_PAYMENT"]);
});

test("the door: no key, another key, a key without its colon, an unknown path", async () => {
    const where = "/v1/payments/orders/attempt-1";
    const as = (Authorization) => provider.toss("GET", where, undefined, { Authorization });
    assert.deepEqual(codeOf(await as("")), [401, "UNAUTHORIZED_KEY"]);
    assert.deepEqual(codeOf(await as(`Basic ${btoa("test_gsk_other:")}`)), [401, "UNAUTHORIZED_KEY"]);
    assert.deepEqual(codeOf(await as(`Basic ${btoa("test_gsk_petalpost")}`)), [403, "INCORRECT_BASIC_AUTH_FORMAT"]);
    assert.deepEqual(codeOf(await provider.toss("GET", where)), [404, "NOT_FOUND_PAYMENT"]);
    assert.deepEqual(codeOf(await provider.toss("GET", "/v1/payments")), [404, "NOT_FOUND"]);
    assert.deepEqual(codeOf(await provider.toss("GET", "/v1/payments/%ff")), [400, "INVALID_REQUEST"]);
    assert.deepEqual(codeOf(await provider.toss("POST", "/v1/payments/confirm", { amount: 1 })), [400, "INVALID_REQUEST"]);
});

test("transactions: pages, Seoul's days, and the same sum as the books", async () => {
    for (let count = 1; count <= 5; ++count) {
        const { paymentKey } = await paid({ orderId: `attempt-${count}`, amount: 10_000 * count });
        await cancel(paymentKey, { cancelReason: "x", cancelAmount: 1000 * count });
    }
    await paid({ orderId: "attempt-6", method: "가상계좌" });
    const seoul = (ms) => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19);
    const range = `startDate=${seoul(Date.now() - 60_000)}&endDate=${seoul(Date.now() + 60_000)}`;
    const all = [];
    for (let after = ""; ;) {
        const { status, json } = await provider.toss("GET", `/v1/transactions?${range}&limit=4${after}`);
        assert.equal(status, 200);
        all.push(...json);
        if (json.length < 4) {
            break;
        }
        after = `&startingAfter=${json.at(-1).transactionKey}`;
    }
    assert.equal(all.length, 11);
    const { totals } = await provider.control("books");
    assert.equal(all.reduce((sum, { amount }) => sum + amount, 0), totals[0].captured - totals[0].refunded);
    await provider.control("settings", { tossPositiveCancels: true });
    const positive = (await provider.toss("GET", `/v1/transactions?${range}`)).json;
    assert.deepEqual(positive.map(({ amount }) => amount), all.map(({ amount }) => Math.abs(amount)));
    assert.equal((await provider.toss("GET", "/v1/transactions?startDate=2020-01-01&endDate=2020-01-02")).json.length, 0);
    assert.deepEqual(codeOf(await provider.toss("GET", "/v1/transactions?startDate=x&endDate=y")), [400, "INVALID_REQUEST"]);
    assert.deepEqual(codeOf(await provider.toss("GET", `/v1/transactions?${range}&startingAfter=x`)), [400, "INVALID_TRANSACTION_KEY"]);
    const day = seoul(Date.now()).slice(0, 10);
    const settled = (await provider.toss("GET", `/v1/settlements?startDate=${day}&endDate=${day}`)).json;
    assert.equal(settled.reduce((sum, { fee }) => sum + fee, 0), totals[0].feeMinor);
    assert.equal(settled.filter(({ cancel }) => cancel).length, 5);
    assert.ok(settled.every(({ fee, fees }) => fees[0].fee === fee));
    assert.ok(settled.every(({ amount, fee, supplyAmount, vat, payOutAmount }) => fee === supplyAmount + vat && payOutAmount === amount - fee));
});

test("webhooks: unsigned, with the account's secret in the deposit's own", async () => {
    const shop = await startShop();
    try {
        await provider.control("webhooks", { url: shop.url });
        const { paymentKey, secret } = await paid({ method: "가상계좌" });
        await provider.control("toss/deposit", { paymentKey });
        await provider.control("webhooks/flush", {});
        const bodies = shop.seen.map(({ body }) => JSON.parse(body));
        const deposit = bodies.find((body) => body.eventType === undefined);
        assert.deepEqual([deposit.secret, deposit.status, deposit.orderId], [secret, "DONE", "attempt-1"]);
        const states = bodies.filter((body) => body.eventType === "PAYMENT_STATUS_CHANGED").map(({ data }) => data.status);
        assert.deepEqual(states.sort(), ["DONE", "WAITING_FOR_DEPOSIT"]);
        assert.ok(shop.seen.every(({ path, headers }) => path === "/payments/webhooks/toss" && !headers["stripe-signature"]));
    } finally {
        shop.stop();
    }
});

test("the customer's way: the script, the page, and back to the shop", async () => {
    assert.match((await call(`${provider.url}/v2/standard`)).text, /window\.TossPayments/);
    const query = new URLSearchParams({
        orderId: "attempt-1", orderName: "장미", amount: "55000", method: "카드",
        successUrl: "http://shop.test/paid?attempt=1", failUrl: "http://shop.test/failed",
    });
    const page = `${provider.url}/pay/toss?${query}`;
    const press = async (action) => new URL((await call(page, { method: "POST", body: new URLSearchParams({ action }) })).headers.get("location"));
    assert.match((await call(page)).text, /id="approve"/);
    const failed = await press("decline");
    assert.deepEqual([failed.pathname, failed.searchParams.get("code"), failed.searchParams.get("orderId")],
        ["/failed", "REJECT_CARD_COMPANY", "attempt-1"]);
    const back = await press("approve");
    assert.deepEqual([...back.searchParams.keys()], ["attempt", "paymentType", "paymentKey", "orderId", "amount"]);
    const wish = { paymentKey: back.searchParams.get("paymentKey"), orderId: "attempt-1", amount: Number(back.searchParams.get("amount")) };
    assert.equal((await confirm(wish)).json.orderName, "장미");
});
