// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printdialog.h"

#include "ui/desk/print/printchoices.h"
#include "ui/desk/print/printwords.h"
#include "ui/desk/print/sheetview.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QDir>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int choiceHeightPx = 34;

QComboBox *choices(QFormLayout &form, const QString &title, const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setMinimumHeight(choiceHeightPx);
    form.addRow(title, box);
    return box;
}

void choose(QComboBox &box, int value)
{
    box.setCurrentIndex(box.findData(value));
}

} // namespace

PrintDialog::PrintDialog(const Order &order, PrintKind kind, PrintQueue &queue, const Theme &theme,
                         QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_kind(kind)
    , m_queue(queue)
    , m_theme(theme)
    , m_view(new SheetView(theme, this))
    , m_note(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_act(new QPushButton(this))
{
    setObjectName(u"printDialog"_s);
    setWindowTitle(tr("인쇄"));
    build();
    refresh();
    m_act->setFocus();
}

PrintDialog::~PrintDialog() = default;

void PrintDialog::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 18, 20, 18);
    row->setSpacing(18);
    row->addWidget(m_view, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    auto *title = new QLabel(printJobText(m_kind, m_order.id), this);
    title->setObjectName(u"printTitle"_s);
    title->setFont(m_theme.font(TypeRole::Section));
    column->addWidget(title);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    addChoices(*form);
    column->addLayout(form);
    m_note->setObjectName(u"printNote"_s);
    m_note->setFixedWidth(qRound(m_theme.scaled(260)));
    column->addWidget(m_note);
    column->addStretch(1);
    column->addLayout(buttons());
    row->addLayout(column);
}

QLayout *PrintDialog::buttons()
{
    auto *row = new QHBoxLayout;
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"printClose"_s);
    close->setAutoDefault(false);
    setButtonKind(*close, ButtonKind::Quiet);
    m_act->setObjectName(u"printAct"_s);
    m_act->setDefault(true);
    setButtonKind(*m_act, ButtonKind::Primary);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_act);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &PrintDialog::print);
    return row;
}

void PrintDialog::addChoices(QFormLayout &form)
{
    if (m_kind == PrintKind::Card)
        addCardChoices(form);
    if (m_kind == PrintKind::Ribbon)
        addRibbonChoices(form);
    addPrinters(form);
    m_copies = new QSpinBox;
    m_copies->setObjectName(u"printCopies"_s);
    m_copies->setAccessibleName(tr("부수"));
    m_copies->setMinimumHeight(choiceHeightPx);
    m_copies->setRange(1, mostCopies);
    form.addRow(tr("부수"), m_copies);
    for (const QComboBox *box : {m_size, m_hand, m_width, m_length, m_printer}) {
        if (box)
            connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
    }
}

void PrintDialog::addCardChoices(QFormLayout &form)
{
    const PrintPreset preset = m_queue.preferences().preset();
    m_size = choices(form, tr("카드 크기"), u"printCardSize"_s);
    fillCardSizes(*m_size);
    choose(*m_size, int(preset.cardSize));
    m_hand = choices(form, tr("글씨"), u"printCardHand"_s);
    fillCardHands(*m_hand);
    choose(*m_hand, int(preset.cardHand));
}

void PrintDialog::addRibbonChoices(QFormLayout &form)
{
    const PrintPreset preset = m_queue.preferences().preset();
    m_width = choices(form, tr("리본 폭"), u"printRibbonWidth"_s);
    fillRibbonWidths(*m_width);
    choose(*m_width, preset.ribbon.widthMm);
    m_length = choices(form, tr("리본 길이"), u"printRibbonLength"_s);
    fillRibbonLengths(*m_length);
    choose(*m_length, preset.ribbon.lengthMm);
}

void PrintDialog::addPrinters(QFormLayout &form)
{
    m_printer = choices(form, tr("프린터"), u"printPrinter"_s);
    fillPrinters(*m_printer, m_queue.printers(), m_queue.jobFor(m_kind, m_order.id).printer);
}

PrintPreset PrintDialog::preset() const
{
    PrintPreset preset = m_queue.preferences().preset();
    if (m_kind == PrintKind::Card) {
        preset.cardSize = CardSize(m_size->currentData().toInt());
        preset.cardHand = CardHand(m_hand->currentData().toInt());
    } else if (m_kind == PrintKind::Ribbon) {
        preset.ribbon = {m_width->currentData().toInt(), m_length->currentData().toInt()};
    }
    return preset;
}

PrintJob PrintDialog::job() const
{
    PrintJob job = m_queue.jobFor(m_kind, m_order.id);
    job.preset = presetWord(m_kind, preset());
    job.printer = m_printer->currentData().toString();
    job.copies = job.printer.isEmpty() ? 1 : m_copies->value();
    return job;
}

QString PrintDialog::noRoomText() const
{
    switch (m_kind) {
    case PrintKind::Card:
        return tr("글이 이 카드에 다 들어가지 않아요. 더 큰 카드를 골라 주세요.");
    case PrintKind::Ribbon:
        return tr("글이 이 리본에 다 들어가지 않아요. 더 긴 리본을 골라 주세요.");
    case PrintKind::Ticket:
    case PrintKind::Receipt:
        break;
    }
    return tr("글이 길어서 한 장에 다 들어가지 않아요.");
}

/// Lays the sheets out again, and says what will not be on them.
void PrintDialog::refresh()
{
    m_view->showSheets({});
    m_papers = m_queue.papers(m_order, job());
    std::vector<const Sheet *> sheets;
    sheets.reserve(m_papers.sheets.size());
    for (const auto &sheet : m_papers.sheets)
        sheets.push_back(sheet.get());
    m_view->showSheets(std::move(sheets));
    QStringList said;
    if (!m_papers.fit())
        said += noRoomText();
    if (!m_papers.missing.isEmpty())
        said += tr("이 글자는 인쇄되지 않아요: %1").arg(m_papers.missing);
    m_note->setText(said.join(u'\n'));
    m_note->setVisible(!said.isEmpty());
    const bool pdf = m_printer->currentData().toString().isEmpty();
    m_copies->setEnabled(!pdf);
    m_act->setText(!m_papers.missing.isEmpty() ? tr("빼고 인쇄")
                   : pdf                       ? tr("PDF로 저장")
                                               : tr("인쇄"));
    m_act->setAccessibleName(m_act->text());
    m_act->setEnabled(!m_papers.sheets.empty() && (m_papers.fit() || m_kind == PrintKind::Ticket));
}

void PrintDialog::print()
{
    const PrintJob asked = job();
    const auto outcome = m_queue.print(asked);
    if (!outcome) {
        m_note->setText(outcome.error().code == RefusalCode::TooMany
                            ? tr("인쇄 대기가 가득 찼어요. 먼저 정리해 주세요.")
                            : refusalText(outcome.error()));
        m_note->show();
        return;
    }
    m_queue.preferences().setPrinter(m_kind, asked.printer);
    m_queue.preferences().setPreset(preset());
    const QString head = printJobText(m_kind, m_order.id);
    if (outcome->trouble != PrintTrouble::None)
        //: what was printed, why it was not
        Q_EMIT printed(
            tr("%1 · 인쇄 대기에 남겨 뒀어요. %2").arg(head, printTroubleText(outcome->trouble)));
    else if (!outcome->file.isEmpty())
        Q_EMIT printed(
            tr("%1 · PDF로 저장했어요: %2").arg(head, QDir::toNativeSeparators(outcome->file)));
    else
        Q_EMIT printed(tr("%1 · 프린터로 보냈어요").arg(head));
    accept();
}

} // namespace petalpost::desk
