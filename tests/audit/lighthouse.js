// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Lighthouse says of each page that has an address, on a phone, in Korean and English.
//   node tests/audit/lighthouse.js [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");

const web = path.resolve(__dirname, "../web");
const { chromium } = require(require.resolve("playwright-core", { paths: [web] }));
const { BROWSER, FLAGS, STEP_MS, prepare } = require(path.join(web, "pages.js"));
const { start, saying, stopAll } = require(path.join(web, "programs.js"));

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const LANGUAGES = { ko: "", en: "/en" };
const LEAST = { "performance": 95, "accessibility": 100, "best-practices": 100, "seo": 95 };
/** A busy machine only ever makes a page slower: the best of a few looks is the page's own. */
const LOOKS = 3;

/** Where each page is; of `personal` ones nothing may be found, so that nobody can find them is no fault. */
const pagesOf = (tokens) => [
    { name: "menu", where: "/" },
    { name: "item", where: "/shop/items/1" },
    { name: "terms", where: "/terms" },
    { name: "privacy", where: "/privacy" },
    { name: "refunds", where: "/refunds" },
    { name: "form", where: "/shop/order?item=1&window=2025-05-08T18:00/20:00", personal: true },
    { name: "payment-test", where: `/sandbox/pay/${tokens.reference}`, personal: true },
    { name: "tracking", where: `/t/${tokens.delivering}`, personal: true },
    { name: "cancelled", where: `/t/${tokens.cancelled}`, personal: true },
    { name: "review", where: `/r/${tokens.delivered}`, personal: true },
    { name: "sign-in", where: "/my", personal: true },
    { name: "my-orders", where: "/my", personal: true, cookie: `my=${tokens.cookies.my}` },
    { name: "driver-sign-in", where: "/d", personal: true },
];

/** The English menu is at "/en", without a slash behind it. */
const addressOf = (shop, prefix, page) => shop.url + (prefix && page.where === "/" ? prefix : prefix + page.where);

/** The marks of a page, 0 to 100, and what cost it any. */
async function look(lighthouse, port, url, page) {
    const skipAudits = page.personal ? ["is-crawlable"] : [];
    const { lhr } = await lighthouse(url, {
        port, output: "json", logLevel: "error", onlyCategories: Object.keys(LEAST), skipAudits,
        extraHeaders: page.cookie ? { Cookie: page.cookie } : undefined,
    });
    const marks = {};
    const faults = [];
    for (const [id, category] of Object.entries(lhr.categories)) {
        marks[id] = Math.round(category.score * 100);
        for (const { id: audit, weight } of category.auditRefs) {
            if (weight > 0 && lhr.audits[audit].score !== null && lhr.audits[audit].score < 0.9) {
                const items = lhr.audits[audit].details?.items ?? [];
                faults.push(`${audit} ${lhr.audits[audit].displayValue ?? ""} ${JSON.stringify(items).slice(0, 300)}`);
            }
        }
    }
    return { marks, faults, error: lhr.runtimeError?.message };
}

const isEnough = (marks) => Object.entries(LEAST).every(([id, least]) => marks[id] >= least);

test("Lighthouse", async (suite) => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-audit-"));
    const { default: lighthouse } = await import("lighthouse");
    const browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
    try {
        const { shop, tokens } = await prepare(BINARIES, data, browser);
        const audited = start(BROWSER, [...FLAGS, "--remote-debugging-port=0", `--user-data-dir=${data}/browser`]);
        const port = Number(await saying(audited, /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//));
        for (const [language, prefix] of Object.entries(LANGUAGES)) {
            for (const page of pagesOf(tokens)) {
                await suite.test(`${page.name} ${language}`, async (report) => {
                    let seen;
                    for (let i = 0; i < LOOKS && !(seen && isEnough(seen.marks)); ++i) {
                        seen = await look(lighthouse, port, addressOf(shop, prefix, page), page);
                    }
                    report.diagnostic(Object.entries(seen.marks).map(([id, mark]) => `${id} ${mark}`).join(", "));
                    assert.equal(seen.error, undefined);
                    assert.ok(isEnough(seen.marks), seen.faults.join("\n"));
                });
            }
        }
    } finally {
        await browser.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});
