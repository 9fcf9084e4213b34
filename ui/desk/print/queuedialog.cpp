// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/queuedialog.h"

#include "ui/desk/print/printwords.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

QueueDialog::QueueDialog(PrintQueue &queue, const QTimeZone &zone, const Theme &theme,
                         QWidget *parent)
    : QDialog(parent)
    , m_queue(queue)
    , m_zone(zone)
    , m_theme(theme)
    , m_empty(new QLabel(tr("기다리는 인쇄가 없어요."), this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
{
    setObjectName(u"queueDialog"_s);
    setWindowTitle(tr("인쇄 대기"));
    setMinimumSize(qRound(theme.scaled(560)), qRound(theme.scaled(320)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto *title = new QLabel(tr("인쇄 대기"), this);
    title->setFont(theme.font(TypeRole::Section));
    column->addWidget(title);
    m_empty->setObjectName(u"queueEmpty"_s);
    column->addWidget(m_empty);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    m_rows->addStretch(1);
    scroll->setWidget(m_list);
    column->addWidget(scroll, 1);
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"queueClose"_s);
    close->setDefault(true);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_queue, &PrintQueue::changed, this, &QueueDialog::refresh);
    refresh();
}

QWidget *QueueDialog::row(const PrintJob &job)
{
    auto *card = new CardFrame(m_theme, m_list);
    const QString name = printJobText(job.kind, job.orderId);
    card->setObjectName(u"queueJob-%1"_s.arg(job.id));
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(14, 10, 12, 10);
    line->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new QLabel(name, card);
    title->setFont(m_theme.font(TypeRole::CardTitle));
    const QStringList facts{clockTime(job.madeAtMs, m_zone), printerText(job.printer)};
    auto *where = new QLabel(facts.join(u" · "_s), card);
    auto *state = new QLabel(printStateText(job), card);
    state->setObjectName(u"queueState-%1"_s.arg(job.id));
    state->setWordWrap(true);
    setInk(*where, m_theme.palette().text2);
    setInk(*state, job.state == PrintState::Waiting || job.state == PrintState::InHand
                       ? m_theme.palette().text2
                       : m_theme.palette().warnFg);
    for (QLabel *label : {title, where, state}) {
        label->setTextFormat(Qt::PlainText);
        words->addWidget(label);
    }
    line->addLayout(words, 1);
    const auto button = [&](const QString &text, const QString &objectName) {
        auto *made = new QPushButton(text, card);
        made->setObjectName(objectName % u'-' % QString::number(job.id));
        //: what the button does, with which paper
        made->setAccessibleName(tr("%1: %2").arg(text, name));
        made->setAutoDefault(false);
        line->addWidget(made);
        return made;
    };
    const bool stands = job.state == PrintState::Failed || job.state == PrintState::Unclear;
    auto *again = button(tr("다시 인쇄"), u"queueAgain"_s);
    auto *forget = button(tr("지우기"), u"queueForget"_s);
    again->setEnabled(stands);
    forget->setEnabled(job.state != PrintState::InHand);
    setButtonKind(*forget, ButtonKind::Quiet);
    connect(again, &QPushButton::clicked, this, [this, id = job.id] { m_queue.retry(id); });
    connect(forget, &QPushButton::clicked, this, [this, id = job.id] { m_queue.remove(id); });
    return card;
}

void QueueDialog::refresh()
{
    while (m_rows->count() > 1) { // the stretch stays
        QLayoutItem *item = m_rows->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be the one that was pressed
        delete item;
    }
    for (const PrintJob &job : m_queue.jobs())
        m_rows->insertWidget(m_rows->count() - 1, row(job));
    m_empty->setVisible(m_queue.jobs().empty());
}

} // namespace petalpost::desk
