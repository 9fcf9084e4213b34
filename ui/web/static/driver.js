// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a driver's presses on the phone until the server has answered them, and the run fresh.
(() => {
    "use strict";
    const STORE = "petalpost-driver-queue";
    const PHOTOS = "petalpost-driver-photos";
    const MOST_QUEUED = 100;
    const DEADLINE_MS = 15000;
    const PHOTO_DEADLINE_MS = 60000;
    const FIRST_RETRY_MS = 2000;
    const LAST_RETRY_MS = 60000;
    const LOOK_MS = 15000;

    const page = document.getElementById("driver");
    if (!page) {
        // Whoever was let go leaves nothing behind on this phone.
        if (document.getElementById("left")) {
            forget();
        }
        return;
    }
    const line = document.getElementById("queue");
    const lost = document.getElementById("lost");
    const serverAheadMs = Number(page.dataset.now) - Date.now();
    let queue = read();
    let sending = false;
    let retryMs = FIRST_RETRY_MS;
    let retryTimer = 0;
    let lookTimer = 0;

    function forget() {
        localStorage.removeItem(STORE);
        indexedDB.deleteDatabase(PHOTOS);
    }

    /** Does `act` to the photos that wait, and answers what it asked for. */
    function withPhotos(mode, act) {
        return new Promise((resolve, reject) => {
            const opening = indexedDB.open(PHOTOS, 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore(PHOTOS);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
                const database = opening.result;
                const transaction = database.transaction(PHOTOS, mode);
                const asked = act(transaction.objectStore(PHOTOS));
                transaction.oncomplete = () => {
                    database.close();
                    resolve(asked.result);
                };
                transaction.onabort = () => {
                    database.close();
                    reject(transaction.error);
                };
            };
        });
    }

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
            const waits = queue.some((item) => !item.photo && item.order === form.dataset.move);
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

    function ask(path, options, deadlineMs = DEADLINE_MS) {
        return fetch(path, { cache: "no-store", signal: AbortSignal.timeout(deadlineMs), ...options });
    }

    // The proof is today's: the phone may have signed in anew since the press.
    function postMove(item) {
        const fields = new URLSearchParams(item.body);
        fields.set("csrf", page.dataset.csrf);
        const headers = { "Content-Type": "application/x-www-form-urlencoded" };
        return ask(item.path, { method: "POST", headers, body: fields.toString() });
    }

    async function postPhoto(item) {
        const body = await withPhotos("readonly", (photos) => photos.get(item.photo));
        if (!body) {
            return new Response(null, { status: 410 }); // the phone has thrown it away
        }
        const headers = { "Content-Type": "image/jpeg", "X-CSRF-Token": page.dataset.csrf };
        return ask(item.path, { method: "POST", headers, body }, PHOTO_DEADLINE_MS);
    }

    async function settle(item, answer) {
        if (!item.photo) {
            renew(await answer.text());
            return;
        }
        await withPhotos("readwrite", (photos) => photos.delete(item.photo));
        if (!answer.ok) {
            say(page.dataset.lostphoto);
        }
    }

    function say(text) {
        lost.textContent = text;
        lost.hidden = text === "";
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
        const item = queue.find((waiting) => !waiting.photo) ?? queue[0]; // no press waits for a photo
        let answered = false;
        try {
            const answer = await (item.photo ? postPhoto(item) : postMove(item));
            if (isAnswer(answer.status)) {
                await settle(item, answer);
                answered = true;
                queue.splice(queue.indexOf(item), 1);
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

    /** Behind the press it belongs to, which does not wait for it. */
    async function queuePhoto(order, path, file) {
        try {
            if (queue.length >= MOST_QUEUED) {
                throw new Error("too many wait");
            }
            const small = await petalpostPhoto.shrink(file);
            const photo = `${Date.now()}-${Math.random()}`; // of this phone alone
            await withPhotos("readwrite", (photos) => photos.put(small, photo));
            queue.push({ order, path, photo });
            keep();
            send();
        } catch {
            say(page.dataset.lostphoto);
        }
    }

    page.addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.dataset.move) {
            forget();
            return;
        }
        event.preventDefault();
        say("");
        if (queue.length >= MOST_QUEUED) {
            line.textContent = page.dataset.full;
            return;
        }
        const fields = new URLSearchParams(new FormData(form));
        fields.set("verb", event.submitter.value);
        fields.set("pressedAtMs", String(Math.round(Date.now() + serverAheadMs)));
        const order = form.dataset.move;
        queue.push({ order, path: form.getAttribute("action"), body: fields.toString() });
        keep();
        send();
        const camera = form.querySelector("input[type=file]");
        if (camera && camera.files.length > 0) {
            queuePhoto(order, camera.dataset.path, camera.files[0]);
        }
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
