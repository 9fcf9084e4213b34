// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/canceldialog.h"

#include "core/domain/draft.h"
#include "ui/desk/order/moneybox.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <limits>

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

CancelDialog::CancelDialog(const Order &order, Verb verb, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_verb(verb)
{
    setObjectName(u"cancelDialog"_s);
    setWindowTitle(verb == Verb::DeclineCancel ? tr("취소 요청 거절") : tr("주문 취소·환불"));
    setMinimumWidth(qRound(theme.scaled(420)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto *title = new QLabel(numberText(order.id) % u" · "_s % itemText(order), this);
    title->setFont(theme.font(TypeRole::Section));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    column->addWidget(title);

    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    m_reason =
        new QPlainTextEdit(order.cancelRequestedAtMs != 0 ? order.cancelReason : QString(), this);
    m_reason->setObjectName(u"cancelReason"_s);
    m_reason->setAccessibleName(tr("이유"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(qRound(theme.scaled(76)));
    form->addRow(tr("이유"), m_reason);
    // Money that came by hand goes back by hand: only what a provider holds is given back here.
    const qint64 leftMinor = order.money.refundableMinor();
    if (verb != Verb::DeclineCancel && leftMinor > 0
        && leftMinor <= std::numeric_limits<int>::max()) {
        m_amount = new MoneyBox({leftMinor, order.total.currency}, this);
        m_amount->setObjectName(u"cancelAmount"_s);
        m_amount->setAccessibleName(tr("환불 금액"));
        m_amount->setMinor(leftMinor);
        connect(m_amount, &MoneyBox::valueChanged, this, &CancelDialog::refresh);
        form->addRow(tr("환불 금액"), m_amount);
    }
    column->addLayout(form);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"cancelClose"_s);
    close->setDefault(true);
    m_act = new QPushButton(this);
    m_act->setObjectName(u"cancelAct"_s);
    m_act->setAutoDefault(false);
    setButtonKind(*m_act, ButtonKind::Danger);
    buttons->addWidget(close);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &CancelDialog::refresh);
    close->setFocus();
    refresh();
}

QJsonObject CancelDialog::details() const
{
    QJsonObject details{{u"reason"_s, m_reason->toPlainText().trimmed()}};
    if (m_verb != Verb::DeclineCancel)
        details.insert(u"refundMinor"_s, m_amount ? m_amount->minor() : qint64(0));
    return details;
}

void CancelDialog::setOnline(bool online)
{
    m_online = online;
    refresh();
}

void CancelDialog::refresh()
{
    QString text = tr("거절하고 알리기");
    if (m_verb != Verb::DeclineCancel && m_amount && m_amount->minor() > 0)
        text = tr("%1 환불").arg(moneyText({m_amount->minor(), m_order.total.currency}));
    else if (m_verb != Verb::DeclineCancel)
        text = tr("환불 없이 취소");
    const bool waits = !m_online && m_verb != Verb::DeclineCancel;
    if (waits)
        text = tr("오프라인에서는 할 수 없어요");
    m_act->setText(text);
    m_act->setAccessibleName(text);
    const bool tooLong = m_reason->toPlainText().size() > bounds::reason;
    m_act->setEnabled(!tooLong && !waits);
    m_act->setToolTip(tooLong ? tr("이유는 %1자까지 적을 수 있어요").arg(bounds::reason)
                              : QString());
}

} // namespace petalpost::desk
