// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many times a second the menu and a tracking page are served to 50 connections, beside nginx that serves the same
// bytes from a file; one after the other in each round, so that a busy machine is busy for both.
//   node tests/bench/pages.js [DIRECTORY OF petalpostd]      (default build/ci/bin)
"use strict";

const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");
const net = require("node:net");

const { start, saying, until, stopAll } = require(path.resolve(__dirname, "../web/programs.js"));

const ROOT = path.resolve(__dirname, "../..");
const BINARIES = path.resolve(process.argv[2] ?? path.join(ROOT, "build/ci/bin"));
const ROUNDS = 3;
const SECONDS = 6;
const CONNECTIONS = 50;
const UNITS = { us: 0.001, ms: 1, s: 1000 };

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Requests a second, and what 99 of 100 took in ms. */
async function measure(url, headers = []) {
    const { stdout } = await promisify(execFile)("wrk", ["--latency", "-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`,
        ...headers.flatMap((header) => ["-H", header]), url], { timeout: (SECONDS + 20) * 1000 });
    const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
    if (bad) {
        throw new Error(`${url}: ${bad[0]}`);
    }
    const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
    return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), p99: Number(p99) * UNITS[unit] };
}

async function freePort() {
    const server = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => { server.once("listening", resolve); });
    const { port } = server.address();
    await new Promise((resolve) => { server.close(resolve); });
    return port;
}

/** nginx as Debian sets it up, with one worker for our one thread. */
async function startNginx(data, files) {
    const port = await freePort();
    for (const [name, body] of Object.entries(files)) {
        fs.writeFileSync(path.join(data, name), body);
    }
    fs.writeFileSync(path.join(data, "nginx.conf"), `worker_processes 1; daemon off; pid ${data}/nginx.pid; error_log stderr;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; root ${data};
    client_body_temp_path ${data}/body; proxy_temp_path ${data}/proxy; fastcgi_temp_path ${data}/fastcgi;
    uwsgi_temp_path ${data}/uwsgi; scgi_temp_path ${data}/scgi;
    server { listen 127.0.0.1:${port}; default_type text/html; } }`);
    start("/usr/sbin/nginx", ["-c", path.join(data, "nginx.conf"), "-p", data]);
    await until("nginx to answer", () => fetch(`http://127.0.0.1:${port}/menu.html`).then((a) => a.ok, () => false));
    return `http://127.0.0.1:${port}`;
}

async function main() {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-pages-"));
    fs.chmodSync(data, 0o755); // nginx's worker is another user
    try {
        const server = start(path.join(BINARIES, "petalpostd"),
            ["serve", "--data", path.join(data, "shop"), "--listen", "127.0.0.1:0", "--demo"]);
        const url = (await saying(server, /^ready (\S+)$/m)).replace(/\/$/, "");
        const placed = await (await fetch(`${url}/orders`, { method: "POST", headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ flowerName: "Rose", qty: 1, customerName: "김하늘", phoneNumber: "01012341234" }) })).json();
        const tracking = `${url}/t/${placed.accessToken}`;
        const first = await fetch(tracking);
        const etag = first.headers.get("etag");
        const nginx = await startNginx(data, { "menu.html": await (await fetch(`${url}/`)).text(), "track.html": await first.text() });
        const pages = [
            { name: "menu", url: `${url}/`, twin: `${nginx}/menu.html`, least: 10_000 },
            { name: "tracking", url: tracking, twin: `${nginx}/track.html`, least: 5_000 },
            { name: "tracking_unchanged", url: tracking, twin: `${nginx}/track.html`, least: 5_000, headers: [`If-None-Match: ${etag}`] },
        ];
        for (const page of pages) {
            const ours = [];
            const twins = [];
            for (let round = 0; round < ROUNDS; ++round) {
                ours.push(await measure(page.url, page.headers));
                twins.push(await measure(page.twin));
            }
            const rate = median(ours.map((one) => one.rate));
            const twin = median(twins.map((one) => one.rate));
            console.log(`${page.name}: ${rate.toFixed(0)} requests/s (bound: ${page.least}), p99 ` +
                `${median(ours.map((one) => one.p99)).toFixed(1)} ms (bound: 20); nginx with the same bytes ${twin.toFixed(0)}, ` +
                `ratio ${(rate / twin).toFixed(2)}`);
        }
    } finally {
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
