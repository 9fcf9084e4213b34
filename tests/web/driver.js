// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A driver's phone with a bad line: what is pressed without one arrives once, and nothing is left behind on leaving.
//   node tests/web/driver.js [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const { BROWSER, FLAGS, NOW, StillShop } = require("./pages.js");
const { until, stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
/** As a camera would have taken it. */
const PICTURE = path.join(ROOT, "resources/demo/pictures/peony-720.webp");
const STEP_MS = 20_000;
const WHOLE_MS = 120_000;

/** An order for today whose flowers are made; answers its id. */
const madeOrder = async (shop) => (await shop.place(["startMaking", "markMade"])).id;

const stateOf = async (shop, id) => (await shop.call("GET", `/orders/${id}`)).status;

/** A phone that is signed in. */
async function phoneOf(browser, shop) {
    const context = await browser.newContext({ locale: "ko-KR", viewport: { width: 360, height: 740 } });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    const { code } = await shop.call("POST", "/devices/codes", { role: "driver", name: "김기사님" });
    await page.goto(`${shop.url}/d?code=${code}`);
    await page.locator("form .button-primary").click();
    await page.locator("#run").waitFor();
    return { context, page };
}

const queued = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("petalpost-driver-queue") ?? "[]").length);
const press = (page, id, verb) => page.locator(`#stop-${id} button[value=${verb}]`).click();

async function withoutALine(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    await context.setOffline(true);
    await press(page, id, "startDelivery");
    await until("the phone to say that it waits", async () =>
        (await page.locator("#queue").innerText()).startsWith("보낼 것 1건"), STEP_MS);
    assert.ok(await page.locator(`#stop-${id} button[value=startDelivery]`).isDisabled());
    assert.equal(await stateOf(shop, id), "made");
    await context.setOffline(false);
    await until("the press to arrive", async () => (await stateOf(shop, id)) === "delivering", STEP_MS);
    await page.locator(`#stop-${id} button[value=completeDelivery]`).waitFor();
    assert.ok(await page.locator("#queue").isHidden());
    await page.locator(`#by-${id}`).selectOption("문 앞");
    await press(page, id, "completeDelivery");
    await until("the flowers to be there", async () => (await stateOf(shop, id)) === "delivered", STEP_MS);
    assert.equal((await shop.call("GET", `/orders/${id}`)).receivedBy, "문 앞");
    await context.close();
}

async function aLostReplyIsOneMove(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    let lost = 0;
    await page.route("**/d/moves/*", async (route) => {
        if (lost > 0) {
            await route.continue();
            return;
        }
        lost += 1;
        await route.fetch({ maxRedirects: 0 }); // the server has it, the phone hears nothing
        await route.abort("connectionreset");
    });
    await press(page, id, "startDelivery");
    await until("the queue to be empty", async () => lost === 1 && (await queued(page)) === 0, STEP_MS);
    assert.equal(await stateOf(shop, id), "delivering");
    assert.equal(await page.locator("#run [role=alert]").count(), 0); // the repeated press is no second one
    assert.equal((await shop.call("GET", `/messages?orderId=${id}`)).items
        .filter((sms) => sms.event === "delivering").length, 1);
    await context.close();
}

async function aReloadKeepsTheQueue(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    await page.route("**/d/moves/*", (route) => route.abort("connectionreset"));
    await press(page, id, "startDelivery");
    await until("the press to wait", async () => (await queued(page)) === 1, STEP_MS);
    await page.unroute("**/d/moves/*");
    await page.reload();
    await until("the press to arrive", async () => (await stateOf(shop, id)) === "delivering", STEP_MS);
    await context.close();
}

const photosOf = async (shop, id) => (await shop.call("GET", `/orders/${id}`)).photos ?? {};

