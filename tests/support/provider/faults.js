// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const KINDS = new Set([
    "delay", "hang", "stall", "timeout-before", "timeout-after", "reset-before", "reset-after", "cut-after",
    "500-before", "500-after", "malformed", "wrong-amount", "wrong-currency", "429", "error",
]);
const OPERATIONS = new Set(["create", "confirm", "refund", "lookup", "list", "expire", "*"]);
const MAX_FAULTS = 1000;
const DEFAULT_DELAY_MS = 1000;
const DEFAULT_HOLD_MS = 120_000;

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

/** What is to go wrong, and how often yet. */
class Faults {
    constructor() {
        this.clear();
    }

    clear() {
        this.faults = [];
        this.random = null;
        this.fired = 0;
    }

    /** Takes what POST /control/faults says; throws a TypeError when it makes no sense. */
    add(wish) {
        if (wish.random) {
            this.setRandom(wish.random);
            return;
        }
        if (!KINDS.has(wish.fault)) {
            throw new TypeError(`unknown fault ${wish.fault}`);
        }
        if (!OPERATIONS.has(wish.operation ?? "*")) {
            throw new TypeError(`unknown operation ${wish.operation}`);
        }
        if (this.faults.length >= MAX_FAULTS) {
            throw new TypeError("too many faults");
        }
        const held = /^(hang|stall|timeout)/.test(wish.fault);
        this.faults.push({
            face: "*",
            operation: "*",
            times: 1,
            skip: 0,
            match: "",
            delayMs: held ? DEFAULT_HOLD_MS : DEFAULT_DELAY_MS,
            ...wish,
            fired: 0,
        });
    }

    setRandom({ seed = 1, probability, faults, operation = "*", face = "*", delayMs = 50 }) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new TypeError("probability is from 0 to 1");
        }
        const kinds = faults ?? ["delay", "reset-before", "reset-after", "500-before", "500-after", "429"];
        if (kinds.length === 0 || !kinds.every((kind) => KINDS.has(kind))) {
            throw new TypeError("unknown fault");
        }
        this.random = probability === 0
            ? null
            : { next: randomFrom(seed), seed, probability, kinds, operation, face, delayMs, fired: 0 };
    }

    /** The fault for this call, used up by asking; null for none. `text` is its path and body. */
    take(face, operation, text) {
        const fits = (entry) => (entry.face === "*" || entry.face === face)
            && (entry.operation === "*" || entry.operation === operation);
        for (const fault of this.faults) {
            if (!fits(fault) || fault.times === 0 || !text.includes(fault.match)) {
                continue;
            }
            if (fault.skip > 0) {
                fault.skip -= 1;
                continue;
            }
            if (fault.times > 0) {
                fault.times -= 1;
            }
            fault.fired += 1;
            this.fired += 1;
            return fault;
        }
        if (this.random && fits(this.random) && this.random.next() < this.random.probability) {
            const kind = this.random.kinds[Math.floor(this.random.next() * this.random.kinds.length)];
            this.random.fired += 1;
            this.fired += 1;
            return { fault: kind, delayMs: this.random.delayMs };
        }
        return null;
    }

    report() {
        const random = this.random && { ...this.random, next: undefined };
        return { faults: this.faults, random, fired: this.fired };
    }
}

module.exports = { Faults };
