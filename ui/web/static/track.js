// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the tracking page again while it is looked at, and shows what changed.
(() => {
    "use strict";
    const QUICK_MS = 2000;
    const SLOW_MS = 15000;
    const QUICK_FOR_MS = 10 * 60 * 1000;
    const since = Date.now();
    let page = document.getElementById("track");
    let timer = 0;

    function show(text) {
        const next = new DOMParser().parseFromString(text, "text/html").getElementById("track");
        if (!next) {
            return;
        }
        page.querySelector("#live").replaceWith(next.querySelector("#live"));
        const actions = page.querySelector("#actions");
        const busy = actions.contains(document.activeElement) || actions.querySelector("details[open]");
        if (!busy) {
            actions.replaceWith(next.querySelector("#actions"));
        }
        page.dataset.etag = next.dataset.etag;
        if (next.dataset.finished) {
            page.dataset.finished = "1";
        }
    }

    function checked() {
        const time = document.getElementById("checked");
        if (time) {
            const now = new Date();
            time.textContent = now.toTimeString().slice(0, 5);
        }
    }

    async function look() {
        try {
            const answer = await fetch(location.pathname, {
                cache: "no-store",
                headers: { "If-None-Match": page.dataset.etag, "Accept": "text/html" },
            });
            if (answer.status === 200) {
                show(await answer.text());
            }
            if (answer.status === 200 || answer.status === 304) {
                checked();
            }
        } catch {
            // Offline: the next look may succeed.
        }
        plan();
    }

    function plan() {
        clearTimeout(timer);
        if (page.dataset.finished || document.visibilityState !== "visible") {
            return;
        }
        timer = setTimeout(look, Date.now() - since < QUICK_FOR_MS ? QUICK_MS : SLOW_MS);
    }

    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible" && !page.dataset.finished) {
            look();
        }
    });
    plan();
})();
