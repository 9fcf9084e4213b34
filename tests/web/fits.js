// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page on a small phone in a made-up language whose texts are longer by two fifths: nothing leaves the screen,
// is cut off or lies over something else that can be pressed.
//   node tests/web/fits.js [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const { BROWSER, FLAGS, STEP_MS, PAGES, prepare, openPage, widthOf } = require("./pages.js");
const { stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const WIDTH = 360;

/** Runs in the page: what of it does not fit, in words. */
function misfits() {
    const faults = [];
    const told = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const seen = [...document.body.querySelectorAll("*")].filter((element) =>
        element.checkVisibility() && !element.closest(".visually-hidden, .skip-link, svg"));
    for (const element of seen) {
        const box = element.getBoundingClientRect();
        if (box.width > 0 && (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5)) {
            faults.push(`leaves the screen: ${told(element)}`);
        }
        const inline = getComputedStyle(element).display === "inline";
        if (!inline && element.localName !== "select" && element.scrollWidth > element.clientWidth + 1) {
            faults.push(`cut off: ${told(element)}`);
        }
    }
    const pressed = seen.filter((element) => element.matches("a, button, summary, label.choice, label.slot, input, select"));
    for (const [index, one] of pressed.entries()) {
        for (const other of pressed.slice(index + 1).filter((each) => !one.contains(each) && !each.contains(one))) {
            const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 1) {
                faults.push(`${told(one)} lies over ${told(other)}`);
            }
        }
    }
    return faults;
}

test("every page fits a small phone in a language of longer words", async (suite) => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-fits-"));
    const browser = await chromium.launch({ executablePath: BROWSER, headless: false, args: FLAGS, timeout: STEP_MS });
    try {
        const { shop, tokens } = await prepare(BINARIES, data, browser, ["--pseudo"]);
        for (const name of Object.keys(PAGES)) {
            await suite.test(name, async () => {
                const page = await openPage(browser, shop, tokens, name, "/en", { viewport: { width: WIDTH, height: 740 } });
                assert.match(await page.locator("main").innerText(), /⟦/);
                assert.ok(await widthOf(page) <= WIDTH, `${await widthOf(page)} px wide`);
                assert.deepEqual(await page.evaluate(misfits), []);
                await page.context().close();
            });
        }
    } finally {
        await browser.close();
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});
