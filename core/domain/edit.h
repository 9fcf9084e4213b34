// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/result.h"

namespace petalpost {

/// What an edit of a paid order changes. Fields that are empty stay as they are; a price is never
/// among them.
struct OrderEdit
{
    std::optional<qint64> productId; ///< a substitution
    std::optional<qint64> qty;
    std::optional<DeliveryWindow> window;
    std::optional<Contact> recipient;
    std::optional<Address> address;
    std::optional<QString> cardMessage;
    std::optional<QString> ribbonText;
    std::optional<QString> ribbonSender;
    std::optional<QString> request;
    bool asksFirst = false; ///< nothing changes before the customer agrees, whatever it costs

    bool operator==(const OrderEdit &) const = default;
    bool changesWork() const { return productId || qty || window; }
    bool changesTexts() const
    {
        return recipient || address || cardMessage || ribbonText || ribbonSender || request;
    }
};

/// The parts of an order that may be edited at different times.
enum class EditPart { Product, Quantity, Window, Texts };

inline constexpr std::array<Word<EditPart>, 4> editPartWords{{
    {EditPart::Product, QLatin1StringView("product")},
    {EditPart::Quantity, QLatin1StringView("qty")},
    {EditPart::Window, QLatin1StringView("window")},
    {EditPart::Texts, QLatin1StringView("texts")},
}};

/// What an edit brings about besides the change itself.
enum class EditEffect {
    Nothing, ///< it is done at once and costs nothing
    Refund, ///< done at once; the difference goes back after the undo time
    Extra, ///< done when the customer has paid the difference
    Answer, ///< done when the customer says yes
    ByHand, ///< done at once; no provider holds money of the order, people settle the difference
};

inline constexpr std::array<Word<EditEffect>, 5> editEffectWords{{
    {EditEffect::Nothing, QLatin1StringView("nothing")},
    {EditEffect::Refund, QLatin1StringView("refund")},
    {EditEffect::Extra, QLatin1StringView("extra")},
    {EditEffect::Answer, QLatin1StringView("answer")},
    {EditEffect::ByHand, QLatin1StringView("by_hand")},
}};

/// What an edit would do to the order as it stood in version `basedOn`.
struct EditQuote
{
    qint64 orderId = 0;
    qint64 basedOn = 0;
    Money newTotal;
    qint64 differenceMinor = 0; ///< new total less the present one
    EditEffect effect = EditEffect::Nothing;

    bool operator==(const EditQuote &) const = default;
};

/// Whether \a part of an order in \a state may be edited.
bool isEditable(OrderState state, EditPart part);

/// Whether \a edit may be made to an order in \a state, and holds text that can be kept; phones are
/// normalised. Refuses with IllegalMove (field: the word of the part), MissingField (`edit` when it
/// changes nothing, `address.line`), OutOfRange (`qty`) and what checkText() refuses.
Result<void> checkEdit(OrderState state, OrderEdit &edit);

} // namespace petalpost
