// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { BoundedMap, pushBounded } = require("./bounded.js");

const MAX_PAYMENTS = 100_000;
const MAX_MOVEMENTS = 1000;

/** What really happened to the money, whatever was answered. Amounts are integers of minor units. */
class Books {
    constructor(clock) {
        this.clock = clock;
        this.payments = new BoundedMap(MAX_PAYMENTS);
        this.opened = 0;
    }

    /** A payment the provider knows of and has not taken yet. */
    open({ provider, reference, orderRef, currency, amount }) {
        const payment = {
            provider,
            reference,
            references: [reference],
            orderRef: orderRef ?? null,
            currency: currency.toUpperCase(),
            amount,
            captured: 0,
            refunded: 0,
            refunds: [],
            feeMinor: 0,
            disputed: 0,
            disputes: [],
            state: "open",
            movements: [],
        };
        this.payments.set(reference, payment);
        this.opened += 1;
        return payment;
    }

    capture(payment, { id, amount, fee }) {
        payment.captured += amount;
        payment.state = "captured";
        this.move(payment, { id, kind: "capture", amount, fee });
    }

    /** A deposit that the bank took back: the payment waits again. */
    undoCapture(payment, { id, amount, fee }) {
        payment.captured -= amount;
        payment.state = "waiting";
        this.move(payment, { id, kind: "capture-reversal", amount: -amount, fee: -fee });
    }

    /** Money on its way back. It counts unless failRefund() follows. */
    refund(payment, { id, amount, origin, state = "succeeded", fee = 0 }) {
        payment.refunded += amount;
        payment.refunds.push({ id, amount, origin, state, at: this.at() });
        this.move(payment, { id, kind: "refund", amount: -amount, fee });
        this.settleState(payment);
    }

    setRefundState(payment, id, state) {
        const refund = payment.refunds.find((entry) => entry.id === id);
        const failed = state === "failed" || state === "canceled";
        if (failed && refund.state !== "failed" && refund.state !== "canceled") {
            payment.refunded -= refund.amount;
            this.move(payment, { id, kind: "refund-failure", amount: refund.amount, fee: 0 });
        }
        refund.state = state;
        this.settleState(payment);
    }

    dispute(payment, { id, amount, fee }) {
        payment.disputed += amount;
        payment.disputes.push({ id, amount, state: "open" });
        this.move(payment, { id, kind: "dispute", amount: -amount, fee });
        this.settleState(payment);
    }

    closeDispute(payment, id, won) {
        const dispute = payment.disputes.find((entry) => entry.id === id);
        dispute.state = won ? "won" : "lost";
        if (won) {
            payment.disputed -= dispute.amount;
            this.move(payment, { id, kind: "dispute-reversal", amount: dispute.amount, fee: 0 });
        }
        this.settleState(payment);
    }

    settleState(payment) {
        if (payment.disputed > 0) {
            payment.state = "disputed";
        } else if (payment.captured > 0) {
            const whole = payment.refunded >= payment.captured;
            payment.state = whole ? "refunded" : payment.refunded > 0 ? "partly-refunded" : "captured";
        }
    }

    move(payment, { id, kind, amount, fee }) {
        payment.feeMinor += fee;
        pushBounded(payment.movements, { id, kind, amount, fee, at: this.at() }, MAX_MOVEMENTS);
    }

    at() {
        return new Date(this.clock.nowMs()).toISOString();
    }

    /** Everything, the sums per provider and currency, and how many payments were too old to keep. */
    report() {
        const payments = [...this.payments.values()];
        const totals = {};
        for (const payment of payments) {
            const total = (totals[`${payment.provider} ${payment.currency}`] ??= {
                provider: payment.provider,
                currency: payment.currency,
                payments: 0,
                captured: 0,
                refunded: 0,
                disputed: 0,
                feeMinor: 0,
            });
            total.payments += 1;
            for (const name of ["captured", "refunded", "disputed", "feeMinor"]) {
                total[name] += payment[name];
            }
        }
        return { payments, totals: Object.values(totals), forgotten: this.opened - payments.length };
    }
}

/** `basisPoints` of an amount, rounded half up, plus a fixed part. */
function feeOf(amount, basisPoints, fixedMinor) {
    return Math.floor((amount * basisPoints + 5000) / 10_000) + fixedMinor;
}

module.exports = { Books, feeOf };
