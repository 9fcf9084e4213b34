// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in a browser, in the place of the script at js.tosspayments.com/v2/standard: the same calls
// in the same order, then the provider's own page instead of a card company's.
(() => {
    "use strict";

    const origin = new URL(document.currentScript.src).origin;
    const METHODS = ["카드", "가상계좌", "간편결제"];

    function refuse(code, message) {
        return Promise.reject(Object.assign(new Error(message), { code }));
    }

    function targetOf(selector) {
        const target = document.querySelector(selector);
        if (!target) {
            throw Object.assign(new Error(`nothing matches ${selector}`), { code: "INVALID_SELECTOR" });
        }
        return target;
    }

    class Widgets {
        constructor(clientKey, customerKey) {
            this.clientKey = clientKey;
            this.customerKey = customerKey;
            this.amount = null;
            this.methods = null;
            this.agreement = null;
        }

        async setAmount({ currency, value }) {
            if (currency !== "KRW" || !Number.isSafeInteger(value) || value <= 0) {
                return refuse("INVALID_AMOUNT", "setAmount wants {currency: \"KRW\", value: integer}");
            }
            this.amount = value;
            return undefined;
        }

        async renderPaymentMethods({ selector, variantKey = "DEFAULT" }) {
            if (this.amount === null) {
                return refuse("AMOUNT_NOT_SET", "setAmount comes first");
            }
            const target = targetOf(selector);
            target.dataset.variantKey = variantKey;
            target.replaceChildren(...METHODS.map((method, index) => {
                const label = document.createElement("label");
                const radio = document.createElement("input");
                Object.assign(radio, { type: "radio", name: "toss-method", value: method, checked: index === 0 });
                label.append(radio, method);
                return label;
            }));
            this.methods = target;
            return { on() {}, async destroy() { target.replaceChildren(); },
                async getSelectedPaymentMethod() { return { code: target.querySelector("input:checked").value }; } };
        }

        async renderAgreement({ selector, variantKey = "AGREEMENT" }) {
            const target = targetOf(selector);
            target.dataset.variantKey = variantKey;
            const label = document.createElement("label");
            const box = document.createElement("input");
            Object.assign(box, { type: "checkbox", name: "toss-agreement", checked: true });
            label.append(box, "결제 서비스 이용 약관 동의");
            target.replaceChildren(label);
            this.agreement = box;
            return { on() {}, async destroy() { target.replaceChildren(); } };
        }

        async requestPayment({ orderId, orderName, successUrl, failUrl, taxFreeAmount, customerName }) {
            if (this.methods === null || this.agreement === null) {
                return refuse("NOT_RENDERED", "renderPaymentMethods and renderAgreement come first");
            }
            if (!this.agreement.checked) {
                return refuse("NEED_AGREEMENT_WITH_REQUIRED_TERMS", "the terms were not agreed to");
            }
            if (!/^[A-Za-z0-9_=-]{6,64}$/.test(orderId ?? "") || !orderName) {
                return refuse("INVALID_ORDER_ID", "orderId has 6 to 64 letters, digits, - or _; orderName is needed");
            }
            const page = new URL("/pay/toss", origin);
            const wish = { clientKey: this.clientKey, customerKey: this.customerKey, orderId, orderName, successUrl, failUrl,
                taxFreeAmount, customerName, amount: this.amount, method: this.methods.querySelector("input:checked").value };
            for (const [name, value] of Object.entries(wish)) {
                if (value !== undefined) {
                    page.searchParams.set(name, value);
                }
            }
            window.location.assign(page);
            return new Promise(() => {});
        }
    }

    function TossPayments(clientKey) {
        if (!/^(test|live)_gck_/.test(clientKey ?? "")) {
            throw Object.assign(new Error("a client key of the widget begins with test_gck_ or live_gck_"), { code: "INVALID_CLIENT_KEY" });
        }
        return {
            widgets({ customerKey }) {
                if (!customerKey || customerKey.length > 300) {
                    throw Object.assign(new Error("a customerKey is needed"), { code: "INVALID_CUSTOMER_KEY" });
                }
                return new Widgets(clientKey, customerKey);
            },
        };
    }
    TossPayments.ANONYMOUS = "ANONYMOUS";
    window.TossPayments = TossPayments;
})();
