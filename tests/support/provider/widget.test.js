// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in for Toss's widget in a real browser: a page that uses it as a shop's page does.
"use strict";

const assert = require("node:assert/strict");
const http = require("node:http");
const { after, before, test } = require("node:test");
const { createRequire } = require("node:module");
const path = require("node:path");

const { startProvider } = require("./testbench.js");

const { chromium } = createRequire(path.join(__dirname, "../../web/package.json"))("playwright-core");
const BROWSER = process.env.PETALPOST_BROWSER ?? "/usr/bin/chromium";
const STEP_MS = 20_000;

/** A shop's pay page; `?wish` is what goes to requestPayment(), beside where to come back. */
const PAY_PAGE = (provider) => `<!doctype html><meta charset="utf-8"><div id="methods"></div><div id="terms"></div>
<button id="go">결제하기</button><p id="error"></p><script src="${provider}/v2/standard"></script><script>
(async () => {
    const wish = JSON.parse(new URLSearchParams(location.search).get("wish"));
    const widgets = TossPayments("test_gck_petalpost").widgets({ customerKey: TossPayments.ANONYMOUS });
    const say = (error) => { document.getElementById("error").textContent = error.code; };
    await widgets.renderPaymentMethods({ selector: "#methods" }).catch(say);
    await widgets.setAmount({ currency: "KRW", value: 55000 });
    await widgets.renderPaymentMethods({ selector: "#methods", variantKey: "DEFAULT" });
    await widgets.renderAgreement({ selector: "#terms", variantKey: "AGREEMENT" });
    document.getElementById("go").addEventListener("click", () => widgets.requestPayment({
        orderName: "장미 외 1건", successUrl: location.origin + "/paid", failUrl: location.origin + "/failed", ...wish,
    }).catch(say));
})();
</script>`;

let provider;
let shop;
let browser;
let page;
before(async () => {
    provider = await startProvider();
    shop = http.createServer((request, response) => {
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
        response.end(request.url.startsWith("/pay") && !request.url.startsWith("/paid") ? PAY_PAGE(provider.url) : "back");
    });
    await new Promise((resolve) => shop.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"], timeout: STEP_MS });
    page = await browser.newPage();
    page.setDefaultTimeout(STEP_MS);
});
after(async () => {
    await browser?.close();
    shop?.closeAllConnections();
    shop?.close();
    await provider?.stop();
});

async function openPayPage(wish) {
    await page.goto(`http://127.0.0.1:${shop.address().port}/pay?wish=${encodeURIComponent(JSON.stringify(wish))}`);
    await page.locator("[name=toss-agreement]").waitFor();
}

async function returnTo(where) {
    await page.waitForURL((url) => url.pathname === where);
    return new URL(page.url()).searchParams;
}

test("the amount comes first, and the terms must be agreed to", async () => {
    await openPayPage({ orderId: "attempt-1" });
    assert.equal(await page.locator("#error").innerText(), "AMOUNT_NOT_SET");
    await page.locator("[name=toss-agreement]").uncheck();
    await page.locator("#go").click();
    await page.locator("#error", { hasText: "NEED_AGREEMENT_WITH_REQUIRED_TERMS" }).waitFor();
});

test("a customer chooses a virtual account, approves, and is back with what to confirm", async () => {
    await openPayPage({ orderId: "attempt-2", taxFreeAmount: 55_000 });
    await page.locator("[value=가상계좌]").check();
    await page.locator("#go").click();
    await page.locator("#approve").click();
    const back = await returnTo("/paid");
    assert.deepEqual([back.get("orderId"), back.get("amount")], ["attempt-2", "55000"]);
    const wish = { paymentKey: back.get("paymentKey"), orderId: "attempt-2", amount: 55_000 };
    const { json } = await provider.toss("POST", "/v1/payments/confirm", wish);
    assert.deepEqual([json.status, json.method, json.taxFreeAmount], ["WAITING_FOR_DEPOSIT", "가상계좌", 55_000]);
});

test("a customer who gives up is back with the code that says so", async () => {
    await openPayPage({ orderId: "attempt-3" });
    await page.locator("#go").click();
    await page.locator("#cancel").click();
    const back = await returnTo("/failed");
    assert.deepEqual([back.get("code"), back.get("orderId")], ["PAY_PROCESS_CANCELED", "attempt-3"]);
    assert.equal((await provider.control("books?orderRef=attempt-3")).payments.length, 0);
});
