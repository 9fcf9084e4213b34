// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the stand-in share: starting it, calling it, and a shop that takes its webhooks.
"use strict";

const { spawn } = require("node:child_process");
const http = require("node:http");
const path = require("node:path");

const READY_MS = 20_000;
const CALL_MS = 15_000;
const SECRET = "test_gsk_petalpost";

/** Starts the program; resolves to {url, control, toss, books, stop}. */
function startProvider(args = []) {
    const child = spawn(process.execPath, [path.join(__dirname, "main.js"), ...args], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.on("exit", (code) => resolve(code)));
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("the stand-in is not ready in time")), READY_MS);
        let said = "";
        child.stdout.on("data", (data) => {
            said += data;
            const found = /^ready (\S+)$/m.exec(said);
            if (found) {
                clearTimeout(timer);
                resolve(bench(child, ended, found[1]));
            }
        });
        ended.then((code) => reject(new Error(`the stand-in ended with ${code}`)));
    });
}

function bench(child, ended, url) {
    const control = async (what, wish, method = wish === undefined ? "GET" : "POST") => {
        const answer = await call(`${url}/control/${what}`, { method, body: wish && JSON.stringify(wish) });
        if (answer.status !== 200) {
            throw Object.assign(new Error(`control ${what}: ${answer.status} ${JSON.stringify(answer.json)}`), answer);
        }
        return answer.json;
    };
    const toss = (method, where, body, headers = {}) => call(`${url}${where}`, {
        method,
        body: body && JSON.stringify(body),
        headers: { Authorization: `Basic ${btoa(`${SECRET}:`)}`, "Content-Type": "application/json", ...headers },
    });
    const payment = async (reference) => (await control(`books?reference=${reference}`)).payments[0];
    const stop = () => {
        child.stdin.end();
        return ended;
    };
    return { child, ended, url, control, toss, payment, stop };
}

/** One call; `json` is null when the answer is none. Rejects when there is no answer. */
async function call(url, options) {
    const response = await fetch(url, { signal: AbortSignal.timeout(CALL_MS), redirect: "manual", ...options });
    const text = await response.text();
    let json = null;
    try {
        json = JSON.parse(text);
    } catch {
        // A page, a script, or an answer that was broken on purpose.
    }
    return { status: response.status, headers: response.headers, text, json };
}

/** A shop that takes webhooks and answers each with what `answer` says. */
async function startShop(answer = () => 200) {
    const seen = [];
    const server = http.createServer((request, response) => {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => {
            const got = { path: request.url, headers: request.headers, body: Buffer.concat(parts).toString() };
            seen.push(got);
            response.writeHead(answer(got, seen.length)).end();
        });
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, seen, stop: () => server.close() };
}

module.exports = { startProvider, startShop, call };
