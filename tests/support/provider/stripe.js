// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { decodeForm } = require("./forms.js");
const { Idempotency } = require("./idempotency.js");
const { makeId } = require("./ids.js");
const { StripeRefusal } = require("./striperefusal.js");
const { readSession, readRefund } = require("./stripeparams.js");

const KEY_LIFETIME_MS = 24 * 3600 * 1000;
const MAX_KEY_LENGTH = 255;
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const LISTS = {
    "/v1/charges": ["charges", "charge", ["payment_intent"]],
    "/v1/refunds": ["refunds", "refund", ["charge", "payment_intent"]],
    "/v1/payment_intents": ["intents", "intent", []],
    "/v1/checkout/sessions": ["sessions", "session", ["payment_intent", "status"]],
    "/v1/balance_transactions": ["transactions", "transaction", ["type", "currency", "source"]],
    "/v1/disputes": ["disputes", "dispute", ["charge", "payment_intent"]],
    "/v1/events": ["events", null, ["type"]],
};

/** The part of Stripe's API that takes and gives back money, under /v1. */
class StripeFace {
    constructor({ clock, store, views, events, settings }) {
        Object.assign(this, { clock, store, views, events, settings, name: "stripe" });
        this.keys = new Idempotency(clock, KEY_LIFETIME_MS);
    }

    static owns(path) {
        return /^\/v1\/(checkout|refunds|payment_intents|charges|balance|balance_transactions|disputes|events)(\/|$)/.test(path);
    }

    /** What the call wants: {reply} when it is refused at the door, else {operation, run, key…}. */
    open(asked) {
        try {
            this.checkDoor(asked);
            const route = this.route(asked);
            if (asked.method === "POST" && asked.headers["idempotency-key"] !== undefined) {
                route.slot = this.keySlot(asked);
                route.fingerprint = `${asked.method} ${asked.path} ${asked.body}`;
            }
            return route;
        } catch (error) {
            return { reply: this.refusal(error) };
        }
    }

