// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer does in the browser, page by page.
"use strict";

const assert = require("node:assert/strict");

const PERSON = {
    toName: "김서연", toPhone: "010-2345-6789", address: "서울 강남구 역삼로 180", detail: "1203호",
    card: "엄마, 언제나 고맙고 사랑해요.", fromName: "김하늘", fromPhone: "010-9876-5432",
};
const FLOWER = "작약 한아름 꽃다발";

class Customer {
    constructor(page, shop, phone) {
        this.page = page;
        this.shop = shop;
        this.person = { ...PERSON, fromPhone: phone };
        this.faults = [];
        page.on("pageerror", (error) => this.faults.push(String(error)));
        page.on("response", (response) => {
            if (response.status() >= 400 && response.status() !== 422) {
                this.faults.push(`${response.status()} ${response.url()}`);
            }
        });
    }

    /** Menu, item and its first free time, up to the form. */
    async choose() {
        await this.page.goto(this.shop);
        await this.page.locator("a.card", { hasText: FLOWER }).click();
        await this.page.locator("h1", { hasText: FLOWER }).waitFor();
        await this.page.locator("form[action$='/shop/order'] .actions button").click();
        await this.page.locator("form#order").waitFor();
    }

    async fill(person = this.person) {
        for (const [name, value] of Object.entries(person)) {
            await this.page.locator(`form#order [name=${name}]`).fill(value);
        }
    }

    /** Sends the form; answers the status. */
    async send() {
        const [answer] = await Promise.all([
            this.page.waitForResponse((response) => response.url().endsWith("/shop/check")),
            this.page.locator("form#order .actions button").click()]);
        await this.page.waitForLoadState();
        return answer.status();
    }

    async writeOrder() {
        await this.choose();
        await this.fill();
        await this.page.locator("#privacy").check();
        assert.equal(await this.send(), 200);
        const check = await this.page.locator("main, body").first().innerText();
        for (const shown of [FLOWER, "김서연", "역삼로 180", this.person.card]) {
            assert.ok(check.includes(shown), `the check page shows ${shown}`);
        }
    }

    /** From the check page to the TEST page of the gateway. */
    async pay(click = (button) => button.click()) {
        await this.page.locator("#agree").check();
        await click(this.page.locator("form[action$='/shop/checkout'] .actions button"));
        await this.page.waitForURL(/\/sandbox\/pay\//);
        assert.match(await this.page.locator(".notice").first().innerText(), /TEST/);
    }

    async decide(decision, click = (button) => button.click()) {
        await click(this.page.locator(`button[value=${decision}]`));
        await this.page.waitForURL(/\/t\/[0-9A-Za-z]{12}$/);
    }

    /** The state that the tracking page marks as the present one. */
    async state() {
        const current = this.page.locator("li.is-current");
        if ((await current.count()) === 0) {
            return "";
        }
        return current.first().evaluate((step) => step.firstChild.textContent.trim()); // behind it stands the time
    }
}

module.exports = { Customer, FLOWER };
