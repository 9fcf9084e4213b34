// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the characters of texts that have a limit, and finds addresses in place. All works without it.
(() => {
    "use strict";
    for (const area of document.querySelectorAll("textarea[data-max]")) {
        const counter = document.createElement("p");
        counter.className = "hint";
        const count = () => {
            counter.textContent = `${area.value.trim().length}/${area.dataset.max}`;
        };
        area.addEventListener("input", count);
        area.after(counter);
        count();
    }

    const find = document.querySelector("#order button[formaction$='/shop/address']");
    find?.addEventListener("click", async (event) => {
        event.preventDefault();
        find.disabled = true;
        try {
            const answer = await fetch(find.getAttribute("formaction"),
                { method: "POST", body: new URLSearchParams(new FormData(find.form)) });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            document.getElementById("places").replaceWith(page.getElementById("places"));
            document.querySelector("#places input")?.focus();
        } catch {
            find.form.action = find.getAttribute("formaction");
            find.form.submit(); // the browser says what is wrong with the line
        }
        find.disabled = false;
    });
})();
