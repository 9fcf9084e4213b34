// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls every operation of docs/openapi.yaml on a running server, well and badly, and holds each answer to it.
//   node tests/web/contract.js [DIRECTORY OF petalpostd]      (default build/ci/bin)
"use strict";

const assert = require("node:assert/strict");
const crypto = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const Ajv = require("ajv/dist/2020");
const addFormats = require("ajv-formats");
const YAML = require("yaml");

const { startServer, stopAll } = require("./programs.js");

const ROOT = path.resolve(__dirname, "../..");
const FILE = path.join(ROOT, "docs/openapi.yaml");
const BINARIES = path.resolve(process.argv[2] ?? process.env.PETALPOST_BIN_DIR ?? path.join(ROOT, "build/ci/bin"));
/** A photo as a camera would send it. */
const PICTURE = path.join(ROOT, "resources/demo/pictures/peony-720.webp");
const STEP_MS = 20_000;
/** What the HTTP layer answers on its own, to any operation. */
const LAYER = new Set([400, 405, 408, 413, 431, 500, 501, 503]);

/** The document, and whether answers keep to it. */
class Contract {
    constructor(text) {
        this.document = YAML.parse(text);
        this.ajv = new Ajv({ strict: false, allErrors: true });
        addFormats(this.ajv);
        this.ajv.addSchema(this.document, "openapi");
        this.called = new Map();
    }

    /** Every operation as [method, template, operation]. */
    *operations() {
        for (const [template, item] of Object.entries(this.document.paths)) {
            for (const method of ["get", "post", "put", "patch", "delete"]) {
                if (item[method]) {
                    yield [method, template, item[method]];
                }
            }
        }
    }

    resolve(object) {
        return object.$ref ? object.$ref.slice(2).split("/").reduce((at, name) => at[name], this.document) : object;
    }

