// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What two scanners find in a demo shop that customers have ordered from: nothing of medium severity or above.
//   node tests/audit/scan.js [DIRECTORY OF petalpostd]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { promisify } = require("node:util");

const { start, saying, stopAll } = require(path.resolve(__dirname, "../web/programs.js"));

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
const MEDIUM = 2; // of the scanner's levels: 1 is low
const CRAWL_SECONDS = 40;
const ATTACK_SECONDS = 25; // for each kind of attack
const SCAN_MS = 900_000;
const MAX_BYTES = 32 * 1024 * 1024;
/** What attacks pages and forms, and what reads headers; not what asks elsewhere for lists of products. */
const MODULES = "backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect," +
    "shellshock,sql,ssrf,xss,xxe";

async function openShop(data) {
    const config = path.join(data, "petalpostd.conf");
    fs.writeFileSync(config, `[server]\nlisten=127.0.0.1:0\ndata=${data}/shop\n`);
    const program = start(path.join(BINARIES, "petalpostd"), ["serve", "--config", config, "--demo"]);
    const url = (await saying(program, /^ready (\S+)$/m)).replace(/\/$/, "");
    const order = { productId: 1, qty: 1, customerName: "김하늘", phoneNumber: "01012341234",
        address: { line: "서울 강남구 역삼로 180" }, window: await aWindow(url, data) };
    const answer = await fetch(`${url}/orders`, { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify(order) });
    assert.equal(answer.status, 201, await answer.clone().text());
    return { url, window: order.window, order: await answer.json() };
}

async function aWindow(url, data) {
    const token = fs.readFileSync(path.join(data, "shop/owner.token"), "utf8").trim();
    for (let day = 1; day < 5; ++day) {
        const date = new Date(Date.now() + (9 + 24 * day) * 3_600_000).toISOString().slice(0, 10);
        const { items } = await (await fetch(`${url}/windows?date=${date}`,
            { headers: { Authorization: `Bearer ${token}` } })).json();
        const open = items.find((offer) => offer.open);
        if (open) {
            return open.window;
        }
    }
    throw new Error("no day is open");
}

const run = (program, args, options = {}) => promisify(execFile)(program, args,
    { timeout: SCAN_MS, maxBuffer: MAX_BYTES, ...options }).catch((error) => {
    throw new Error(`${program}: ${error.message}\n${error.stdout?.slice(-2000)}`);
});

test("wapiti finds nothing of medium severity", async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-scan-"));
    try {
        const { url, order } = await openShop(data);
        const report = path.join(data, "report.json");
        // The menu offers each window of each day as an address of its own: one of them stands for all.
        await run("wapiti", ["-u", `${url}/`, "-s", `${url}/t/${order.accessToken}`, "-s", `${url}/my`, "-s", `${url}/d`,
            "--scope", "domain", "-d", "3", "-r", "window", "-r", "date", "-r", "day", "-r", "r", "-m", MODULES,
            "--max-scan-time", String(CRAWL_SECONDS), "--max-attack-time", String(ATTACK_SECONDS),
            "-H", `Origin: ${url}`, "--flush-session", "--no-bugreport", "-f", "json", "-o", report],
        { env: { ...process.env, HOME: data } });
        const found = JSON.parse(fs.readFileSync(report, "utf8"));
        assert.equal(found.infos.target, `${url}/`); // it is this shop that it speaks of
        const severe = Object.entries(found.vulnerabilities).flatMap(([kind, list]) => list
            .filter((one) => one.level >= MEDIUM).map((one) => `${kind}: ${one.method} ${one.path}: ${one.info}`));
        assert.deepEqual(severe, []);
        assert.deepEqual(Object.values(found.anomalies).flat().filter((one) => / 500|Internal Server/.test(one.info)), []);
    } finally {
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});

test("sqlmap can inject nothing", async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-scan-"));
    try {
        const { url, window } = await openShop(data);
        const targets = [
            [`${url}/shop/items/1?date=2026-12-01&r=1`],
            [`${url}/shop/order?item=1&window=${encodeURIComponent(window)}`],
            [`${url}/shop/address`, "--data", `address=a&item=1&window=${window}&toName=b`],
            [`${url}/my/code`, "--data", "phone=01012341234"],
            [`${url}/orders`, "--data", "{\"flowerName\":\"Rose\",\"qty\":1,\"customerName\":\"a\",\"phoneNumber\":\"01012341234\"}",
                "-H", "Content-Type: application/json"],
        ];
        for (const [target, ...more] of targets) {
            const { stdout } = await run("sqlmap", ["-u", target, ...more, "--batch", "--level", "1", "--risk", "1",
                "--technique", "BEUS", "--dbms", "SQLite", "--threads", "1", "--flush-session", "--disable-coloring",
                "--headers", `Origin: ${url}`, "--ignore-code", "*", "--output-dir", path.join(data, "sqlmap")],
            { env: { ...process.env, HOME: data } });
            assert.ok(/testing/.test(stdout), stdout.slice(-500));
            assert.ok(!/is vulnerable|appears to be .*injectable|the following injection point/.test(stdout),
                stdout.slice(-3000));
        }
    } finally {
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
});
