// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs standard input as Stripe would, by Stripe's own library; prints the header.
// usage: node stripesigner.js LIBRARY SECRET SECONDS
"use strict";

const fs = require("node:fs");

const [library, secret, seconds] = process.argv.slice(2);
const { webhooks } = require(library)("sk_test_unused");
const payload = fs.readFileSync(0, "utf8");
const timestamp = Number(seconds);
process.stdout.write(webhooks.generateTestHeaderString({ payload, secret, timestamp }));
