// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { BoundedMap, pushBounded } = require("./bounded.js");
const { feeOf } = require("./books.js");
const { makeId, makeTransactionKey } = require("./ids.js");

const MAX_PAYMENTS = 100_000;
const MAX_TRANSACTIONS = 200_000;
const FEE_BASIS_POINTS = 319;
const START_WINDOW_MS = 30 * 60_000;
const CONFIRM_WINDOW_MS = 10 * 60_000;
const ACCOUNT_HOURS = 24 * 7;
const MIN_CARD_WON = 100;
const MIN_ACCOUNT_WON = 200;
const METHODS = new Set(["카드", "가상계좌", "간편결제", "계좌이체", "휴대폰"]);
const VIRTUAL_ACCOUNT = "가상계좌";

/** Published codes and their statuses. */
const CODES = {
    INVALID_REQUEST: [400, "잘못된 요청입니다."],
    ALREADY_PROCESSED_PAYMENT: [400, "이미 처리된 결제 입니다."],
    PROVIDER_ERROR: [400, "일시적인 오류가 발생했습니다."],
    BELOW_MINIMUM_AMOUNT: [400, "결제 금액이 최소 금액보다 적습니다."],
    DUPLICATED_ORDER_ID: [400, "이미 승인 및 취소가 진행된 주문번호입니다."],
    ALREADY_CANCELED_PAYMENT: [400, "이미 취소된 결제 입니다."],
    INVALID_REFUND_ACCOUNT_INFO: [400, "환불 계좌 정보가 올바르지 않습니다."],
    INVALID_BANK: [400, "유효하지 않은 은행입니다."],
    INVALID_IDEMPOTENCY_KEY: [400, "멱등키는 300자 이하여야 합니다."],
    INVALID_TRANSACTION_KEY: [400, "잘못된 페이징 키 입니다."],
    UNAUTHORIZED_KEY: [401, "인증되지 않은 시크릿 키 입니다."],
    REJECT_CARD_COMPANY: [403, "결제 승인이 거절되었습니다."],
    REJECT_CARD_PAYMENT: [403, "한도초과 혹은 잔액부족으로 결제에 실패했습니다."],
    REJECT_ACCOUNT_PAYMENT: [403, "잔액부족으로 결제에 실패했습니다."],
    FORBIDDEN_REQUEST: [403, "허용되지 않은 요청입니다."],
    INCORRECT_BASIC_AUTH_FORMAT: [403, "인증 헤더에 ':' 가 없습니다."],
    NOT_CANCELABLE_AMOUNT: [403, "취소 할 수 없는 금액 입니다."],
    NOT_CANCELABLE_PAYMENT: [403, "취소 할 수 없는 결제 입니다."],
    NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT: [403, "입금 대기중인 결제는 부분 환불이 불가합니다."],
    NOT_FOUND_PAYMENT: [404, "존재하지 않는 결제 정보 입니다."],
    NOT_FOUND_PAYMENT_SESSION: [404, "결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다."],
    NOT_FOUND: [404, "존재하지 않는 정보 입니다."],
    IDEMPOTENT_REQUEST_PROCESSING: [409, "이전 멱등 요청이 처리중입니다."],
    FAILED_INTERNAL_SYSTEM_PROCESSING: [500, "내부 시스템 처리 작업이 실패했습니다."],
};

/** An answer other than the one that was asked for. */
class TossRefusal extends Error {
    constructor(code, status = CODES[code]?.[0] ?? 400, message = CODES[code]?.[1] ?? "요청이 거절되었습니다.") {
        super(message);
        Object.assign(this, { code, status });
    }
}

/** What Toss Payments holds. Every change of money is in the books too. */
class TossStore {
    constructor({ clock, books, changed, deposited, settings }) {
        Object.assign(this, { clock, books, changed, deposited, settings });
        this.payments = new BoundedMap(MAX_PAYMENTS);
        this.transactions = [];
    }

