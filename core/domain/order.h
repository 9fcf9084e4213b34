// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/deliverywindow.h"
#include "core/domain/orderstate.h"
#include "core/domain/payment.h"

#include <array>

namespace petalpost {

/// A person with a telephone: digits only, as typed by people in any form and normalised once.
struct Contact
{
    QString name;
    QString phone;

    bool operator==(const Contact &) const = default;
};

/// Where the flowers go. An order without an address is picked up at the shop.
struct Address
{
    QString line; ///< road-name address
    QString detail; ///< flat, door code
    QString postalCode;
    QString neighbourhood; ///< 동, shown on cards; empty when unknown

    bool operator==(const Address &) const = default;
    bool isEmpty() const { return line.isEmpty(); }
};

/// Order::receivedBy when the recipient took the flowers; anybody else is named by a person.
inline constexpr QLatin1StringView receivedByRecipient("recipient");

/// What a customer asks for; every value still has to pass checkDraft() and the shop's rules.
struct OrderDraft
{
    qint64 productId = 0; ///< 0 when ordered by name
    QString productName;
    qint64 qty = 1;
    Contact sender;
    Contact recipient;
    Address address;
    std::optional<DeliveryWindow> window;
    QString cardMessage;
    QString ribbonText; ///< 경조사어
    QString ribbonSender; ///< 보내는 분 on the ribbon
    QString request; ///< for the florist and the driver
    QString locale = QStringLiteral("ko"); ///< "ko" or "en": the language of pages and SMS
    bool nameOnCard = true; ///< false: the card does not say who sends the flowers
    QString consentVersion; ///< which text on cancelling was agreed to; empty when none was shown

    bool operator==(const OrderDraft &) const = default;
};

/// How an order is paid that no payment provider sees. Words never change once released.
enum class DeskMethod {
    Cash,
    Transfer,
    OnAccount, ///< later, as a company pays at the end of the month
};

inline constexpr std::array<Word<DeskMethod>, 3> deskMethodWords{{
    {DeskMethod::Cash, QLatin1StringView("cash")},
    {DeskMethod::Transfer, QLatin1StringView("transfer")},
    {DeskMethod::OnAccount, QLatin1StringView("onAccount")},
}};

inline QLatin1StringView word(DeskMethod method)
{
    return wordOf(deskMethodWords, method);
}

/// What an order that is taken at the desk has beside its draft.
struct DeskTerms
{
    DeskMethod method = DeskMethod::Cash;
    bool paid = false; ///< the money is there already
    qint64 unitMinor = 0; ///< what one piece costs; 0 = as on the menu

    bool operator==(const DeskTerms &) const = default;
};

/// An order by phone or over the counter, as the florist takes it down.
struct DeskOrder : DeskTerms
{
    OrderDraft draft;

    bool operator==(const DeskOrder &) const = default;
};

/// Where an edit stands that waits for the customer, or that came to nothing.
enum class PendingState {
    Waiting, ///< for the customer's yes or payment
    Declined, ///< the customer wants the order as it is
    Expired, ///< no answer came in time
    Lapsed, ///< the answer came, but the change was no longer possible
};

inline constexpr std::array<Word<PendingState>, 4> pendingStateWords{{
    {PendingState::Waiting, QLatin1StringView("waiting")},
    {PendingState::Declined, QLatin1StringView("declined")},
    {PendingState::Expired, QLatin1StringView("expired")},
    {PendingState::Lapsed, QLatin1StringView("lapsed")},
}};

/// The newest edit that asks the customer first, until another one is made.
struct PendingEdit
{
    PendingState state = PendingState::Waiting;
    qint64 differenceMinor = 0;

