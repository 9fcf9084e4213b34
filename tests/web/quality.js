// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in Korean and English: nothing for axe to find in light and in dark, nothing for the Nu HTML checker, no
// error in the console, no sideways scrolling on the narrowest phone, and no page heavier than its budget.
//   node tests/web/quality.js [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { promisify } = require("node:util");
const zlib = require("node:zlib");
const { chromium } = require("playwright-core");
const axe = require("axe-core");
const checkerJar = require("vnu-jar");

const { BROWSER, FLAGS, STEP_MS, PAGES, prepare, openPage, widthOf } = require("./pages.js");
const { stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const LANGUAGES = { ko: "", en: "/en" };
const WIDTH = 320;
const CHECKER_MS = 240_000;
const MAX_REPORT_BYTES = 16 * 1024 * 1024;
const KIB = 1024;
/** What a page may weigh as sent, texts packed with gzip; of the pictures those that are seen without scrolling. */
const BUDGET = { document: 15 * KIB, stylesheet: 8 * KIB, script: 6 * KIB, image: 120 * KIB, all: 250 * KIB };

/** What a window shows and loads: complaints in the console, and the bytes of each answer. */
class Watch {
    constructor() {
        this.complaints = [];
        this.answers = [];
    }

    follow(page) {
        page.on("console", (message) => {
            // A page that is itself the refusal is called a failed resource.
            const itself = message.location().url === page.url() && /status of 4\d\d/.test(message.text());
            if (message.type() === "error" && !itself) {
                this.complaints.push(message.text());
            }
        });
        page.on("pageerror", (error) => this.complaints.push(String(error)));
        page.on("request", (request) => {
            if (request.isNavigationRequest()) {
                this.answers = []; // an earlier page on the way to this one
            }
        });
        page.on("response", (response) => this.answers.push(response));
    }

    /** The page's own text as the server sent it, and what each kind of file weighs; `seen` are pictures' addresses. */
    async weigh(seen) {
        const weights = { document: 0, stylesheet: 0, script: 0, image: 0, all: 0 };
        let html = "";
        for (const answer of this.answers) {
            if (answer.status() >= 300 && answer.status() < 400) {
                continue;
            }
            const body = await answer.body();
            const kind = answer.request().resourceType();
            const packed = kind === "image" ? body.length : zlib.gzipSync(body).length;
            weights.all += packed;
            if (kind !== "image" || seen.includes(answer.url())) {
                weights[kind] = (weights[kind] ?? 0) + packed;
            }
            if (kind === "document") {
                html = body.toString();
            }
        }
        return { html, weights };
    }
}

/** Addresses of the pictures in the first view. */
const firstView = (page) => page.evaluate(() => [...document.images].filter((image) =>
    image.getBoundingClientRect().top < innerHeight).map((image) => image.currentSrc));

/** What axe finds, in words. */
async function violations(page, scheme) {
    await page.emulateMedia({ colorScheme: scheme });
    // As a script of the tools, which the page's own rules for scripts do not govern.
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return found.violations.flatMap((rule) => rule.nodes.map((node) =>
        `${scheme}: ${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.split("\n").slice(0, 2).join(" ")}`));
}

/** What the HTML checker says about the files of `folder`, in words. */
async function checkHtml(folder) {
    const answer = await promisify(execFile)("java", ["-Xmx384m", "-jar", checkerJar, "--errors-only", "--format", "json",
        "--exit-zero-always", folder], { timeout: CHECKER_MS, maxBuffer: MAX_REPORT_BYTES });
    return JSON.parse(answer.stderr).messages.map((message) =>
        `${path.basename(message.url ?? "?")}:${message.lastLine ?? "?"}: ${message.message}`);
}

test("every page is sound", async (suite) => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-quality-"));
    const folder = path.join(data, "html");
    fs.mkdirSync(folder);
    const browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
    try {
        const { shop, tokens } = await prepare(BINARIES, data, browser);
        for (const [language, prefix] of Object.entries(LANGUAGES)) {
            for (const name of Object.keys(PAGES)) {
                await suite.test(`${name} ${language}`, async () => {
                    const watch = new Watch();
                    const look = { viewport: { width: WIDTH, height: 740 }, colorScheme: "light" };
                    const page = await openPage(browser, shop, tokens, name, prefix, look, (window) => watch.follow(window));
                    const { html, weights } = await watch.weigh(await firstView(page));
                    fs.writeFileSync(path.join(folder, `${name}_${language}.html`), html);
                    assert.equal(await page.getAttribute("html", "lang"), language);
                    assert.ok(await widthOf(page) <= WIDTH, `${await widthOf(page)} px wide`);
                    for (const [kind, limit] of Object.entries(BUDGET)) {
                        assert.ok(weights[kind] <= limit, `${kind}: ${weights[kind]} of ${limit} bytes`);
                    }
                    assert.deepEqual([...await violations(page, "light"), ...await violations(page, "dark")], []);
                    assert.deepEqual(watch.complaints, []);
                    await page.context().close();
                });
            }
        }
        await suite.test("the HTML checker", async () => {
            assert.equal(fs.readdirSync(folder).length, Object.keys(PAGES).length * Object.keys(LANGUAGES).length);
            assert.deepEqual(await checkHtml(folder), []);
        });
    } finally {
        await browser.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});