async function aPhotoFollowsItsPress(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    await press(page, id, "startDelivery");
    await page.locator(`#photo-${id}`).setInputFiles(PICTURE);
    await context.setOffline(true);
    await press(page, id, "completeDelivery");
    await until("press and photo to wait", async () => (await queued(page)) === 2, STEP_MS);
    await context.setOffline(false);
    await until("the flowers to be there", async () => (await stateOf(shop, id)) === "delivered", STEP_MS);
    await until("the photo to be there", async () => (await photosOf(shop, id)).delivery !== undefined, STEP_MS);
    await until("the queue to be empty", async () => (await queued(page)) === 0, STEP_MS);
    const { delivery } = await photosOf(shop, id);
    const answer = await fetch(`${shop.url}/photos/${delivery}-720.webp`, { signal: AbortSignal.timeout(STEP_MS) });
    assert.equal(answer.headers.get("content-type"), "image/webp");
    await context.close();
}

async function noPressWaitsForAPhoto(shop, browser) {
    const [first, second] = [await madeOrder(shop), await madeOrder(shop)];
    const { context, page } = await phoneOf(browser, shop);
    await page.route("**/d/photos/*", (route) => route.fulfill({ status: 503 }));
    await press(page, first, "startDelivery");
    await page.locator(`#photo-${first}`).setInputFiles(PICTURE);
    await press(page, first, "completeDelivery");
    await until("the photo to wait", async () =>
        (await stateOf(shop, first)) === "delivered" && (await queued(page)) === 1, STEP_MS);
    await press(page, second, "startDelivery");
    await until("the press to arrive", async () => (await stateOf(shop, second)) === "delivering", STEP_MS);
    await until("the photo alone to wait", async () => (await queued(page)) === 1, STEP_MS);
    assert.deepEqual(await photosOf(shop, first), {});
    await page.unroute("**/d/photos/*");
    await until("the photo to be there", async () => (await photosOf(shop, first)).delivery !== undefined, STEP_MS);
    await context.close();
}

async function whatIsNoPhotoIsSaid(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    await press(page, id, "startDelivery");
    await page.locator(`#photo-${id}`).setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no") });
    await press(page, id, "completeDelivery");
    await page.getByText("사진을 보내지 못했어요").waitFor();
    await until("the flowers to be there", async () => (await stateOf(shop, id)) === "delivered", STEP_MS);
    assert.deepEqual(await photosOf(shop, id), {});
    await context.close();
}

async function nothingIsLeftBehind(shop, browser) {
    const id = await madeOrder(shop);
    const { context, page } = await phoneOf(browser, shop);
    await page.route("**/d/moves/*", (route) => route.abort("connectionreset"));
    await press(page, id, "startDelivery");
    await until("the press to wait", async () => (await queued(page)) === 1, STEP_MS);
    await page.locator("#driver > details summary").click();
    await page.locator("form[action$='/sign-out'] button").click();
    await page.locator("#left").waitFor();
    assert.equal(await queued(page), 0);
    assert.equal(await page.locator("#run").count(), 0);
    assert.equal((await context.cookies()).filter((cookie) => cookie.name === "driver").length, 0);
    await page.goto(`${shop.url}/d`);
    assert.equal(await page.locator("#code").inputValue(), "");
    await context.close();
}

async function main() {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-driver-"));
    let browser = null;
    try {
        const shop = await StillShop.open(BINARIES, data, NOW);
        browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
        const limit = { timeout: WHOLE_MS };
        await test("what is pressed without a line arrives later", limit, () => withoutALine(shop, browser));
        await test("a lost reply is one move", limit, () => aLostReplyIsOneMove(shop, browser));
        await test("a reload keeps what waits", limit, () => aReloadKeepsTheQueue(shop, browser));
        await test("a photo follows the press it belongs to", limit, () => aPhotoFollowsItsPress(shop, browser));
        await test("no press waits for a photo", limit, () => noPressWaitsForAPhoto(shop, browser));
        await test("what is no photo is said", limit, () => whatIsNoPhotoIsSaid(shop, browser));
        await test("signing out leaves nothing on the phone", limit, () => nothingIsLeftBehind(shop, browser));
    } finally {
        await browser?.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
