// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { StripeRefusal } = require("./striperefusal.js");

const SESSION_NAMES = new Set([
    "mode", "success_url", "cancel_url", "client_reference_id", "metadata", "line_items", "currency",
    "customer_email", "expires_at", "expand", "payment_intent_data", "locale", "payment_method_types",
    "submit_type", "ui_mode", "automatic_tax", "billing_address_collection", "phone_number_collection",
    "payment_method_options", "custom_text", "customer_creation", "after_expiration",
]);
const REFUND_NAMES = new Set(["payment_intent", "charge", "amount", "reason", "metadata", "expand"]);
const REASONS = new Set(["duplicate", "fraudulent", "requested_by_customer"]);
const MIN_SESSION_S = 30 * 60;
const MAX_SESSION_S = 24 * 3600;
const MIN_AMOUNT_MINOR = 50;
const MAX_AMOUNT_MINOR = 99_999_999;
const MAX_METADATA = 50;
const MAX_REFERENCE_LENGTH = 200;

function refuse(message, code, param) {
    throw new StripeRefusal(message, { code, param });
}

function onlyKnown(params, names) {
    for (const name of Object.keys(params)) {
        if (!names.has(name)) {
            refuse(`unknown parameter ${name}`, "parameter_unknown", name);
        }
    }
}

function integer(text, param) {
    if (typeof text !== "string" || !/^-?\d{1,15}$/.test(text)) {
        refuse(`${param} is not an integer: ${text}`, "parameter_invalid_integer", param);
    }
    return Number(text);
}

function metadata(value, param) {
    if (value === undefined || value === "") {
        return {};
    }
    const entries = typeof value === "object" ? Object.entries(value) : [];
    if (typeof value !== "object" || entries.length > MAX_METADATA) {
        refuse("bad metadata", "parameter_invalid", param);
    }
    for (const [name, text] of entries) {
        if (name.length > 40 || typeof text !== "string" || text.length > 500) {
            refuse("metadata has names of up to 40 and texts of up to 500 characters", "parameter_invalid", param);
        }
    }
    return { ...value };
}

function readItems(items) {
    if (!Array.isArray(items) || items.length === 0) {
        refuse("line_items are needed", "parameter_missing", "line_items");
    }
    return items.map((item, index) => {
        const at = `line_items[${index}]`;
        const price = item.price_data;
        if (typeof price !== "object" || typeof price.product_data !== "object" || !price.product_data.name) {
            refuse("this stand-in knows prices by price_data with product_data alone", "parameter_missing", `${at}[price_data]`);
        }
        if (!/^[a-z]{3}$/i.test(price.currency ?? "")) {
            refuse("bad currency", "parameter_invalid", `${at}[price_data][currency]`);
        }
        const unitAmount = integer(price.unit_amount, `${at}[price_data][unit_amount]`);
        const quantity = integer(item.quantity ?? "", `${at}[quantity]`);
        if (unitAmount < 0 || quantity < 1) {
            refuse("bad amount or quantity", "parameter_invalid_integer", at);
        }
        return { name: price.product_data.name, currency: price.currency.toLowerCase(), unitAmount, quantity };
    });
}

/** What POST /v1/checkout/sessions asks for, checked. */
function readSession(params, nowSeconds) {
    onlyKnown(params, SESSION_NAMES);
    if (params.mode !== "payment") {
        refuse("this stand-in knows the mode payment alone", "parameter_invalid", "mode");
    }
    if (!/^https?:\/\/\S+$/.test(params.success_url ?? "")) {
        refuse("success_url is not a URL", params.success_url ? "url_invalid" : "parameter_missing", "success_url");
    }
    if ((params.client_reference_id ?? "").length > MAX_REFERENCE_LENGTH) {
        refuse("client_reference_id is too long", "parameter_invalid", "client_reference_id");
    }
    const items = readItems(params.line_items);
    const currency = items[0].currency;
    if (items.some((item) => item.currency !== currency)) {
        refuse("all line items must be in one currency", "parameter_invalid", "line_items");
    }
    const amount = items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0);
    if (amount < MIN_AMOUNT_MINOR || amount > MAX_AMOUNT_MINOR) {
        refuse("the amount is out of bounds", amount < MIN_AMOUNT_MINOR ? "amount_too_small" : "amount_too_large", "line_items");
    }
    let expiresAt;
    if (params.expires_at !== undefined) {
        expiresAt = integer(params.expires_at, "expires_at");
        if (expiresAt < nowSeconds + MIN_SESSION_S - 5 || expiresAt > nowSeconds + MAX_SESSION_S + 5) {
            refuse("expires_at must be 30 minutes to 24 hours from now", "parameter_invalid", "expires_at");
        }
    }
    return {
        items,
        currency,
        amount_total: amount,
        success_url: params.success_url,
        cancel_url: params.cancel_url ?? null,
        client_reference_id: params.client_reference_id ?? null,
        customer_email: params.customer_email ?? null,
        locale: params.locale ?? null,
        metadata: metadata(params.metadata, "metadata"),
        payment_intent_metadata: metadata(params.payment_intent_data?.metadata, "payment_intent_data[metadata]"),
        ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
    };
}

/** What POST /v1/refunds asks for, checked. */
function readRefund(params) {
    onlyKnown(params, REFUND_NAMES);
    if (params.reason !== undefined && !REASONS.has(params.reason)) {
        refuse("unknown reason", "parameter_invalid", "reason");
    }
    const amount = params.amount === undefined ? undefined : integer(params.amount, "amount");
    if (amount !== undefined && amount < 1) {
        refuse("amount must be at least 1", "parameter_invalid_integer", "amount");
    }
    return {
        payment_intent: params.payment_intent,
        charge: params.charge,
        amount,
        reason: params.reason,
        metadata: metadata(params.metadata, "metadata"),
    };
}

module.exports = { readSession, readRefund };
