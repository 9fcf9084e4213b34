// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printdialog.h"

#include "ui/desk/print/sheetview.h"
#include "ui/desk/print/ticketsheet.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtPrintSupport/QPrinter>
#include <QtPrintSupport/QPrinterInfo>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

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

} // namespace

PrintDialog::PrintDialog(const Order &order, PrintJob job, const Shop &shop, qint64 nowMs,
                         PrintBook &book, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_job(job)
    , m_shop(shop)
    , m_nowMs(nowMs)
    , m_book(book)
    , m_theme(theme)
    , m_view(new SheetView(theme, this))
    , m_note(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_act(new QPushButton(this))
{
    setObjectName(u"printDialog"_s);
    setWindowTitle(tr("인쇄"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 18, 20, 18);
    row->setSpacing(18);
    row->addWidget(m_view, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    auto *title = new QLabel(u'#' % QString::number(order.id) % u" · "_s % jobName(), this);
    title->setObjectName(u"printTitle"_s);
    title->setFont(theme.font(TypeRole::Section));
    column->addWidget(title);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    if (job == PrintJob::Card)
        addCardChoices(*form);
    addPrinters(*form);
    column->addLayout(form);
    m_note->setObjectName(u"printNote"_s);
    m_note->setFixedWidth(qRound(theme.scaled(260)));
    column->addWidget(m_note);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"printClose"_s);
    close->setAutoDefault(false);
    setButtonKind(*close, ButtonKind::Quiet);
    m_act->setObjectName(u"printAct"_s);
    m_act->setDefault(true);
    setButtonKind(*m_act, ButtonKind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
    row->addLayout(column);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &PrintDialog::print);
    refresh();
    m_act->setFocus();
}

PrintDialog::~PrintDialog() = default;

QString PrintDialog::jobName() const
{
    return m_job == PrintJob::Card ? tr("카드") : tr("주문서");
}

void PrintDialog::addCardChoices(QFormLayout &form)
{
    m_size = choices(form, tr("카드 크기"), u"printCardSize"_s);
    for (const auto &[size, text] :
         {std::pair(CardSize::Small, tr("명함 90×55 mm")),
          std::pair(CardSize::Postcard, tr("엽서 100×148 mm")), std::pair(CardSize::A6, tr("A6"))})
        m_size->addItem(text, int(size));
    m_size->setCurrentIndex(m_size->findData(int(m_book.cardSize())));
    m_hand = choices(form, tr("글씨"), u"printCardHand"_s);
    m_hand->addItem(tr("명조"), int(CardHand::Serif));
    m_hand->addItem(tr("손글씨"), int(CardHand::Handwriting));
    m_hand->setCurrentIndex(m_hand->findData(int(m_book.cardHand())));
    for (const QComboBox *box : {m_size, m_hand})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
}

void PrintDialog::addPrinters(QFormLayout &form)
{
    m_printer = choices(form, tr("프린터"), u"printPrinter"_s);
    for (const QString &name : QPrinterInfo::availablePrinterNames())
        m_printer->addItem(name, name);
    m_printer->addItem(tr("PDF로 저장"), QString());
    QString chosen = m_book.printer(m_job);
    if (chosen.isEmpty())
        chosen = QPrinterInfo::defaultPrinterName();
    m_printer->setCurrentIndex(std::max(0, m_printer->findData(chosen)));
    connect(m_printer, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
}

/// Lays the sheet out again, and says what will not be on it.
void PrintDialog::refresh()
{
    QString missing;
    if (m_job == PrintJob::Card) {
        const auto size = CardSize(m_size->currentData().toInt());
        const auto hand = CardHand(m_hand->currentData().toInt());
        const QString message = m_order.cardMessage.trimmed();
        missing = unprintable(message, cardFont(hand));
        m_sheet = std::make_unique<CardSheet>(m_order, printableOnly(message, cardFont(hand)), size,
                                              hand);
    } else {
        const int copy = m_book.copies(PrintJob::Ticket, m_order.id) + 1;
        m_sheet = std::make_unique<TicketSheet>(m_order, TicketFacts{m_shop, m_nowMs, copy},
                                                m_theme.font(TypeRole::Body));
    }
    m_view->showSheet(*m_sheet);
    QStringList said;
    if (!m_sheet->fits())
        said += m_job == PrintJob::Card
                    ? tr("글이 이 카드에 다 들어가지 않아요. 더 큰 카드를 골라 주세요.")
                    : tr("글이 길어서 한 장에 다 들어가지 않아요.");
    if (!missing.isEmpty())
        said += tr("이 글자는 인쇄되지 않아요: %1").arg(missing);
    m_note->setText(said.join(u'\n'));
    m_note->setVisible(!said.isEmpty());
    const bool pdf = m_printer->currentData().toString().isEmpty();
    m_act->setText(!missing.isEmpty() ? tr("빼고 인쇄") : pdf ? tr("PDF로 저장") : tr("인쇄"));
    m_act->setAccessibleName(m_act->text());
    m_act->setEnabled(m_sheet->fits() || m_job == PrintJob::Ticket);
}

QString PrintDialog::pdfFile() const
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDir folder(documents.filePath(u"Petalpost"_s));
    if (!folder.mkpath(u"."_s))
        return {};
    return folder.filePath(QString::number(m_order.id) % u' ' % jobName() % u".pdf"_s);
}

bool PrintDialog::printOn(QPrinter &printer) const
{
    printer.setDocName(u'#' % QString::number(m_order.id) % u' ' % jobName());
    printer.setFullPage(true);
    printer.setPageSize(
        QPageSize(m_sheet->sizeMm(), QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    printer.setPageMargins({});
    return paintSheet(*m_sheet, printer) && printer.printerState() != QPrinter::Error;
}

void PrintDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    const QString name = m_printer->currentData().toString();
    const QString file = name.isEmpty() ? pdfFile() : QString();
    if (name.isEmpty()) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(file);
    } else {
        printer.setPrinterName(name);
    }
    if ((name.isEmpty() && file.isEmpty()) || !printOn(printer)) {
        m_note->setText(name.isEmpty()
                            ? tr("PDF를 저장하지 못했어요. 문서 폴더를 확인해 주세요.")
                            : tr("인쇄하지 못했어요. 프린터를 확인하고 다시 눌러 주세요."));
        m_note->show();
        return;
    }
    m_book.note(m_job, m_order.id);
    m_book.setPrinter(m_job, name);
    if (m_job == PrintJob::Card) {
        m_book.setCardSize(CardSize(m_size->currentData().toInt()));
        m_book.setCardHand(CardHand(m_hand->currentData().toInt()));
    }
    //: number of the order, what was printed
    const QString head = tr("#%1 · %2").arg(m_order.id).arg(jobName());
    Q_EMIT printed(name.isEmpty()
                       ? tr("%1 · PDF로 저장했어요: %2").arg(head, QDir::toNativeSeparators(file))
                       : tr("%1 · 프린터로 보냈어요").arg(head));
    accept();
}

} // namespace petalpost::desk
