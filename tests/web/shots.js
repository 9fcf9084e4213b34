// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the shop as a picture, in both languages, light and dark, on a phone and on a desk, and the sheet
// that shows them beside the desk's. Two runs write the same files: the shop's clock stands still.
//   node tests/web/shots.js DIRECTORY [DIRECTORY OF petalpost_stillshop]      (default build/ci/bin)
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const { BROWSER, FLAGS, STEP_MS, PAGES, prepare, openPage, widthOf } = require("./pages.js");
const { stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const OUT = path.resolve(process.argv[2] ?? path.join(ROOT, "build/shots"));
const BINARIES = path.resolve(process.argv[3] ?? path.join(ROOT, "build/ci/bin"));
const LANGUAGES = { ko: "", en: "/en" };
const SCHEMES = ["light", "dark"];
const WIDTHS = [360, 1280];

/** Each page once, in one language, scheme and width. */
async function draw(browser, shop, tokens, { language, scheme, width }) {
    for (const name of Object.keys(PAGES)) {
        const page = await openPage(browser, shop, tokens, name, LANGUAGES[language],
            { colorScheme: scheme, viewport: { width, height: width < 600 ? 740 : 900 } });
        const wide = await widthOf(page);
        if (wide > width) {
            console.error(`${name} ${language} ${width}: ${wide} px wide`);
            process.exitCode = 1;
        }
        await page.screenshot({ path: path.join(OUT, "web", `${name}_${language}_${scheme}_${width}.png`),
            fullPage: true, animations: "disabled", caret: "hide" });
        await page.context().close();
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
        const { shop, tokens } = await prepare(BINARIES, data, browser);
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
