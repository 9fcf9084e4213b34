// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { Books } = require("./books.js");
const { BoundedMap } = require("./bounded.js");
const { Clock } = require("./clock.js");
const { Faults } = require("./faults.js");
const { makeId } = require("./ids.js");
const { StripeFace } = require("./stripe.js");
const { StripeStore } = require("./stripestore.js");
const { StripeViews } = require("./stripeviews.js");
const { TossFace } = require("./toss.js");
const { TossStore } = require("./tossstore.js");
const { paymentView, seoulBare } = require("./tossviews.js");
const { Webhooks } = require("./webhooks.js");

const MAX_EVENTS = 10_000;
const MAX_LOG = 10_000;
const MAX_LOGGED_CHARACTERS = 64 * 1024;
const DEFAULTS = {
    stripeKey: "sk_test_petalpost",
    stripeWebhookSecret: "whsec_petalpost",
    stripeVersion: "2025-09-30.clover",
    stripeRefundStatus: "succeeded",
    tossClientKey: "test_gck_petalpost",
    tossSecretKey: "test_gsk_petalpost",
    tossRefundStatus: "COMPLETED",
    tossRepeatedOrders: false,
    tossPositiveCancels: false,
    tossWebhooks: ["PAYMENT_STATUS_CHANGED", "DEPOSIT_CALLBACK"],
};

/** Both providers, their books, and what is to go wrong with them. */
class Provider {
    constructor() {
        this.baseUrl = () => this.url;
        this.url = "";
        this.settings = {};
        this.clock = new Clock();
        this.webhooks = new Webhooks({ clock: this.clock, settings: this.settings });
        this.faults = new Faults();
        this.reset();
    }

    /** As if it had just started; the webhooks' address stays. */
    reset() {
        for (const name of Object.keys(this.settings)) {
            delete this.settings[name];
        }
        Object.assign(this.settings, structuredClone(DEFAULTS));
        this.clock.offsetMs = 0;
        this.webhooks.clear();
        this.faults.clear();
        this.log = new BoundedMap(MAX_LOG);
        this.asked = 0;
        this.events = new BoundedMap(MAX_EVENTS);
        this.books = new Books(this.clock);
        const { clock, books, settings, events, baseUrl } = this;
        this.stripeStore = new StripeStore({ clock, books, settings, emit: (type, object) => this.emitStripe(type, object) });
        this.stripeViews = new StripeViews(this.stripeStore, baseUrl);
        this.tossStore = new TossStore({
            clock,
            books,
            settings,
            changed: (payment) => this.emitTossChange(payment),
            deposited: (payment) => this.emitTossDeposit(payment),
        });
        this.stripe = new StripeFace({ clock, store: this.stripeStore, views: this.stripeViews, events, settings });
        this.toss = new TossFace({ clock, store: this.tossStore, settings, baseUrl });
    }

    /** Which face a path belongs to; one that nobody owns goes by how the caller says who it is. */
    faceFor(asked) {
        if (StripeFace.owns(asked.path)) {
            return this.stripe;
        }
        if (TossFace.owns(asked.path)) {
            return this.toss;
        }
        return (asked.headers.authorization ?? "").startsWith("Basic") ? this.toss : this.stripe;
    }

    /** Keeps what was asked, for the tests to read. */
    remember(asked) {
        this.asked += 1;
        const at = new Date(this.clock.nowMs()).toISOString();
        const body = asked.body.slice(0, MAX_LOGGED_CHARACTERS);
        const entry = { number: this.asked, at, ...asked, body, status: null, fault: null };
        this.log.set(this.asked, entry);
        return entry;
    }

    emitStripe(type, object) {
        const event = {
            id: makeId("evt_"),
            object: "event",
            api_version: this.settings.stripeVersion,
            created: this.clock.nowSeconds(),
            data: { object: this.stripeViews.of(object) },
            livemode: false,
            pending_webhooks: 1,
            request: { id: null, idempotency_key: null },
            type,
        };
        this.events.set(event.id, event);
        this.webhooks.enqueue("stripe", type, JSON.stringify(event));
    }

    emitTossChange(payment) {
        if (this.settings.tossWebhooks.includes("PAYMENT_STATUS_CHANGED")) {
            const { secret, ...data } = paymentView(payment, this.url);
            this.emitToss("PAYMENT_STATUS_CHANGED", { eventType: "PAYMENT_STATUS_CHANGED", data });
        }
    }

    emitTossDeposit({ secret, status, orderId, lastTransactionKey }) {
        if (this.settings.tossWebhooks.includes("DEPOSIT_CALLBACK")) {
            this.emitToss("DEPOSIT_CALLBACK", { secret, status, transactionKey: lastTransactionKey, orderId });
        }
    }

    emitToss(type, body) {
        const createdAt = seoulBare(this.clock.nowMs());
        this.webhooks.enqueue("toss", type, JSON.stringify({ createdAt, ...body }));
    }
}

module.exports = { Provider };
