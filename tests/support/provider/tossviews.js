// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const MERCHANT = "petalpost";
const VERSION = "2022-11-16";
const SEOUL_MS = 9 * 3_600_000;
const PAY_OUT_MS = 2 * 86_400_000;

/** A moment as Toss writes it: Seoul's time in whole seconds. */
function seoul(ms) {
    return ms === null ? null : `${new Date(ms + SEOUL_MS).toISOString().slice(0, 19)}+09:00`;
}

/** A moment as Toss writes it into webhooks: Seoul's time, and nothing that says so. */
function seoulBare(ms) {
    return `${new Date(ms + SEOUL_MS).toISOString().slice(0, 23)}000`;
}

/** The reverse for a query: a moment without an offset is Seoul's. NaN for nonsense. */
function fromSeoul(text) {
    const bare = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?)?$/.test(text);
    return bare ? Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}+09:00`) : Date.parse(text);
}

/** The Payment object of the API. */
function paymentView(payment, baseUrl) {
    const taxed = payment.balance - payment.taxFreeBalance;
    const vat = Math.round(taxed / 11);
    const easy = payment.method === "간편결제";
    const approved = payment.approvedAtMs !== null;
    return {
        mId: MERCHANT,
        lastTransactionKey: payment.lastTransactionKey,
        paymentKey: payment.paymentKey,
        orderId: payment.orderId,
        orderName: payment.orderName,
        taxExemptionAmount: 0,
        status: payment.status,
        requestedAt: seoul(payment.requestedAtMs),
        approvedAt: seoul(payment.approvedAtMs),
        useEscrow: false,
        cultureExpense: false,
        card: approved && (payment.method === "카드" || easy) ? cardView(payment) : null,
        virtualAccount: payment.account ? accountView(payment) : null,
        transfer: payment.method === "계좌이체" && approved ? { bankCode: "92", settlementStatus: "INCOMPLETED" } : null,
        mobilePhone: null,
        giftCertificate: null,
        cashReceipt: null,
        cashReceipts: null,
        discount: null,
        cancels: payment.cancels.length === 0 ? null : payment.cancels.map(cancelView),
        secret: payment.secret,
        type: "NORMAL",
        easyPay: easy ? { provider: "토스페이", amount: 0, discountAmount: 0 } : null,
        country: "KR",
        failure: payment.failure,
        isPartialCancelable: true,
        receipt: approved || payment.account ? { url: `${baseUrl}/receipts/${payment.paymentKey}` } : null,
        checkout: { url: `${baseUrl}/v1/payments/${payment.paymentKey}/checkout` },
        currency: "KRW",
        totalAmount: payment.amount,
        balanceAmount: payment.balance,
        suppliedAmount: taxed - vat,
        vat,
        taxFreeAmount: payment.taxFreeBalance,
        metadata: null,
        method: payment.method,
        version: VERSION,
    };
}

function cardView(payment) {
    return {
        issuerCode: "71",
        acquirerCode: "71",
        number: "12345678****000*",
        installmentPlanMonths: 0,
        isInterestFree: false,
        interestPayer: null,
        approveNo: "00000000",
        useCardPoint: false,
        cardType: "신용",
        ownerType: "개인",
        acquireStatus: "READY",
        amount: payment.amount,
    };
}

function accountView({ account, customerName, status }) {
    return {
        accountNumber: account.accountNumber,
        accountType: "일반",
        bankCode: "20",
        customerName,
        depositorName: status === "WAITING_FOR_DEPOSIT" ? null : customerName,
        dueDate: seoul(account.dueMs),
        expired: account.expired,
        settlementStatus: "INCOMPLETED",
        refundStatus: account.refundStatus,
        refundReceiveAccount: account.refundReceiveAccount,
    };
}

function cancelView(cancel) {
    return {
        transactionKey: cancel.transactionKey,
        cancelReason: cancel.cancelReason,
        taxExemptionAmount: 0,
        canceledAt: seoul(cancel.canceledAtMs),
        easyPayDiscountAmount: 0,
        receiptKey: null,
        cancelStatus: "DONE",
        cancelRequestId: null,
        cancelAmount: cancel.cancelAmount,
        taxFreeAmount: cancel.taxFreeAmount,
        refundableAmount: cancel.refundableAmount,
    };
}

/** The Transaction object: one movement of a payment. What goes back is below nought unless `positive`. */
function transactionView(transaction, positive) {
    const { transactionKey, paymentKey, orderId, method, status, amount, atMs } = transaction;
    return {
        mId: MERCHANT,
        transactionKey,
        paymentKey,
        orderId,
        method,
        customerKey: null,
        useEscrow: false,
        receiptUrl: null,
        status,
        transactionAt: seoul(atMs),
        currency: "KRW",
        amount: positive ? Math.abs(amount) : amount,
    };
}

/** The Settlement object: one movement with what Toss keeps of it. */
function settlementView(transaction, payment) {
    const { transactionKey, paymentKey, orderId, method, amount, fee, atMs } = transaction;
    const vat = Math.sign(fee) * Math.round(Math.abs(fee) / 11);
    const cancel = payment?.cancels.find((one) => one.transactionKey === transactionKey);
    return {
        mId: MERCHANT,
        paymentKey,
        transactionKey,
        orderId,
        currency: "KRW",
        method,
        fees: [{ type: "BASE", fee }, { type: "ETC", fee: 0 }],
        approvedAt: seoul(payment?.approvedAtMs ?? atMs),
        soldDate: seoul(atMs).slice(0, 10),
        paidOutDate: seoul(atMs + PAY_OUT_MS).slice(0, 10),
        cancel: cancel ? cancelView(cancel) : null,
        amount,
        interestFee: 0,
        fee,
        supplyAmount: fee - vat,
        vat,
        payOutAmount: amount - fee,
    };
}

module.exports = { paymentView, transactionView, settlementView, seoulBare, fromSeoul };
