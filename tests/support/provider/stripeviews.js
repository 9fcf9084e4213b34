// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const MAX_EXPANSIONS = 20;

const EMPTY_LIST = (url) => ({ object: "list", data: [], has_more: false, url });

function cardView(last4) {
    return { brand: "visa", country: "US", exp_month: 8, exp_year: 2034, fingerprint: null, funding: "credit", last4, network: "visa", wallet: null };
}

/** The JSON objects of the Stripe API, made from what the store holds. */
class StripeViews {
    constructor(store, baseUrl) {
        this.store = store;
        this.baseUrl = baseUrl;
    }

    /** Whatever `id` names, or undefined. */
    byId(id) {
        const kinds = [
            ["cs_", "sessions", "session"],
            ["pi_", "intents", "intent"],
            ["ch_", "charges", "charge"],
            ["re_", "refunds", "refund"],
            ["txn_", "transactions", "transaction"],
            ["du_", "disputes", "dispute"],
        ];
        const kind = kinds.find(([prefix]) => String(id).startsWith(prefix));
        const object = kind && this.store[kind[1]].get(id);
        return object && this[kind[2]](object);
    }

    /** Any stored object as it is sent, whichever kind it is. */
    of(object) {
        return this.byId(object.id);
    }

    session(session) {
        const open = session.status === "open";
        return {
            id: session.id,
            object: "checkout.session",
            after_expiration: null,
            allow_promotion_codes: null,
            amount_subtotal: session.amount_total,
            amount_total: session.amount_total,
            automatic_tax: { enabled: false, status: null },
            billing_address_collection: null,
            cancel_url: session.cancel_url,
            client_reference_id: session.client_reference_id,
            consent: null,
            consent_collection: null,
            created: session.created,
            currency: session.currency,
            custom_fields: [],
            custom_text: { shipping_address: null, submit: null },
            customer: null,
            customer_creation: "if_required",
            customer_details: session.payment_status === "paid" ? { email: session.customer_email, name: null } : null,
            customer_email: session.customer_email,
            expires_at: session.expires_at,
            invoice: null,
            livemode: false,
            locale: session.locale,
            metadata: session.metadata,
            mode: "payment",
            payment_intent: session.payment_intent,
            payment_link: null,
            payment_method_collection: "if_required",
            payment_method_options: {},
            payment_method_types: ["card"],
            payment_status: session.payment_status,
            phone_number_collection: { enabled: false },
            recovered_from: null,
            setup_intent: null,
            shipping_options: [],
            status: session.status,
            submit_type: null,
            subscription: null,
            success_url: session.success_url,
            total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
            ui_mode: "hosted",
            url: open ? `${this.baseUrl()}/pay/stripe/${session.id}` : null,
        };
    }

    intent(intent) {
        const paid = intent.status === "succeeded";
        return {
            id: intent.id,
            object: "payment_intent",
            amount: intent.amount,
            amount_capturable: 0,
            amount_received: paid ? intent.amount : 0,
            application_fee_amount: null,
            canceled_at: null,
            cancellation_reason: null,
            capture_method: "automatic",
            confirmation_method: "automatic",
            created: intent.created,
            currency: intent.currency,
            customer: null,
            description: null,
            last_payment_error: intent.last_payment_error,
            latest_charge: intent.latest_charge,
            livemode: false,
            metadata: intent.metadata,
            next_action: null,
            payment_method: intent.latest_charge ? `pm_${intent.id.slice(3)}` : null,
            payment_method_types: ["card"],
            processing: null,
            receipt_email: null,
            status: intent.status,
        };
    }

    charge(charge) {
        const succeeded = charge.status === "succeeded";
        return {
            id: charge.id,
            object: "charge",
            amount: charge.amount,
            amount_captured: charge.amount_captured,
            amount_refunded: charge.amount_refunded,
            balance_transaction: charge.balance_transaction,
            billing_details: { address: null, email: null, name: null, phone: null },
            captured: succeeded,
            created: charge.created,
            currency: charge.currency,
            customer: null,
            description: null,
            disputed: charge.disputed,
            failure_code: charge.failure_code,
            failure_message: charge.failure_message,
            livemode: false,
            metadata: charge.metadata,
            outcome: { type: succeeded ? "authorized" : "issuer_declined", network_status: succeeded ? "approved_by_network" : "declined_by_network" },
            paid: succeeded,
            payment_intent: charge.payment_intent,
            payment_method: `pm_${charge.payment_intent.slice(3)}`,
            payment_method_details: { type: "card", card: cardView(succeeded ? "4242" : "0002") },
            receipt_email: null,
            receipt_url: succeeded ? `${this.baseUrl()}/receipts/${charge.id}` : null,
            refunded: succeeded && charge.amount_refunded >= charge.amount_captured,
            status: charge.status,
        };
    }

