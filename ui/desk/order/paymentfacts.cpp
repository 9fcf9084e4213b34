// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/paymentfacts.h"

#include "ui/desk/order/ordertexts.h"
#include "ui/desk/order/pieces.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

PaymentFacts::PaymentFacts(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(tr("결제"), this))
    , m_moves(new TextBlock(theme, TextBlock::Ground::None, this))
    , m_unclear(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_dispute(new NoteLabel(theme, NoteLabel::Kind::Danger, this))
    , m_failed(new NoteLabel(theme, NoteLabel::Kind::Danger, this))
    , m_retry(new QPushButton(this))
    , m_received(new QPushButton(tr("입금 확인"), this))
{
    setObjectName(u"paymentFacts"_s);
    m_moves->setObjectName(u"paymentMoves"_s);
    m_moves->setAccessibleName(m_title->text());
    m_unclear->setObjectName(u"paymentUnclear"_s);
    m_dispute->setObjectName(u"paymentDispute"_s);
    m_failed->setObjectName(u"refundFailed"_s);
    m_retry->setObjectName(u"retryRefund"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(6);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_moves, m_unclear, m_dispute,
                                                          m_failed, m_retry, m_received})
        column->addWidget(part);
    buildReceived();
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_retrying = m_orderId;
        fillRetry();
        Q_EMIT retryRequested(m_orderId);
    });
    connect(&m_theme, &Theme::changed, this, &PaymentFacts::dress);
    dress();
    hide();
}

void PaymentFacts::buildReceived()
{
    m_received->setObjectName(u"moneyReceived"_s);
    auto *ways = new QMenu(m_received);
    const std::pair<DeskMethod, QString> kinds[] = {{DeskMethod::Cash, tr("현금으로 받았어요")},
                                                    {DeskMethod::Transfer, tr("계좌로 받았어요")}};
    for (const auto &[method, text] : kinds) {
        QAction *way = ways->addAction(text);
        way->setObjectName(u"received-"_s % word(method));
        connect(way, &QAction::triggered, this,
                [this, method = method] { Q_EMIT moneyReceived(m_orderId, method); });
    }
    m_received->setMenu(ways);
}

void PaymentFacts::showOrder(const Order &order, const DetailFacts &facts)
{
    m_orderId = order.id;
    m_online = facts.online;
    say(*m_moves, moneyMovesText(order));
    say(*m_unclear, unclearPaymentText(order, facts));
    say(*m_dispute, disputeText(order));
    say(*m_failed, failedRefundText(order));
    m_retry->setVisible(order.hasFailedRefund());
    m_received->setVisible(order.awaitsMoney());
    fillRetry();
    const bool anything = !m_moves->isHidden() || !m_unclear->isHidden() || !m_dispute->isHidden()
                          || !m_failed->isHidden() || order.awaitsMoney();
    setVisible(anything);
}

void PaymentFacts::noteRetried(qint64 orderId)
{
    if (m_retrying == orderId)
        m_retrying = 0;
    fillRetry();
}

bool PaymentFacts::focusRetry()
{
    const bool pressable = !isHidden() && !m_retry->isHidden() && m_retry->isEnabled();
    if (pressable)
        m_retry->setFocus(Qt::OtherFocusReason);
    return pressable;
}

void PaymentFacts::fillRetry()
{
    const bool asking = m_retrying != 0 && m_retrying == m_orderId;
    const QString text = !m_online ? tr("오프라인에서는 할 수 없어요")
                         : asking  ? tr("보내는 중…")
                                   : tr("다시 시도");
    m_retry->setText(text);
    m_retry->setAccessibleName(paymentWord(PaymentState::RefundFailed) % u" · "_s % text);
    m_retry->setEnabled(m_online && !asking);
}

void PaymentFacts::dress()
{
    QFont title = m_theme.font(TypeRole::Caption);
    title.setWeight(QFont::Medium);
    m_title->setFont(title);
    QPalette colours = m_title->palette();
    colours.setColor(QPalette::WindowText, m_theme.palette().text2);
    m_title->setPalette(colours);
    for (QWidget *part : std::initializer_list<QWidget *>{m_moves, m_unclear, m_dispute, m_failed,
                                                          m_retry, m_received})
        part->setFont(m_theme.font(TypeRole::Body));
}

} // namespace petalpost::desk
