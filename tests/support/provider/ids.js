// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const crypto = require("node:crypto");

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A name nobody can guess: the prefix and 24 letters or digits. */
function makeId(prefix, length = 24) {
    let id = prefix;
    for (const byte of crypto.randomBytes(length)) {
        id += ALPHABET[byte % ALPHABET.length];
    }
    return id;
}

/** Toss's transaction keys: 32 hexadecimal digits in upper case. */
function makeTransactionKey() {
    return crypto.randomBytes(16).toString("hex").toUpperCase();
}

module.exports = { makeId, makeTransactionKey };
