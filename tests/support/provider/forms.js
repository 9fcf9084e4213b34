// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const MAX_DEPTH = 8;
const MAX_FIELDS = 2000;

/** `a[b][0][c]` as ["a", "b", "0", "c"]; null when the brackets do not match. */
function pathOf(name) {
    const found = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
    if (!found) {
        return null;
    }
    return [found[1], ...[...found[2].matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1])];
}

/** Objects whose names are 0, 1, 2 … become arrays. */
function settle(value) {
    if (typeof value !== "object") {
        return value;
    }
    const names = Object.keys(value);
    if (names.length > 0 && names.every((name, index) => name === String(index))) {
        return names.map((name) => settle(value[name]));
    }
    return Object.fromEntries(names.map((name) => [name, settle(value[name])]));
}

/** What a form with bracketed names says, from a body or a query. Throws a TypeError on nonsense. */
function decodeForm(text) {
    const root = Object.create(null);
    let fields = 0;
    for (const [name, value] of new URLSearchParams(text)) {
        const path = pathOf(name);
        if (!path || path.length > MAX_DEPTH || ++fields > MAX_FIELDS) {
            throw new TypeError(`bad field ${name}`);
        }
        let at = root;
        path.forEach((part, index) => {
            const key = part === "" ? String(Object.keys(at).length) : part;
            if (index === path.length - 1) {
                at[key] = value;
                return;
            }
            at[key] ??= Object.create(null);
            if (typeof at[key] !== "object") {
                throw new TypeError(`bad field ${name}`);
            }
            at = at[key];
        });
    }
    return settle(root);
}

module.exports = { decodeForm };
