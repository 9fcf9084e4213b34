// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the programs under test and whatever they need; each ends with stopAll().
"use strict";

const { spawn, execFile } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { setTimeout: pause } = require("node:timers/promises");

const READY_MS = 30_000;
const END_MS = 15_000;
const POLL_MS = 50;

const running = [];

/** Polls until `look` answers something true, and answers that; fails with `what` after `limitMs`. */
async function until(what, look, limitMs = READY_MS) {
    const deadline = Date.now() + limitMs;
    for (;;) {
        const seen = await look();
        if (seen) {
            return seen;
        }
        if (Date.now() > deadline) {
            throw new Error(`${what}: not within ${limitMs} ms`);
        }
        await pause(POLL_MS);
    }
}

function start(program, args, options = {}) {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const started = { child, name: path.basename(program), output: "", ended: false, failure: null };
    for (const stream of child.stdio.slice(1)) {
        if (stream) {
            stream.on("data", (data) => { started.output += data; });
        }
    }
    child.on("error", (error) => { started.failure = error; started.ended = true; });
    child.on("exit", () => { started.ended = true; });
    running.push(started);
    return started;
}

/** Waits for a line of output, or says what the program said instead. */
async function saying(started, pattern) {
    const found = await until(`${started.name} to say ${pattern}`, () => {
        const match = pattern.exec(started.output);
        if (!match && started.ended) {
            throw new Error(`${started.name} ended: ${started.failure ?? started.output}`);
        }
        return match;
    });
    return found[1];
}

async function startServer(binaries, data) {
    const server = start(path.join(binaries, "petalpostd"),
        ["serve", "--data", data, "--listen", "127.0.0.1:0", "--demo"]);
    const url = await saying(server, /^ready (\S+)$/m);
    const token = fs.readFileSync(path.join(data, "owner.token"), "utf8").trim();
    return { ...server, url, token };
}

/** A screen of its own; `frame` is the file in which its picture lies. */
async function startScreen(data) {
    const xvfb = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp",
        "-fbdir", data], { stdio: ["ignore", "pipe", "pipe", "pipe"] });
    const display = await saying(xvfb, /^(\d+)$/m);
    return { display: `:${display}`, frame: path.join(data, "Xvfb_screen0") };
}

function startDesk(binaries, server, data, screen) {
    return start(path.join(binaries, "petalpost"),
        ["--server", server.url, "--token-file", path.join(data, "owner.token"),
            "--data", path.join(data, "desk"), "--lang", "ko", "--theme", "light", "--size", "1366x768"],
        { env: { ...process.env, DISPLAY: screen.display, QT_QPA_PLATFORM: "xcb", LC_ALL: "C.UTF-8" } });
}

function run(program, args, env) {
    return new Promise((resolve) => {
        execFile(program, args, { env: { ...process.env, ...env }, timeout: END_MS }, (error, stdout) => {
            resolve(error ? "" : stdout.trim());
        });
    });
}

/** What a person at the desk does and sees. */
class DeskWindow {
    constructor(screen) {
        this.screen = screen;
        this.id = "";
    }

    xdotool(...args) {
        return run("xdotool", args, { DISPLAY: this.screen.display });
    }

    async appear() {
        // Without a window manager nobody hands out the focus.
        this.id = await until("the desk's window", async () =>
            (await this.xdotool("search", "--onlyvisible", "--name", "Petalpost")).split("\n").pop());
        await until("the desk's focus", async () => {
            await this.xdotool("windowfocus", this.id);
            return (await this.xdotool("getwindowfocus")) === this.id;
        });
    }

    title() {
        return this.xdotool("getwindowname", this.id);
    }

    press(keys) {
        return this.xdotool("key", "--clearmodifiers", keys);
    }
}

async function stop(started) {
    if (started.ended) {
        return;
    }
    started.child.kill("SIGTERM");
    try {
        await until(`${started.name} to end`, () => started.ended, END_MS);
    } catch {
        started.child.kill("SIGKILL");
    }
}

/** Ends everything that was started, the last first. */
async function stopAll() {
    while (running.length > 0) {
        await stop(running.pop());
    }
}

module.exports = { until, start, saying, stop, startServer, startScreen, startDesk, DeskWindow, stopAll, running };
