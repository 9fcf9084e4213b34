// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/claimdialog.h"

#include "core/domain/draft.h"
#include "ui/desk/order/moneybox.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

ClaimDialog::ClaimDialog(const Order &order, WindowFacts facts, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_order(order)
    , m_facts(std::move(facts))
    , m_full(new QRadioButton(this))
    , m_part(new QRadioButton(tr("일부만 환불"), this))
    , m_resend(new QRadioButton(tr("꽃을 다시 보내기"), this))
    , m_amount(new MoneyBox({order.money.refundableMinor(), order.total.currency}, this))
    , m_window(new WindowPicker(m_facts, order.window ? daysAhead : 0, u"claim"_s, this))
    , m_note(new NoteLabel(theme, NoteLabel::Kind::Plain, this))
    , m_reason(new QPlainTextEdit(this))
    , m_close(new QPushButton(tr("닫기"), this))
    , m_act(new QPushButton(this))
{
    setObjectName(u"claimDialog"_s);
    setWindowTitle(tr("환불·다시 보내기"));
    setMinimumWidth(qRound(theme.scaled(440)));
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
    buildChoices(*form);
    m_reason->setObjectName(u"claimReason"_s);
    m_reason->setAccessibleName(tr("이유"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(qRound(theme.scaled(76)));
    form->addRow(tr("이유"), m_reason);
    column->addLayout(form);
    m_note->setObjectName(u"claimNote"_s);
    column->addWidget(m_note);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_close->setObjectName(u"claimClose"_s);
    m_close->setDefault(true);
    m_act->setObjectName(u"claimAct"_s);
    m_act->setAutoDefault(false);
    buttons->addWidget(m_close);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ClaimDialog::refresh);
    m_close->setFocus();
    refresh();
}

void ClaimDialog::buildChoices(QFormLayout &form)
{
    const qint64 leftMinor = m_order.money.refundableMinor();
    const QString left = moneyText({leftMinor, m_order.total.currency});
    const bool untouched = leftMinor == m_order.money.chargedMinor;
    m_full->setText(leftMinor == 0 ? tr("돌려줄 수 있는 금액이 없어요")
                    : untouched    ? tr("전액 환불 · %1").arg(left)
                                   : tr("남은 금액 모두 환불 · %1").arg(left));
    m_full->setObjectName(u"claimFull"_s);
    m_part->setObjectName(u"claimPart"_s);
    m_resend->setObjectName(u"claimResend"_s);
    m_amount->setObjectName(u"claimAmount"_s);
    m_amount->setAccessibleName(tr("환불 금액"));
    const auto row = [](QRadioButton *choice, std::initializer_list<QWidget *> fields) {
        auto *line = new QHBoxLayout;
        line->addWidget(choice);
        for (QWidget *field : fields)
            line->addWidget(field, 1);
        return line;
    };
    form.addRow(row(m_full, {}));
    form.addRow(row(m_part, {m_amount}));
    form.addRow(row(m_resend, {m_window}));
    for (QRadioButton *choice : {m_full, m_part})
        choice->setEnabled(leftMinor > 0);
    (leftMinor > 0 ? m_full : m_resend)->setChecked(true);
    for (const QRadioButton *choice : {m_full, m_part, m_resend})
        connect(choice, &QRadioButton::toggled, this, &ClaimDialog::refresh);
    connect(m_amount, &MoneyBox::valueChanged, this, &ClaimDialog::refresh);
    connect(m_window, &WindowPicker::changed, this, &ClaimDialog::refresh);
}

Verb ClaimDialog::verb() const
{
    return m_resend->isChecked() ? Verb::Resend : Verb::Refund;
}

qint64 ClaimDialog::amountMinor() const
{
    return m_full->isChecked() ? m_order.money.refundableMinor() : m_amount->minor();
}

QJsonObject ClaimDialog::details() const
{
    QJsonObject details{{u"reason"_s, m_reason->toPlainText().trimmed()}};
    if (verb() == Verb::Refund)
        details.insert(u"refundMinor"_s, amountMinor());
    else if (const auto chosen = m_window->window())
        details.insert(u"window"_s, chosen->key());
    return details;
}

void ClaimDialog::setOnline(bool online)
{
    m_online = online;
    refresh();
}

QString ClaimDialog::effectText() const
{
    if (!m_online)
        return tr("오프라인에서는 할 수 없어요");
    if (verb() == Verb::Refund)
        return tr("%1 환불").arg(moneyText({amountMinor(), m_order.total.currency}));
    const auto chosen = m_window->window();
    if (!chosen)
        return tr("다시 보내기");
    const QDate today = m_facts.shop.today(m_facts.nowMs);
    //: day, hours
    return tr("%1 %2에 다시 보내기")
        .arg(atLineStart(dayRelative(chosen->date, today)), windowShort(*chosen));
}

/// What speaks against the choice, else what comes of it.
QString ClaimDialog::noteText() const
{
    if (m_reason->toPlainText().size() > bounds::reason)
        return tr("이유는 %1자까지 적을 수 있어요").arg(bounds::reason);
    if (verb() == Verb::Refund) {
        return tr("돈은 결제한 방법으로 돌아가고, 끝나면 보내는 분께 문자가 가요. 되돌릴 수 "
                  "없어요.");
    }
    const auto chosen = m_window->window();
    if (m_order.window && !chosen)
        return tr("그날은 남은 배송 시간대가 없어요. 다른 날을 골라 주세요.");
    if (const int taken = m_window->takenBeyond(); taken > 0) {
        //: orders in the window, how many it is made for
        return tr("이 시간대는 벌써 주문이 %1건이에요 (정한 수 %2건). 그래도 보낼 수 있어요.")
            .arg(taken)
            .arg(m_window->capacity());
    }
    return tr("받을 돈 없이 같은 꽃을 새 주문으로 보내요. 보내는 분께 문자가 가요.");
}

void ClaimDialog::refresh()
{
    const bool resend = verb() == Verb::Resend;
    m_amount->setEnabled(m_part->isChecked());
    m_window->setVisible(m_order.window.has_value());
    m_window->setEnabled(resend);
    const QString text = effectText();
    m_act->setText(text);
    m_act->setAccessibleName(text);
    setButtonKind(*m_act, resend ? ButtonKind::Primary : ButtonKind::Danger);
    setButtonKind(*m_close, resend ? ButtonKind::Quiet : ButtonKind::Plain); // one asks for a press
    const bool tooLong = m_reason->toPlainText().size() > bounds::reason;
    const bool possible = resend ? !m_order.window || m_window->window() : amountMinor() > 0;
    m_act->setEnabled(m_online && !tooLong && possible);
    const bool full = m_window->takenBeyond() > 0;
    m_note->setKind(tooLong || (resend && (full || !possible)) ? NoteLabel::Kind::Warning
                                                               : NoteLabel::Kind::Plain);
    m_note->setText(noteText());
}

} // namespace petalpost::desk