    bool operator==(const PendingEdit &) const = default;
};

/// What a photo of an order shows. Words never change once released.
enum class PhotoOf {
    Arrangement, ///< the flowers, before they leave
    Delivery, ///< where or with whom they were left
};

inline constexpr std::array<Word<PhotoOf>, 2> photoOfWords{{
    {PhotoOf::Arrangement, QLatin1StringView("arrangement")},
    {PhotoOf::Delivery, QLatin1StringView("delivery")},
}};

/// The state an order is in, with everything the desk, the pages and the interface show of it.
struct Order
{
    qint64 id = 0;
    qint64 version = 1; ///< counts changes that a later move must know about
    OrderState state = OrderState::Received;
    PaymentState payment = PaymentState::Pending;

    qint64 productId = 0;
    QString productName;
    QString productNameEn;
    QString picture;
    int qty = 1;
    Money unitPrice;
    Money total;

    Contact sender;
    Contact recipient;
    Address address;
    std::optional<DeliveryWindow> window;
    QString cardMessage;
    QString ribbonText;
    QString ribbonSender;
    QString request;
    QString locale = QStringLiteral("ko");
    bool nameOnCard = true;
    QString consentVersion; ///< agreed to when the order was received

    /// When each state was reached, milliseconds since the epoch by OrderState; 0 = not (any more).
    std::array<qint64, 8> reachedAtMs{};
    qint64 expiresAtMs = 0; ///< end of the unpaid hold
    qint64 approvedAtMs = 0; ///< when the provider approved the charge; 0 = it did not say
    qint64 storedAtMs = 0; ///< when the server heard that a desk has it on its disk
    qint64 seenAtMs = 0; ///< when a florist first opened it
    qint64 cancelRequestedAtMs = 0;
    QString cancelReason;
    QString receivedBy; ///< 인수자: receivedByRecipient, or whoever was named
    bool redelivery = false; ///< a delivery failed before
    std::array<QString, 2> photos; ///< by PhotoOf, see photoId(); empty: none
    MoneyFacts money;
    QString claimReason; ///< why money or flowers were given after the delivery, for the shop alone
    qint64 resendOf = 0; ///< the delivered order that this one makes good, without a charge
    qint64 resentAs = 0; ///< the newest order that makes this one good

    QString lastOperation; ///< the florist's operation that undo would take back; empty when none
    qint64 smsHeldUntilMs = 0; ///< until then an undo also withdraws the SMS
    std::optional<PendingEdit> pendingEdit;
    std::optional<DeskMethod> deskMethod; ///< paid to the florist; nothing for a provider's money
    QString placedAs; ///< the desk's operation that placed it; empty for all others

    bool operator==(const Order &) const = default;

    /// 입금 대기: taken at the desk, and the money is still to come. Work does not wait for it.
    bool awaitsMoney() const
    {
        return deskMethod && payment == PaymentState::Pending && state <= OrderState::Delivered;
    }

    /// Whether the shop has work with it that no desk is known to hold yet.
    bool awaitsReceipt() const
    {
        return storedAtMs == 0 && state >= OrderState::Paid && state <= OrderState::Delivering;
    }
    /// Whether money that the customer is to have back is stuck: work that remains, whatever the
    /// state.
    bool hasFailedRefund() const
    {
        return payment == PaymentState::RefundFailed || money.refundFailedMinor > 0;
    }
    bool isPickup() const { return address.isEmpty(); }
    /// The state as far as the work goes: what waits for money by hand is as good as paid.
    OrderState workState() const
    {
        return state == OrderState::Received && awaitsMoney() ? OrderState::Paid : state;
    }
    qint64 reachedAt(OrderState which) const
    {
        return reachedAtMs[static_cast<std::size_t>(which)];
    }
    const QString &photo(PhotoOf which) const { return photos[static_cast<std::size_t>(which)]; }
    void setPhoto(PhotoOf which, const QString &id)
    {
        photos[static_cast<std::size_t>(which)] = id;
    }
    void stamp(OrderState which, qint64 atMs)
    {
        reachedAtMs[static_cast<std::size_t>(which)] = atMs;
    }
};

} // namespace petalpost
