// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred customers press "pay" at once for the last place of a delivery window: one gets it, the others are offered
// the next free time and are charged nothing.
//   node tests/web/lastplace.js [DIRECTORY OF petalpostd]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const { BROWSER, FLAGS } = require("./pages.js");
const { start, saying, stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const CUSTOMERS = 100;
const TOGETHER = 10; // windows that are opened at the same time
const STEP_MS = 120_000; // a hundred pages answer one after the other on a small machine
const WHOLE_MS = 420_000;
const JSON_TYPE = { "Content-Type": "application/json" };

/** A shop behind a proxy, which tells it that each customer comes from elsewhere. */
async function openShop(data) {
    const config = path.join(data, "petalpostd.conf");
    fs.writeFileSync(config, `[server]\nlisten=127.0.0.1:0\ndata=${data}/shop\ntrustedProxy=127.0.0.1\n`);
    const program = start(path.join(BINARIES, "petalpostd"), ["serve", "--config", config, "--demo"]);
    const url = (await saying(program, /^ready (\S+)$/m)).replace(/\/$/, "");
    const token = fs.readFileSync(path.join(data, "shop/owner.token"), "utf8").trim();
    return { url, headers: { Authorization: `Bearer ${token}` } };
}

/** The first window of tomorrow, or of the first day after it that is open. */
async function anEarlyWindow(shop) {
    for (let day = 1; day < 5; ++day) {
        const date = new Date(Date.now() + (9 + 24 * day) * 3_600_000).toISOString().slice(0, 10);
        const answer = await (await fetch(`${shop.url}/windows?date=${date}`, { headers: shop.headers })).json();
        const open = answer.items.filter((offer) => offer.free > 0);
        if (open.length > 1) {
            return { ...open[0], next: open[1].window };
        }
    }
    throw new Error("no day is open");
}

/** Takes every place but one. */
async function fill(shop, { window, free }) {
    for (let i = 1; i < free; ++i) {
        const answer = await fetch(`${shop.url}/orders`, { method: "POST",
            headers: { ...JSON_TYPE, "X-Forwarded-For": `10.1.0.${i}` },
            body: JSON.stringify({ productId: 1, qty: 1, window, customerName: "이른 손님", phoneNumber: "01011112222",
                address: { line: "서울 강남구 역삼로 180" } }) });
        assert.equal(answer.status, 201, await answer.clone().text());
    }
}

/** A customer with everything written, one press away from paying. */
async function readyToPay(browser, shop, window, number) {
    const context = await browser.newContext({ locale: "ko-KR", viewport: { width: 360, height: 740 },
        extraHTTPHeaders: { "X-Forwarded-For": `10.2.0.${number}` } });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    await page.goto(`${shop.url}/shop/order?item=1&window=${window}`);
    const person = { toName: "김서연", toPhone: "010-2345-6789", address: "서울 강남구 역삼로 180", fromName: "김하늘",
        fromPhone: `010-7000-${String(number).padStart(4, "0")}` };
    for (const [name, value] of Object.entries(person)) {
        await page.locator(`form#order [name=${name}]`).fill(value);
    }
    await page.locator("#privacy").check();
    await page.locator("form#order .actions button").click();
    await page.locator("#agree").check();
    return page;
}

async function press(page) {
    const answered = page.waitForResponse((response) => response.url().endsWith("/shop/checkout"));
    await page.locator("form[action$='/shop/checkout'] .actions button").click({ noWaitAfter: true });
    const status = (await answered).status();
    await page.waitForLoadState();
    return status;
}

const hours = (window) => window.split("T")[1].split("/").map((time) => Number(time.slice(0, 2))).join("–");

test("the last place of a window goes to one of a hundred", { timeout: WHOLE_MS }, async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-lastplace-"));
    const browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
    try {
        const shop = await openShop(data);
        const window = await anEarlyWindow(shop);
        await fill(shop, window);
        const pages = [];
        while (pages.length < CUSTOMERS) {
            const next = Array.from({ length: TOGETHER }, (_, i) => pages.length + i + 1);
            pages.push(...await Promise.all(next.map((number) => readyToPay(browser, shop, window.window, number))));
        }
        const statuses = await Promise.all(pages.map(press));

        const winners = pages.filter((page) => page.url().includes("/sandbox/pay/"));
        assert.equal(winners.length, 1, statuses.join(" "));
        for (const page of pages.filter((each) => each !== winners[0])) {
            const text = await page.locator("main").innerText();
            assert.ok(text.includes("방금 마감됐어요") && text.includes(hours(window.next)), text.slice(0, 400));
        }
        await winners[0].locator("button[value=approve]").click();
        await winners[0].waitForURL(/\/t\//);

        const { items } = await (await fetch(`${shop.url}/mypages?limit=500`, { headers: shop.headers })).json();
        const wanting = items.filter((order) => order.phoneNumber.startsWith("0107000"));
        assert.equal(wanting.length, 1);
        assert.equal(wanting[0].status, "paid");
        const balance = await (await fetch(`${shop.url}/balance`, { headers: shop.headers })).json();
        assert.ok(balance.balanced, JSON.stringify(balance));
    } finally {
        await browser.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});
