// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/entry/entryform.h"

#include "core/domain/draft.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/csvfields.h"
#include "ui/desk/words/typedprice.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int lineHeightPx = 34;
constexpr int textHeightPx = 58;
constexpr int gapPx = 6;
constexpr int columnGapPx = 28;

QString entryText(const Product &product)
{
    const QString offer = offerText(product);
    return product.soldOut ? QString(offer % u" · "_s % EntryForm::tr("품절")) : offer;
}

QFormLayout *columnIn(QHBoxLayout &row)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    row.addLayout(form, 1);
    return form;
}

void addPair(QFormLayout &form, const QString &title, QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gapPx);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    form.addRow(title, row);
}

} // namespace

EntryForm::EntryForm(const EditFacts &facts, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_facts(facts)
    , m_product(new QComboBox(this))
    , m_qty(new QSpinBox(this))
    , m_price(addLine(u"entryPrice"_s, tr("개당 가격")))
    , m_ways(new QButtonGroup(this))
    , m_window(new WindowPicker(facts.windows, daysAhead, u"entry"_s, this))
    , m_card(new QPlainTextEdit(this))
    , m_request(new QPlainTextEdit(this))
    , m_methods(new QButtonGroup(this))
    , m_paid(new QCheckBox(tr("돈을 받았어요"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(columnGapPx);
    QFormLayout *left = columnIn(*row);
    QFormLayout *right = columnIn(*row);
    addGoods(*left);
    addWays(*left);
    addPeople(*left, *right);
    addTexts(*right, theme);
    addMoney(*right);
    followWay();
}

QLineEdit *EntryForm::addLine(const QString &name, const QString &title)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    line->setMinimumHeight(lineHeightPx);
    connect(line, &QLineEdit::textChanged, this, &EntryForm::changed);
    return line;
}

void EntryForm::addGoods(QFormLayout &form)
{
    for (const auto &[id, product] : m_facts.products) {
        if (id > 0)
            m_product->addItem(entryText(product), id);
    }
    m_product->setObjectName(u"entryProduct"_s);
    m_product->setAccessibleName(tr("상품"));
    m_product->setMinimumHeight(lineHeightPx);
    m_product->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_qty->setObjectName(u"entryQty"_s);
    m_qty->setAccessibleName(tr("수량"));
    m_qty->setRange(1, int(bounds::maxQty));
    m_qty->setMinimumHeight(lineHeightPx);
    auto *goods = new QHBoxLayout;
    goods->setSpacing(gapPx);
    goods->addWidget(m_product, 1);
    goods->addWidget(m_qty);
    form.addRow(tr("상품"), goods);
    m_price->setValidator(
        new QRegularExpressionValidator(typedprice::pattern(currency().exponent), m_price));
    m_price->setPlaceholderText(tr("메뉴 가격대로"));
    form.addRow(tr("개당 가격"), m_price);
    connect(m_product, &QComboBox::currentIndexChanged, this, &EntryForm::changed);
    connect(m_qty, &QSpinBox::valueChanged, this, &EntryForm::changed);
}

void EntryForm::addWays(QFormLayout &form)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gapPx * 2);
    const std::pair<QString, QString> ways[] = {{u"entryDelivery"_s, tr("배송")},
                                                {u"entryPickup"_s, tr("픽업 예약")},
                                                {u"entryNow"_s, tr("지금 가져가요")}};
    for (const auto &[name, text] : ways) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(name);
        m_ways->addButton(button, int(m_ways->buttons().size()));
        row->addWidget(button);
    }
    row->addStretch(1);
    m_ways->button(Delivery)->setChecked(true);
    form.addRow(tr("받는 방법"), row);
    form.addRow(tr("날짜·시간"), m_window);
    connect(m_ways, &QButtonGroup::idClicked, this, [this] {
        followWay();
        Q_EMIT changed();
    });
    connect(m_window, &WindowPicker::changed, this, &EntryForm::changed);
}

void EntryForm::addPeople(QFormLayout &left, QFormLayout &right)
{
    m_recipient = addLine(u"entryRecipient"_s, tr("이름"));
    m_recipientPhone = addLine(u"entryRecipientPhone"_s, tr("전화번호"));
    addPair(left, tr("받는 분"), m_recipient, m_recipientPhone);
    m_address = addLine(u"entryAddress"_s, tr("도로명 주소"));
    m_detail = addLine(u"entryDetail"_s, tr("상세 주소 · 출입 방법"));
    left.addRow(tr("주소"), m_address);
    left.addRow({}, m_detail);
    m_sender = addLine(u"entrySender"_s, tr("이름"));
    m_senderPhone = addLine(u"entrySenderPhone"_s, tr("휴대폰 번호"));
    m_senderPhone->setToolTip(
        tr("이 번호로 주문 상황을 문자로 알려 드려요. 비우면 보내지 않아요."));
    addPair(right, tr("보내는 분"), m_sender, m_senderPhone);
}

void EntryForm::addTexts(QFormLayout &form, const Theme &theme)
{
    const auto text = [this, &form, &theme](QPlainTextEdit *field, const QString &name,
                                            const QString &title) {
        field->setObjectName(name);
        field->setAccessibleName(title);
        field->setTabChangesFocus(true);
        field->setFixedHeight(qRound(theme.scaled(textHeightPx)));
        form.addRow(title, field);
        connect(field, &QPlainTextEdit::textChanged, this, &EntryForm::changed);
    };
    text(m_card, u"entryCard"_s, tr("카드 메시지"));
    m_ribbon = addLine(u"entryRibbon"_s, tr("경조사어"));
    m_ribbonSender = addLine(u"entryRibbonSender"_s, tr("보내는 분"));
    addPair(form, tr("리본"), m_ribbon, m_ribbonSender);
    text(m_request, u"entryRequest"_s, tr("요청사항"));
}

