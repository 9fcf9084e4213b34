// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of a shop whose clock stands still, and how a customer gets there.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");

const { start, saying, stop } = require("./programs.js");

const BROWSER = process.env.PETALPOST_BROWSER ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--font-render-hinting=none"];
const STEP_MS = 60_000; // drawing has no deadline of its own, and a busy machine takes its time
const NOW = "2025-05-08T13:22:00+09:00";
const BEFORE = "2025-05-08T12:50:00+09:00"; // an unpaid order of that time has expired by now
const PERSON = {
    toName: "김서연", toPhone: "010-2345-6789", address: "서울 강남구 역삼로 180", detail: "1203호",
    card: "엄마, 언제나 고맙고 사랑해요.\n올봄엔 같이 꽃구경 가요! — 서연", fromName: "김하늘", fromPhone: "010-9876-5432",
};

/** The shop at one moment. */
class StillShop {
    static async open(binaries, data, at, extra = []) {
        const shop = new StillShop();
        shop.program = start(path.join(binaries, "petalpost_stillshop"), ["--data", data, "--at", at, ...extra]);
        shop.url = (await saying(shop.program, /^ready (\S+)$/m)).replace(/\/$/, "");
        shop.token = fs.readFileSync(path.join(data, "owner.token"), "utf8").trim();
        return shop;
    }

