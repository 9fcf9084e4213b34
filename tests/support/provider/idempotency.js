// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { BoundedMap } = require("./bounded.js");

const MAX_KEYS = 10_000;

/** First answers, kept by key so that the same question is answered, not done, again. */
class Idempotency {
    constructor(clock, lifetimeMs) {
        this.clock = clock;
        this.lifetimeMs = lifetimeMs;
        this.records = new BoundedMap(MAX_KEYS);
    }

    /**
     * Looks at a request before it is done. `kind` is "new" (then finish() or abandon() must follow),
     * "replay" with `reply`, "busy" while the first is still under way, or "differs".
     */
    begin(slot, fingerprint) {
        const known = this.records.get(slot);
        if (known && this.clock.nowMs() - known.atMs < this.lifetimeMs) {
            if (known.fingerprint !== fingerprint) {
                return { kind: "differs" };
            }
            return known.reply ? { kind: "replay", reply: known.reply } : { kind: "busy" };
        }
        this.records.set(slot, { fingerprint, atMs: this.clock.nowMs(), reply: null });
        return { kind: "new" };
    }

    finish(slot, reply) {
        const record = this.records.get(slot);
        if (record) {
            record.reply = reply;
        }
    }

    abandon(slot) {
        this.records.delete(slot);
    }
}

module.exports = { Idempotency };
