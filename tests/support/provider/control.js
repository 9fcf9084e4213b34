// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { StripeRefusal } = require("./striperefusal.js");
const { TossRefusal } = require("./tossstore.js");
const { paymentView } = require("./tossviews.js");
const { payStripe, authenticateToss } = require("./pages.js");

const FLUSH_MS = 20_000;
const FLUSH_STEP_MS = 10;

/** What tests say to the provider behind the shop's back: /control/… */
class Control {
    constructor(provider) {
        this.provider = provider;
    }

    /** Answers one control call; a wish that makes no sense is a 400 with the reason. */
    async handle(asked) {
        try {
            const wish = asked.body === "" ? {} : JSON.parse(asked.body);
            const known = this[`${asked.method} ${asked.path}`];
            if (!known) {
                return { status: 404, json: { error: `no control ${asked.method} ${asked.path}` } };
            }
            return { status: 200, json: (await known.call(this, wish, new URLSearchParams(asked.query))) ?? { ok: true } };
        } catch (error) {
            if (error instanceof StripeRefusal || error instanceof TossRefusal) {
                return { status: 409, json: { error: error.message, code: error.code } };
            }
            if (error instanceof TypeError || error instanceof SyntaxError) {
                return { status: 400, json: { error: error.message } };
            }
            throw error;
        }
    }

    "GET /control/books"(wish, query) {
        const report = this.provider.books.report();
        const orderRef = query.get("orderRef");
        const reference = query.get("reference");
        report.payments = report.payments.filter((payment) =>
            (orderRef === null || payment.orderRef === orderRef)
            && (reference === null || payment.references.includes(reference)));
        return report;
    }

    "GET /control/requests"(wish, query) {
        const after = Number(query.get("after") ?? 0);
        const path = query.get("path") ?? "";
        const requests = [...this.provider.log.values()].filter((entry) => entry.number > after && entry.path.startsWith(path));
        return { requests, asked: this.provider.asked };
    }

    "POST /control/reset"() {
        this.provider.reset();
    }

    "GET /control/settings"() {
        return this.provider.settings;
    }

    "POST /control/settings"(wish) {
        for (const name of Object.keys(wish)) {
            if (!(name in this.provider.settings)) {
                throw new TypeError(`unknown setting ${name}`);
            }
        }
        return Object.assign(this.provider.settings, wish);
    }

    "POST /control/clock"({ advanceMs }) {
        if (!Number.isSafeInteger(advanceMs) || advanceMs < 0) {
            throw new TypeError("advanceMs is a number of milliseconds");
        }
        this.provider.clock.advance(advanceMs);
        return { now: new Date(this.provider.clock.nowMs()).toISOString() };
    }

    "GET /control/faults"() {
        return this.provider.faults.report();
    }

    "POST /control/faults"(wish) {
        for (const one of Array.isArray(wish) ? wish : [wish]) {
            this.provider.faults.add(one);
        }
        return this.provider.faults.report();
    }

    "DELETE /control/faults"() {
        this.provider.faults.clear();
    }

    // --- Stripe ---------------------------------------------------------------------------

    /** {session} or {orderRef}, then what payStripe() takes: how the hosted page ends. */
    "POST /control/stripe/pay"(wish) {
        return this.stripePage(wish, "pay");
    }

    "POST /control/stripe/decline"(wish) {
        return this.stripePage(wish, "decline");
    }

    "POST /control/stripe/expire"(wish) {
        return this.stripePage(wish, "expire");
    }

    /** The customer chose a method that takes days. */
    "POST /control/stripe/pay-later"(wish) {
        return this.stripePage(wish, "pay-later");
    }

    /** {session, succeeded}: what became of it. */
    "POST /control/stripe/settle"({ succeeded = true, ...wish }) {
        const session = this.session(wish);
        this.provider.stripeStore.settle(session, succeeded);
        return this.provider.stripeViews.session(session);
    }

    /** {session…, amount}: a refund made at the dashboard. */
    "POST /control/stripe/refund"({ amount, reason, ...wish }) {
        const payment_intent = this.session(wish).payment_intent ?? undefined;
        const refund = this.provider.stripeStore.refund({ payment_intent, amount, reason }, "dashboard");
        return this.provider.stripeViews.refund(refund);
    }

    /** {refund, status: succeeded|failed|canceled} */
    "POST /control/stripe/refund-status"({ refund: id, status, failureReason }) {
        const refund = this.found(this.provider.stripeStore.refunds.get(id), id);
        if (!["succeeded", "failed", "canceled"].includes(status)) {
            throw new TypeError(`unknown status ${status}`);
        }
        this.provider.stripeStore.setRefundStatus(refund, status, failureReason);
        return this.provider.stripeViews.refund(refund);
    }

