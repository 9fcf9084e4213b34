// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a driver's presses on the phone until the server has answered them, and the run fresh.
(() => {
    "use strict";
    const STORE = "petalpost-driver-queue";
    const MOST_QUEUED = 100;
    const DEADLINE_MS = 15000;
    const FIRST_RETRY_MS = 2000;
    const LAST_RETRY_MS = 60000;
    const LOOK_MS = 15000;

    const page = document.getElementById("driver");
    if (!page) {
        // Whoever was let go leaves nothing behind on this phone.
        if (document.getElementById("left")) {
            localStorage.removeItem(STORE);
        }
        return;
    }
    const line = document.getElementById("queue");
    const serverAheadMs = Number(page.dataset.now) - Date.now();
    let queue = read();
    let sending = false;
    let retryMs = FIRST_RETRY_MS;
    let retryTimer = 0;
    let lookTimer = 0;

    function read() {
        try {
            const stored = JSON.parse(localStorage.getItem(STORE) || "[]");
            return Array.isArray(stored) ? stored : [];
        } catch {
            return [];
        }
    }

    function keep() {
        localStorage.setItem(STORE, JSON.stringify(queue));
        show();
    }

    function show() {
        line.hidden = queue.length === 0;
        line.textContent = (sending ? page.dataset.sending : page.dataset.queued).replace("{n}", queue.length);
        for (const form of document.querySelectorAll("form[data-move]")) {
            const waits = queue.some((item) => item.order === form.dataset.move);
            for (const button of form.querySelectorAll("button")) {
                button.disabled = waits;
            }
        }
    }

    function renew(text) {
        const next = new DOMParser().parseFromString(text, "text/html");
        const run = next.getElementById("run");
        if (!run) {
            location.reload(); // not signed in any more: the server says so itself
            return;
        }
        document.getElementById("run").replaceWith(run);
        show();
    }

    function ask(path, options) {
        return fetch(path, { cache: "no-store", signal: AbortSignal.timeout(DEADLINE_MS), ...options });
    }

    function isAnswer(status) {
        return status < 500 && status !== 408 && status !== 429;
    }

    async function send() {
        if (sending || queue.length === 0) {
            return;
        }
        clearTimeout(retryTimer);
        sending = true;
        show();
        const item = queue[0];
        const fields = new URLSearchParams(item.body);
        fields.set("csrf", page.dataset.csrf); // the phone may have signed in anew
        let answered = false;
        try {
            const answer = await ask(item.path, {
                method: "POST",
                headers: { "Content-Type": "application/x-www-form-urlencoded" },
                body: fields.toString(),
            });
            if (isAnswer(answer.status)) {
                const text = await answer.text();
                answered = true;
                queue.shift();
                renew(text);
            }
        } catch {
            // No line: what was pressed stays in the queue.
        }
        sending = false;
        keep();
        if (answered) {
            retryMs = FIRST_RETRY_MS;
            send();
        } else {
            retryTimer = setTimeout(send, retryMs);
            retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
        }
    }

    page.addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.dataset.move) {
            localStorage.removeItem(STORE);
            return;
        }
        event.preventDefault();
        if (queue.length >= MOST_QUEUED) {
            line.textContent = page.dataset.full;
            return;
        }
        const fields = new URLSearchParams(new FormData(form));
        fields.set("verb", event.submitter.value);
        fields.set("pressedAtMs", String(Math.round(Date.now() + serverAheadMs)));
        queue.push({ order: form.dataset.move, path: form.getAttribute("action"), body: fields.toString() });
        keep();
        send();
    });

    async function look() {
        const run = document.getElementById("run");
        const busy = queue.length > 0 || run.contains(document.activeElement) || run.querySelector("details[open]");
        if (document.visibilityState === "visible" && !busy) {
            try {
                const answer = await ask(location.pathname, { headers: { "If-None-Match": run.dataset.etag } });
                if (answer.status === 200) {
                    renew(await answer.text());
                }
            } catch {
                // The next look may succeed.
            }
        }
        plan();
    }

    function plan() {
        clearTimeout(lookTimer);
        lookTimer = setTimeout(look, LOOK_MS);
    }

    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") {
            look();
        }
    });
    window.addEventListener("online", send);
    show();
    send();
    plan();
})();
