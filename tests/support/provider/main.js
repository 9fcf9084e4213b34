// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// A stand-in for Stripe and Toss Payments, for tests:
//   node tests/support/provider/main.js [--port 0] [--webhook-url URL]
// It says `ready URL` when it takes calls, and ends with SIGTERM or when its standard input closes.
const { Provider } = require("./provider.js");
const { makeServer } = require("./server.js");

const HOST = "127.0.0.1";

function optionsFrom(words) {
    const options = { "--port": "0", "--webhook-url": null };
    for (let at = 0; at < words.length; at += 2) {
        if (!(words[at] in options) || words[at + 1] === undefined) {
            process.stderr.write("usage: main.js [--port N] [--webhook-url URL]\n");
            process.exit(2);
        }
        options[words[at]] = words[at + 1];
    }
    return options;
}

const options = optionsFrom(process.argv.slice(2));
const provider = new Provider();
if (options["--webhook-url"]) {
    provider.webhooks.configure({ url: options["--webhook-url"] });
}
const server = makeServer(provider);
server.listen(Number(options["--port"]), HOST, () => {
    provider.url = `http://${HOST}:${server.address().port}`;
    process.stdout.write(`ready ${provider.url}\n`);
});
process.on("SIGTERM", () => process.exit(0));
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
process.stdin.resume();
