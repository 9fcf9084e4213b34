// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const http = require("node:http");

const { Control } = require("./control.js");
const { pageFor } = require("./pages.js");

const MAX_BODY_BYTES = 1024 * 1024;
const KEEP_ALIVE_MS = 60_000; // a reset in between would look like a fault
const WRONG_BY = 1000;
const CUT_MS = 50; // so that the first half arrives before the connection breaks
const AMOUNT_NAMES = ["amount", "amount_total", "amount_subtotal", "amount_received", "totalAmount", "balanceAmount"];

/** What came in: method, path, query, headers and body. Rejects when the body is too long or cut off. */
function readRequest(request) {
    return new Promise((resolve, reject) => {
        const parts = [];
        let bytes = 0;
        request.on("data", (part) => {
            bytes += part.length;
            if (bytes > MAX_BODY_BYTES) {
                reject(new RangeError("the body is too long"));
                request.destroy();
                return;
            }
            parts.push(part);
        });
        request.on("error", reject);
        request.on("close", () => reject(new RangeError("the body was cut off")));
        request.on("end", () => {
            const [path, ...query] = request.url.split("?");
            const body = Buffer.concat(parts).toString();
            resolve({ method: request.method, path, query: query.join("?"), headers: { ...request.headers }, body });
        });
    });
}

function write(response, { status, json, type = "application/json", body = JSON.stringify(json), headers = {} }) {
    const bytes = Buffer.from(body);
    response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length, ...headers });
    response.end(bytes);
}

function reset(response) {
    response.socket?.resetAndDestroy();
}

/** Leaves the caller waiting until it goes away or `ms` have passed. */
function hold(response, ms) {
    const timer = setTimeout(() => reset(response), ms);
    response.on("close", () => clearTimeout(timer));
}

/** The same reply with every amount, or the currency, another. */
function altered(reply, kind, delta = WRONG_BY) {
    if (!reply.json || reply.status >= 300) {
        return reply;
    }
    const change = (object) => {
        for (const name of kind === "wrong-amount" ? AMOUNT_NAMES : ["currency"]) {
            if (typeof object[name] === "number") {
                object[name] += delta;
            } else if (typeof object[name] === "string") {
                object[name] = object[name] === object[name].toUpperCase() ? "USD" : object[name] === "usd" ? "krw" : "usd";
            }
        }
        return object;
    };
    const copy = structuredClone(reply.json);
    const entries = Array.isArray(copy) ? copy : copy.object === "list" ? copy.data : [copy];
    entries.forEach(change);
    return { ...reply, json: copy };
}

/** Does what was asked, at most once per key. */
function answer(face, route, fault) {
    const broken = fault?.fault === "500-before" || fault?.fault === "500-after";
    const done = fault?.fault === "500-before" ? null : face.perform(route);
    const said = broken && !(done && done.status >= 400) ? face.trouble(fault.status ?? 500) : done;
    // What a key will answer next time: Stripe keeps its own troubles, Toss what was really done.
    const kept = face.keeps(said) ? said : done && face.keeps(done) ? done : null;
    if (route.slot !== undefined) {
        if (kept) {
            face.keys.finish(route.slot, kept);
        } else {
            face.keys.abandon(route.slot);
        }
    }
    return said;
}

/** What happens to a reply on its way back. */
function deliver(response, reply, fault) {
    const kind = fault?.fault;
    if (kind === "reset-after") {
        reset(response);
    } else if (kind === "timeout-after") {
        hold(response, fault.delayMs);
    } else if (kind === "malformed") {
        const body = JSON.stringify(reply.json);
        write(response, { ...reply, body: `${body.slice(0, Math.floor(body.length / 2))}` });
    } else if (kind === "stall" || kind === "cut-after") {
        const body = Buffer.from(JSON.stringify(reply.json));
        response.writeHead(reply.status, { "Content-Type": "application/json", "Content-Length": body.length });
        response.write(body.subarray(0, Math.floor(body.length / 2)));
        hold(response, kind === "stall" ? fault.delayMs : CUT_MS);
    } else if (kind === "wrong-amount" || kind === "wrong-currency") {
        write(response, altered(reply, kind, fault.delta));
    } else {
        write(response, reply);
    }
}

/** True when the fault keeps the call from being looked at at all. */
function lostBefore(face, asked, response, fault) {
    const kind = fault?.fault;
    if (kind === "reset-before") {
        reset(response);
    } else if (kind === "hang" || kind === "timeout-before") {
        hold(response, fault.delayMs);
    } else if (kind === "429") {
        write(response, face.decorate({ ...face.trouble(429), headers: { "Retry-After": String(fault.retryAfterS ?? 1) } }, asked));
    } else if (kind === "error") {
        write(response, face.decorate(face.custom(fault), asked));
    } else {
        return false;
    }
    return true;
}

async function serveFace(face, asked, response, provider, entry) {
    const route = face.open(asked);
    const operation = route.operation ?? "*";
    const fault = provider.faults.take(face.name, operation, `${asked.path}?${asked.query} ${asked.body}`);
    Object.assign(entry, { face: face.name, operation, fault: fault?.fault ?? null });
    if (lostBefore(face, asked, response, fault)) {
        return;
    }
    let reply = route.reply;
    if (!reply) {
        const seen = route.slot === undefined ? { kind: "new" } : face.keys.begin(route.slot, route.fingerprint);
        if (seen.kind === "replay") {
            reply = { ...seen.reply, headers: { "Idempotent-Replayed": "true" } };
        } else if (seen.kind !== "new") {
            reply = face.keyReply(seen.kind);
        }
        if (fault?.fault === "delay") {
            await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
        }
        reply ??= answer(face, route, fault);
    }
    reply = face.decorate(reply, asked);
    entry.status = reply.status;
    deliver(response, reply, fault);
}

/** The HTTP server of `provider`; not listening yet. */
function makeServer(provider) {
    const control = new Control(provider);
    return http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, async (request, response) => {
        try {
            const asked = await readRequest(request);
            if (asked.path.startsWith("/control/")) {
                write(response, await control.handle(asked));
                return;
            }
            const page = pageFor(provider, asked);
            if (page) {
                write(response, page);
                return;
            }
            await serveFace(provider.faceFor(asked), asked, response, provider, provider.remember(asked));
        } catch (error) {
            if (!(error instanceof RangeError)) {
                process.stderr.write(`provider: ${error.stack}\n`);
            }
            reset(response);
        }
    });
}

module.exports = { makeServer };