    checkDoor(asked) {
        const [scheme, secret = ""] = (asked.headers.authorization ?? "").split(" ");
        const key = scheme === "Basic" ? Buffer.from(secret, "base64").toString().split(":")[0] : secret;
        if (key !== this.settings.stripeKey) {
            throw new StripeRefusal(key ? "the API key is not known" : "an API key is needed", { status: 401 });
        }
        const version = asked.headers["stripe-version"];
        if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version ?? "")) {
            throw new StripeRefusal("this stand-in wants the Stripe-Version that the caller was written for");
        }
        this.settings.stripeVersion = version;
    }

    keySlot(asked) {
        const key = asked.headers["idempotency-key"];
        if (key.length === 0 || key.length > MAX_KEY_LENGTH) {
            throw new StripeRefusal(`an idempotency key has 1 to ${MAX_KEY_LENGTH} characters`);
        }
        return key;
    }

    route(asked) {
        const get = asked.method === "GET";
        const params = this.paramsOf(asked);
        const [, , first, ...rest] = asked.path.split("/");
        if (asked.method === "POST" && asked.path === "/v1/checkout/sessions") {
            return { operation: "create", run: () => this.createSession(params) };
        }
        if (asked.method === "POST" && asked.path === "/v1/refunds") {
            return { operation: "refund", run: () => this.createRefund(params) };
        }
        if (asked.method === "POST" && first === "checkout" && rest[2] === "expire") {
            return { operation: "expire", run: () => this.expire(rest[1], params) };
        }
        if (get && asked.path === "/v1/balance") {
            return { operation: "lookup", run: () => this.ok(this.views.balance(), params) };
        }
        if (get && LISTS[asked.path]) {
            return { operation: "list", run: () => this.list(asked.path, params) };
        }
        const collection = first === "checkout" ? "/v1/checkout/sessions" : `/v1/${first}`;
        if (get && LISTS[collection] && asked.path.startsWith(`${collection}/`)) {
            const id = asked.path.slice(collection.length + 1);
            if (id !== "" && !id.includes("/")) {
                return { operation: "lookup", run: () => this.retrieve(collection, id, params) };
            }
        }
        throw new StripeRefusal(`unrecognised request ${asked.method} ${asked.path}`, { status: 404 });
    }

    paramsOf(asked) {
        const form = asked.headers["content-type"] ?? "";
        if (asked.method === "POST" && asked.body !== "" && !form.startsWith("application/x-www-form-urlencoded")) {
            throw new StripeRefusal("the body must be application/x-www-form-urlencoded");
        }
        try {
            return decodeForm(asked.method === "POST" ? asked.body : asked.query);
        } catch (error) {
            throw new StripeRefusal(error.message, { code: "parameter_invalid" });
        }
    }

    /** Runs a route; a refusal becomes Stripe's error object. */
    perform(route) {
        try {
            return route.run();
        } catch (error) {
            return this.refusal(error);
        }
    }

    ok(view, { expand = [] } = {}) {
        if (!Array.isArray(expand) || !this.views.expand(view, expand)) {
            throw new StripeRefusal("this property cannot be expanded", { code: "property_not_expandable", param: "expand" });
        }
        return { status: 200, json: view };
    }

    createSession(params) {
        const session = this.store.createSession(readSession(params, this.clock.nowSeconds()));
        return this.ok(this.views.session(session), params);
    }

    createRefund(params) {
        return this.ok(this.views.refund(this.store.refund(readRefund(params), "api")), params);
    }

    expire(id, params) {
        const session = this.store.session(id) ?? this.missing(id);
        this.store.expire(session);
        return this.ok(this.views.session(session), params);
    }

    retrieve(collection, id, params) {
        if (collection === "/v1/events") {
            return { status: 200, json: this.events.get(id) ?? this.missing(id) };
        }
        this.store.session(id);
        const [kind, view] = LISTS[collection];
        const object = this.store[kind].get(id) ?? this.missing(id);
        return this.ok(this.views[view](object), params);
    }

    missing(id) {
        throw new StripeRefusal(`no such object: ${id}`, { status: 404, code: "resource_missing", param: "id" });
    }

    list(path, params) {
        const [kind, view, filters] = LISTS[path];
        const all = kind === "events" ? this.events : this.store[kind];
        const limit = Number(params.limit ?? DEFAULT_LIMIT);
        if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
            throw new StripeRefusal(`limit is from 1 to ${MAX_LIMIT}`, { code: "parameter_invalid_integer", param: "limit" });
        }
        const created = typeof params.created === "object" ? params.created : { gte: params.created, lte: params.created };
        let found = [...all.values()].reverse().filter((object) =>
            filters.every((name) => params[name] === undefined || String(object[name]) === params[name])
            && inRange(object.created, created));
        const cursor = params.starting_after ?? params.ending_before;
        if (cursor !== undefined) {
            const at = found.findIndex((object) => object.id === cursor);
            if (at < 0) {
                this.missing(cursor);
            }
            found = params.starting_after ? found.slice(at + 1) : found.slice(Math.max(0, at - limit), at);
        }
        const data = found.slice(0, limit).map((object) => (view ? this.views[view](object) : object));
        return this.ok({ object: "list", data, has_more: found.length > limit, url: path }, params);
    }

    /** Which first answers a key keeps: not those to a request that was wrong in itself. */
    keeps(reply) {
        return reply.status < 400 || reply.status >= 500;
    }

    keyReply(kind) {
        if (kind === "busy") {
            return this.refusal(new StripeRefusal("another request with this key is under way", {
                status: 409,
                code: "idempotency_key_in_use",
            }));
        }
        return this.refusal(new StripeRefusal("this key was used with other parameters", { type: "idempotency_error" }));
    }

    refusal(error) {
        if (!(error instanceof StripeRefusal)) {
            throw error;
        }
        const { status, type, code, param, message } = error;
        return { status, json: { error: { type, code, param, message } } };
    }

    /** The answers of a provider in trouble. */
    trouble(status) {
        return status === 429
            ? this.refusal(new StripeRefusal("too many requests", { status, code: "rate_limit" }))
            : this.refusal(new StripeRefusal("an unknown error occurred", { status, type: "api_error" }));
    }

    custom({ status = 402, code = "card_declined", type = "card_error", message = "as the test asked" }) {
        return this.refusal(new StripeRefusal(message, { status, code, type }));
    }

    decorate(reply, asked) {
        const headers = { "Request-Id": makeId("req_", 14), "Stripe-Version": asked.headers["stripe-version"] ?? "none" };
        if (asked.headers["idempotency-key"]) {
            headers["Idempotency-Key"] = encodeURIComponent(asked.headers["idempotency-key"]);
        }
        return { ...reply, headers: { ...headers, ...reply.headers } };
    }
}

function inRange(value, { gt, gte, lt, lte }) {
    return (gt === undefined || value > Number(gt)) && (gte === undefined || value >= Number(gte))
        && (lt === undefined || value < Number(lt)) && (lte === undefined || value <= Number(lte));
}

module.exports = { StripeFace };
