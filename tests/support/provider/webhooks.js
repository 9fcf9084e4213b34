// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const crypto = require("node:crypto");
const http = require("node:http");

const { BoundedMap, pushBounded } = require("./bounded.js");
const { makeId } = require("./ids.js");

const MAX_DELIVERIES = 10_000;
const MAX_ATTEMPTS_KEPT = 20;
const MAX_RETRIES = 10;
const MAX_COPIES = 100;
const ANSWER_MS = 10_000;
const PATHS = { stripe: "/payments/webhooks/stripe", toss: "/payments/webhooks/toss" };

/** Stripe's header for a body: the moment, and the signature over both. */
function signStripe(body, secret, timestamp) {
    const signature = crypto.createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
    return `t=${timestamp},v1=${signature}`;
}

/** Signatures bear the machine's time, also when the stand-in's was moved on: the shop's has not been. */
function machineSeconds() {
    return Math.floor(Date.now() / 1000);
}

/** Brings events to the shop: at once, held back, in another order, more than once, or not at all. */
class Webhooks {
    constructor({ clock, settings }) {
        this.clock = clock;
        this.settings = settings;
        this.clear();
    }

    clear() {
        for (const timer of this.timers ?? []) {
            clearTimeout(timer);
        }
        this.timers = new Set();
        this.deliveries = new BoundedMap(MAX_DELIVERIES);
        this.underWay = 0;
        this.url = this.url ?? null;
        this.configure({ mode: "send", duplicate: 1, retries: 3, retryMs: 200 });
    }

    /** \`mode\` is send, hold or drop; \`duplicate\` how often each is sent. */
    configure(wish) {
        const { url = this.url, mode = this.mode, duplicate = this.duplicate, retries = this.retries, retryMs = this.retryMs } = wish;
        if (!["send", "hold", "drop"].includes(mode)) {
            throw new TypeError(`unknown mode ${mode}`);
        }
        Object.assign(this, { url: url && new URL(url).origin, mode, retryMs });
        this.duplicate = Math.min(duplicate, MAX_COPIES);
        this.retries = Math.min(retries, MAX_RETRIES);
    }

    /** An event has happened. \`body\` is what will be sent, to the letter. */
    enqueue(provider, type, body) {
        const delivery = { id: makeId("wh_", 16), provider, type, body, state: "held", attempts: [] };
        this.deliveries.set(delivery.id, delivery);
        if (this.mode === "drop") {
            delivery.state = "dropped";
        } else if (this.mode === "send" && this.url) {
            for (let copy = 0; copy < this.duplicate; ++copy) {
                this.send(delivery, this.retries);
            }
        }
        return delivery;
    }

    find(id) {
        const delivery = this.deliveries.get(id);
        if (!delivery) {
            throw new TypeError(`no delivery ${id}`);
        }
        return delivery;
    }

    held() {
        return [...this.deliveries.values()].filter((delivery) => delivery.state === "held");
    }

    /** Sends held ones, one after the other in the order given; all of them without \`ids\`. */
    async release({ ids, reverse = false, times = 1 } = {}) {
        const chosen = ids ? ids.map((id) => this.find(id)) : this.held();
        const ordered = reverse ? [...chosen].reverse() : chosen;
        const answers = [];
        for (const delivery of ordered) {
            for (let copy = 0; copy < Math.min(times, MAX_COPIES); ++copy) {
                answers.push({ id: delivery.id, type: delivery.type, status: await this.send(delivery, 0) });
            }
        }
        return answers;
    }

    drop({ ids } = {}) {
        for (const delivery of ids ? ids.map((id) => this.find(id)) : this.held()) {
            delivery.state = "dropped";
        }
    }

