// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/editdialog.h"

#include "ui/desk/order/editform.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace petalpost::desk {

namespace {

constexpr auto typingPause = 300ms;
constexpr auto silencePause = 3s; ///< before the server is asked again that did not answer
constexpr int titleRoomPx = 40; ///< of the window's frame

/// What a new quote can put right, for the order is not what it was.
bool asksForNewQuote(RefusalCode code)
{
    return code == RefusalCode::QuoteChanged || code == RefusalCode::StaleVersion;
}

} // namespace

EditDialog::EditDialog(const Order &order, const EditFacts &facts, const Theme &theme,
                       QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_form(new EditForm(order, facts, theme, this))
    , m_note(new NoteLabel(theme, NoteLabel::Kind::Plain, this))
    , m_close(new QPushButton(tr("닫기"), this))
    , m_act(new QPushButton(this))
{
    setObjectName(u"editDialog"_s);
    setWindowTitle(tr("주문 수정"));
    setMinimumWidth(qRound(theme.scaled(520)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto *title = new QLabel(numberText(order.id) % u" · "_s % itemText(order), this);
    title->setFont(theme.font(TypeRole::Section));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    column->addWidget(title);
    auto *room = new QScrollArea(this); // with large letters on a small screen
    room->setFrameShape(QFrame::NoFrame);
    room->setWidgetResizable(true);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setSizeAdjustPolicy(QScrollArea::AdjustToContents);
    room->setWidget(m_form);
    room->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    column->addWidget(room);
    m_note->setObjectName(u"editNote"_s);
    column->addWidget(m_note);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_close->setObjectName(u"editClose"_s);
    m_close->setAutoDefault(false);
    m_act->setObjectName(u"editAct"_s);
    m_act->setAutoDefault(false); // Enter in a field is no decision about money
    setButtonKind(*m_act, ButtonKind::Primary);
    setButtonKind(*m_close, ButtonKind::Quiet);
    buttons->addWidget(m_close);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EditDialog::askQuote);
    connect(m_form, &EditForm::changed, this, &EditDialog::followForm);
    connect(m_close, &QPushButton::clicked, this, &EditDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &EditDialog::apply);
    followForm();
}

void EditDialog::followForm()
{
    m_edit = m_form->edit();
    m_quote.reset();
    m_refusal.reset();
    m_pause.stop();
    OrderEdit checked = m_edit;
    if (const auto possible = checkEdit(m_order.workState(), checked); !possible)
        m_refusal = possible.error();
    else if (m_online)
        m_pause.start(typingPause);
    refresh();
}

void EditDialog::askQuote()
{
    Q_EMIT quoteWanted(m_edit);
}

void EditDialog::showQuote(const Result<EditQuote> &quote)
{
    if (m_pause.isActive() || m_applying)
        return;
    if (quote)
        m_quote = *quote;
    else
        m_refusal = quote.error();
    if (!quote && quote.error().code == RefusalCode::Busy)
        m_pause.start(silencePause);
    refresh();
}

void EditDialog::apply()
{
    if (!m_quote || m_applying)
        return;
    m_applying = true;
    m_refusal.reset();
    refresh();
    Q_EMIT applyWanted(m_edit, *m_quote);
}

void EditDialog::showApplied(const Result<sync::EditedAnswer> &answer)
{
    if (!m_applying)
        return;
    m_applying = false;
    if (answer)
        return accept();
    m_refusal = answer.error();
    // Without an answer it may have been made: the same again is made once.
    if (m_refusal->code != RefusalCode::Busy)
        m_quote.reset();
    if (asksForNewQuote(m_refusal->code))
        m_pause.start(typingPause);
    refresh();
}

void EditDialog::setOnline(bool online)
{
    if (std::exchange(m_online, online) != online && online && !m_quote && !m_applying)
        followForm();
    refresh();
}

void EditDialog::reject()
{
    if (!m_applying)
        QDialog::reject();
}

QString EditDialog::sum(qint64 minor) const
{
    return moneyText({std::abs(minor), m_order.total.currency});
}

QString EditDialog::actText() const
{
    if (!m_online)
        return tr("오프라인에서는 할 수 없어요");
    if (m_applying)
        return tr("수정하는 중…");
    switch (m_quote ? m_quote->effect : EditEffect::Nothing) {
    case EditEffect::Refund:
        return tr("수정하고 %1 환불").arg(sum(m_quote->differenceMinor));
    case EditEffect::Extra:
        return tr("손님께 %1 더 청구").arg(sum(m_quote->differenceMinor));
    case EditEffect::Answer:
        return tr("손님께 묻기");
    case EditEffect::Nothing:
    case EditEffect::ByHand:
        break;
    }
    return tr("수정");
}

/// What the quote says, in sentences.
QString EditDialog::effectText() const
{
    const qint64 minor = m_quote->differenceMinor;
    const QString total = moneyText(m_quote->newTotal);
    switch (m_quote->effect) {
    case EditEffect::Nothing:
        return tr("금액은 그대로예요.");
    case EditEffect::Refund:
        //: new price, difference
        return tr("새 금액: %1. 차액 %2 환불은 30초 뒤에 결제한 방법으로 나가고, 그 전에는 되돌릴 "
                  "수 있어요.")
            .arg(total, sum(minor));
    case EditEffect::Extra:
        //: new price, difference
        return tr("새 금액: %1. 손님이 문자로 받은 주문 페이지에서 차액 %2 결제를 마치면 바뀌고, "
                  "그때까지 주문은 그대로예요.")
            .arg(total, sum(minor));
    case EditEffect::Answer:
        if (minor < 0) {
            //: difference
            return tr("손님이 문자로 받은 주문 페이지에서 좋다고 하면 바뀌고, 차액 %1 환불이 "
                      "나가요. 그때까지 주문은 그대로예요.")
                .arg(sum(minor));
        }
        return tr(
            "손님이 문자로 받은 주문 페이지에서 좋다고 하면 바뀌어요. 그때까지 주문은 그대로예요.");
    case EditEffect::ByHand:
        //: new price, difference
        return tr("새 금액: %1. 결제사를 거치지 않은 주문이에요. 차액 %2 정산은 직접 해 주세요.")
            .arg(total, sum(minor));
    }
    return {};
}

QString EditDialog::noteText() const
{
    if (!m_edit.changesWork() && !m_edit.changesTexts())
        return tr("바꿀 곳을 고치면 차액을 먼저 보여 드려요.");
    if (m_refusal && m_refusal->code == RefusalCode::Busy && m_quote)
        return tr("서버의 답을 듣지 못했어요. 다시 눌러도 한 번만 수정돼요.");
    QStringList said;
    if (m_refusal)
        said += refusalText(*m_refusal);
    if (m_quote)
        said += effectText();
    else if (!m_refusal && m_online)
        said += tr("차액을 확인하고 있어요…");
    if (said.isEmpty())
        said += tr("다시 연결되면 차액을 확인해요.");
    return said.join(u'\n');
}

void EditDialog::refresh()
{
    const QString text = actText();
    m_act->setText(text);
    m_act->setAccessibleName(text);
    m_act->setEnabled(m_online && m_quote && !m_applying);
    m_close->setEnabled(!m_applying);
    m_form->setEnabled(!m_applying);
    const bool wrong = m_refusal && (m_edit.changesWork() || m_edit.changesTexts());
    m_note->setKind(wrong ? NoteLabel::Kind::Warning : NoteLabel::Kind::Plain);
    m_note->setText(noteText());
    if (isVisible())
        makeRoom();
}

/// A longer note takes its lines from nothing else.
void EditDialog::makeRoom()
{
    layout()->activate();
    const int needed = std::max(height(), layout()->totalHeightForWidth(width()));
    resize(width(), std::min(needed, screen()->availableGeometry().height() - titleRoomPx));
}

void EditDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    makeRoom();
}

} // namespace petalpost::desk
