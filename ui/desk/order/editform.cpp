// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/editform.h"

#include "core/domain/draft.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int lineHeightPx = 34;
constexpr int textHeightPx = 60;
constexpr int gapPx = 6;

std::optional<QString> changedText(const QString &typed, const QString &before)
{
    const QString text = typed.trimmed();
    return text == before.trimmed() ? std::nullopt : std::optional(text);
}

} // namespace

EditForm::EditForm(const Order &order, const EditFacts &facts, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_order(order)
    , m_product(new QComboBox(this))
    , m_qty(new QSpinBox(this))
    , m_window(new WindowPicker(facts.windows, daysAhead, u"edit"_s, this))
    , m_card(new QPlainTextEdit(order.cardMessage, this))
    , m_request(new QPlainTextEdit(order.request, this))
    , m_asksFirst(new QCheckBox(tr("바꾸기 전에 손님께 먼저 묻기"), this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    addWork(*form, facts);
    addTexts(*form, theme);
    m_asksFirst->setObjectName(u"editAsksFirst"_s);
    form->addRow({}, m_asksFirst);
    connect(m_asksFirst, &QCheckBox::toggled, this, &EditForm::changed);
}

void EditForm::addWork(QFormLayout &form, const EditFacts &facts)
{
    for (const auto &[id, product] : facts.products) {
        if (!product.soldOut || id == m_order.productId)
            m_product->addItem(offerText(product), id);
    }
    if (m_product->findData(m_order.productId) < 0) // not in the catalogue any more
        m_product->insertItem(0, productText(m_order), m_order.productId);
    m_product->setCurrentIndex(m_product->findData(m_order.productId));
    m_product->setObjectName(u"editProduct"_s);
    m_product->setAccessibleName(tr("상품"));
    m_product->setMinimumHeight(lineHeightPx);
    m_product->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_qty->setObjectName(u"editQty"_s);
    m_qty->setAccessibleName(tr("수량"));
    m_qty->setRange(1, int(bounds::maxQty));
    m_qty->setValue(m_order.qty);
    m_qty->setMinimumHeight(lineHeightPx);
    m_window->startWith(m_order.window);
    auto *goods = new QHBoxLayout;
    goods->setSpacing(gapPx);
    goods->addWidget(m_product, 1);
    goods->addWidget(m_qty);
    form.addRow(tr("상품"), goods);
    form.addRow(tr("배송"), m_window);
    m_product->setEnabled(isEditable(m_order.workState(), EditPart::Product));
    m_qty->setEnabled(isEditable(m_order.workState(), EditPart::Quantity));
    m_window->setEnabled(isEditable(m_order.workState(), EditPart::Window));
    connect(m_product, &QComboBox::currentIndexChanged, this, &EditForm::changed);
    connect(m_qty, &QSpinBox::valueChanged, this, &EditForm::changed);
    connect(m_window, &WindowPicker::changed, this, &EditForm::changed);
}

QLineEdit *EditForm::addLine(const QString &name, const QString &title, const QString &text)
{
    auto *line = new QLineEdit(text, this);
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    line->setCursorPosition(0);
    line->setMinimumHeight(lineHeightPx);
    connect(line, &QLineEdit::textChanged, this, &EditForm::changed);
    return line;
}

void EditForm::addTexts(QFormLayout &form, const Theme &theme)
{
    const auto pair = [&form](const QString &title, QLineEdit *left, QLineEdit *right) {
        auto *row = new QHBoxLayout;
        row->setSpacing(gapPx);
        row->addWidget(left, 1);
        row->addWidget(right, 1);
        form.addRow(title, row);
    };
    m_recipient = addLine(u"editRecipient"_s, tr("이름"), m_order.recipient.name);
    m_phone = addLine(u"editPhone"_s, tr("전화번호"), displayPhone(m_order.recipient.phone));
    pair(tr("받는 분"), m_recipient, m_phone);
    m_address = addLine(u"editAddress"_s, tr("주소"), m_order.address.line);
    m_detail = addLine(u"editDetail"_s, tr("상세 주소"), m_order.address.detail);
    pair(tr("주소"), m_address, m_detail);
    m_ribbon = addLine(u"editRibbon"_s, tr("경조사어"), m_order.ribbonText);
    m_ribbonSender = addLine(u"editRibbonSender"_s, tr("보내는 분"), m_order.ribbonSender);
    const auto text = [this, &form, &theme](QPlainTextEdit *field, const QString &name,
                                            const QString &title) {
        field->setObjectName(name);
        field->setAccessibleName(title);
        field->setTabChangesFocus(true);
        field->setFixedHeight(qRound(theme.scaled(textHeightPx)));
        form.addRow(title, field);
        connect(field, &QPlainTextEdit::textChanged, this, &EditForm::changed);
    };
    text(m_card, u"editCard"_s, tr("카드 메시지"));
    pair(tr("리본"), m_ribbon, m_ribbonSender);
    text(m_request, u"editRequest"_s, tr("요청사항"));
}

/// Where the street changes, what was known of the old one is forgotten.
std::optional<Address> EditForm::changedAddress() const
{
    const auto line = changedText(m_address->text(), m_order.address.line);
    const auto detail = changedText(m_detail->text(), m_order.address.detail);
    if (!line && !detail)
        return {};
    Address address = m_order.address;
    if (line)
        address = {*line, address.detail, {}, {}};
    if (detail)
        address.detail = *detail;
    return address;
}

OrderEdit EditForm::edit() const
{
    OrderEdit edit;
    if (const qint64 product = m_product->currentData().toLongLong(); product != m_order.productId)
        edit.productId = product;
    if (m_qty->value() != m_order.qty)
        edit.qty = m_qty->value();
    if (const auto window = m_window->window(); window && window != m_order.window)
        edit.window = window;
    const auto name = changedText(m_recipient->text(), m_order.recipient.name);
    const auto phone = changedText(m_phone->text(), displayPhone(m_order.recipient.phone));
    if (name || phone) {
        edit.recipient =
            Contact{name.value_or(m_order.recipient.name), phone.value_or(m_order.recipient.phone)};
    }
    edit.address = changedAddress();
    edit.cardMessage = changedText(m_card->toPlainText(), m_order.cardMessage);
    edit.ribbonText = changedText(m_ribbon->text(), m_order.ribbonText);
    edit.ribbonSender = changedText(m_ribbonSender->text(), m_order.ribbonSender);
    edit.request = changedText(m_request->toPlainText(), m_order.request);
    edit.asksFirst = m_asksFirst->isChecked();
    return edit;
}

} // namespace petalpost::desk
