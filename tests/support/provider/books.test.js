// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bounds, and the parts that are easier to try without HTTP.
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");

const { Books, feeOf } = require("./books.js");
const { BoundedMap, pushBounded } = require("./bounded.js");
const { Clock } = require("./clock.js");
const { decodeForm } = require("./forms.js");
const { Idempotency } = require("./idempotency.js");

test("a bounded map and list forget what is oldest", () => {
    const map = new BoundedMap(2);
    const list = [];
    for (const name of ["a", "b", "c"]) {
        map.set(name, 1);
        pushBounded(list, name, 2);
    }
    assert.deepEqual([...map.keys()], ["b", "c"]);
    assert.deepEqual(list, ["b", "c"]);
});

test("forms: nested names, lists, and nonsense", () => {
    assert.deepEqual(decodeForm("a[b][0][c]=1&a[b][1][c]=2&d=%EA%BD%83&e[]=x&e[]=y"),
        { a: { b: [{ c: "1" }, { c: "2" }] }, d: "꽃", e: ["x", "y"] });
    assert.deepEqual(decodeForm(""), {});
    assert.deepEqual(decodeForm("line[2]=x"), { line: { 2: "x" } });
    for (const text of ["a[b=1", "a=1&a[b]=2", `a${"[b]".repeat(9)}=1`, "=1"]) {
        assert.throws(() => decodeForm(text), TypeError, text);
    }
    assert.equal({}.polluted, undefined);
    decodeForm("__proto__[polluted]=1");
    assert.equal({}.polluted, undefined);
});

test("fees are rounded half up, in integers", () => {
    assert.deepEqual([[100, 50, 0], [99, 50, 0], [55_000, 290, 30], [0, 290, 0]].map((of) => feeOf(...of)), [1, 0, 1625, 0]);
});

test("keys: new, busy, replayed, differing, forgotten, abandoned", () => {
    const clock = new Clock();
    const keys = new Idempotency(clock, 1000);
    assert.equal(keys.begin("k", "f").kind, "new");
    assert.equal(keys.begin("k", "f").kind, "busy");
    keys.finish("k", { status: 200 });
    assert.deepEqual(keys.begin("k", "f"), { kind: "replay", reply: { status: 200 } });
    assert.equal(keys.begin("k", "g").kind, "differs");
    clock.advance(1001);
    assert.equal(keys.begin("k", "g").kind, "new");
    keys.abandon("k");
    assert.equal(keys.begin("k", "h").kind, "new");
});

test("books: the movements add up to what is left, whatever happened", () => {
    const books = new Books(new Clock());
    const payment = books.open({ provider: "x", reference: "r", currency: "krw", amount: 1000 });
    books.capture(payment, { id: "c", amount: 1000, fee: 30 });
    books.refund(payment, { id: "r1", amount: 300, origin: "api", state: "pending" });
    books.setRefundState(payment, "r1", "failed");
    books.setRefundState(payment, "r1", "failed");
    books.refund(payment, { id: "r2", amount: 200, origin: "api" });
    books.dispute(payment, { id: "d", amount: 800, fee: 15 });
    assert.equal(payment.state, "disputed");
    books.closeDispute(payment, "d", false);
    const sum = (name) => payment.movements.reduce((total, movement) => total + movement[name], 0);
    assert.equal(sum("amount"), payment.captured - payment.refunded - payment.disputed);
    assert.equal(sum("fee"), payment.feeMinor);
    assert.deepEqual([payment.refunded, payment.disputed, payment.state], [200, 800, "disputed"]);
    assert.equal(books.report().forgotten, 0);
});
