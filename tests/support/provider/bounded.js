// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/** A map that forgets its oldest entry rather than grow without bound. */
class BoundedMap extends Map {
    constructor(maxEntries) {
        super();
        this.maxEntries = maxEntries;
    }

    set(key, value) {
        super.set(key, value);
        if (this.maxEntries !== undefined && this.size > this.maxEntries) {
            this.delete(this.keys().next().value);
        }
        return this;
    }
}

/** Appends to `list` and drops what is then too old. */
function pushBounded(list, entry, maxEntries) {
    list.push(entry);
    if (list.length > maxEntries) {
        list.splice(0, list.length - maxEntries);
    }
}

module.exports = { BoundedMap, pushBounded };
