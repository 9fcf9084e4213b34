// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/edit.h"

#include "core/domain/draft.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

struct EditRule
{
    OrderState state;
    EditPart part;
};

using enum OrderState;

/// The ONE table of edits: until it is on its way everything, then what the driver still reads.
constexpr std::array editTable{
    EditRule{Paid, EditPart::Product},     EditRule{Paid, EditPart::Quantity},
    EditRule{Paid, EditPart::Window},      EditRule{Paid, EditPart::Texts},
    EditRule{Making, EditPart::Product},   EditRule{Making, EditPart::Quantity},
    EditRule{Making, EditPart::Window},    EditRule{Making, EditPart::Texts},
    EditRule{Made, EditPart::Product},     EditRule{Made, EditPart::Quantity},
    EditRule{Made, EditPart::Window},      EditRule{Made, EditPart::Texts},
    EditRule{Delivering, EditPart::Texts},
};

Result<void> checkParts(OrderState state, const OrderEdit &edit)
{
    const std::array<std::pair<bool, EditPart>, 4> touched{{
        {edit.productId.has_value(), EditPart::Product},
        {edit.qty.has_value(), EditPart::Quantity},
        {edit.window.has_value(), EditPart::Window},
        {edit.changesTexts(), EditPart::Texts},
    }};
    for (const auto &[isTouched, part] : touched) {
        if (!isTouched || isEditable(state, part))
            continue;
        Refusal refusal = Refusal::of(RefusalCode::IllegalMove, wordOf(editPartWords, part));
        refusal.state = state;
        return refuse(std::move(refusal));
    }
    return {};
}

} // namespace

bool isEditable(OrderState state, EditPart part)
{
    return std::ranges::any_of(
        editTable, [&](const EditRule &rule) { return rule.state == state && rule.part == part; });
}

Result<void> checkEdit(OrderState state, OrderEdit &edit)
{
    if (!edit.changesWork() && !edit.changesTexts())
        return refuse(RefusalCode::MissingField, u"edit"_s);
    if (const auto legal = checkParts(state, edit); !legal)
        return legal;
    if (edit.address && edit.address->line.trimmed().isEmpty())
        return refuse(RefusalCode::MissingField, u"address.line"_s);
    // An order's own rules, on the fields that change.
    OrderDraft draft;
    draft.productId = 1;
    draft.qty = edit.qty.value_or(1);
    draft.recipient = edit.recipient.value_or(Contact());
    draft.address = edit.address.value_or(Address());
    draft.cardMessage = edit.cardMessage.value_or(QString());
    draft.ribbonText = edit.ribbonText.value_or(QString());
    draft.ribbonSender = edit.ribbonSender.value_or(QString());
    draft.request = edit.request.value_or(QString());
    if (const auto checked = checkDraft(draft, ContactRule::Optional); !checked)
        return checked;
    if (edit.recipient)
        edit.recipient = draft.recipient;
    if (edit.address)
        edit.address = draft.address;
    return {};
}

} // namespace petalpost