    /** What the widget makes: a payment whose customer has been through their bank's window. */
    authenticate({
        orderId, amount, orderName = "꽃", method = "카드", taxFreeAmount = 0, outcome = null,
        customerName = "김토스", dueHours = ACCOUNT_HOURS, started = false,
    }) {
        if (!/^[A-Za-z0-9_=-]{6,64}$/.test(orderId ?? "") || !METHODS.has(method)) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        if (!Number.isSafeInteger(amount) || amount < (method === "카드" ? MIN_CARD_WON : MIN_ACCOUNT_WON)) {
            throw new TossRefusal("BELOW_MINIMUM_AMOUNT");
        }
        const nowMs = this.clock.nowMs();
        const payment = {
            paymentKey: makeId("tpp", 27),
            orderId, orderName, method, amount, taxFreeAmount, outcome, customerName, dueHours,
            balance: amount,
            taxFreeBalance: taxFreeAmount,
            fee: 0,
            status: started ? "READY" : "IN_PROGRESS",
            requestedAtMs: nowMs,
            deadlineMs: nowMs + (started ? START_WINDOW_MS : CONFIRM_WINDOW_MS),
            approvedAtMs: null,
            account: null,
            secret: null,
            cancels: [],
            failure: null,
            lastTransactionKey: null,
        };
        payment.entry = this.books.open({
            provider: "toss",
            reference: payment.paymentKey,
            orderRef: orderId,
            currency: "KRW",
            amount,
        });
        this.payments.set(payment.paymentKey, payment);
        return payment;
    }

    /** The payment as it is now: what nobody confirmed in time has expired. */
    payment(paymentKey) {
        const payment = this.payments.get(paymentKey);
        if (payment && /^(READY|IN_PROGRESS)$/.test(payment.status) && this.clock.nowMs() > payment.deadlineMs) {
            this.fail(payment, "EXPIRED", { code: "EXPIRED_PAYMENT", message: "결제가 만료되었습니다." });
        }
        if (payment?.account) {
            payment.account.expired = payment.status === "WAITING_FOR_DEPOSIT"
                && this.clock.nowMs() > payment.account.dueMs;
        }
        return payment;
    }

    /** The newest payment of an order, an approved one before any other. */
    byOrder(orderId) {
        const found = [...this.payments.values()].filter((payment) => payment.orderId === orderId).reverse();
        const taken = found.find((payment) => payment.approvedAtMs !== null || payment.account);
        return this.payment((taken ?? found[0])?.paymentKey);
    }

    fail(payment, status, failure) {
        Object.assign(payment, { status, failure });
        payment.entry.state = status === "EXPIRED" ? "expired" : "failed";
        this.changed(payment);
    }

    confirm({ paymentKey, orderId, amount }) {
        if (typeof paymentKey !== "string" || typeof orderId !== "string" || !Number.isSafeInteger(amount)) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        const payment = this.payment(paymentKey);
        if (!payment) {
            throw new TossRefusal("NOT_FOUND_PAYMENT");
        }
        if (payment.status === "EXPIRED" || payment.status === "READY") {
            throw new TossRefusal("NOT_FOUND_PAYMENT_SESSION");
        }
        if (payment.status !== "IN_PROGRESS") {
            throw new TossRefusal("ALREADY_PROCESSED_PAYMENT");
        }
        if (payment.orderId !== orderId || payment.amount !== amount) {
            throw new TossRefusal("FORBIDDEN_REQUEST");
        }
        const other = this.byOrder(orderId);
        if (other !== payment && other.approvedAtMs !== null && !this.settings.tossRepeatedOrders) {
            throw new TossRefusal("DUPLICATED_ORDER_ID");
        }
        if (payment.outcome) {
            const refusal = new TossRefusal(payment.outcome);
            this.fail(payment, "ABORTED", { code: refusal.code, message: refusal.message });
            throw refusal;
        }
        if (payment.method === VIRTUAL_ACCOUNT) {
            this.openAccount(payment);
        } else {
            this.approve(payment);
        }
        this.changed(payment);
        return payment;
    }

    openAccount(payment) {
        const digits = Array.from(makeId("", 14), (letter) => letter.charCodeAt(0) % 10).join("");
        payment.account = {
            accountNumber: `X${digits.slice(1)}`,
            dueMs: this.clock.nowMs() + payment.dueHours * 3_600_000,
            expired: false,
            refundStatus: "NONE",
            refundReceiveAccount: null,
        };
        payment.secret = makeId("ps_", 28);
        payment.status = "WAITING_FOR_DEPOSIT";
        payment.entry.state = "waiting";
        this.addTransaction(payment, 0);
    }

    approve(payment) {
        payment.status = "DONE";
        payment.approvedAtMs = this.clock.nowMs();
        payment.fee = feeOf(payment.amount, FEE_BASIS_POINTS, 0);
        const key = this.addTransaction(payment, payment.amount, payment.fee);
        this.books.capture(payment.entry, { id: key, amount: payment.amount, fee: payment.fee });
    }

