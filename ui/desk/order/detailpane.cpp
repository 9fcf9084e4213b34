// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/detailpane.h"

#include "ui/desk/order/orderfacts.h"
#include "ui/desk/order/ordermenu.h"
#include "ui/desk/order/ordertexts.h"
#include "ui/desk/order/paymentfacts.h"
#include "ui/desk/order/pieces.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/statelook.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int marginPx = 18;

} // namespace

DetailPane::DetailPane(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
{
    setObjectName(u"detailPane"_s);
    setAccessibleName(tr("주문 상세"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto *empty = new QLabel(tr("주문을 고르면 여기에 자세히 보여요."), this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(marginPx);
    m_empty = empty;
    column->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    buildBody(inner);
    buildActions(inner);
    column->addWidget(m_content, 1);
    connect(&m_theme, &Theme::changed, this, &DetailPane::dress);
    dress();
    showNothing();
}

void DetailPane::buildBody(QVBoxLayout *column)
{
    m_scroll = new QScrollArea(m_content);
    m_scroll->setObjectName(u"detailScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    m_scroll->setWidget(body);
    body->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(marginPx, 14, marginPx, 14);
    rows->setSpacing(5);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_number = new QLabel(body);
    m_number->setObjectName(u"detailNumber"_s);
    m_state = new StatePill(m_theme, m_icons, body);
    m_state->setObjectName(u"detailState"_s);
    head->addWidget(m_number);
    head->addWidget(m_state);
    head->addStretch(1);
    m_close = new QPushButton(body);
    m_close->setObjectName(u"detailClose"_s);
    m_close->setAccessibleName(tr("닫기"));
    m_close->setToolTip(tr("닫기 (Esc)"));
    setButtonKind(*m_close, ButtonKind::Quiet);
    m_close->hide();
    connect(m_close, &QPushButton::clicked, this, &DetailPane::closeRequested);
    head->addWidget(m_close);
    rows->addLayout(head);
    m_item = new TextBlock(m_theme, TextBlock::Ground::None, body);
    m_item->setObjectName(u"detailItem"_s);
    m_price = new TextBlock(m_theme, TextBlock::Ground::None, body);
    m_price->setObjectName(u"detailPrice"_s);
    rows->addWidget(m_item);
    rows->addWidget(m_price);
    m_payment = new PaymentFacts(m_theme, body);
    connect(m_payment, &PaymentFacts::retryRequested, this, &DetailPane::retryRequested);
    connect(m_payment, &PaymentFacts::moneyReceived, this, &DetailPane::moneyReceived);
    rows->addWidget(m_payment);
    addField(rows, Undecided, u"undecided"_s, tr("확인 필요"));
    addField(rows, CancelNote, u"cancelNote"_s, tr("취소"));
    addField(rows, Claim, u"claim"_s, tr("환불·다시 보내기"));
    addField(rows, Edit, u"edit"_s, tr("주문 수정"));
    addField(rows, Delivery, u"delivery"_s, tr("배송"));
    addField(rows, Recipient, u"recipient"_s, {});
    addField(rows, AddressText, u"address"_s, {});
    addField(rows, Message, u"cardMessage"_s, tr("카드 메시지"));
    addField(rows, Ribbon, u"ribbon"_s, tr("리본"));
    addField(rows, Request, u"request"_s, tr("요청사항"));
    addField(rows, Sender, u"sender"_s, tr("보내는 분"));
    addField(rows, History, u"history"_s, tr("기록"));
    rows->addStretch(1);
    column->addWidget(m_scroll, 1);
}

void DetailPane::addField(QVBoxLayout *column, FieldId id, const QString &name,
                          const QString &title)
{
    Field &field = m_fields[id];
    if (!title.isEmpty()) {
        field.title = new QLabel(title);
        field.title->setContentsMargins(0, 10, 0, 0);
        column->addWidget(field.title);
    }
    field.text =
        new TextBlock(m_theme, id == Message ? TextBlock::Ground::Quote : TextBlock::Ground::None);
    field.text->setObjectName(u"detail-"_s % name);
    field.text->setAccessibleName(title);
    column->addWidget(field.text);
}

void DetailPane::buildActions(QVBoxLayout *column)
{
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(marginPx, 8, marginPx, 16);
    rows->setSpacing(8);
    m_more = new QPushButton(tr("다른 작업"), m_content);
    m_more->setObjectName(u"moreActions"_s);
    m_more->setAccessibleName(tr("다른 작업"));
    m_menu = new OrderMenu(m_more);
    m_more->setMenu(m_menu);
    connect(m_menu, &OrderMenu::moveRequested, this, &DetailPane::moveRequested);
    connect(m_menu, &OrderMenu::cancelRequested, this, &DetailPane::cancelRequested);
    connect(m_menu, &OrderMenu::claimRequested, this, &DetailPane::claimRequested);
    connect(m_menu, &OrderMenu::editRequested, this, &DetailPane::editRequested);
    connect(m_menu, &OrderMenu::receiptRequested, this, &DetailPane::receiptRequested);
    connect(m_menu, &OrderMenu::editTakenBack, this, &DetailPane::editTakenBack);
    connect(m_menu, &OrderMenu::undoRequested, this, &DetailPane::undoRequested);
    m_next = new QPushButton(m_content);
    m_next->setObjectName(u"nextStep"_s);
    setButtonKind(*m_next, ButtonKind::Primary);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_facts.needsAcknowledgement)
            Q_EMIT acknowledgeRequested(m_order.id);
        else if (const auto verb = nextStepOf(m_order))
            Q_EMIT moveRequested(m_order.id, *verb);
    });
    auto *papers = new QHBoxLayout;
    papers->setSpacing(8);
    m_ticket = new QPushButton(tr("주문서"), m_content);
    m_ticket->setObjectName(u"printTicket"_s);
    m_ticket->setToolTip(tr("주문서 인쇄 (Ctrl+P)"));
    m_ticket->setAccessibleName(tr("주문서 인쇄"));
    m_card = new QPushButton(tr("카드"), m_content);
    m_card->setObjectName(u"printCard"_s);
    m_card->setToolTip(tr("카드 인쇄 (Ctrl+Shift+P)"));
    m_card->setAccessibleName(tr("카드 인쇄"));
    m_ribbon = new QPushButton(tr("리본"), m_content);
    m_ribbon->setObjectName(u"printRibbon"_s);
    m_ribbon->setToolTip(tr("리본 인쇄"));
    m_ribbon->setAccessibleName(tr("리본 인쇄"));
    papers->addWidget(m_ticket, 1);
    papers->addWidget(m_card, 1);
    papers->addWidget(m_ribbon, 1);
    connect(m_ticket, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(m_order.id); });
    connect(m_card, &QPushButton::clicked, this, [this] { Q_EMIT cardRequested(m_order.id); });
    connect(m_ribbon, &QPushButton::clicked, this, [this] { Q_EMIT ribbonRequested(m_order.id); });
    rows->addLayout(papers);
    rows->addWidget(m_more);
    rows->addWidget(m_next);
    column->addLayout(rows);
}

void DetailPane::showNothing()
{
    m_order = {};
    m_content->hide();
    m_empty->show();
}

void DetailPane::showOrder(const Order &order, const DetailFacts &facts)
{
    const bool another = order.id != m_order.id;
    m_order = order;
    m_facts = facts;
    fillTexts();
    fillActions();
    m_empty->hide();
    m_content->show();
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
}

void DetailPane::setField(FieldId id, const QString &text)
{
    const Field &field = m_fields[id];
    field.text->setText(text);
    field.text->setVisible(!text.isEmpty());
    if (field.title)
        field.title->setVisible(!text.isEmpty());
}

void DetailPane::fillTexts()
{
    m_number->setText(numberText(m_order.id));
    m_state->setState(m_order.state, m_order.awaitsMoney());
    m_item->setText(itemText(m_order));
    m_price->setText(priceText(m_order));
    m_payment->showOrder(m_order, m_facts);
    setField(Undecided, m_facts.undecided ? tr(
                            "이 컴퓨터에서 한 일을 서버가 받아들이지 않았어요. ‘확인 필요’에서 "
                            "어떻게 할지 골라 주세요.")
                                          : QString());
    setField(CancelNote, cancelText(m_order, m_facts));
    setField(Claim, claimText(m_order));
    setField(Edit, pendingEditText(m_order));
    setField(Delivery, deliveryText(m_order, m_facts));
    setField(Recipient, contactText(m_order.recipient));
    setField(AddressText, addressText(m_order));
    const QString unnamed = m_order.nameOnCard ? QString() : tr("(카드에 이름 없이)");
    setField(Message, QStringList{m_order.cardMessage, unnamed}.join(u'\n').trimmed());
    setField(Ribbon, QStringList({m_order.ribbonText, m_order.ribbonSender}).join(u'\n').trimmed());
    setField(Request, m_order.request);
    setField(Sender, contactText(m_order.sender));
    setField(History, historyText(m_order, m_facts));
}

void DetailPane::fillActions()
{
    const auto next = m_facts.readOnly ? std::nullopt : nextStepOf(m_order);
    const QString keys = u"Ctrl+Enter"_s;
    const QString verb = m_facts.needsAcknowledgement ? tr("취소 확인")
                         : next                       ? verbWord(*next, m_order.isPickup())
                                                      : QString();
    m_next->setVisible(!verb.isEmpty());
    m_next->setText(verb % u"   "_s % keys);
    m_next->setAccessibleName(verb);
    if (const auto steps = next ? decide(m_order.state, *next, Actor::Florist, factsOf(m_order))
                                : Result<std::vector<OrderState>>();
        steps && !steps->empty()) {
        const StateLook look = stateLook(steps->back(), m_theme.palette());
        m_next->setIcon(m_icons.icon(look.icon, m_theme.palette().onPrimary, m_theme.scaled(16)));
    } else {
        m_next->setIcon(m_icons.icon(u"check"_s, m_theme.palette().onPrimary, m_theme.scaled(16)));
    }
    m_menu->fill(m_order, m_facts);
    m_more->setVisible(!m_menu->isEmpty());
    m_card->setVisible(!m_order.cardMessage.trimmed().isEmpty());
    m_ribbon->setVisible(!QString(m_order.ribbonText % m_order.ribbonSender).trimmed().isEmpty());
}

void DetailPane::setClosable(bool closable)
{
    m_close->setVisible(closable);
    m_closable = closable;
    update();
}

void DetailPane::noteRetried(qint64 orderId)
{
    m_payment->noteRetried(orderId);
}

void DetailPane::pressNextStep()
{
    if (m_content->isVisibleTo(this) && m_next->isVisibleTo(m_content))
        m_next->click();
}

void DetailPane::focusActions()
{
    if (!m_next->isVisibleTo(this) && m_payment->focusRetry())
        return;
    QWidget *target = m_next->isVisibleTo(this) ? m_next : m_more;
    if (!target->isVisibleTo(this) && m_close->isVisibleTo(this))
        target = m_close; // an old order: nothing can be done to it but closing it
    target->setFocus(Qt::OtherFocusReason);
}

void DetailPane::dress()
{
    const Palette &palette = m_theme.palette();
    QFont strong = m_theme.font(TypeRole::Body);
    strong.setWeight(QFont::DemiBold);
    QFont title = m_theme.font(TypeRole::Caption);
    title.setWeight(QFont::Medium);
    m_number->setFont(m_theme.font(TypeRole::Section));
    m_item->setFont(m_theme.font(TypeRole::Section));
    m_price->setFont(m_theme.font(TypeRole::Body));
    setInk(*m_price, palette.text2);
    setInk(*m_empty, palette.text3);
    m_empty->setFont(m_theme.font(TypeRole::Body));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields[i];
        field.text->setFont(i == Delivery ? strong : m_theme.font(TypeRole::Body));
        setInk(*field.text, i == Request || i == CancelNote || i == Undecided || i == Claim
                                ? palette.warnFg
                                : palette.text);
        if (field.title) {
            field.title->setFont(title);
            setInk(*field.title, palette.text2);
        }
    }
    setInk(*m_fields[AddressText].text, palette.text2);
    setInk(*m_fields[History].text, palette.text2);
    const int icon = qRound(m_theme.scaled(16));
    for (QPushButton *button : {m_close, m_ticket, m_card, m_ribbon, m_more, m_next})
        button->setIconSize({icon, icon});
    m_next->setMinimumHeight(qRound(m_theme.scaled(38)));
    m_close->setIcon(m_icons.icon(u"x"_s, palette.text2, icon));
    m_ticket->setIcon(m_icons.icon(u"printer"_s, palette.text, icon));
    m_card->setIcon(m_icons.icon(u"printer"_s, palette.text, icon));
    m_ribbon->setIcon(m_icons.icon(u"printer"_s, palette.text, icon));
    m_more->setIcon(m_icons.icon(u"ellipsis"_s, palette.text, icon));
    if (m_order.id != 0)
        fillActions();
    update();
}

/// The scroll area gives the text its new height, but the rows may keep what was measured for the
/// old one and take the difference from the tallest: the card message would lose a line.
bool DetailPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::Resize) {
        QLayout *rows = m_scroll->widget()->layout();
        QMetaObject::invokeMethod(
            rows,
            [rows] {
                rows->invalidate();
                rows->activate();
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void DetailPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().surface);
    painter.fillRect(QRect(0, 0, 1, height()),
                     m_closable ? m_theme.palette().lineStrong : m_theme.palette().line);
}

} // namespace petalpost::desk
