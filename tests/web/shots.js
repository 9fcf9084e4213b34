// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the shop as a picture, in both languages, light and dark, on a phone and on a desk, and the sheet
// that shows them beside the desk's. Two runs write the same files: the shop's clock stands still.
//   node tests/web/shots.js DIRECTORY [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const { start, saying, stop, stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const OUT = path.resolve(process.argv[2] ?? path.join(ROOT, "build/shots"));
const BINARIES = path.resolve(process.argv[3] ?? path.join(ROOT, "build/ci/bin"));
const BROWSER = process.env.PETALPOST_BROWSER ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--font-render-hinting=none"];
const STEP_MS = 60_000; // drawing has no deadline of its own, and a busy machine takes its time
const NOW = "2025-05-08T13:22:00+09:00";
const BEFORE = "2025-05-08T12:50:00+09:00"; // an unpaid order of that time has expired by now
const LANGUAGES = { ko: "", en: "/en" };
const SCHEMES = ["light", "dark"];
const WIDTHS = [360, 1280];
const PERSON = {
    toName: "김서연", toPhone: "010-2345-6789", address: "서울 강남구 역삼로 180", detail: "1203호",
    card: "엄마, 언제나 고맙고 사랑해요.\n올봄엔 같이 꽃구경 가요! — 서연", fromName: "김하늘", fromPhone: "010-9876-5432",
};

/** The shop at one moment. */
class StillShop {
    static async open(data, at) {
        const shop = new StillShop();
        shop.program = start(path.join(BINARIES, "petalpost_stillshop"), ["--data", data, "--at", at]);
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

    /** A paid order, moved on by `verbs`; answers its token. */
    async order(...verbs) {
        const placed = await this.call("POST", "/orders", {
            productId: 1, qty: 1, customerName: PERSON.fromName, phoneNumber: PERSON.fromPhone, cardMessage: PERSON.card,
            recipient: { name: PERSON.toName, phone: PERSON.toPhone },
            address: { line: PERSON.address, detail: PERSON.detail, postalCode: "06248", neighbourhood: "역삼동" },
            window: "2025-05-08T18:00/20:00", locale: "ko" });
        for (const verb of verbs) {
            await this.call("PATCH", `/orders/${placed.id}`, { verb, reason: "" });
        }
        return placed.accessToken;
    }
}

const at = (where) => (visit) => visit.go(where);
const onTracking = (state) => (visit) => visit.go(`/t/${visit.tokens[state]}`);

/** Every page: its name and how to get there. A new page is one line. */
const PAGES = {
    "menu": at(""),
    "item": at("/shop/items/1"),
    "form": at("/shop/order?item=1&window=2025-05-08T18:00/20:00"),
    "form-errors": async (visit) => { await visit.form(); await visit.send(); },
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
    "review": (visit) => visit.go(`/r/${visit.tokens.delivered}`),
    "review-closed": (visit) => visit.go(`/r/${visit.tokens.paid}`),
    "not-found": at("/nothing"),
    "wrong-method": at("/shop/checkout"),
    "my": at("/my"),
    "privacy": at("/privacy"),
    "refunds": at("/refunds"),
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

    async send() {
        await this.page.locator("form#order .actions button").click();
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

    async unfold() {
        await this.page.locator("#actions summary").click();
    }
}

const lastPart = (page) => new URL(page.url()).pathname.split("/").pop();

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

/** Orders in every state; they are few, so that the pages show the same free places each time. */
async function prepare(data, browser) {
    const earlier = await StillShop.open(data, BEFORE);
    const expired = await unpaid(browser, earlier, "010-0000-0001", "decline");
    await stop(earlier.program);
    const shop = await StillShop.open(data, NOW); // at its start it lets go what has expired
    const tokens = {
        expired,
        paid: await shop.order(),
        making: await shop.order("startMaking"),
        made: await shop.order("startMaking", "markMade"),
        delivering: await shop.order("startMaking", "markMade", "startDelivery"),
        delivered: await shop.order("startMaking", "markMade", "startDelivery", "completeDelivery"),
        cancelled: await shop.order("cancel"),
        requested: await shop.order("startMaking"),
        unpaid: await unpaid(browser, shop, "010-0000-0002", "decline"),
        reference: await unpaid(browser, shop, "010-0000-0003", null),
    };
    const asking = await customer(browser, shop, tokens, "");
    await onTracking("requested")(asking);
    await asking.unfold();
    await asking.page.locator("#actions details button").click();
    await asking.page.locator("#live .notice").waitFor();
    await asking.page.context().close();
    return { shop, tokens };
}

/** Each page once, in one language, scheme and width. */
async function draw(browser, shop, tokens, look) {
    const { language, scheme, width } = look;
    for (const [name, open] of Object.entries(PAGES)) {
        const context = await browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul", colorScheme: scheme,
            viewport: { width, height: width < 600 ? 740 : 900 }, reducedMotion: "reduce" });
        context.setDefaultTimeout(STEP_MS);
        const page = await context.newPage();
        await page.clock.setFixedTime(new Date(NOW));
        await open(new Visit(page, shop, LANGUAGES[language], tokens, PERSON.fromPhone));
        await page.evaluate(() => document.activeElement?.blur());
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) {
            console.error(`${name} ${language} ${width}: ${wide} px wide`);
            process.exitCode = 1;
        }
        await page.screenshot({ path: path.join(OUT, "web", `${name}_${language}_${scheme}_${width}.png`),
            fullPage: true, animations: "disabled", caret: "hide" });
        await context.close();
    }
}

/** The sheet: every picture there is, the desk's too. */
function writeSheet() {
    const parts = ["<!DOCTYPE html><meta charset=\"utf-8\"><title>Petalpost</title><style>body{font:14px sans-serif}",
        "figure{display:inline-block;margin:4px;vertical-align:top}img{width:320px;border:1px solid #888}</style>"];
    for (const kind of ["desk", "web"].filter((folder) => fs.existsSync(path.join(OUT, folder)))) {
        parts.push(`<h1>${kind}</h1>`);
        let heading = "";
        for (const file of fs.readdirSync(path.join(OUT, kind)).filter((each) => each.endsWith(".png")).sort()) {
            const name = file.split("_")[0];
            if (name !== heading) {
                parts.push(`<h2>${name}</h2>`);
                heading = name;
            }
            parts.push(`<figure><a href="${kind}/${file}"><img loading="lazy" src="${kind}/${file}" alt=""></a>`
                + `<figcaption>${file.slice(name.length + 1, -4).replaceAll("_", " · ")}</figcaption></figure>`);
        }
    }
    fs.writeFileSync(path.join(OUT, "index.html"), parts.join("\n"));
}

async function main() {
    fs.rmSync(path.join(OUT, "web"), { recursive: true, force: true });
    fs.mkdirSync(path.join(OUT, "web"), { recursive: true });
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-shots-"));
    let browser = null;
    try {
        browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
        const { shop, tokens } = await prepare(data, browser);
        for (const language of Object.keys(LANGUAGES)) {
            for (const scheme of SCHEMES) {
                for (const width of WIDTHS) {
                    await draw(browser, shop, tokens, { language, scheme, width });
                }
            }
        }
        writeSheet();
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