    addTransaction(payment, amount, fee = 0) {
        payment.lastTransactionKey = makeTransactionKey();
        const { paymentKey, orderId, method, status } = payment;
        pushBounded(this.transactions, {
            transactionKey: payment.lastTransactionKey,
            atMs: this.clock.nowMs(),
            paymentKey, orderId, method, status, amount, fee,
        }, MAX_TRANSACTIONS);
        return payment.lastTransactionKey;
    }

    /** Money arrives on a virtual account; after its due date only when `late` says so. */
    deposit(payment, { late = false } = {}) {
        if (payment.status !== "WAITING_FOR_DEPOSIT" || (payment.account.expired && !late)) {
            throw new TossRefusal("INVALID_REQUEST", 409, `the payment is ${payment.status}`);
        }
        this.approve(payment);
        this.deposited(payment);
        this.changed(payment);
    }

    /** The bank takes a deposit back, as it may shortly after. */
    undoDeposit(payment) {
        if (payment.method !== VIRTUAL_ACCOUNT || payment.status !== "DONE") {
            throw new TossRefusal("INVALID_REQUEST", 409, `the payment is ${payment.status}`);
        }
        payment.status = "WAITING_FOR_DEPOSIT";
        payment.approvedAtMs = null;
        const key = this.addTransaction(payment, -payment.amount, -payment.fee);
        this.books.undoCapture(payment.entry, { id: key, amount: payment.amount, fee: payment.fee });
        payment.fee = 0;
        this.deposited(payment);
        this.changed(payment);
    }

    cancel(payment, wish, origin) {
        this.checkCancel(payment, wish);
        const amount = wish.cancelAmount ?? payment.balance;
        const deposited = payment.approvedAtMs !== null;
        payment.balance -= amount;
        payment.taxFreeBalance = Math.max(0, payment.taxFreeBalance - (wish.taxFreeAmount ?? 0));
        payment.status = payment.balance === 0 ? "CANCELED" : "PARTIAL_CANCELED";
        const feeLeft = deposited ? feeOf(payment.balance, FEE_BASIS_POINTS, 0) : 0;
        const key = this.addTransaction(payment, deposited ? -amount : 0, feeLeft - payment.fee);
        payment.cancels.push({
            transactionKey: key,
            cancelReason: wish.cancelReason,
            canceledAtMs: this.clock.nowMs(),
            cancelAmount: amount,
            taxFreeAmount: wish.taxFreeAmount ?? 0,
            refundableAmount: payment.balance,
        });
        if (deposited) {
            this.books.refund(payment.entry, { id: key, amount, origin, fee: feeLeft - payment.fee });
        } else {
            payment.entry.state = "cancelled";
        }
        payment.fee = feeLeft;
        if (payment.account && deposited) {
            payment.account.refundStatus = this.settings.tossRefundStatus;
            payment.account.refundReceiveAccount = wish.refundReceiveAccount;
        }
        if (payment.account) {
            this.deposited(payment);
        }
        this.changed(payment);
        return payment;
    }

    checkCancel(payment, { cancelReason, cancelAmount, taxFreeAmount = 0, refundReceiveAccount: account }) {
        if (typeof cancelReason !== "string" || cancelReason === "" || cancelReason.length > 200) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        if (payment.status === "CANCELED") {
            throw new TossRefusal("ALREADY_CANCELED_PAYMENT");
        }
        if (!/^(DONE|PARTIAL_CANCELED|WAITING_FOR_DEPOSIT)$/.test(payment.status)) {
            throw new TossRefusal("NOT_CANCELABLE_PAYMENT");
        }
        if ((cancelAmount !== undefined && !(Number.isSafeInteger(cancelAmount) && cancelAmount > 0))
            || !(Number.isSafeInteger(taxFreeAmount) && taxFreeAmount >= 0)) {
            throw new TossRefusal("INVALID_REQUEST");
        }
        const amount = cancelAmount ?? payment.balance;
        if (amount > payment.balance || taxFreeAmount > payment.taxFreeBalance || taxFreeAmount > amount) {
            throw new TossRefusal("NOT_CANCELABLE_AMOUNT");
        }
        if (payment.status === "WAITING_FOR_DEPOSIT") {
            if (amount !== payment.balance) {
                throw new TossRefusal("NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT");
            }
        } else if (payment.method === VIRTUAL_ACCOUNT) {
            if (!account || !account.accountNumber || !account.holderName) {
                throw new TossRefusal("INVALID_REFUND_ACCOUNT_INFO");
            }
            if (!/^\d{2,3}$/.test(account.bank ?? "")) {
                throw new TossRefusal("INVALID_BANK");
            }
        }
    }
}

module.exports = { TossStore, TossRefusal, VIRTUAL_ACCOUNT };
