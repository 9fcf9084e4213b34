// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/domain/words.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace petalpost {

/// What an SMS is about; one text each, in the customer's language.
enum class MessageEvent {
    Paid,
    Making,
    Made,
    Delivering,
    Delivered,
    Cancelled,
    Refunded,
    Resent, ///< flowers that make an earlier order good
    PaymentFailed,
    CancelDeclined,
    LatePayment, ///< money that the order could not use and that goes back
    OwnerUnseen, ///< to the owner: paid orders that nobody looks at
    EditAsked, ///< a change waits for the customer's yes, or for the money it costs more
    SignInCode, ///< six digits that prove the phone; Message::operation is the sign-in's id
    MoneyReceived, ///< paid by hand after the work had begun
};

inline constexpr std::array<Word<MessageEvent>, 15> messageEventWords{{
    {MessageEvent::Paid, QLatin1StringView("paid")},
    {MessageEvent::Making, QLatin1StringView("making")},
    {MessageEvent::Made, QLatin1StringView("made")},
    {MessageEvent::Delivering, QLatin1StringView("delivering")},
    {MessageEvent::Delivered, QLatin1StringView("delivered")},
    {MessageEvent::Cancelled, QLatin1StringView("cancelled")},
    {MessageEvent::Refunded, QLatin1StringView("refunded")},
    {MessageEvent::Resent, QLatin1StringView("resent")},
    {MessageEvent::PaymentFailed, QLatin1StringView("pay_failed")},
    {MessageEvent::CancelDeclined, QLatin1StringView("cancel_declined")},
    {MessageEvent::LatePayment, QLatin1StringView("late_payment")},
    {MessageEvent::OwnerUnseen, QLatin1StringView("owner_unseen")},
    {MessageEvent::EditAsked, QLatin1StringView("edit_asked")},
    {MessageEvent::SignInCode, QLatin1StringView("sign_in_code")},
    {MessageEvent::MoneyReceived, QLatin1StringView("money_received")},
}};

inline QLatin1StringView word(MessageEvent event)
{
    return wordOf(messageEventWords, event);
}

/// Where an SMS stands. `held` waits out the undo time, `unknown` may or may not have left and is
/// never sent again by itself.
enum class MessageState { Held, Queued, Sending, Sent, Withdrawn, Unknown, Failed };

inline constexpr std::array<Word<MessageState>, 7> messageStateWords{{
    {MessageState::Held, QLatin1StringView("held")},
    {MessageState::Queued, QLatin1StringView("queued")},
    {MessageState::Sending, QLatin1StringView("sending")},
    {MessageState::Sent, QLatin1StringView("sent")},
    {MessageState::Withdrawn, QLatin1StringView("withdrawn")},
    {MessageState::Unknown, QLatin1StringView("unknown")},
    {MessageState::Failed, QLatin1StringView("failed")},
}};

inline QLatin1StringView word(MessageState state)
{
    return wordOf(messageStateWords, state);
}

/// One row of the SMS ledger.
struct Message
{
    qint64 id = 0;
    qint64 orderId = 0;
    MessageEvent event = MessageEvent::Paid;
    MessageState state = MessageState::Queued;
    QString phone;
    QString locale;
    QString text; ///< what was sent; empty until it is rendered
    QString operation; ///< the florist's operation or the sign-in that caused it; empty for others
    qint64 createdAtMs = 0;
    qint64 sendAfterMs = 0;
    qint64 sentAtMs = 0;

    bool operator==(const Message &) const = default;
};

QJsonObject toJson(const Message &message);
/// Refuses with the field that is missing or unknown. Neither locale nor operation is on the wire.
Result<Message> messageFromJson(const QJsonObject &json);

/// Which messages are asked for.
enum class MessageChoice {
    All,
    Waiting, ///< held, queued or being sent
    Trouble, ///< failed, or nobody knows whether it left
};

inline constexpr std::array<Word<MessageChoice>, 3> messageChoiceWords{{
    {MessageChoice::All, QLatin1StringView("all")},
    {MessageChoice::Waiting, QLatin1StringView("waiting")},
    {MessageChoice::Trouble, QLatin1StringView("trouble")},
}};

inline QLatin1StringView word(MessageChoice choice)
{
    return wordOf(messageChoiceWords, choice);
}

/// Messages of all orders, newest first.
struct MessagePage
{
    std::vector<Message> messages;
    qint64 nextBeforeId = 0; ///< asks for those before; 0 = there are none

    bool operator==(const MessagePage &) const = default;
};

QJsonObject toJson(const MessagePage &page);
Result<MessagePage> messagePageFromJson(const QJsonObject &json);

} // namespace petalpost
