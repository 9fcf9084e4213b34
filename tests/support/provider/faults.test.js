// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault does what it says, and the books say what it did to the money.
"use strict";

const assert = require("node:assert/strict");
const { after, before, beforeEach, test } = require("node:test");

const { startProvider, call } = require("./testbench.js");

let provider;
before(async () => { provider = await startProvider(); });
after(async () => provider?.stop());
beforeEach(async () => provider.control("reset", {}));

/** How long a call is delayed, or held before its connection breaks. */
const DELAY_MS = 50;
const ARRIVAL_MS = 10_000;
/** Kind, what the caller sees, and whether the money moved. */
const TABLE = [
    ["delay", "answer", true],
    ["hang", "nothing", false],
    ["stall", "nothing", true],
    ["timeout-before", "nothing", false],
    ["timeout-after", "nothing", true],
    ["reset-before", "nothing", false],
    ["reset-after", "nothing", true],
    ["cut-after", "nothing", true],
    ["500-before", 500, false],
    ["500-after", 500, true],
    ["malformed", "no JSON", true],
    ["wrong-amount", "another amount", true],
    ["wrong-currency", "another currency", true],
    ["429", 429, false],
];

/** What the caller sees of `asking`, "nothing" when the connection breaks before a whole answer. */
async function seen(asking, amountName) {
    let answer;
    try {
        answer = await asking();
    } catch {
        return "nothing";
    }
    if (answer.status !== 200) {
        return answer.status;
    }
    if (answer.json === null) {
        return "no JSON";
    }
    if (String(answer.json.currency).toUpperCase() !== "KRW") {
        return "another currency";
    }
    return answer.json[amountName] === 55_000 ? "answer" : "another amount";
}

async function authenticated(orderId = "attempt-1") {
    const { paymentKey, amount } = await provider.control("toss/authenticate", { orderId, amount: 55_000 });
    return { paymentKey, orderId, amount };
}

const ask = (method, where, body, headers) => call(`${provider.url}${where}`, {
    method, body, headers,
});
const FORM = "mode=payment&success_url=http://shop.test/&line_items[0][quantity]=1&line_items[0][price_data][currency]=krw"
    + "&line_items[0][price_data][unit_amount]=55000&line_items[0][price_data][product_data][name]=rose";
const STRIPE = { Authorization: "Bearer sk_test_petalpost", "Stripe-Version": "2025-09-30.clover" };
const TOSS = { Authorization: `Basic ${btoa("test_gsk_petalpost:")}`, "Content-Type": "application/json" };
const postForm = (where, body, headers = {}) =>
    ask("POST", where, body, { ...STRIPE, "Content-Type": "application/x-www-form-urlencoded", ...headers });
const postToss = (where, body, headers = {}) => ask("POST", where, JSON.stringify(body), { ...TOSS, ...headers });

for (const [fault, outcome, moved] of TABLE) {
    test(`toss confirm, ${fault}: the caller sees ${outcome}, the money ${moved ? "moved" : "stayed"}`, async () => {
        const wish = await authenticated();
        await provider.control("faults", { face: "toss", operation: "confirm", fault, delayMs: DELAY_MS });
        assert.equal(await seen(() => postToss("/v1/payments/confirm", wish), "totalAmount"), outcome);
        assert.equal((await provider.payment(wish.paymentKey)).captured, moved ? 55_000 : 0);
        const read = await provider.toss("GET", `/v1/payments/${wish.paymentKey}`);
        assert.deepEqual([read.json.status, read.json.totalAmount], [moved ? "DONE" : "IN_PROGRESS", 55_000]);
    });

    test(`stripe create, ${fault}: the caller sees ${outcome}, the session is ${moved ? "" : "not "}made`, async () => {
        await provider.control("faults", { face: "stripe", operation: "create", fault, delayMs: DELAY_MS });
        assert.equal(await seen(() => postForm("/v1/checkout/sessions", FORM), "amount_total"), outcome);
        assert.equal((await provider.control("books")).payments.length, moved ? 1 : 0);
    });
}

test("a lost answer is given again for the same key, by either face", async () => {
    const wish = await authenticated();
    await provider.control("faults", [{ operation: "confirm", fault: "reset-after" }, { operation: "create", fault: "timeout-after", delayMs: DELAY_MS }]);
    const key = { "Idempotency-Key": "key-1" };
    await assert.rejects(postToss("/v1/payments/confirm", wish, key));
    assert.equal((await postToss("/v1/payments/confirm", wish, key)).json.status, "DONE");
    await assert.rejects(postForm("/v1/checkout/sessions", FORM, key));
    const again = await postForm("/v1/checkout/sessions", FORM, key);
    assert.deepEqual([again.status, again.headers.get("idempotent-replayed")], [200, "true"]);
    assert.equal((await provider.control("books")).payments.length, 2);
});

test("troubles of Toss are not kept by a key: what was done is answered, what was not is done", async () => {
    const wish = await authenticated();
    await provider.control("faults", [{ operation: "confirm", fault: "500-before" }, { operation: "confirm", fault: "500-after" }]);
    const key = { "Idempotency-Key": "key-1" };
    assert.equal((await postToss("/v1/payments/confirm", wish, key)).status, 500);
    assert.equal((await provider.payment(wish.paymentKey)).captured, 0);
    assert.equal((await postToss("/v1/payments/confirm", wish, key)).status, 500);
    assert.equal((await postToss("/v1/payments/confirm", wish, key)).json.status, "DONE");
    assert.equal((await provider.payment(wish.paymentKey)).captured, 55_000);
});

