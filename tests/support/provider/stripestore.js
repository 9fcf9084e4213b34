// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { BoundedMap } = require("./bounded.js");
const { feeOf } = require("./books.js");
const { makeId } = require("./ids.js");
const { moneyBack } = require("./stripeback.js");
const { StripeRefusal } = require("./striperefusal.js");

const MAX_OBJECTS = 100_000;
const FEE_BASIS_POINTS = 290;
const FEE_FIXED_MINOR = 30;
const DEFAULT_SESSION_S = 24 * 3600;

/** What Stripe holds up to the payment. Every change of money is in the books too, and says what happened as events. */
class StripeSessions {
    constructor({ clock, books, emit, settings }) {
        Object.assign(this, { clock, books, emit, settings });
        for (const kind of ["sessions", "intents", "charges", "refunds", "transactions", "disputes"]) {
            this[kind] = new BoundedMap(MAX_OBJECTS);
        }
    }

    add(kind, prefix, object) {
        const whole = { id: makeId(prefix), created: this.clock.nowSeconds(), ...object };
        this[kind].set(whole.id, whole);
        return whole;
    }

    addTransaction(object) {
        return this.add("transactions", "txn_", { fee: 0, description: null, ...object });
    }

    createSession(wish) {
        const session = this.add("sessions", "cs_test_", {
            status: "open",
            payment_status: "unpaid",
            payment_intent: null,
            ...wish,
        });
        session.expires_at = wish.expires_at ?? session.created + DEFAULT_SESSION_S;
        session.payment = this.books.open({
            provider: "stripe",
            reference: session.id,
            orderRef: wish.client_reference_id ?? wish.metadata.order ?? null,
            currency: wish.currency,
            amount: wish.amount_total,
        });
        return session;
    }

    /** The session as it is now: an open one past its time has expired. */
    session(id) {
        const session = this.sessions.get(id);
        if (session?.status === "open" && this.clock.nowSeconds() >= session.expires_at) {
            this.close(session);
        }
        return session;
    }

    expire(session) {
        if (session.status !== "open") {
            throw new StripeRefusal(`only an open session can be expired; this one is ${session.status}`);
        }
        this.close(session);
    }

    close(session) {
        session.status = "expired";
        session.payment.state = "expired";
        this.emit("checkout.session.expired", session);
    }

    requireOpen(session) {
        if (session.status !== "open") {
            throw new StripeRefusal(`the session is ${session.status}`, { status: 409 });
        }
    }

    intentOf(session, amount, currency) {
        const known = this.intents.get(session.payment_intent);
        if (known) {
            return known;
        }
        const intent = this.add("intents", "pi_", {
            amount,
            currency,
            status: "requires_payment_method",
            latest_charge: null,
            last_payment_error: null,
            metadata: session.payment_intent_metadata,
            session: session.id,
        });
        session.payment_intent = intent.id;
        session.payment.references.push(intent.id);
        return intent;
    }

    addCharge(session, intent, object) {
        const charge = this.add("charges", "ch_", {
            payment_intent: intent.id,
            amount: intent.amount,
            amount_captured: 0,
            amount_refunded: 0,
            currency: intent.currency,
            disputed: false,
            balance_transaction: null,
            failure_code: null,
            failure_message: null,
            metadata: intent.metadata,
            ...object,
        });
        intent.latest_charge = charge.id;
        session.payment.references.push(charge.id);
        return charge;
    }

    /**
     * The customer pays by card. `amount` and `currency` differ from the session's only to be wrong; with
     * `late` the payment was under way when the session expired.
     */
    pay(session, { amount = session.amount_total, currency = session.currency, fee, late = false } = {}) {
        if (!late || session.status !== "expired") {
            this.requireOpen(session);
        }
        session.amount_total = amount;
        session.currency = currency;
        session.payment.currency = currency.toUpperCase();
        session.status = "complete";
        const intent = this.intentOf(session, amount, currency);
        Object.assign(intent, { amount, currency });
        this.collect(session, intent, fee);
        this.emit("payment_intent.succeeded", intent);
        this.emit("checkout.session.completed", session);
    }

    collect(session, intent, fee) {
        const charge = this.addCharge(session, intent, { status: "succeeded", amount_captured: intent.amount });
        const taken = fee ?? feeOf(intent.amount, FEE_BASIS_POINTS, FEE_FIXED_MINOR);
        const transaction = this.addTransaction({
            type: "charge",
            reporting_category: "charge",
            amount: intent.amount,
            currency: intent.currency,
            fee: taken,
            source: charge.id,
        });
        charge.balance_transaction = transaction.id;
        Object.assign(intent, { status: "succeeded", last_payment_error: null });
        session.payment_status = "paid";
        this.books.capture(session.payment, { id: charge.id, amount: intent.amount, fee: taken });
        this.emit("charge.succeeded", charge);
    }

    decline(session, code = "card_declined") {
        this.requireOpen(session);
        this.failPayment(session, this.intentOf(session, session.amount_total, session.currency), code);
    }

    failPayment(session, intent, code) {
        const message = "The payment was declined.";
        const charge = this.addCharge(session, intent, {
            status: "failed",
            failure_code: code,
            failure_message: message,
        });
        intent.status = "requires_payment_method";
        intent.last_payment_error = { type: "card_error", code, message, charge: charge.id };
        this.emit("charge.failed", charge);
        this.emit("payment_intent.payment_failed", intent);
    }

    /** A method that takes days: the session is complete, the money is not there yet. */
    payLater(session) {
        this.requireOpen(session);
        session.status = "complete";
        session.payment.state = "waiting";
        this.intentOf(session, session.amount_total, session.currency).status = "processing";
        this.emit("checkout.session.completed", session);
    }

    /** What became of payLater(). */
    settle(session, succeeded) {
        const intent = this.intents.get(session.payment_intent);
        if (intent?.status !== "processing") {
            throw new StripeRefusal("nothing is under way for this session", { status: 409 });
        }
        if (succeeded) {
            this.collect(session, intent);
            this.emit("payment_intent.succeeded", intent);
            this.emit("checkout.session.async_payment_succeeded", session);
            return;
        }
        this.failPayment(session, intent, "payment_method_provider_decline");
        session.payment.state = "failed";
        this.emit("checkout.session.async_payment_failed", session);
    }
}

/** All of it: sessions with their payments, and what goes back. */
class StripeStore extends moneyBack(StripeSessions) {}

module.exports = { StripeStore };
