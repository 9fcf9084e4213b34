// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the characters of texts that have a limit. Everything else works without it.
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
})();
