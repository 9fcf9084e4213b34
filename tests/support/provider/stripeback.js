// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { StripeRefusal } = require("./striperefusal.js");

const DISPUTE_FEE_MINOR = 1500;
const FINAL_REFUND_STATES = new Set(["failed", "canceled"]);

/** The part of what Stripe holds that is about money on its way back: refunds and disputes. */
const moneyBack = (Base) => class extends Base {
    chargeFor({ payment_intent: intentId, charge: chargeId }) {
        if (!intentId && !chargeId) {
            throw new StripeRefusal("one of payment_intent and charge is needed", {
                code: "parameter_missing",
                param: "payment_intent",
            });
        }
        const intent = this.intents.get(intentId);
        if (intentId && !intent) {
            throw new StripeRefusal(`no such payment_intent: ${intentId}`, {
                code: "resource_missing",
                param: "payment_intent",
            });
        }
        const charge = this.charges.get(chargeId ?? intent.latest_charge);
        if (chargeId && !charge) {
            throw new StripeRefusal(`no such charge: ${chargeId}`, { code: "resource_missing", param: "charge" });
        }
        if (charge?.status !== "succeeded") {
            throw new StripeRefusal("there is no successful charge to refund", { code: "charge_not_refundable" });
        }
        return charge;
    }

    paymentOf(charge) {
        return this.sessions.get(this.intents.get(charge.payment_intent).session).payment;
    }

    refund(wish, origin) {
        const charge = this.chargeFor(wish);
        if (charge.disputed) {
            throw new StripeRefusal("the charge is disputed", { code: "charge_disputed" });
        }
        const left = charge.amount_captured - charge.amount_refunded;
        if (left <= 0) {
            throw new StripeRefusal("the charge is refunded already", { code: "charge_already_refunded" });
        }
        const amount = wish.amount ?? left;
        if (amount > left) {
            throw new StripeRefusal(`the refund of ${amount} is more than the ${left} that are left`, { param: "amount" });
        }
        const refund = this.add("refunds", "re_", {
            amount,
            currency: charge.currency,
            charge: charge.id,
            payment_intent: charge.payment_intent,
            reason: wish.reason ?? null,
            status: this.settings.stripeRefundStatus,
            failure_reason: null,
            failure_balance_transaction: null,
            metadata: wish.metadata ?? {},
        });
        refund.balance_transaction = this.addTransaction({
            type: "refund",
            reporting_category: "refund",
            amount: -amount,
            currency: charge.currency,
            source: refund.id,
        }).id;
        charge.amount_refunded += amount;
        this.books.refund(this.paymentOf(charge), { id: refund.id, amount, origin, state: refund.status });
        this.emit("refund.created", refund);
        this.emit("charge.refunded", charge);
        return refund;
    }

    /** A pending refund arrives, or a refund comes back from the bank. */
    setRefundStatus(refund, status, failureReason = "unknown") {
        if (FINAL_REFUND_STATES.has(refund.status)) {
            throw new StripeRefusal(`the refund is ${refund.status}`, { status: 409 });
        }
        const charge = this.charges.get(refund.charge);
        refund.status = status;
        if (FINAL_REFUND_STATES.has(status)) {
            charge.amount_refunded -= refund.amount;
            refund.failure_reason = status === "failed" ? failureReason : null;
            refund.failure_balance_transaction = this.addTransaction({
                type: "refund_failure",
                reporting_category: "refund_failure",
                amount: refund.amount,
                currency: refund.currency,
                source: refund.id,
            }).id;
        }
        this.books.setRefundState(this.paymentOf(charge), refund.id, status);
        this.emit("refund.updated", refund);
        if (status === "failed") {
            this.emit("refund.failed", refund);
        }
    }

    dispute(charge, { amount = charge.amount_captured - charge.amount_refunded, reason = "fraudulent" } = {}) {
        if (charge.disputed) {
            throw new StripeRefusal("the charge is disputed already", { status: 409 });
        }
        const dispute = this.add("disputes", "du_", {
            amount,
            currency: charge.currency,
            charge: charge.id,
            payment_intent: charge.payment_intent,
            reason,
            status: "needs_response",
            balance_transactions: [],
        });
        dispute.balance_transactions.push(this.disputeTransaction(dispute, "dispute", -amount, DISPUTE_FEE_MINOR));
        charge.disputed = true;
        this.books.dispute(this.paymentOf(charge), { id: dispute.id, amount, fee: DISPUTE_FEE_MINOR });
        this.emit("charge.dispute.created", dispute);
        return dispute;
    }

    disputeTransaction(dispute, category, amount, fee) {
        return this.addTransaction({
            type: "adjustment",
            reporting_category: category,
            amount,
            fee,
            currency: dispute.currency,
            source: dispute.id,
        }).id;
    }

    closeDispute(dispute, won) {
        if (dispute.status === "won" || dispute.status === "lost") {
            throw new StripeRefusal(`the dispute is ${dispute.status}`, { status: 409 });
        }
        dispute.status = won ? "won" : "lost";
        const charge = this.charges.get(dispute.charge);
        if (won) {
            dispute.balance_transactions.push(this.disputeTransaction(dispute, "dispute_reversal", dispute.amount, 0));
            charge.disputed = false;
        }
        this.books.closeDispute(this.paymentOf(charge), dispute.id, won);
        this.emit("charge.dispute.closed", dispute);
    }
};

module.exports = { moneyBack };
