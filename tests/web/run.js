// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One order in a real browser that reaches a real desk, and what customers do to a checkout.
//   node tests/web/run.js [DIRECTORY OF petalpostd AND petalpost]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const { Customer, FLOWER } = require("./customer.js");
const { savePicture } = require("./picture.js");
const { until, startServer, startScreen, startDesk, DeskWindow, stopAll, running } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const SHOTS = path.join(ROOT, "build/shots");
const BROWSER = process.env.PETALPOST_BROWSER ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
const STEP_MS = 20_000;
const WHOLE_MS = 240_000;
const FEWEST_COLOURS = 50; // of a screen on which something is drawn

async function call(server, where) {
    const answer = await fetch(server.url + where, { headers: { Authorization: `Bearer ${server.token}` } });
    assert.equal(answer.status, 200, where);
    return answer.json();
}

const orders = async (server) => (await call(server, "/mypages")).items;
const charges = async (server, id) => (await call(server, `/payments/${id}`)).attempts.map((each) => each.state);
const texts = async (server, id) => (await call(server, `/messages?orderId=${id}`)).items;

async function main() {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-web-"));
    fs.mkdirSync(SHOTS, { recursive: true });
    let browser = null;
    const watchdog = setTimeout(() => {
        console.error(`not through after ${WHOLE_MS} ms`);
        for (const started of running) {
            started.child.kill("SIGKILL");
        }
        process.exit(1);
    }, WHOLE_MS);
    try {
        const server = await startServer(BINARIES, data);
        browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
        await suite(server, browser, data);
    } finally {
        clearTimeout(watchdog);
        await browser?.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
}

/** A customer with a browser of their own. */
async function visit(browser, server, phone, options = {}) {
    const context = await browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul",
        viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(STEP_MS);
    return new Customer(await context.newPage(), server.url, phone);
}

async function leave(customer) {
    await customer.page.context().close();
    assert.deepEqual(customer.faults, []);
}

/** Brings the desk to the day on which `order` is delivered. */
async function showDay(server, desk, order) {
    const today = (await call(server, "/windows")).date;
    const days = Math.round((Date.parse(order.window.slice(0, 10)) - Date.parse(today)) / 86_400_000);
    assert.ok(days >= 0 && days <= 14, `delivered in ${days} days`);
    for (let day = 0; day < days; ++day) {
        await desk.press("ctrl+Right");
    }
}

async function orderReachesDesk(server, browser, data) {
    const screen = await startScreen(data);
    startDesk(BINARIES, server, data, screen);
    const desk = new DeskWindow(screen);
    await desk.appear();
    await until("the desk to know its shop", async () => (await desk.title()).includes("온봄꽃집"), STEP_MS);

    const customer = await visit(browser, server, "010-9876-5432");
    await customer.writeOrder();
    await customer.pay();
    await customer.decide("approve");
    assert.equal(await customer.state(), "결제완료");
    const placed = await orders(server);
    assert.equal(placed.length, 1);
    const order = placed[0];
    assert.equal(order.status, "paid");
    assert.equal(order.flowerName, FLOWER);

    await until("the new order in the desk's title", async () => (await desk.title()).startsWith("(1) 새 주문"), STEP_MS);
    await showDay(server, desk, order);
    const colours = savePicture(screen.frame, path.join(SHOTS, "desk-new-order.png"));
    assert.ok(colours >= FEWEST_COLOURS, `the desk's picture has ${colours} colours`);

    await desk.press("ctrl+1");
    await desk.press("Return");
    await until("the desk to have seen the order", async () =>
        (await call(server, `/orders/${order.id}`)).seenAtMs > 0, STEP_MS);
    await until("the title to forget it", async () => !(await desk.title()).startsWith("("), STEP_MS);
    await desk.press("ctrl+Return");
    // Nobody reloads the customer's page: it asks by itself.
    await until("the tracking page to say so", async () => (await customer.state()) === "제작중", STEP_MS);
    assert.equal((await call(server, `/orders/${order.id}`)).status, "making");
    savePicture(screen.frame, path.join(SHOTS, "desk-making.png"));
    await customer.page.screenshot({ path: path.join(SHOTS, "tracking-making.png"), fullPage: true });
    assert.deepEqual((await texts(server, order.id)).map((sms) => `${sms.event} ${sms.state}`),
        ["paid sent", "making held"]);

    await desk.press("ctrl+z");
    await until("the tracking page to be back", async () => (await customer.state()) === "결제완료", STEP_MS);
    assert.deepEqual((await texts(server, order.id)).map((sms) => `${sms.event} ${sms.state}`),
        ["paid sent", "making withdrawn"]);
    await leave(customer);
}

async function doubleClickIsOneOrder(server, browser) {
    const before = (await orders(server)).length;
    const customer = await visit(browser, server, "010-1111-2222");
    await customer.writeOrder();
    await customer.pay((button) => button.dblclick());
    await customer.decide("approve", (button) => button.dblclick());
    const after = await orders(server);
    assert.equal(after.length, before + 1);
    assert.equal(after.at(-1).status, "paid");
    assert.deepEqual(await charges(server, after.at(-1).id), ["paid"]);
    await leave(customer);
}

async function declinedThenPaid(server, browser) {
    const customer = await visit(browser, server, "010-3333-4444");
    await customer.writeOrder();
    await customer.pay();
    await customer.decide("decline");
    const order = (await orders(server)).at(-1);
    assert.equal(order.status, "received");
    assert.equal(order.paymentStatus, "failed");
    await customer.page.locator("form[action$='/pay'] button").click();
    await customer.page.waitForURL(/\/sandbox\/pay\//);
    await customer.decide("approve");
    assert.equal(await customer.state(), "결제완료");
    assert.deepEqual((await charges(server, order.id)).sort(), ["failed", "paid"]);
    await leave(customer);
}

async function refusedFormKeepsValues(server, browser) {
    const before = (await orders(server)).length;
    const customer = await visit(browser, server, "010-5555-6666");
    await customer.choose();
    const typed = { ...customer.person, toPhone: "전화 없음", card: "<b>\"굵게\" & '가늘게'</b>" };
    await customer.fill(typed);
    assert.equal(await customer.send(), 422);
    for (const [name, value] of Object.entries(typed)) {
        assert.equal(await customer.page.locator(`form#order [name=${name}]`).inputValue(), value, name);
    }
    for (const field of ["toPhone", "privacy"]) {
        assert.notEqual((await customer.page.locator(`#${field}-error`).innerText()).trim(), "");
        assert.equal(await customer.page.locator(`#${field}`).getAttribute("aria-invalid"), "true");
    }
    assert.equal(await customer.page.locator("#fromName-error").count(), 0);
    assert.equal((await orders(server)).length, before);
    await customer.page.locator("#toPhone").fill("02-555-0100");
    await customer.page.locator("#privacy").check();
    assert.equal(await customer.send(), 200);
    assert.equal((await orders(server)).length, before); // nothing is ordered before it is paid for
    await leave(customer);
}

async function withoutScript(server, browser) {
    const customer = await visit(browser, server, "010-7777-8888",
        { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const fits = async (where) => {
        const box = await customer.page.locator("body").evaluate((body) => body.ownerDocument.documentElement.scrollWidth);
        assert.ok(box <= 360, `${where} is ${box} px wide`);
    };
    await customer.choose();
    await fits("the form");
    await customer.fill();
    await customer.page.locator("#privacy").check();
    assert.equal(await customer.send(), 200);
    await fits("the check page");
    await customer.pay();
    await customer.page.locator("button[value=approve]").click();
    await customer.page.waitForURL(/\/t\//);
    await fits("the tracking page");
    assert.equal(await customer.state(), "결제완료");
    await customer.page.screenshot({ path: path.join(SHOTS, "tracking-360.png"), fullPage: true });
    const order = (await orders(server)).at(-1);
    assert.equal(order.status, "paid");
    await leave(customer);
}

async function suite(server, browser, data) {
    await test("an order in the browser reaches the desk, and its moves come back", { timeout: WHOLE_MS },
        () => orderReachesDesk(server, browser, data));
    await test("two clicks on pay are one order and one charge", () => doubleClickIsOneOrder(server, browser));
    await test("a declined payment can be made again", () => declinedThenPaid(server, browser));
    await test("a refused form keeps what was typed", () => refusedFormKeepsValues(server, browser));
    await test("the order works without script on a small screen", () => withoutScript(server, browser));
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
