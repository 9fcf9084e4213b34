// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/draft.h"
#include "core/domain/product.h"
#include "core/server/orders/catalogue.h"
#include "core/server/shop/texts.h"
#include "core/server/shop/view.h"

#include <QtCore/QHash>

namespace petalpost::server {

/// One thing to correct: which field of the form, and the sentence beside it.
struct FieldError
{
    QString field;
    QString sentence;
};

/// The order form as it was filled in: text by field name, exactly as typed.
class OrderForm
{
public:
    /// Takes the known fields of \a values and drops the rest.
    static OrderForm from(const QHash<QString, QString> &values);

    QString text(const QString &field) const { return m_values.value(field); }
    bool has(const QString &field) const { return !m_values.value(field).isEmpty(); }
    void set(const QString &field, const QString &value) { m_values.insert(field, value); }

    qint64 item() const { return text(QStringLiteral("item")).toLongLong(); }
    std::optional<DeliveryWindow> window() const
    {
        return DeliveryWindow::fromKey(text(QStringLiteral("window")));
    }
    /// What the form asks for; "receive it myself" copies the sender.
    OrderDraft draft(const QString &locale) const;
    /// A hash of everything asked for: the same form sent twice has the same one.
    QByteArray digest() const;

    /// Names and values for hidden fields, in a fixed order.
    std::vector<View> carried() const;
    /// Sets one part per field: `value`, `error`, `focus`.
    void show(View &view, const std::vector<FieldError> &errors, const QString &focus) const;

private:
    QHash<QString, QString> m_values;
};

/// The checks that need no place to be taken: what was typed, and whether the window is open.
std::vector<FieldError> checkForm(const OrderForm &form, const Product &product,
                                  const Texts &texts);

/// The sentences for \a refusal and Refusal::others, each with the form's field.
std::vector<FieldError> sentencesFor(const Refusal &refusal, const OrderForm &form,
                                     const Texts &texts);

/// Fills the error summary.
void showErrors(View &view, const std::vector<FieldError> &errors);

} // namespace petalpost::server
