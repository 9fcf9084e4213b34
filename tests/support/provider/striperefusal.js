// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/** A move that the object's present state does not allow. */
class StripeRefusal extends Error {
    constructor(message, { status = 400, type = "invalid_request_error", code, param } = {}) {
        super(message);
        Object.assign(this, { status, type, code, param });
    }
}

module.exports = { StripeRefusal };
