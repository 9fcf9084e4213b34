// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the payment provider's widget and asks it for the payment, once at a time.
(() => {
    "use strict";
    const page = document.getElementById("pay");
    const button = document.getElementById("pay-button");
    const wish = page.dataset;
    const TERMS = "NEED_AGREEMENT_WITH_REQUIRED_TERMS";

    function say(id) {
        for (const notice of document.querySelectorAll("[role=alert]")) {
            notice.hidden = notice.id !== id;
        }
    }

    function request(widgets) {
        const taxFreeAmount = Number(wish.taxFreeAmount);
        return widgets.requestPayment({
            orderId: wish.orderId,
            orderName: wish.orderName,
            successUrl: wish.successUrl,
            failUrl: wish.failUrl,
            // The whole page goes along: a frame could not show every card company's page.
            windowTarget: "self",
            ...(taxFreeAmount > 0 ? { taxFreeAmount } : {}),
        });
    }

    async function start() {
        const widgets = window.TossPayments(wish.clientKey).widgets({ customerKey: wish.customerKey });
        await widgets.setAmount({ currency: "KRW", value: Number(wish.amount) });
        await Promise.all([
            widgets.renderPaymentMethods({ selector: "#pay-methods", variantKey: wish.variantKey }),
            widgets.renderAgreement({ selector: "#pay-agreement", variantKey: "AGREEMENT" }),
        ]);
        button.addEventListener("click", async () => {
            button.disabled = true;
            say("");
            try {
                await request(widgets);
            } catch (error) {
                say(error.code === TERMS ? "pay-terms" : "pay-failed");
                button.disabled = false;
            }
        });
        button.hidden = false;
    }

    // Back from the provider by the browser's own button: the page may be the one that was left.
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
            location.reload();
        }
    });

    (window.TossPayments ? start() : Promise.reject(new Error("no script"))).catch(() => say("pay-missing"));
})();