test("a published error on demand moves nothing: Toss's PROVIDER_ERROR is a 400", async () => {
    const wish = await authenticated();
    await provider.control("faults", { face: "toss", operation: "confirm", fault: "error", code: "PROVIDER_ERROR" });
    const { status, json } = await postToss("/v1/payments/confirm", wish);
    assert.deepEqual([status, json.code], [400, "PROVIDER_ERROR"]);
    assert.equal((await postToss("/v1/payments/confirm", wish)).status, 200);
    await provider.control("faults", { face: "stripe", fault: "error" });
    assert.equal((await postForm("/v1/checkout/sessions", FORM)).json.error.type, "card_error");
});

test("a refund whose answer is lost is in the books once, whatever is tried again with its key", async () => {
    const wish = await authenticated();
    await postToss("/v1/payments/confirm", wish);
    await provider.control("faults", { operation: "refund", fault: "reset-after" });
    const where = `/v1/payments/${wish.paymentKey}/cancel`;
    const body = { cancelReason: "x", cancelAmount: 5000 };
    const key = { "Idempotency-Key": "key-9" };
    await assert.rejects(postToss(where, body, key));
    assert.equal((await postToss(where, body, key)).json.balanceAmount, 50_000);
    assert.equal((await provider.payment(wish.paymentKey)).refunded, 5000);
});

test("how often, after how many, and for which order", async () => {
    await provider.control("faults", [{ operation: "lookup", fault: "429", times: -1, match: "attempt-7", skip: 1, retryAfterS: 3 }]);
    const look = (orderId) => provider.toss("GET", `/v1/payments/orders/${orderId}`);
    const answers = [];
    for (const orderId of ["attempt-6", "attempt-7", "attempt-7", "attempt-6", "attempt-7"]) {
        answers.push(await look(orderId));
    }
    assert.deepEqual(answers.map(({ status }) => status), [404, 404, 429, 404, 429]);
    assert.equal(answers[2].headers.get("retry-after"), "3");
    assert.equal((await provider.control("faults")).fired, 2);
    await provider.control("faults", undefined, "DELETE");
    assert.equal((await look("attempt-7")).status, 404);
    await assert.rejects(provider.control("faults", { fault: "earthquake" }), { status: 400 });
    await assert.rejects(provider.control("faults", { fault: "429", operation: "dance" }), { status: 400 });
});

test("random faults are the same for the same seed, and end when told to", async () => {
    const draw = async (seed) => {
        await provider.control("reset", {});
        await provider.control("faults", { random: { seed, probability: 0.5, faults: ["429", "500-before"] } });
        const statuses = [];
        for (let count = 0; count < 30; ++count) {
            statuses.push((await provider.toss("GET", "/v1/payments/orders/attempt-1")).status);
        }
        return statuses;
    };
    const first = await draw(7);
    assert.deepEqual([...new Set(first)].sort(), [404, 429, 500]);
    assert.deepEqual(await draw(7), first);
    assert.notDeepEqual(await draw(8), first);
    await provider.control("faults", { random: { probability: 0 } });
    assert.equal((await provider.toss("GET", "/v1/payments/orders/attempt-1")).status, 404);
});

test("who asks again with the same key until there is an answer moves each sum once, whatever goes wrong", async () => {
    const kinds = TABLE.map(([kind]) => kind).filter((kind) => !/^(hang|stall|wrong|delay)/.test(kind));
    await provider.control("faults", { random: { seed: 42, probability: 0.4, faults: kinds, delayMs: 5 } });
    const insist = async (where, body, key) => {
        for (let tries = 0; tries < 20; ++tries) {
            const { status, json } = await postToss(where, body, { "Idempotency-Key": key }).catch(() => ({ status: 0 }));
            if (status === 200 && json !== null) {
                return json;
            }
        }
        throw new Error(`no answer from ${where}`);
    };
    const sums = { captured: 0, refunded: 0 };
    for (let count = 0; count < 40; ++count) {
        const { paymentKey, orderId, amount } = await authenticated(`attempt-${count}`);
        assert.equal((await insist("/v1/payments/confirm", { paymentKey, orderId, amount }, `confirm-${count}`)).status, "DONE");
        const back = { cancelReason: "x", cancelAmount: 100 + count };
        await insist(`/v1/payments/${paymentKey}/cancel`, back, `cancel-${count}`);
        sums.captured += amount;
        sums.refunded += back.cancelAmount;
    }
    const { totals: [{ captured, refunded }] } = await provider.control("books");
    assert.deepEqual({ captured, refunded }, sums);
    assert.ok((await provider.control("faults")).fired > 20);
});

test("the log holds what was asked, with its headers and its fault", async () => {
    await provider.control("faults", { operation: "create", fault: "500-before" });
    await postForm("/v1/checkout/sessions", FORM, { "Idempotency-Key": "key-5" });
    await provider.toss("GET", "/v1/payments/orders/attempt-1");
    const { requests } = await provider.control("requests?path=/v1/checkout");
    assert.equal(requests.length, 1);
    assert.deepEqual([requests[0].method, requests[0].body, requests[0].fault, requests[0].status], ["POST", FORM, "500-before", 500]);
    assert.equal(requests[0].headers["idempotency-key"], "key-5");
    assert.equal((await provider.control("requests?after=1")).requests.length, 1);
});

test("it ends when its standard input closes, and on SIGTERM", async () => {
    const first = await startProvider();
    assert.equal(await first.stop(), 0);
    const second = await startProvider();
    await second.control("faults", { fault: "hang" });
    const hanging = second.toss("GET", "/v1/payments/orders/attempt-1").catch(() => "gone");
    const endMs = Date.now() + ARRIVAL_MS;
    while ((await second.control("requests")).asked === 0) {
        assert.ok(Date.now() < endMs, "the call did not arrive");
    }
    second.child.kill("SIGTERM");
    assert.equal(await second.ended, 0);
    assert.equal(await hanging, "gone");
});