    async call(method, where, body) {
        const answer = await fetch(this.url + where, { method, body: JSON.stringify(body),
            headers: { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" } });
        assert.ok(answer.ok, `${method} ${where}: ${answer.status}`);
        return answer.json();
    }

    /** Keeps a picture of the demo shop as a camera's; answers its id. */
    async photo(name) {
        const answer = await fetch(`${this.url}/photos`, { method: "POST", headers: { Authorization: `Bearer ${this.token}` },
            body: fs.readFileSync(path.join(__dirname, `../../resources/demo/pictures/${name}-720.webp`)) });
        assert.equal(answer.status, 201);
        return (await answer.json()).id;
    }

    /** A paid order, moved on by `verbs`; answers its token. */
    async order(...verbs) {
        return (await this.place(verbs)).accessToken;
    }

    async place(verbs) {
        const placed = await this.call("POST", "/orders", {
            productId: 1, qty: 1, customerName: PERSON.fromName, phoneNumber: PERSON.fromPhone, cardMessage: PERSON.card,
            recipient: { name: PERSON.toName, phone: PERSON.toPhone },
            address: { line: PERSON.address, detail: PERSON.detail, postalCode: "06248", neighbourhood: "역삼동" },
            window: "2025-05-08T18:00/20:00", locale: "ko" });
        for (const verb of verbs) {
            await this.call("PATCH", `/orders/${placed.id}`, { verb, reason: "" });
        }
        return placed;
    }

    /** A paid order of which the florist would like to make three, which costs more; answers its token. */
    async asking() {
        const placed = await this.place([]);
        const lines = `/orders/${placed.id}/lines`;
        const { basedOn, differenceMinor } = await this.call("PATCH", lines, { qty: 3, dryRun: true });
        await this.call("PATCH", lines, { qty: 3, basedOn, differenceMinor });
        return placed.accessToken;
    }
}

const at = (where) => (visit) => visit.go(where);
const onTracking = (state) => (visit) => visit.go(`/t/${visit.tokens[state]}`);

/** Every page: its name and how to get there. A new page is one line. */
const PAGES = {
    "menu": at(""),
    "item": at("/shop/items/1"),
    "item-photos": at("/shop/items/2"),
    "form": at("/shop/order?item=1&window=2025-05-08T18:00/20:00"),
    "form-errors": async (visit) => { await visit.form(); await visit.send(); },
    "form-places": async (visit) => {
        await visit.form();
        await visit.page.locator("#address").fill("역삼로 18");
        await visit.page.locator("button[formaction$='/shop/address']").click();
        await visit.page.locator("#places input").first().waitFor();
    },
    "check": (visit) => visit.check(),
    "payment-test": (visit) => visit.go(`/sandbox/pay/${visit.tokens.reference}`),
    "tracking-unpaid": onTracking("unpaid"),
    "tracking-expired": onTracking("expired"),
    "tracking-paid": onTracking("paid"),
    "tracking-making": onTracking("making"),
    "tracking-made": onTracking("made"),
    "tracking-delivering": onTracking("delivering"),
    "tracking-delivered": onTracking("delivered"),
    "tracking-cancelled": onTracking("cancelled"),
    "cancel": async (visit) => { await onTracking("paid")(visit); await visit.unfold(); },
    "cancel-request": async (visit) => { await onTracking("making")(visit); await visit.unfold(); },
    "cancel-requested": onTracking("requested"),
    "change-asked": onTracking("changing"),
    "review": (visit) => visit.go(`/r/${visit.tokens.delivered}`),
    "review-closed": (visit) => visit.go(`/r/${visit.tokens.paid}`),
    "not-found": at("/nothing"),
    "wrong-method": at("/shop/checkout"),
    "my": at("/my"),
    "my-code": (visit) => visit.withCookie("code", "/my/code"),
    "my-code-wrong": async (visit) => { await PAGES["my-code"](visit); await visit.send("[action$='/my/enter']"); },
    "my-orders": (visit) => visit.withCookie("my", "/my"),
    "my-no-phone": async (visit) => { await PAGES.my(visit); await visit.send("[action$='/my/code']"); },
    "terms": at("/terms"),
    "privacy": at("/privacy"),
    "refunds": at("/refunds"),
    "driver-sign-in": at("/d"),
    "driver": (visit) => visit.signInAsDriver(),
};

/** One customer's way to one page. */
class Visit {
    constructor(page, shop, prefix, tokens, phone) {
        Object.assign(this, { page, shop, prefix, tokens, phone });
    }

    go(where) {
        return this.page.goto(this.shop.url + (this.prefix + where || "/"));
    }

    async form() {
        await PAGES.form(this);
        await this.page.locator("form#order").waitFor();
    }

    /** Opens a page as whoever has the cookie that tokens.cookies names. */
    async withCookie(name, where) {
        await this.page.context().addCookies([{ name, value: this.tokens.cookies[name], url: this.shop.url }]);
        await this.go(where);
    }

    /** Asks for a code; answers the cookie with which it is entered. */
    async askForCode() {
        await this.go("/my");
        await this.page.locator("#phone").fill(this.phone);
        await this.page.locator("form .actions button").click();
        await this.page.waitForURL(/\/my\/code$/);
        return cookieOf(this.page, "code");
    }

    async send(form = "#order") {
        await this.page.locator(`form${form} .actions button`).click();
        await this.page.waitForLoadState();
    }

    async check() {
        await this.form();
        for (const [name, value] of Object.entries({ ...PERSON, fromPhone: this.phone })) {
            await this.page.locator(`form#order [name=${name}]`).fill(value);
        }
        await this.page.locator("#privacy").check();
        await this.send();
        await this.page.locator("#agree").waitFor();
    }

    async checkout() {
        await this.check();
        await this.page.locator("#agree").check();
        await this.page.locator("form[action$='/shop/checkout'] .actions button").click();
        await this.page.waitForURL(/\/sandbox\/pay\//);
    }

    async decide(decision) {
        await this.page.locator(`button[value=${decision}]`).click();
        await this.page.waitForURL(/\/t\//);
    }

    async signInAsDriver() {
        const { code } = await this.shop.call("POST", "/devices/codes", { role: "driver", name: "김기사님" });
        await this.go(`/d?code=${code}`);
        await this.page.locator("form .button-primary").click();
        await this.page.locator("#run").waitFor();
    }

    async unfold() {
        await this.page.locator("#actions summary").click();
    }
}

const lastPart = (page) => new URL(page.url()).pathname.split("/").pop();

const cookieOf = async (page, name) =>
    (await page.context().cookies()).find((cookie) => cookie.name === name).value;

/** A customer of the Korean shop, without a look of their own. */
async function customer(browser, shop, tokens, phone) {
    const context = await browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul" });
    return new Visit(await context.newPage(), shop, "", tokens, phone);
}

/** An order that somebody began to pay for; `decision` is what became of it. Answers the end of its address. */
async function unpaid(browser, shop, phone, decision) {
    const visit = await customer(browser, shop, {}, phone);
    await visit.checkout();
    if (decision) {
        await visit.decide(decision);
    }
    const token = lastPart(visit.page);
    await visit.page.context().close();
    return token;
}

/** Cookies of who waits for a code and of who is signed in; few codes are to be had in an hour that stands still. */
async function signedIn(browser, shop, tokens) {
    const visit = await customer(browser, shop, tokens, PERSON.fromPhone);
    await visit.askForCode();
    const mine = (await shop.call("GET", "/mypages?limit=500")).items.filter((order) =>
        order.phoneNumber === PERSON.fromPhone.replaceAll("-", ""));
    const { items } = await shop.call("GET", `/messages?orderId=${mine.at(-1).id}`);
    await visit.page.locator("#code").fill(/\d{6}/.exec(items.at(-1).text)[0]);
    await visit.send("[action$='/my/enter']");
    await visit.page.locator(".my-order").first().waitFor();
    const cookies = { my: await cookieOf(visit.page, "my") };
    await visit.page.context().clearCookies();
    cookies.code = await visit.askForCode();
    await visit.page.context().close();
    return cookies;
}

/** A product with photos instead of a picture, and orders with photos of the flowers and of the door. */
async function showPhotos(shop) {
    const [first, second] = [await shop.photo("carnation"), await shop.photo("peony")];
    await shop.call("PATCH", "/catalogue/2", { photos: [first, second] });
    const { items } = await shop.call("GET", "/mypages?limit=500");
    const add = (order, photoOf, photo) => shop.call("PATCH", `/orders/${order.id}`, { verb: "addPhoto", photoOf, photo });
    await add(items.find(({ status }) => status === "made"), "arrangement", second);
    const delivered = items.findLast(({ status, recipient }) => status === "delivered" && recipient.name === PERSON.toName);
    await add(delivered, "arrangement", second);
    await add(delivered, "delivery", first);
}

/** Orders in every state; they are few, so that the pages show the same free places each time. */
async function prepare(binaries, data, browser, extra = []) {
    const earlier = await StillShop.open(binaries, data, BEFORE);
    const expired = await unpaid(browser, earlier, "010-0000-0001", "decline");
    await stop(earlier.program);
    const shop = await StillShop.open(binaries, data, NOW, extra); // at its start it lets go what has expired
    const tokens = {
        expired,
        paid: await shop.order(),
        making: await shop.order("startMaking"),
        made: await shop.order("startMaking", "markMade"),
        delivering: await shop.order("startMaking", "markMade", "startDelivery"),
        delivered: await shop.order("startMaking", "markMade", "startDelivery", "completeDelivery"),
        cancelled: await shop.order("cancel"),
        requested: await shop.order("startMaking"),
        changing: await shop.asking(),
        unpaid: await unpaid(browser, shop, "010-0000-0002", "decline"),
        reference: await unpaid(browser, shop, "010-0000-0003", null),
    };
    await showPhotos(shop);
    const asking = await customer(browser, shop, tokens, "");
    await onTracking("requested")(asking);
    await asking.unfold();
    await asking.page.locator("#actions details button").click();
    await asking.page.locator("#live .notice").waitFor();
    await asking.page.context().close();
    tokens.cookies = await signedIn(browser, shop, tokens);
    return { shop, tokens };
}

/**
 * Opens the page `name` of the language at `prefix` in a window of its own; `look` is what the browser may ask for,
 * `watch` is given the window before it shows anything.
 */
async function openPage(browser, shop, tokens, name, prefix, look, watch = () => {}) {
    const context = await browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul", reducedMotion: "reduce", ...look });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(NOW));
    watch(page);
    await PAGES[name](new Visit(page, shop, prefix, tokens, PERSON.fromPhone));
    await page.evaluate(() => document.activeElement?.blur());
    return page;
}

const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);

module.exports = { BROWSER, FLAGS, NOW, STEP_MS, PAGES, StillShop, prepare, openPage, widthOf };
