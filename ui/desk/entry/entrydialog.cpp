// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/entry/entrydialog.h"

#include "core/domain/draft.h"
#include "ui/desk/entry/entryform.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/shopwords.h"
#include "ui/desk/words/words.h"

#include <QtGui/QScreen>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal widthPx = 860;
constexpr int roomPx = 40; ///< that the window keeps around it
constexpr int barPx = 24; ///< of a scroll bar, where the window is small

} // namespace

EntryDialog::EntryDialog(const EditFacts &facts, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_form(new EntryForm(facts, theme, this))
    , m_note(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_problem(new NoteLabel(theme, NoteLabel::Kind::Danger, this))
    , m_total(new QLabel(this))
{
    setObjectName(u"entryDialog"_s);
    setWindowTitle(tr("전화·방문 주문"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto *title = new QLabel(tr("전화·방문 주문"), this);
    title->setFont(theme.font(TypeRole::Section));
    column->addWidget(title);
    auto *room = new QScrollArea(this); // with large letters on a small screen
    room->setFrameShape(QFrame::NoFrame);
    room->setWidgetResizable(true);
    room->setSizeAdjustPolicy(QScrollArea::AdjustToContents);
    room->setWidget(m_form);
    room->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    column->addWidget(room, 1);
    m_note->setObjectName(u"entryNote"_s);
    m_problem->setObjectName(u"entryProblem"_s);
    m_problem->hide();
    column->addWidget(m_note);
    column->addWidget(m_problem);
    buildFoot(column);
    m_pause.setSingleShot(true);
    m_pause.setInterval(draftMs);
    connect(&m_pause, &QTimer::timeout, this, &EntryDialog::keep);
    connect(m_form, &EntryForm::changed, this, [this] {
        m_problem->hide();
        m_pause.start();
        follow();
    });
    follow();
    fitWindow();
}

void EntryDialog::buildFoot(QLayout *column)
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_total->setObjectName(u"entryTotal"_s);
    m_total->setFont(m_theme.font(TypeRole::Section));
    foot->addWidget(m_total);
    foot->addStretch(1);
    auto *clear = new QPushButton(tr("모두 지우기"), this);
    clear->setObjectName(u"entryClear"_s);
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"entryClose"_s);
    close->setToolTip(tr("쓰던 것은 남아 있어요"));
    m_place = new QPushButton(this);
    m_place->setObjectName(u"entryPlace"_s);
    setButtonKind(*m_place, ButtonKind::Primary);
    setButtonKind(*close, ButtonKind::Quiet);
    setButtonKind(*clear, ButtonKind::Quiet);
    for (QPushButton *button : {clear, close, m_place}) {
        button->setAutoDefault(false); // Enter in a field places nothing
        foot->addWidget(button);
    }
    static_cast<QVBoxLayout *>(column)->addLayout(foot);
    connect(clear, &QPushButton::clicked, this, &EntryDialog::clear);
    connect(close, &QPushButton::clicked, this, &EntryDialog::reject);
    connect(m_place, &QPushButton::clicked, this, &EntryDialog::place);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(Qt::CTRL | enter, this), &QShortcut::activated, this,
                &EntryDialog::place);
}

void EntryDialog::fitWindow()
{
    const QSize whole = parentWidget() ? parentWidget()->size() : screen()->availableSize();
    const QSize most = whole - QSize(roomPx, roomPx);
    const QMargins margins = layout()->contentsMargins();
    const int needed = m_form->minimumSizeHint().width() + margins.left() + margins.right() + barPx;
    setMinimumWidth(std::min(std::max(qRound(m_theme.scaled(widthPx)), needed), most.width()));
    setMinimumHeight(std::min(sizeHint().height(), most.height()));
    setMaximumHeight(most.height());
}

QString EntryDialog::warning() const
{
    const DeskOrder order = m_form->order();
    QStringList lines;
    if (m_resumed)
        lines << tr("쓰던 주문이에요. 이어서 쓰세요.");
    const WindowPicker &window = m_form->window();
    if (order.draft.window && window.takenBeyond() > 0) {
        lines << tr("이 시간대는 %1건이 정원인데 벌써 %2건이에요. 그래도 받을 수 있어요.")
                     .arg(window.capacity())
                     .arg(window.takenBeyond());
    }
    const auto phone = normalisedPhone(order.draft.sender.phone);
    if (phone && !isMobile(*phone))
        lines << tr("휴대폰 번호가 아니라서 문자는 받지 못해요.");
    return lines.join(u'\n');
}

void EntryDialog::follow()
{
    const QString warned = warning();
    m_note->setText(warned);
    m_note->setVisible(!warned.isEmpty());
    const auto total = m_form->total();
    const QString sum = total ? moneyText(*total) : tr("금액이 너무 커요");
    m_total->setText(tr("합계 %1").arg(sum));
    m_place->setEnabled(total.has_value());
    const bool paid = m_form->order().paid;
    //: the sum of the order
    m_place->setText(paid && total ? tr("%1 받고 주문 넣기").arg(sum)
                                   : tr("주문 넣기 · 입금 대기"));
}

void EntryDialog::resume(const DeskOrder &order)
{
    m_form->show(order);
    m_resumed = true;
    follow();
}

void EntryDialog::showRefused(const Refusal &refusal)
{
    m_problem->setText(entryRefusalText(refusal));
    m_problem->show();
    m_form->focusField(refusal.field);
}

void EntryDialog::keep()
{
    m_pause.stop();
    Q_EMIT typed(m_form->order());
}

void EntryDialog::clear()
{
    m_form->show(DeskOrder());
    m_resumed = false;
    m_pause.stop();
    m_problem->hide();
    follow();
    Q_EMIT cleared();
}

void EntryDialog::place()
{
    if (!m_place->isEnabled())
        return;
    keep(); // first, whatever becomes of it
    Q_EMIT placeWanted(m_form->order());
}

void EntryDialog::done(int result)
{
    if (m_pause.isActive())
        keep();
    QDialog::done(result);
}

} // namespace petalpost::desk