    refund(refund) {
        const view = {
            id: refund.id,
            object: "refund",
            amount: refund.amount,
            balance_transaction: refund.balance_transaction,
            charge: refund.charge,
            created: refund.created,
            currency: refund.currency,
            metadata: refund.metadata,
            payment_intent: refund.payment_intent,
            reason: refund.reason,
            receipt_number: null,
            status: refund.status,
        };
        if (refund.failure_balance_transaction) {
            view.failure_balance_transaction = refund.failure_balance_transaction;
            view.failure_reason = refund.failure_reason ?? undefined;
        }
        return view;
    }

    transaction(transaction) {
        const { amount, fee, currency } = transaction;
        return {
            id: transaction.id,
            object: "balance_transaction",
            amount,
            available_on: transaction.created,
            created: transaction.created,
            currency,
            description: transaction.description,
            exchange_rate: null,
            fee,
            fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency, description: "processing fee", type: "stripe_fee" }],
            net: amount - fee,
            reporting_category: transaction.reporting_category,
            source: transaction.source,
            status: "available",
            type: transaction.type,
        };
    }

    dispute(dispute) {
        return {
            id: dispute.id,
            object: "dispute",
            amount: dispute.amount,
            balance_transactions: dispute.balance_transactions.map((id) => this.byId(id)),
            charge: dispute.charge,
            created: dispute.created,
            currency: dispute.currency,
            evidence: {},
            evidence_details: { due_by: dispute.created + 7 * 86_400, has_evidence: false, past_due: false, submission_count: 0 },
            is_charge_refundable: false,
            livemode: false,
            metadata: {},
            payment_intent: dispute.payment_intent,
            reason: dispute.reason,
            status: dispute.status,
        };
    }

    balance() {
        const sums = new Map();
        for (const { currency, amount, fee } of this.store.transactions.values()) {
            sums.set(currency, (sums.get(currency) ?? 0) + amount - fee);
        }
        const entries = [...sums].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
        return { object: "balance", available: entries, livemode: false, pending: entries.map((entry) => ({ ...entry, amount: 0, source_types: { card: 0 } })) };
    }

    /** Replaces ids along each path of `paths` by what they name. False when there is nothing there. */
    expand(view, paths) {
        return paths.slice(0, MAX_EXPANSIONS).every((path) => this.expandPath(view, path.split(".")));
    }

    expandPath(view, [name, ...rest]) {
        if (view.object === "list" && name === "data") {
            return view.data.every((entry) => rest.length === 0 || this.expandPath(entry, rest));
        }
        if (name === "line_items" && view.object === "checkout.session") {
            view.line_items ??= this.lineItems(view.id);
            return true;
        }
        if (name === "refunds" && view.object === "charge") {
            view.refunds ??= this.refundsOf(view.id);
            return true;
        }
        if (!(name in view)) {
            return false;
        }
        if (typeof view[name] === "string") {
            view[name] = this.byId(view[name]) ?? view[name];
        }
        const next = view[name];
        return rest.length === 0 || next === null || typeof next !== "object" || this.expandPath(next, rest);
    }

    lineItems(sessionId) {
        const session = this.store.sessions.get(sessionId);
        const list = EMPTY_LIST(`/v1/checkout/sessions/${sessionId}/line_items`);
        list.data = session.items.map((item, index) => ({
            id: `li_${index}${sessionId.slice(8)}`,
            object: "item",
            amount_discount: 0,
            amount_subtotal: item.unitAmount * item.quantity,
            amount_tax: 0,
            amount_total: item.unitAmount * item.quantity,
            currency: session.currency,
            description: item.name,
            price: { object: "price", currency: session.currency, unit_amount: item.unitAmount, type: "one_time" },
            quantity: item.quantity,
        }));
        return list;
    }

    refundsOf(chargeId) {
        const list = EMPTY_LIST(`/v1/charges/${chargeId}/refunds`);
        list.data = [...this.store.refunds.values()].filter((refund) => refund.charge === chargeId).map((refund) => this.refund(refund)).reverse();
        return list;
    }
}

module.exports = { StripeViews };