void EntryForm::addMoney(QFormLayout &form)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gapPx * 2);
    for (const auto &[method, word] : deskMethodWords) {
        auto *button = new QRadioButton(methodWord(method), this);
        button->setObjectName(u"entry-"_s % word);
        m_methods->addButton(button, int(method));
        row->addWidget(button);
    }
    row->addStretch(1);
    form.addRow(tr("결제"), row);
    m_paid->setObjectName(u"entryPaid"_s);
    form.addRow({}, m_paid);
    m_methods->button(int(DeskMethod::Cash))->setChecked(true);
    m_paid->setChecked(true);
    connect(m_methods, &QButtonGroup::idClicked, this, &EntryForm::followMethod);
    connect(m_paid, &QCheckBox::toggled, this, &EntryForm::changed);
}

EntryForm::Way EntryForm::way() const
{
    return static_cast<Way>(m_ways->checkedId());
}

void EntryForm::followWay()
{
    m_window->setEnabled(way() != TakenAlong);
    for (QLineEdit *line : {m_address, m_detail})
        line->setEnabled(way() == Delivery);
}

/// Cash is in the hand as a rule, the rest is still to come.
void EntryForm::followMethod(int method)
{
    m_paid->setChecked(method == int(DeskMethod::Cash));
    Q_EMIT changed();
}

void EntryForm::show(const DeskOrder &order)
{
    const OrderDraft &draft = order.draft;
    const QSignalBlocker quiet(this); // one change, told by whoever asks for it
    if (const int index = m_product->findData(draft.productId); index >= 0)
        m_product->setCurrentIndex(index);
    m_qty->setValue(int(std::max<qint64>(1, draft.qty)));
    m_price->setText(order.unitMinor > 0 ? csv::amount({order.unitMinor, currency()}) : QString());
    const Way way = !draft.address.isEmpty() ? Delivery : draft.window ? Pickup : TakenAlong;
    const bool fresh = draft == OrderDraft();
    m_ways->button(fresh ? Delivery : way)->setChecked(true);
    if (draft.window)
        m_window->startWith(draft.window);
    m_recipient->setText(draft.recipient.name);
    m_recipientPhone->setText(draft.recipient.phone);
    m_address->setText(draft.address.line);
    m_detail->setText(draft.address.detail);
    m_sender->setText(draft.sender.name);
    m_senderPhone->setText(draft.sender.phone);
    m_card->setPlainText(draft.cardMessage);
    m_ribbon->setText(draft.ribbonText);
    m_ribbonSender->setText(draft.ribbonSender);
    m_request->setPlainText(draft.request);
    m_methods->button(int(order.method))->setChecked(true);
    m_paid->setChecked(fresh ? order.method == DeskMethod::Cash : order.paid);
    followWay();
}

qint64 EntryForm::typedUnit() const
{
    return typedprice::minorOf(m_price->text(), currency().exponent);
}

/// A shop asks all its prices in one.
Currency EntryForm::currency() const
{
    return m_facts.products.empty() ? Currency() : m_facts.products.rbegin()->second.price.currency;
}

DeskOrder EntryForm::order() const
{
    DeskOrder order;
    OrderDraft &draft = order.draft;
    draft.productId = m_product->currentData().toLongLong();
    draft.qty = m_qty->value();
    order.unitMinor = typedUnit();
    if (way() != TakenAlong)
        draft.window = m_window->window();
    draft.recipient = {m_recipient->text().trimmed(), m_recipientPhone->text().trimmed()};
    if (way() == Delivery)
        draft.address = {m_address->text().trimmed(), m_detail->text().trimmed(), {}, {}};
    draft.sender = {m_sender->text().trimmed(), m_senderPhone->text().trimmed()};
    draft.cardMessage = m_card->toPlainText().trimmed();
    draft.ribbonText = m_ribbon->text().trimmed();
    draft.ribbonSender = m_ribbonSender->text().trimmed();
    draft.request = m_request->toPlainText().trimmed();
    order.method = static_cast<DeskMethod>(m_methods->checkedId());
    order.paid = m_paid->isChecked();
    return order;
}

std::optional<Money> EntryForm::total() const
{
    const auto product = m_facts.products.find(m_product->currentData().toLongLong());
    if (product == m_facts.products.end())
        return std::nullopt;
    Money unit = product->second.price;
    if (const qint64 typed = typedUnit(); typed > 0)
        unit.minor = typed;
    const auto total = unit.times(m_qty->value());
    return total ? std::optional(*total) : std::nullopt;
}

void EntryForm::focusField(const QString &name)
{
    const std::pair<QLatin1StringView, QWidget *> fields[] = {
        {"productId"_L1, m_product},
        {"qty"_L1, m_qty},
        {"unitMinor"_L1, m_price},
        {"window"_L1, m_window->findChild<QComboBox *>()},
        {"recipient.name"_L1, m_recipient},
        {"recipient.phone"_L1, m_recipientPhone},
        {"address.line"_L1, m_address},
        {"address.detail"_L1, m_detail},
        {"customerName"_L1, m_sender},
        {"phoneNumber"_L1, m_senderPhone},
        {"cardMessage"_L1, m_card},
        {"ribbon.text"_L1, m_ribbon},
        {"ribbon.sender"_L1, m_ribbonSender},
        {"request"_L1, m_request},
    };
    for (const auto &[field, widget] : fields) {
        if (field == name)
            widget->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace petalpost::desk