    /** Sends it now and again a bounded number of times until it is accepted. Resolves to the first answer. */
    async send(delivery, retriesLeft, change = {}) {
        delivery.state = "sending";
        const status = await this.post(delivery, change);
        pushBounded(delivery.attempts, { status, at: new Date(this.clock.nowMs()).toISOString() }, MAX_ATTEMPTS_KEPT);
        const accepted = status >= 200 && status < 300;
        delivery.state = accepted ? "accepted" : retriesLeft > 0 ? "waiting" : "refused";
        if (!accepted && retriesLeft > 0) {
            const waitMs = this.retryMs * 2 ** (this.retries - retriesLeft);
            const timer = setTimeout(() => {
                this.timers.delete(timer);
                this.send(delivery, retriesLeft - 1, change);
            }, waitMs);
            this.timers.add(timer);
        }
        return status;
    }

    /** A lie: the event with something about it that the shop must not believe. */
    forge({ id, provider, type = "forged", payload, how = "wrong-signature", amount, status }) {
        const source = id ? this.find(id) : { provider, type, body: JSON.stringify(payload ?? {}) };
        const nowSeconds = machineSeconds();
        let { body } = source;
        const altered = JSON.parse(body);
        const object = altered.data?.object ?? altered.data ?? altered;
        if (amount !== undefined) {
            for (const name of ["amount", "amount_total", "amount_received", "totalAmount", "balanceAmount"]) {
                if (name in object) {
                    object[name] = amount;
                }
            }
        }
        if (status !== undefined) {
            object.status = status;
        }
        body = amount === undefined && status === undefined && how !== "altered-body" ? body : JSON.stringify(altered);
        const signatures = {
            "wrong-signature": () => signStripe(body, "whsec_of_somebody_else", nowSeconds),
            "altered-body": () => signStripe(source.body, this.settings.stripeWebhookSecret, nowSeconds),
            "old-timestamp": () => signStripe(body, this.settings.stripeWebhookSecret, nowSeconds - 3600),
            "future-timestamp": () => signStripe(body, this.settings.stripeWebhookSecret, nowSeconds + 3600),
            "no-signature": () => null,
            signed: () => signStripe(body, this.settings.stripeWebhookSecret, nowSeconds),
        };
        if (!signatures[how]) {
            throw new TypeError(`unknown forgery ${how}`);
        }
        if (how === "altered-body" && body === source.body) {
            body = `${body} `;
        }
        return this.post({ ...source, body }, { signature: signatures[how]() });
    }

    headersFor(delivery, change) {
        const headers = { "Content-Type": "application/json; charset=utf-8" };
        if (delivery.provider === "stripe") {
            const signature = change.signature === undefined
                ? signStripe(delivery.body, this.settings.stripeWebhookSecret, machineSeconds())
                : change.signature;
            return signature === null ? headers : { ...headers, "Stripe-Signature": signature };
        }
        return {
            ...headers,
            "tosspayments-webhook-transmission-id": delivery.id ?? makeId("wh_", 16),
            "tosspayments-webhook-transmission-time": new Date(this.clock.nowMs()).toISOString(),
            "tosspayments-webhook-transmission-retried-count": String(delivery.attempts?.length ?? 0),
        };
    }

    /** Resolves to the status of the answer; 0 when there was none in time. */
    post(delivery, change) {
        if (!this.url || !PATHS[delivery.provider]) {
            throw new TypeError("no webhook URL was set, or no such provider");
        }
        this.underWay += 1;
        return new Promise((resolve) => {
            let finished = false;
            const done = (status) => {
                if (!finished) {
                    finished = true;
                    this.underWay -= 1;
                    resolve(status);
                }
            };
            const body = Buffer.from(delivery.body);
            const request = http.request(new URL(PATHS[delivery.provider], this.url), {
                method: "POST",
                headers: { ...this.headersFor(delivery, change), "Content-Length": body.length },
                agent: false,
                timeout: ANSWER_MS,
            });
            request.on("timeout", () => request.destroy(new Error("no answer")));
            request.on("error", () => done(0));
            request.on("response", (response) => {
                response.resume();
                response.on("close", () => done(response.statusCode));
            });
            request.end(body);
        });
    }

    report() {
        const { url, mode, duplicate, retries, retryMs, underWay } = this;
        const waiting = this.timers.size;
        return { url, mode, duplicate, retries, retryMs, underWay, waiting, deliveries: [...this.deliveries.values()] };
    }
}

module.exports = { Webhooks, signStripe };
