// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { Idempotency } = require("./idempotency.js");
const { TossRefusal } = require("./tossstore.js");
const { paymentView, transactionView, settlementView, fromSeoul } = require("./tossviews.js");

const KEY_LIFETIME_MS = 15 * 86_400_000;
const MAX_KEY_LENGTH = 300;
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 5000;
const CANCEL_NAMES = new Set(["cancelReason", "cancelAmount", "refundReceiveAccount", "taxFreeAmount", "currency", "metadata"]);

/** The part of Toss Payments' API that takes and gives back money, under /v1. */
class TossFace {
    constructor({ clock, store, settings, baseUrl }) {
        Object.assign(this, { clock, store, settings, baseUrl, name: "toss" });
        this.keys = new Idempotency(clock, KEY_LIFETIME_MS);
    }

    static owns(path) {
        return /^\/v1\/(payments|transactions|settlements)(\/|$)/.test(path);
    }

    /** What the call wants: {reply} when it is refused at the door, else {operation, run, slot…}. */
    open(asked) {
        try {
            this.checkDoor(asked);
            const route = this.route(asked);
            const key = asked.headers["idempotency-key"];
            if (asked.method === "POST" && key !== undefined) {
                if (key.length > MAX_KEY_LENGTH) {
                    throw new TossRefusal("INVALID_IDEMPOTENCY_KEY");
                }
                // The body is no part of it: the same key for another payment gets this one's answer.
                route.slot = `${key} ${asked.headers.authorization} ${asked.method} ${asked.path}`;
                route.fingerprint = "";
            }
            return route;
        } catch (error) {
            return { reply: this.refusal(error) };
        }
    }

    checkDoor(asked) {
        const [scheme, secret = ""] = (asked.headers.authorization ?? "").split(" ");
        const plain = Buffer.from(secret, "base64").toString();
        if (scheme !== "Basic" || plain === "") {
            throw new TossRefusal("UNAUTHORIZED_KEY");
        }
        if (!plain.endsWith(":")) {
            throw new TossRefusal("INCORRECT_BASIC_AUTH_FORMAT");
        }
        if (plain.slice(0, -1) !== this.settings.tossSecretKey) {
            throw new TossRefusal("UNAUTHORIZED_KEY");
        }
    }

    route(asked) {
        const get = asked.method === "GET";
        const query = new URLSearchParams(asked.query);
        const [, , first, key, verb, ...rest] = this.partsOf(asked.path);
        if (rest.length > 0) {
            throw new TossRefusal("NOT_FOUND");
        }
        if (get && first === "transactions" && key === undefined) {
            return { operation: "list", run: () => this.transactions(query) };
        }
        if (get && first === "settlements" && key === undefined) {
            return { operation: "list", run: () => this.settlements(query) };
        }
        if (get && first === "payments" && key === "orders" && verb) {
            return { operation: "lookup", run: () => this.ok(this.store.byOrder(verb)) };
        }
        if (get && first === "payments" && key && verb === undefined) {
            return { operation: "lookup", run: () => this.ok(this.store.payment(key)) };
        }
        if (!get && first === "payments") {
            const body = this.bodyOf(asked);
            if (key === "confirm" && verb === undefined) {
                return { operation: "confirm", run: () => this.ok(this.store.confirm(body)) };
            }
            if (key && verb === "cancel") {
                return { operation: "refund", run: () => this.cancel(key, body) };
            }
        }
        throw new TossRefusal("NOT_FOUND");
    }

    partsOf(path) {
        try {
            return path.split("/").map(decodeURIComponent);
        } catch {
            throw new TossRefusal("INVALID_REQUEST");
        }
    }

    bodyOf(asked) {
        if (!(asked.headers["content-type"] ?? "").startsWith("application/json")) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        try {
            const body = JSON.parse(asked.body);
            if (body !== null && typeof body === "object" && !Array.isArray(body)) {
                return body;
            }
        } catch {
            // Answered below, as any other body that is no object.
        }
        throw new TossRefusal("INVALID_REQUEST");
    }

    perform(route) {
        try {
            return route.run();
        } catch (error) {
            return this.refusal(error);
        }
    }

    ok(payment) {
        if (!payment) {
            throw new TossRefusal("NOT_FOUND_PAYMENT");
        }
        return { status: 200, json: paymentView(payment, this.baseUrl()) };
    }

    cancel(paymentKey, body) {
        const payment = this.store.payment(paymentKey);
        if (!payment) {
            throw new TossRefusal("NOT_FOUND_PAYMENT");
        }
        const wish = Object.fromEntries(Object.entries(body).filter(
            ([name, value]) => CANCEL_NAMES.has(name) && value !== null));
        return this.ok(this.store.cancel(payment, wish, "api"));
    }

    /** From and to in milliseconds. An end in whole seconds includes that second. */
    rangeOf(query) {
        const [start, end] = [query.get("startDate"), query.get("endDate")];
        const fromMs = fromSeoul(start ?? "");
        const toMs = fromSeoul(end ?? "");
        if (Number.isNaN(fromMs) || Number.isNaN(toMs) || toMs < fromMs) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        return [fromMs, end.length === 10 ? toMs + 86_399_999 : end.includes(".") ? toMs : toMs + 999];
    }

    transactions(query) {
        const [fromMs, toMs] = this.rangeOf(query);
        const limit = Number(query.get("limit") ?? DEFAULT_LIMIT);
        if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        let found = this.store.transactions.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
        const after = query.get("startingAfter");
        if (after) {
            const at = found.findIndex(({ transactionKey }) => transactionKey === after);
            if (at < 0) {
                throw new TossRefusal("INVALID_TRANSACTION_KEY");
            }
            found = found.slice(at + 1);
        }
        const page = found.slice(0, limit);
        return { status: 200, json: page.map((one) => transactionView(one, this.settings.tossPositiveCancels)) };
    }

    settlements(query) {
        const [fromMs, toMs] = this.rangeOf(query);
        const page = Number(query.get("page") ?? 1);
        const size = Number(query.get("size") ?? DEFAULT_LIMIT);
        if (!Number.isInteger(page) || page < 1 || !Number.isInteger(size) || size < 1 || size > MAX_LIMIT) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        const found = this.store.transactions.filter(
            ({ atMs, amount }) => amount !== 0 && atMs >= fromMs && atMs <= toMs);
        const chosen = found.slice((page - 1) * size, page * size);
        return { status: 200, json: chosen.map((one) => settlementView(one, this.store.payments.get(one.paymentKey))) };
    }

    /** Toss's page on the key promises the first answer again; troubles of its own are not kept here. */
    keeps(reply) {
        return reply.status < 500;
    }

    keyReply() {
        return this.refusal(new TossRefusal("IDEMPOTENT_REQUEST_PROCESSING"));
    }

    refusal(error) {
        if (!(error instanceof TossRefusal)) {
            throw error;
        }
        return { status: error.status, json: { code: error.code, message: error.message } };
    }

    trouble(status) {
        return this.refusal(status === 429
            ? new TossRefusal("TOO_MANY_REQUESTS", 429, "요청이 너무 많습니다.")
            : new TossRefusal("FAILED_INTERNAL_SYSTEM_PROCESSING", status));
    }

    custom({ code = "PROVIDER_ERROR", status, message }) {
        return this.refusal(new TossRefusal(code, status, message));
    }

    decorate(reply) {
        return reply;
    }
}

module.exports = { TossFace };
