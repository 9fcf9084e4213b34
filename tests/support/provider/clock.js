// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/** The machine's time plus what the tests moved it on. */
class Clock {
    constructor() {
        this.offsetMs = 0;
    }

    nowMs() {
        return Date.now() + this.offsetMs;
    }

    nowSeconds() {
        return Math.floor(this.nowMs() / 1000);
    }

    advance(ms) {
        this.offsetMs += ms;
    }
}

module.exports = { Clock };