    /** {session…, amount, reason} */
    "POST /control/stripe/dispute"({ amount, reason, ...wish }) {
        const store = this.provider.stripeStore;
        const charge = store.chargeFor({ payment_intent: this.session(wish).payment_intent });
        return this.provider.stripeViews.dispute(store.dispute(charge, { amount, reason }));
    }

    /** {dispute, won} */
    "POST /control/stripe/dispute-close"({ dispute: id, won = false }) {
        const dispute = this.found(this.provider.stripeStore.disputes.get(id), id);
        this.provider.stripeStore.closeDispute(dispute, won);
        return this.provider.stripeViews.dispute(dispute);
    }

    stripePage(wish, action) {
        const session = this.session(wish);
        const location = payStripe(this.provider, session, action, wish);
        return { location, session: this.provider.stripeViews.session(session) };
    }

    /** By its id, its payment intent, or the newest of an order. */
    session({ session, payment_intent: intent, orderRef }) {
        const store = this.provider.stripeStore;
        if (session) {
            return this.found(store.session(session), session);
        }
        const fits = (one) => (intent ? one.payment_intent === intent : one.payment.orderRef === orderRef);
        return this.found([...store.sessions.values()].reverse().find(fits), intent ?? orderRef);
    }

    // --- Toss -----------------------------------------------------------------------------

    /** {orderId, amount, method?, taxFreeAmount?, outcome?, successUrl?}: the widget without a browser. */
    "POST /control/toss/authenticate"(wish) {
        return authenticateToss(this.provider, wish);
    }

    "POST /control/toss/deposit"(wish) {
        return this.tossChange(wish, (store, payment) => store.deposit(payment, wish));
    }

    "POST /control/toss/undo-deposit"(wish) {
        return this.tossChange(wish, (store, payment) => store.undoDeposit(payment));
    }

    /** {paymentKey…, cancelReason, cancelAmount?}: a cancel made at the merchant's console. */
    "POST /control/toss/cancel"({ paymentKey, orderId, cancelReason = "console", ...wish }) {
        return this.tossChange({ paymentKey, orderId },
            (store, payment) => store.cancel(payment, { cancelReason, ...wish }, "dashboard"));
    }

    /** {paymentKey…, status: PENDING|FAILED|PARTIAL_FAILED|COMPLETED}: the way back to a customer's account. */
    "POST /control/toss/refund-status"({ status, ...wish }) {
        return this.tossChange(wish, (store, payment) => {
            if (!["PENDING", "FAILED", "PARTIAL_FAILED", "COMPLETED"].includes(status) || !payment.account) {
                throw new TypeError("no such refund or status");
            }
            payment.account.refundStatus = status;
            store.changed(payment);
        });
    }

    tossChange({ paymentKey, orderId }, change) {
        const store = this.provider.tossStore;
        const payment = this.found(paymentKey ? store.payment(paymentKey) : store.byOrder(orderId), paymentKey ?? orderId);
        change(store, payment);
        return paymentView(payment, this.provider.url);
    }

    found(object, id) {
        if (!object) {
            throw new TypeError(`nothing is called ${id}`);
        }
        return object;
    }

    // --- Webhooks -------------------------------------------------------------------------

    "GET /control/webhooks"() {
        return this.provider.webhooks.report();
    }

    /** {url, mode: send|hold|drop, duplicate, retries, retryMs} */
    "POST /control/webhooks"(wish) {
        this.provider.webhooks.configure(wish);
        return this.provider.webhooks.report();
    }

    /** {ids?, reverse?, times?}: sends held or earlier ones in this order. */
    async "POST /control/webhooks/release"(wish) {
        return { answers: await this.provider.webhooks.release(wish) };
    }

    "POST /control/webhooks/drop"(wish) {
        this.provider.webhooks.drop(wish);
    }

    /** {id | provider, payload; how, amount?, status?} */
    async "POST /control/webhooks/forge"(wish) {
        return { status: await this.provider.webhooks.forge(wish) };
    }

    /** Waits, within a bound, until nothing is being sent or will be sent again. */
    async "POST /control/webhooks/flush"() {
        const { webhooks } = this.provider;
        const endMs = Date.now() + FLUSH_MS;
        while (webhooks.underWay > 0 || webhooks.timers.size > 0) {
            if (Date.now() > endMs) {
                throw new TypeError("deliveries are still under way");
            }
            await new Promise((resolve) => setTimeout(resolve, FLUSH_STEP_MS));
        }
    }
}

module.exports = { Control };
