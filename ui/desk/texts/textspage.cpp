// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/texts/textspage.h"

#include "core/sync/engine.h"
#include "ui/desk/style/celldelegate.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/texts/textsmodel.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int textsMarginPx = 16;
constexpr qreal textRowPx = 36;

} // namespace

TextsPage::TextsPage(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_model(new TextsModel(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"textsPage"_s);
    setAccessibleName(tr("문자"));
    m_column->setContentsMargins(textsMarginPx, 12, textsMarginPx, 12);
    m_column->setSpacing(12);
    buildHeader();
    buildTable();
    connect(&m_engine.texts(), &sync::TextsReader::answered, this, &TextsPage::take);
    connect(&m_theme, &Theme::changed, this, &TextsPage::dress);
    dress();
}

void TextsPage::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(tr("문자"), this);
    row->addWidget(m_heading);
    row->addSpacing(8);
    m_choice = new QButtonGroup(this);
    const std::pair<MessageChoice, QString> choices[] = {{MessageChoice::All, tr("전체")},
                                                         {MessageChoice::Waiting, tr("보내기 전")},
                                                         {MessageChoice::Trouble, tr("확인 필요")}};
    for (const auto &[choice, text] : choices) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(u"texts-"_s % word(choice));
        button->setCheckable(true);
        button->setChecked(choice == MessageChoice::All);
        m_choice->addButton(button, int(choice));
        row->addWidget(button);
    }
    row->addStretch(1);
    m_when = new QLabel(this);
    m_when->setObjectName(u"textsWhen"_s);
    row->addWidget(m_when);
    m_column->addLayout(row);
    connect(m_choice, &QButtonGroup::idClicked, this, &TextsPage::reload);
}

void TextsPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"textsTable"_s);
    m_table->setAccessibleName(tr("문자 목록"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TextsModel::Text, QHeaderView::Stretch);
    m_column->addWidget(m_table, 1);
    m_advice = new NoteLabel(m_theme, NoteLabel::Kind::Warning, this);
    m_advice->setObjectName(u"textsAdvice"_s);
    m_advice->hide();
    m_column->addWidget(m_advice);
    m_more = new QPushButton(tr("더 보기"), this);
    m_more->setObjectName(u"textsMore"_s);
    m_more->hide();
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_nextBefore); });
    connect(m_table, &QTableView::activated, this, &TextsPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TextsPage::adviseOn);
}

void TextsPage::reload()
{
    ask(0);
}

void TextsPage::ask(qint64 beforeId)
{
    m_askedBefore = beforeId;
    m_engine.texts().ask(static_cast<MessageChoice>(m_choice->checkedId()), beforeId);
}

void TextsPage::take(const sync::TextsAnswer &answer)
{
    if (answer) {
        if (m_askedBefore == 0)
            m_model->begin(m_engine.shop().zone, m_engine.nowMs());
        m_model->append(answer->messages);
        m_nextBefore = answer->nextBeforeId;
        m_more->setVisible(m_nextBefore > 0);
        adviseOn(m_table->currentIndex());
    }
    sayWhen(answer);
}

void TextsPage::sayWhen(const sync::TextsAnswer &answer)
{
    if (answer && m_model->rowCount() == 0)
        m_when->setText(tr("아직 없어요"));
    else if (answer)
        m_when->setText(tr("%1 기준").arg(clockTime(m_engine.nowMs(), m_engine.shop().zone)));
    else if (answer.error().refusal)
        m_when->setText(refusalText(*answer.error().refusal));
    else if (m_model->rowCount() == 0)
        m_when->setText(tr("연결되면 볼 수 있어요."));
    else if (!m_when->text().contains(u'·'))
        m_when->setText(m_when->text() + u" · "_s + tr("연결되면 새로 받아요"));
}

/// What went wrong wants a person, who is told what to do.
void TextsPage::adviseOn(const QModelIndex &index)
{
    const QString advice =
        index.isValid() && index.data(TextsModel::TroubleRole).toBool()
            ? index.siblingAtColumn(TextsModel::State).data(Qt::ToolTipRole).toString()
            : QString();
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
}

void TextsPage::open(const QModelIndex &index)
{
    if (const qint64 orderId = index.data(TextsModel::OrderRole).toLongLong(); orderId > 0)
        Q_EMIT orderOpened(orderId);
}

void TextsPage::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void TextsPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void TextsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    reload();
}

void TextsPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_when->setFont(m_theme.font(TypeRole::Caption));
    setInk(*m_when, m_theme.palette().text2);
    m_table->setFont(m_theme.font(TypeRole::Body));
    m_table->verticalHeader()->setDefaultSectionSize(qRound(m_theme.scaled(textRowPx)));
}

} // namespace petalpost::desk
