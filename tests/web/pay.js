// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our own pay page in a real browser, with the stand-in's script in the place of Toss's.
//   node tests/web/pay.js [DIRECTORY OF petalpost_payshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const path = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const { startProvider } = require("../support/provider/testbench.js");
const { Customer } = require("./customer.js");
const { start, saying, stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const BROWSER = process.env.PETALPOST_BROWSER ?? "/usr/bin/chromium";
const STEP_MS = 20_000;
const PHONES = ["010-1000-2001", "010-1000-2002", "010-1000-2003", "010-1000-2004", "010-1000-2005",
    "010-1000-2006", "010-1000-2007", "010-1000-2008"];

/** A customer who has come as far as the pay page. */
class Payer extends Customer {
    static async at(world, options = {}) {
        const context = await world.browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul", ...options });
        context.setDefaultTimeout(STEP_MS);
        const payer = new Payer(await context.newPage(), world.shop, PHONES.pop());
        payer.world = world;
        payer.blocked = [];
        payer.page.on("console", (message) => {
            if (/Content Security Policy/i.test(message.text())) {
                payer.blocked.push(message.text());
            }
        });
        await payer.writeOrder();
        await payer.page.locator("#agree").check();
        await payer.page.locator("form[action$='/shop/checkout'] .actions button").click();
        await payer.page.waitForURL(/\/shop\/pay\/[0-9a-f-]{36}$/);
        payer.payUrl = payer.page.url();
        payer.attempt = payer.payUrl.split("/").pop();
        return payer;
    }

    get button() {
        return this.page.locator("#pay-button");
    }

    async press(action, click = (button) => button.click()) {
        await click(this.button);
        await this.page.waitForURL(/\/pay\/toss/);
        await this.page.locator(`#${action}`).click();
    }

    tracked() {
        return this.page.waitForURL(/\/t\/[0-9A-Za-z]{12}$/);
    }

    async books() {
        return (await this.world.provider.control(`books?orderRef=${this.attempt}`)).payments;
    }

    async leave() {
        await this.page.context().close();
        assert.deepEqual(this.blocked, []);
        assert.deepEqual(this.faults, []);
    }
}

async function paysOnce(world) {
    const payer = await Payer.at(world);
    assert.match(await payer.button.innerText(), /^89,000원 결제하기$/);
    await payer.press("approve");
    await payer.tracked();
    assert.equal(await payer.state(), "결제완료");
    assert.deepEqual((await payer.books()).map((each) => each.captured), [89_000]);
    // The page that was left leads to the order, by its address and by the browser's own button.
    const tracking = payer.page.url();
    await payer.page.goto(payer.payUrl);
    assert.equal(payer.page.url(), tracking);
    await payer.leave();
}

async function failsAndPaysAgain(world) {
    const payer = await Payer.at(world);
    await payer.press("cancel");
    await payer.tracked();
    assert.match(await payer.page.locator(".headline").innerText(), /결제가 안 됐어요/);
    await payer.page.locator("form[action$='/pay'] .button-primary").click();
    await payer.page.waitForURL(/\/shop\/pay\//);
    assert.notEqual(payer.page.url(), payer.payUrl);
    await payer.press("reject"); // by the card company, when the shop confirms
    await payer.tracked();
    assert.match(await payer.page.locator(".headline").innerText(), /결제가 안 됐어요/);
    await payer.page.locator("form[action$='/pay'] .button-primary").click();
    await payer.page.waitForURL(/\/shop\/pay\//);
    await payer.press("approve");
    await payer.tracked();
    assert.equal(await payer.state(), "결제완료");
    await payer.leave();
}

async function pressedTwice(world) {
    const payer = await Payer.at(world);
    const asked = await payer.page.evaluate(async () => {
        // The widget waits for ever, as while its window opens; every call is counted.
        let calls = 0;
        const button = document.getElementById("pay-button");
        window.location.assign = () => {};
        const made = Object.getPrototypeOf(window.TossPayments("test_gck_x").widgets({ customerKey: "ANONYMOUS" }));
        made.requestPayment = () => {
            calls += 1;
            return new Promise(() => {});
        };
        button.click();
        button.click();
        return { calls, disabled: button.disabled };
    });
    assert.deepEqual(asked, { calls: 1, disabled: true });
    await payer.page.reload();
    await payer.press("approve", (button) => button.dblclick());
    await payer.tracked();
    assert.deepEqual((await payer.books()).map((each) => each.captured), [89_000]);
    await payer.leave();
}

async function refusalsCanBeRepeated(world) {
    const payer = await Payer.at(world);
    await payer.page.locator("[name=toss-agreement]").uncheck();
    await payer.button.click();
    await payer.page.locator("#pay-terms").waitFor();
    assert.equal(await payer.page.locator("#pay-failed").isVisible(), false);
    assert.equal(await payer.button.isEnabled(), true);
    await payer.page.locator("[name=toss-agreement]").check();
    await payer.press("approve");
    await payer.tracked();
    assert.equal(await payer.state(), "결제완료");
    await payer.leave();
}

async function refreshed(world) {
    const payer = await Payer.at(world);
    await payer.page.reload();
    assert.equal(await payer.button.isVisible(), true);
    await payer.button.click();
    await payer.page.waitForURL(/\/pay\/toss/);
    await payer.page.goBack();
    await payer.page.waitForURL(payer.payUrl);
    await payer.press("approve");
    await payer.tracked();
    const returned = payer.page.url();
    await payer.page.reload();
    assert.equal(payer.page.url(), returned);
    assert.deepEqual((await payer.books()).map((each) => each.captured).filter((won) => won > 0), [89_000]);
    await payer.leave();
}

async function transfers(world) {
    const payer = await Payer.at(world);
    await payer.page.locator("[name=toss-method][value=가상계좌]").check();
    await payer.press("approve");
    await payer.tracked();
    const shown = await payer.page.locator("#deposit").innerText();
    assert.match(shown, /우리은행/);
    assert.match(shown, /89,000원/);
    assert.match(await payer.page.locator(".headline").innerText(), /입금을 기다리고 있어요/);
    await payer.leave();
}

async function withoutTheScript(world) {
    const payer = await Payer.at(world);
    await payer.page.route("**/v2/standard", (route) => route.abort());
    await payer.page.reload();
    await payer.page.locator("#pay-missing").waitFor();
    assert.equal(await payer.button.isVisible(), false);
    await payer.page.locator("button[name=gateway][value=sandbox]").click();
    await payer.page.waitForURL(/\/sandbox\/pay\//);
    await payer.decide("approve");
    assert.equal(await payer.state(), "결제완료");
    await payer.leave();
}

async function withoutJavaScript(world) {
    const payer = await Payer.at(world, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    assert.match(await payer.page.locator("noscript, main").last().innerText(), /자바스크립트/);
    assert.equal(await payer.button.isVisible(), false);
    await payer.page.locator("button[name=gateway][value=sandbox]").click();
    await payer.page.waitForURL(/\/sandbox\/pay\//);
    await payer.leave();
}

async function main() {
    let provider = null;
    let browser = null;
    try {
        provider = await startProvider();
        const program = start(path.join(BINARIES, "petalpost_payshop"), [provider.url]);
        const shop = await saying(program, /^ready (\S+)$/m);
        browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu"],
            timeout: STEP_MS });
        const world = { provider, browser, shop };
        await test("a payment in the widget pays the order once", () => paysOnce(world));
        await test("a payment that failed can be made again", () => failsAndPaysAgain(world));
        await test("two presses ask the widget once", () => pressedTwice(world));
        await test("terms that were not agreed to are said", () => refusalsCanBeRepeated(world));
        await test("reloading and going back change nothing", () => refreshed(world));
        await test("a transfer is awaited on the order's page", () => transfers(world));
        await test("without the provider's script there is another way", () => withoutTheScript(world));
        await test("without JavaScript the page says so", () => withoutJavaScript(world));
    } finally {
        await browser?.close();
        await stopAll();
        await provider?.stop();
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
