// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { TossRefusal } = require("./tossstore.js");

const WIDGET = fs.readFileSync(path.join(__dirname, "widget.js"), "utf8");
const STRIPE_ACTIONS = {
    pay: "Pay",
    decline: "Card is declined",
    "pay-later": "Pay by a method that takes days",
    expire: "Let the session expire",
    back: "Back to the shop",
};
const TOSS_ACTIONS = {
    approve: "결제하기",
    decline: "카드사가 거절",
    reject: "승인할 때 거절",
    cancel: "취소",
};

function escapeHtml(text) {
    return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(title, inside) {
    const body = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>${escapeHtml(title)}</title>`
        + `<h1>${escapeHtml(title)}</h1><p><strong>TEST</strong></p>${inside}</html>`;
    return { status: 200, type: "text/html; charset=utf-8", body };
}

function buttons(actions) {
    return Object.entries(actions).map(([action, label]) =>
        `<button id="${action}" name="action" value="${action}">${escapeHtml(label)}</button>`).join("\n");
}

/** The hosted page's ends. Gives where the customer is sent, or null when they stay. */
function payStripe(provider, session, action, wish = {}) {
    const store = provider.stripeStore;
    if (action === "pay") {
        store.pay(session, wish);
    } else if (action === "pay-later") {
        store.payLater(session);
    } else if (action === "decline") {
        store.decline(session, wish.code);
        return null;
    } else if (action === "expire") {
        store.expire(session);
        return null;
    } else if (action === "back") {
        return session.cancel_url;
    } else {
        throw new TypeError(`unknown action ${action}`);
    }
    return session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

/** The widget's end: a payment to confirm and the URL the customer is sent to. */
function authenticateToss(provider, { successUrl, failUrl, code, ...wish }) {
    if (code) {
        const { message } = new TossRefusal(code);
        return { paymentKey: null, location: failUrl ? withQuery(failUrl, { code, message, orderId: wish.orderId }) : null };
    }
    const payment = provider.tossStore.authenticate(wish);
    const { paymentKey, orderId, amount } = payment;
    const result = { paymentType: "NORMAL", paymentKey, orderId, amount };
    return { ...result, location: successUrl ? withQuery(successUrl, result) : null };
}

function withQuery(url, values) {
    const whole = new URL(url);
    for (const [name, value] of Object.entries(values)) {
        whole.searchParams.set(name, value);
    }
    return whole.href;
}

function redirect(location) {
    return { status: 303, headers: { Location: location }, type: "text/plain", body: "" };
}

function stripePage(provider, asked, id) {
    const session = provider.stripeStore.session(id);
    if (!session) {
        return { status: 404, type: "text/plain", body: "no such session" };
    }
    let note = "";
    if (asked.method === "POST") {
        try {
            const location = payStripe(provider, session, new URLSearchParams(asked.body).get("action"));
            if (location) {
                return redirect(location);
            }
        } catch (error) {
            note = `<p id="refused">${escapeHtml(error.message)}</p>`;
        }
    }
    const amount = `${session.amount_total} ${session.currency}`;
    return page("Stripe", `${note}<p id="amount">${escapeHtml(amount)}</p><p id="status">${session.status}</p>
        <form method="post">${buttons(STRIPE_ACTIONS)}</form>`);
}

/** Where the widget sends the customer: their bank's window, so to speak. */
function tossPage(provider, asked) {
    const query = new URLSearchParams(asked.query);
    const wish = {
        orderId: query.get("orderId"),
        orderName: query.get("orderName") ?? undefined,
        amount: Number(query.get("amount")),
        method: query.get("method") ?? undefined,
        taxFreeAmount: Number(query.get("taxFreeAmount") ?? 0),
        customerName: query.get("customerName") ?? undefined,
        successUrl: query.get("successUrl"),
        failUrl: query.get("failUrl"),
    };
    if (asked.method !== "POST") {
        return page("토스페이먼츠", `<p id="amount">${escapeHtml(wish.amount)}</p><p id="method">${escapeHtml(wish.method ?? "")}</p>
            <form method="post">${buttons(TOSS_ACTIONS)}</form>`);
    }
    const action = new URLSearchParams(asked.body).get("action");
    const codes = { decline: "REJECT_CARD_COMPANY", cancel: "PAY_PROCESS_CANCELED" };
    const outcome = action === "reject" ? "REJECT_CARD_COMPANY" : null;
    try {
        return redirect(authenticateToss(provider, { ...wish, outcome, code: codes[action] }).location);
    } catch (error) {
        return redirect(withQuery(wish.failUrl, { code: error.code ?? "INVALID_REQUEST", message: error.message, orderId: wish.orderId }));
    }
}

/** The pages and scripts a customer's browser loads; null for any other path. */
function pageFor(provider, asked) {
    const [, first, kind, id] = asked.path.split("/");
    if (asked.path === "/v2/standard" || asked.path === "/v1/payment-widget") {
        return { status: 200, type: "text/javascript; charset=utf-8", body: WIDGET };
    }
    if (first === "pay" && kind === "stripe" && id) {
        return stripePage(provider, asked, id);
    }
    return first === "pay" && kind === "toss" ? tossPage(provider, asked) : null;
}

module.exports = { pageFor, payStripe, authenticateToss };