    holds(pointer, value, where) {
        const validate = this.ajv.getSchema(`openapi#${pointer}`);
        assert.ok(validate, pointer);
        assert.ok(validate(value), `${where}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
    }

    /** A JSON pointer to the schema of `content`, which stands at `pointer` or behind its $ref. */
    static schemaAt(pointer, object, type) {
        const base = object.$ref ? object.$ref.slice(1) : pointer;
        return `${base}/content/${type.replaceAll("/", "~1").replaceAll("+", "%2B").replaceAll("*", "%2A")}/schema`;
    }

    /** What was sent is what the document asks for. */
    checkRequest(method, template, body) {
        const at = `/paths/${template.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/${method}/requestBody`;
        this.holds(Contract.schemaAt(at, {}, "application/json"), body, `${method} ${template} request`);
    }

    checkAnswer(method, template, answer, text) {
        const where = `${method} ${template} ${answer.status}`;
        const operation = this.document.paths[template]?.[method];
        assert.ok(operation, `${where}: not in the document`);
        let declared = operation.responses[answer.status];
        let pointer = `/paths/${template.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}`
            + `/${method}/responses/${answer.status}`;
        if (!declared && LAYER.has(answer.status)) {
            declared = { $ref: "#/components/responses/Problem" };
            pointer = "/components/responses/Problem";
        }
        assert.ok(declared, `${where}: this status is not in the document: ${text.slice(0, 300)}`);
        const response = this.resolve(declared);
        for (const [name, header] of Object.entries(response.headers ?? {})) {
            assert.ok(!header.required || answer.headers.has(name), `${where}: no ${name}`);
        }
        const type = (answer.headers.get("content-type") ?? "").split(";")[0];
        const types = Object.keys(response.content ?? {});
        if (types.length === 0) {
            assert.equal(text, "", where);
        } else {
            assert.ok(types.includes(type) || types.includes("*/*"), `${where}: ${type} is not in the document`);
        }
        if (type.endsWith("json")) {
            this.holds(Contract.schemaAt(pointer, declared, type), JSON.parse(text), where);
        }
        if (type === "application/problem+json") {
            assert.equal(JSON.parse(text).status, answer.status, where);
        }
        const outcomes = this.called.get(operation.operationId) ?? new Set();
        this.called.set(operation.operationId, outcomes.add(answer.status < 400 ? "good" : "bad"));
    }
}

/** Calls the server and holds what it answers to the contract. */
class Caller {
    constructor(contract, server) {
        this.contract = contract;
        this.server = server;
    }

    /** `what`: id, query, body or form or raw, token, key, headers. */
    async call(method, template, status, what = {}) {
        const target = template.replace(/\{\w+\}/, what.id ?? "") + (what.query ? `?${what.query}` : "");
        const headers = { ...what.headers };
        if (what.token) {
            headers.Authorization = `Bearer ${what.token}`;
        }
        if (what.key) {
            headers["Idempotency-Key"] = what.key;
        }
        let body = what.raw;
        if (what.body) {
            headers["Content-Type"] ??= "application/json";
            body = JSON.stringify(what.body);
            if (status < 300) {
                this.contract.checkRequest(method, template, what.body);
            }
        } else if (what.form) {
            headers.Origin ??= new URL(this.server.url).origin;
            body = new URLSearchParams(what.form);
        }
        const answer = await fetch(this.server.url + target, { method: method.toUpperCase(), headers, body,
            redirect: "manual", signal: AbortSignal.timeout(STEP_MS) });
        const text = await answer.text();
        assert.equal(answer.status, status, `${method} ${target}: ${text.slice(0, 300)}`);
        this.contract.checkAnswer(method, template, answer, text);
        const type = answer.headers.get("content-type") ?? "";
        return { answer, text, json: type.includes("json") ? JSON.parse(text) : null };
    }
}

const DRAFT = { flowerName: "Rose", qty: 1 };

async function orders(api, device) {
    const draft = { ...DRAFT, customerName: "김서연", phoneNumber: "010-1234-5678", locale: "ko", cardMessage: "생일 축하해",
        recipient: { name: "이도윤", phone: "01056785678" }, address: { line: "서울 강남구 역삼로 180" } };
    const key = crypto.randomUUID();
    const { json: placed } = await api.call("post", "/orders", 201, { body: draft, key });
    const { json: again } = await api.call("post", "/orders", 201, { body: draft, key });
    assert.equal(again.id, placed.id);
    await api.call("post", "/orders", 422, { body: DRAFT, key }); // the same key for something else
    await api.call("post", "/orders", 422, { body: { flowerName: "Rose" } });
    await api.call("post", "/orders", 422, { body: { flowerName: "없는 꽃", qty: 1 } });
    await api.call("post", "/orders", 422, { body: { flowerName: "Rose", qty: "많이" } });
    await api.call("post", "/orders", 422, { body: DRAFT, key: "not-a-uuid" });
    await api.call("post", "/orders", 422, { raw: "{", headers: { "Content-Type": "application/json" } });
    await api.call("post", "/orders", 413, { body: { ...DRAFT, request: "가".repeat(70_000) } });
    await api.call("post", "/orders", 401, { body: DRAFT, token: "nobody" });

    const id = placed.id;
    const token = placed.accessToken;
    await api.call("get", "/orders/{id}", 200, { id, token });
    await api.call("get", "/orders/{id}", 200, { id, token: device });
    await api.call("get", "/orders/{id}", 401, { id });
    await api.call("get", "/orders/{id}", 403, { id: id + 1, token });
    await api.call("get", "/orders/{id}", 404, { id: 999_999, token: device });
    await api.call("patch", "/orders/{id}", 409, { id, token: device, body: { verb: "completeDelivery" } });
    await api.call("patch", "/orders/{id}", 422, { id, token: device, body: { verb: "water" } });
    await api.call("patch", "/deliveries/{id}", 200, { id, token: device, body: { seen: true } });
    const { json: making } = await api.call("patch", "/deliveries/{id}", 200,
        { id, token: device, key: crypto.randomUUID(), body: { verb: "startMaking", basedOn: placed.version } });
    assert.equal(making.status, "making");
    await api.call("patch", "/deliveries/{id}", 409, { id, token: device, body: { verb: "markMade", basedOn: 1 } });
    await api.call("patch", "/deliveries/{id}", 401, { id, body: { verb: "markMade" } });
    await api.call("patch", "/deliveries/{id}", 403, { id, token, body: { verb: "markMade" } });
    for (const list of ["/deliveries", "/mypages"]) {
        await api.call("get", list, 200, { token: device });
        await api.call("get", list, 200, { token: device, query: "limit=1" });
        await api.call("get", list, 401);
        await api.call("get", list, 403, { token });
        await api.call("get", list, 422, { token: device, query: "limit=501" });
    }

    const { json: second } = await api.call("post", "/orders", 201, { body: DRAFT });
    const cancelled = await api.call("patch", "/orders/{id}", 200,
        { id: second.id, token: second.accessToken, body: { status: "OrderCancelled" } });
    assert.equal(cancelled.json.status, "cancelled");
    return { id, token, cancelled: second.id };
}

async function edits(api, device, order) {
    const call = (status, body, more = {}) => api.call("patch", "/orders/{id}/lines", status, { id: order.id, token: device, body, ...more });
    const { json: quote } = await call(200, { qty: 3, dryRun: true });
    assert.equal(quote.effect, "extra");
    const { json: waiting } = await call(200, { qty: 3, ...pick(quote) }, { key: crypto.randomUUID() });
    assert.deepEqual(waiting.pendingEdit, { state: "waiting", differenceMinor: quote.differenceMinor });
    await call(409, { qty: 3, ...pick(quote) }); // quoted before it was asked
    const { json: back } = await call(200, { undo: true, basedOn: waiting.version });
    assert.equal(back.pendingEdit, undefined);
    await call(409, { qty: 3, basedOn: back.version, differenceMinor: 1 });
    const { json: edited } = await call(200, { cardMessage: "사랑해", basedOn: back.version, differenceMinor: 0 });
    assert.ok(edited.undoUntilMs > 0);
    await call(200, { undo: true, basedOn: edited.version });
    await call(422, { qty: 0, dryRun: true });
    await call(422, { qty: 1 });
    await call(401, { qty: 1, dryRun: true }, { token: undefined });
    await call(403, { qty: 1, dryRun: true }, { token: order.token });
    await call(404, { qty: 1, dryRun: true }, { id: 999_999 });
}

const pick = ({ basedOn, differenceMinor }) => ({ basedOn, differenceMinor });

async function money(api, device, order) {
    for (const id of [order.id, order.cancelled]) {
        await api.call("get", "/payments/{id}", 200, { id, token: device });
        await api.call("get", "/messages", 200, { query: `orderId=${id}`, token: device });
    }
    await api.call("get", "/payments/{id}", 401, { id: order.id });
    await api.call("get", "/payments/{id}", 403, { id: order.id, token: order.token });
    await api.call("get", "/payments/{id}", 404, { id: "x", token: device });
    const again = { verb: "retryRefund" };
    await api.call("patch", "/payments/{id}", 409, { id: order.id, token: device, body: again }); // none was refused
    await api.call("patch", "/payments/{id}", 422, { id: order.id, token: device, body: { verb: "pay" } });
    await api.call("patch", "/payments/{id}", 401, { id: order.id, body: again });
    await api.call("patch", "/payments/{id}", 403, { id: order.id, token: order.token, body: again });
    await api.call("patch", "/payments/{id}", 404, { id: 999_999, token: device, body: again });
    const notice = { eventType: "PAYMENT_STATUS_CHANGED", data: {} };
    const { json: taken } = await api.call("post", "/payments/webhooks/{provider}", 200, { id: "sandbox", body: notice });
    assert.equal(taken.received, false);
    await api.call("post", "/payments/webhooks/{provider}", 404, { id: "nobody", body: notice });
    const { json: balance } = await api.call("get", "/balance", 200, { token: device });
    assert.ok(balance.balanced, JSON.stringify(balance.differences));
    assert.ok(balance.orders > 0 && balance.gateways[0].chargedMinor > 0);
    await api.call("get", "/balance", 200, { token: device, query: `date=${balance.date}` });
    for (const date of ["soon", "2999-01-01"]) {
        await api.call("get", "/balance", 422, { token: device, query: `date=${date}` });
    }
    await api.call("get", "/balance", 401);
    await api.call("get", "/balance", 403, { token: order.token });
    const repair = { kind: "refund_failed", orderId: order.id };
    const { json: nothing } = await api.call("post", "/balance/repairs", 200, { token: device, body: repair });
    assert.equal(nothing.outcome, "nothing_left");
    const { json: asked } = await api.call("post", "/balance/repairs", 200,
        { token: device, body: { ...repair, kind: "payment_undecided" } });
    assert.equal(asked.outcome, "asked");
    await api.call("post", "/balance/repairs", 422, { token: device, body: { ...repair, kind: "missing_charge" } });
    await api.call("post", "/balance/repairs", 404, { token: device, body: { ...repair, attemptId: "nothing" } });
    await api.call("post", "/balance/repairs", 401, { body: repair });
    await api.call("post", "/balance/repairs", 403, { token: order.token, body: repair });
    await api.call("get", "/messages", 200, { query: "limit=1&show=all", token: device });
    await api.call("get", "/messages", 422, { query: "show=everything", token: device });
    await api.call("get", "/messages", 422, { query: "limit=101", token: device });
    await api.call("get", "/messages", 401, { query: "orderId=1" });
}

async function menu(api, device) {
    const price = { amountMinor: 42_000, currency: "KRW", exponent: 0 };
    const add = (status, body) => api.call("post", "/catalogue", status, { token: device, body });
    const { json: product } = await add(201, { name: "수국 한 다발", price });
    await add(409, { name: "수국 한 다발", price });
    await add(422, { name: "이름뿐", price: { ...price, amountMinor: 0 } });
    await api.call("post", "/catalogue", 401, { body: { name: "아무나", price } });
    const change = (status, body, id = product.id) =>
        api.call("patch", "/catalogue/{id}", status, { id, token: device, body });
    const { json: hidden } = await change(200, { hidden: true, basedOn: product.version });
    assert.ok(hidden.hidden && hidden.version > product.version);
    await change(409, { hidden: false, basedOn: product.version });
    await change(422, { dailyLimit: -1 });
    await change(404, { hidden: true }, 999_999);
    await api.call("patch", "/catalogue/{id}", 401, { id: product.id, body: { hidden: false } });
    const file = fs.readFileSync(PICTURE);
    const photo = (status, raw, token) => api.call("post", "/photos", status, { raw, token });
    const { json: kept } = await photo(201, file, device);
    assert.equal(kept.id, crypto.createHash("sha256").update(file).digest("hex"));
    await photo(401, file);
    await photo(422, Buffer.from("<svg/>"), device);
    await change(200, { photos: [kept.id] });
    await change(422, { photos: ["f".repeat(64)] });
    const { answer: shown } = await api.call("get", "/photos/{file}", 200, { id: `${kept.id}-360.webp` });
    await api.call("get", "/photos/{file}", 304,
        { id: `${kept.id}-360.webp`, headers: { "If-None-Match": shown.headers.get("etag") } });
    await api.call("get", "/photos/{file}", 404, { id: "nothing.webp" });
}

async function shop(api, device) {
    await api.call("get", "/catalogue", 200);
    await menu(api, device);
    await api.call("get", "/windows", 200, { token: device });
    await api.call("get", "/windows", 422, { token: device, query: "date=soon" });
    await api.call("get", "/windows", 401);
    const { json: sales } = await api.call("get", "/figures", 200, { token: device, query: "from=2026-01-01&to=2026-01-31" });
    assert.equal(sales.days.length, 31);
    await api.call("get", "/figures", 422, { token: device, query: "from=2026-01-01&to=2027-01-01" });
    await api.call("get", "/figures", 401, { query: "from=2026-01-01&to=2026-01-02" });
    await api.call("get", "/settings", 401);
    const { json: settings } = await api.call("get", "/settings", 200, { token: device });
    const change = (status, body) => api.call("patch", "/settings", status, { token: device, body });
    await change(200, { pauseReason: "꽃시장에 다녀와요", basedOn: settings.version });
    await change(409, { pauseReason: "", basedOn: settings.version });
    await change(422, { windows: [{ startMinute: 600, endMinute: 600, capacity: 1 }] });
    await api.call("patch", "/settings", 401, { body: { pauseReason: "" } });
    await api.call("get", "/healthz", 200);
    const { json: ready } = await api.call("get", "/readyz", 200);
    assert.deepEqual(ready.payment.map((one) => `${one.kind} ${one.state}`),
        ["charge closed", "refund closed", "read closed"]);
    await api.call("get", "/metrics", 401);
    const { text } = await api.call("get", "/metrics", 200, { token: device });
    for (const line of text.trimEnd().split("\n")) {
        assert.match(line, /^(# (HELP|TYPE) petalpost_\w+ .+|petalpost_\w+(\{(\w+="[^"]*",?)+\})? \d+)$/);
    }
}

async function reviews(api, device, order) {
    for (const verb of ["markMade", "startDelivery", "completeDelivery"]) {
        await api.call("patch", "/orders/{id}", 200, { id: order.id, token: device, body: { verb } });
    }
    const words = { rating: 5, text: "사진보다 훨씬 풍성하고 향도 좋아요." };
    await api.call("post", "/reviews", 422, { token: order.token, body: { ...words, rating: 6 } });
    await api.call("post", "/reviews", 401, { body: words });
    const { json: written } = await api.call("post", "/reviews", 201, { token: order.token, body: words });
    await api.call("post", "/reviews", 409, { token: order.token, body: words });
    const id = written.id;
    await api.call("patch", "/reviews/{id}", 200, { id, token: device, body: { reply: "고맙습니다." } });
    await api.call("patch", "/reviews/{id}", 200, { id, token: device, body: { hidden: true, reason: "전화번호가 있어요." } });
    await api.call("patch", "/reviews/{id}", 422, { id, token: device, body: {} });
    await api.call("patch", "/reviews/{id}", 401, { id, body: { reply: "." } });
    await api.call("patch", "/reviews/{id}", 404, { id: 999_999, token: device, body: { reply: "." } });
    await api.call("get", "/reviews", 200);
    await api.call("get", "/reviews", 200, { token: device, query: "limit=1" });
    await api.call("get", "/reviews", 422, { query: "before=x" });
}

/** Complaints about delivered flowers: money back, or flowers again without a charge. */
async function claims(api, device, order) {
    const where = { id: order.id, token: device };
    await api.call("patch", "/deliveries/{id}", 422, { ...where, body: { verb: "refund", refundMinor: 0 } });
    await api.call("patch", "/deliveries/{id}", 422, { ...where, body: { verb: "refund", refundMinor: 1e9 } });
    const { json: refunded } = await api.call("patch", "/deliveries/{id}", 200,
        { ...where, body: { verb: "refund", refundMinor: 100, reason: "시든 꽃이 있었어요" } });
    assert.equal(refunded.claimReason, "시든 꽃이 있었어요");
    assert.ok(refunded.money.chargedMinor > 100);
    await api.call("patch", "/deliveries/{id}", 422, { ...where, body: { verb: "resend", window: "soon" } });
    await api.call("patch", "/orders/{id}", 409, { id: order.id, token: order.token, body: { verb: "resend" } });
    const { json: original } = await api.call("patch", "/deliveries/{id}", 200, { ...where, body: { verb: "resend" } });
    const { json: again } = await api.call("get", "/orders/{id}", 200, { id: original.resentAs, token: device });
    assert.deepEqual([again.status, again.resendOf, again.total.amountMinor], ["paid", order.id, 0]);
    await api.call("get", "/messages", 200, { query: `orderId=${again.id}`, token: device });
}

async function devices(api, owner) {
    const { json: known } = await api.call("get", "/pairing", 200);
    assert.equal(known.shop.name, "온봄꽃집");
    const wanted = { role: "driver", name: "배송 전화" };
    const { json: issued } = await api.call("post", "/devices/codes", 201, { token: owner, body: wanted });
    await api.call("post", "/devices/codes", 422, { token: owner, body: { role: "gardener", name: "?" } });
    await api.call("post", "/devices/codes", 401, { body: wanted });
    await api.call("post", "/devices", 422, { body: {} });
    const wrong = issued.code === "00000000" ? "00000001" : "00000000";
    await api.call("post", "/devices", 403, { body: { code: wrong } });
    const { json: paired } = await api.call("post", "/devices", 201, { body: { code: issued.code } });
    await api.call("post", "/devices", 410, { body: { code: issued.code } });
    await api.call("post", "/devices/codes", 403, { token: paired.token, body: wanted });
    await api.call("get", "/deliveries", 200, { token: paired.token }); // what a driver may see
    const { json: all } = await api.call("get", "/devices", 200, { token: owner });
    assert.deepEqual(all.items.map((device) => device.role).sort(), ["driver", "owner"]);
    await api.call("get", "/devices", 401);
    await api.call("delete", "/devices/{id}", 401, { id: paired.id });
    await api.call("delete", "/devices/{id}", 204, { id: paired.id, token: owner });
    await api.call("get", "/deliveries", 401, { token: paired.token });
}

/** The first event of a stream, which is then left. */
async function firstEvent(server, device) {
    const leave = new AbortController();
    const answer = await fetch(`${server.url}/changes`, { signal: leave.signal,
        headers: { Authorization: `Bearer ${device}`, Accept: "text/event-stream" } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/event-stream");
    assert.match(answer.headers.get("petalpost-now-ms"), /^\d+$/);
    let text = "";
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        if (text.includes("\n\n")) {
            break;
        }
    }
    leave.abort();
    return Object.fromEntries(text.split("\n\n")[0].split("\n").map((line) => line.split(/: (.*)/s)));
}

async function changes(api, device, contract) {
    const { json: page } = await api.call("get", "/changes", 200, { token: device, query: "limit=2" });
    await api.call("get", "/changes", 200, { token: device, query: `after=${page.cursor}` });
    await api.call("get", "/changes", 401);
    await api.call("get", "/changes", 422, { token: device, query: "after=x" });
    await api.call("patch", "/changes", 200, { token: device, body: { cursor: page.cursor } });
    await api.call("patch", "/changes", 422, { token: device, body: { cursor: "x" } });
    await api.call("patch", "/changes", 401, { body: { cursor: page.cursor } });
    const event = await firstEvent(api.server, device);
    assert.equal(event.event, "page");
    const sent = JSON.parse(event.data);
    contract.holds("/components/schemas/FeedPage", sent, "event: page");
    assert.equal(event.id, sent.cursor);
    assert.deepEqual([...new Set(sent.entries.map((entry) => entry.type))].sort(),
        ["order", "product", "review", "shop"]);
}

async function pages(api, order) {
    const token = order.token;
    for (const page of ["/", "/my", "/terms", "/privacy", "/refunds", "/robots.txt", "/sitemap.xml", "/site.webmanifest"]) {
        await api.call("get", page, 200);
    }
    await api.call("get", "/en/", 301);
    const { text: menu } = await api.call("get", "/", 200);
    const file = (kind) => new RegExp(`/${kind}/([\\w.-]+)`).exec(menu)[1];
    for (const kind of ["static", "pictures"]) {
        const { answer } = await api.call("get", `/${kind}/{file}`, 200, { id: file(kind) });
        await api.call("get", `/${kind}/{file}`, 304,
            { id: file(kind), headers: { "If-None-Match": answer.headers.get("etag") } });
        await api.call("get", `/${kind}/{file}`, 404, { id: "nothing.png", headers: { Accept: "text/html" } });
    }
    await api.call("get", "/favicon.ico", 200);
    const html = { headers: { Accept: "text/html" } };
    const elsewhere = { headers: { Accept: "text/html", Origin: "https://elsewhere.example" } };
    await api.call("get", "/shop/items/{id}", 200, { id: 1 });
    await api.call("get", "/shop/items/{id}", 404, { id: 999, ...html });
    await api.call("get", "/shop/order", 200, { query: "item=1" });
    await api.call("get", "/shop/order", 404, html);
    await api.call("post", "/shop/order", 200, { form: { item: "1" } });
    await api.call("post", "/shop/address", 200, { form: { item: "1", address: "역삼로 180" } });
    for (const where of ["/shop/order", "/shop/address", "/shop/check", "/shop/checkout"]) {
        await api.call("post", where, 404, { form: { item: "999" }, ...html });
    }
    await api.call("post", "/shop/check", 422, { form: { item: "1" } });
    await api.call("post", "/shop/checkout", 422, { form: { item: "1" } });
    await api.call("post", "/shop/checkout", 403, { form: { item: "1" }, ...elsewhere });
    await api.call("get", "/t/{token}", 200, { id: token });
    await api.call("get", "/t/{token}", 404, { id: "AAAAAAAAAAAA", ...html });
    await api.call("get", "/r/{token}", 200, { id: token });
    await api.call("get", "/r/{token}", 404, { id: "AAAAAAAAAAAA", ...html });
    await api.call("get", "/my/code", 303);
    for (const where of ["/my/code", "/my/enter", "/my/leave"]) {
        await api.call("post", where, 403, { form: { a: "b" }, ...elsewhere });
    }
    await api.call("get", "/sandbox/pay/{reference}", 404, { id: "nothing", ...html });
    await api.call("get", "/shop/pay/{attempt}", 404, { id: "nothing", ...html });
    await api.call("post", "/shop/pay/{attempt}", 403, { id: "nothing", form: { a: "b" }, ...html });
    await api.call("get", "/shop/return/{attempt}", 404, { id: "nothing", ...html });
    for (const where of ["/t/{token}/cancel", "/t/{token}/pay", "/t/{token}/change", "/r/{token}"]) {
        await api.call("post", where, 403, { id: token, form: { a: "b" }, ...elsewhere });
    }
    await api.call("post", "/sandbox/pay/{reference}", 422, { id: "nothing", form: { a: "b" }, ...html });
}

async function driver(api, device, order) {
    const html = { Accept: "text/html" };
    const elsewhere = { headers: { ...html, Origin: "https://elsewhere.example" } };
    await api.call("get", "/d", 200);
    await api.call("post", "/d/sign-in", 422, { form: { code: "1" }, headers: html });
    await api.call("post", "/d/sign-in", 403, { form: { code: "1" }, ...elsewhere });
    await api.call("post", "/d/moves/{id}", 303, { id: order.id, form: { verb: "startDelivery" } });
    await api.call("post", "/d/sign-out", 303, { form: { csrf: "x" } });
    const { json } = await api.call("post", "/devices/codes", 201,
        { token: device, body: { role: "driver", name: "김기사님" } });
    const { answer } = await api.call("post", "/d/sign-in", 303, { form: { code: json.code } });
    const headers = { ...html, Cookie: answer.headers.get("set-cookie").split(";")[0] };
    const { text: run, answer: page } = await api.call("get", "/d", 200, { headers });
    await api.call("get", "/d", 304, { headers: { ...headers, "If-None-Match": page.headers.get("etag") } });
    const csrf = /data-csrf="([^"]+)"/.exec(run)[1];
    await api.call("post", "/d/moves/{id}", 403, { id: order.id, form: { csrf: "x" }, headers });
    await api.call("post", "/d/moves/{id}", 403, { id: order.id, form: { csrf, verb: "cancel" }, headers });
    await api.call("post", "/d/moves/{id}", 404, { id: order.id, form: { csrf, verb: "dance" }, headers });
    await api.call("post", "/d/moves/{id}", 409, { id: 999_999, form: { csrf, verb: "startDelivery" }, headers });
    const photo = (id, status, proof, raw = fs.readFileSync(PICTURE)) =>
        api.call("post", "/d/photos/{id}", status,
            { id, raw, headers: { ...headers, Origin: new URL(api.server.url).origin, "X-CSRF-Token": proof } });
    await photo(order.id, 403, "x");
    await photo(order.id, 422, csrf, Buffer.from("<svg/>"));
    await photo(999_999, 404, csrf);
    await photo(order.id, 204, csrf);
    await api.call("post", "/d/sign-out", 403, { form: { csrf: "x" }, headers });
    await api.call("post", "/d/sign-out", 303, { form: { csrf }, headers });
}

async function main() {
    const text = fs.readFileSync(FILE, "utf8");
    await test("docs/openapi.yaml is an OpenAPI 3.1 document", async () => {
        const { Validator } = await import("@seriousme/openapi-schema-validator");
        const result = await new Validator().validate(text);
        assert.ok(result.valid, JSON.stringify(result.errors, null, 2));
    });

    const data = fs.mkdtempSync(path.join(os.tmpdir(), "petalpost-contract-"));
    try {
        const server = await startServer(BINARIES, data);
        const contract = new Contract(text);
        const api = new Caller(contract, server);
        const device = server.token;
        let order = null;
        await test("orders", async () => { order = await orders(api, device); });
        await test("edits", () => edits(api, device, order));
        await test("payments and messages", () => money(api, device, order));
        await test("the shop", () => shop(api, device));
        await test("reviews", () => reviews(api, device, order));
        await test("claims", () => claims(api, device, order));
        await test("devices", () => devices(api, device));
        await test("the feed", () => changes(api, device, contract));
        await test("pages", () => pages(api, order));
        await test("a driver's phone", () => driver(api, device, order));
        await test("every operation was called, and every one that can refuse was made to", () => {
            for (const [method, template, operation] of contract.operations()) {
                const outcomes = contract.called.get(operation.operationId) ?? new Set();
                assert.ok(outcomes.size > 0, `${method} ${template} was never called`);
                const refuses = Object.keys(operation.responses).some((status) => status >= 400 && status < 500);
                assert.ok(!refuses || outcomes.has("bad"), `${method} ${template} was never refused`);
            }
        });
    } finally {
        await stopAll();
        fs.rmSync(data, { recursive: true, force: true });
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
