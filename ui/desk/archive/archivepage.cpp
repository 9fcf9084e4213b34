// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/archivepage.h"

#include "ui/desk/archive/archivedelegate.h"
#include "ui/desk/archive/archivefilters.h"
#include "ui/desk/archive/archivemodel.h"
#include "ui/desk/archive/exportbar.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int marginPx = 16;
constexpr qreal rowPx = 36;
constexpr qreal leastPx = 860;
constexpr int searchStretch = 100; ///< the field grows to its width before the gap does

/// At 100 %; words are measured instead, and the item takes what is left.
constexpr std::array<qreal, ArchiveModel::ColumnCount> columnPx{92, 110, 0, 0, 0, 104, 150};

} // namespace

ArchivePage::ArchivePage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_source([&engine](const OrderFilter &filter, qint64 beforeId, int limit) {
        return engine.findOrders(filter, beforeId, limit);
    })
    , m_model(new ArchiveModel(m_source, this))
    , m_column(new QVBoxLayout(this))
    , m_heading(new QLabel(tr("내역"), this))
    , m_filters(new ArchiveFilters(theme, icons, this))
    , m_csv(new QPushButton(tr("CSV 저장"), this))
    , m_export(new ExportBar(this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"archivePage"_s);
    setAccessibleName(tr("내역"));
    m_column->setContentsMargins(marginPx, 12, marginPx, 12);
    m_column->setSpacing(10);
    buildHeader();
    m_table->setItemDelegate(new ArchiveDelegate(theme, icons, this));
    buildTable();
    m_column->addWidget(m_table, 1);
    m_empty->setObjectName(u"archiveEmpty"_s);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_column->addWidget(m_empty, 1);
    connectEngine();
    connect(&m_theme, &Theme::changed, this, &ArchivePage::dress);
    dress();
    refreshEmpty();
}

void ArchivePage::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(m_filters->search(), searchStretch);
    m_csv->setObjectName(u"archiveCsv"_s);
    m_csv->setToolTip(tr("찾은 주문을 CSV 파일로 저장"));
    m_csv->setVisible(m_engine.role() != DeviceRole::Driver);
    row->addWidget(m_csv);
    m_column->addLayout(row);
    m_column->addWidget(m_filters);
    m_column->addWidget(m_export);
    connect(m_csv, &QPushButton::clicked, this, &ArchivePage::askFile);
    connect(m_export, &ExportBar::ended, this, [this](const QString &sentence) {
        m_csv->setEnabled(true);
        Q_EMIT exported(sentence);
    });
    connect(m_filters, &ArchiveFilters::changed, this, &ArchivePage::look);
    connect(m_filters, &ArchiveFilters::left, this, &ArchivePage::focusContent);
}

void ArchivePage::buildTable()
{
    m_table->setObjectName(u"archiveTable"_s);
    m_table->setAccessibleName(tr("모든 주문"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(ArchiveModel::Item, QHeaderView::Stretch);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArchivePage::choose);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT orderPointedAt(m_model->idAt(index.row()));
    });
}

void ArchivePage::connectEngine()
{
    const auto tellTime = [this] {
        const QDate today = m_engine.shop().today(m_engine.nowMs());
        m_model->setTime(m_engine.shop().zone, today);
        m_filters->setToday(today);
    };
    tellTime();
    connect(&m_engine, &sync::Engine::shopChanged, this, tellTime);
    connect(&m_engine, &sync::Engine::orderChanged, m_model, &ArchiveModel::upsert);
    connect(&m_engine, &sync::Engine::olderOrderChanged, m_model, &ArchiveModel::upsert);
    connect(&m_engine, &sync::Engine::orderRemoved, this, [this](qint64 id) {
        m_model->remove(id);
        if (m_current == id)
            setCurrentOrder(0);
    });
    connect(&m_engine, &sync::Engine::searchCompleted, m_model, &ArchiveModel::reload);
    connect(m_model, &ArchiveModel::rowsInserted, this, &ArchivePage::refreshEmpty);
    connect(m_model, &ArchiveModel::rowsRemoved, this, &ArchivePage::refreshEmpty);
    connect(m_model, &ArchiveModel::read, this, &ArchivePage::refreshEmpty);
    connect(m_model, &ArchiveModel::failed, this, [this](const Refusal &refusal) {
        m_fault = refusalText(refusal);
        refreshEmpty();
    });
}

/// As something is typed or chosen: the first page is there before the next key.
void ArchivePage::look()
{
    const Shop &shop = m_engine.shop();
    m_model->setFilter(m_filters->filter(shop.zone, shop.today(m_engine.nowMs())));
    if (const int row = m_model->rowOf(m_current); row >= 0)
        selectRow(row);
    refreshEmpty();
}

void ArchivePage::focusSearch()
{
    m_filters->focusSearch();
}

QString ArchivePage::searchText() const
{
    return m_filters->text();
}

void ArchivePage::setSearchText(const QString &text)
{
    m_filters->setText(text);
}

void ArchivePage::askFile()
{
    auto *dialog = new QFileDialog(this, tr("CSV 파일로 저장"));
    dialog->setObjectName(u"csvDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilter(tr("CSV 파일 (*.csv)"));
    const QDate today = m_engine.shop().today(m_engine.nowMs());
    dialog->selectFile(u"petalpost-%1.csv"_s.arg(today.toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &ArchivePage::exportTo);
    dialog->open();
}

void ArchivePage::exportTo(const QString &path)
{
    if (m_export->isBusy())
        return;
    m_csv->setEnabled(false);
    m_export->follow(
        std::make_unique<CsvExport>(m_source, m_model->filter(), m_engine.shop().zone, path));
}

void ArchivePage::choose(const QModelIndex &index)
{
    const qint64 id = m_model->idAt(index.row());
    if (id == 0 || id == m_current)
        return;
    m_current = id;
    Q_EMIT orderChosen(id);
}

void ArchivePage::setCurrentOrder(qint64 orderId)
{
    m_current = orderId;
    if (const int row = m_model->rowOf(orderId); row >= 0)
        selectRow(row);
    else
        m_table->clearSelection();
}

/// Not QTableView::selectRow(): that one asks which keys are held, and Ctrl+2 holds Ctrl.
void ArchivePage::selectRow(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ArchivePage::focusContent()
{
    if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
        selectRow(std::max(0, m_table->currentIndex().row()));
    m_table->setFocus(Qt::OtherFocusReason);
}

void ArchivePage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(2, banners);
}

int ArchivePage::leastWidthPx() const
{
    return qRound(m_theme.scaled(leastPx));
}

void ArchivePage::refreshEmpty()
{
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    if (!m_fault.isEmpty())
        m_empty->setText(tr("이 컴퓨터에 저장된 내역을 읽지 못했어요. %1").arg(m_fault));
    else if (m_model->filter().isOpen())
        m_empty->setText(tr("아직 주문이 없어요. 첫 주문이 오면 여기에 남아요."));
    else if (m_model->hasMore())
        m_empty->setText(tr("찾는 중…"));
    else
        m_empty->setText(tr("찾는 주문이 없어요. 검색어나 기간을 바꿔 보세요."));
}

/// The first page is read when somebody looks: a start with a year of orders costs nothing more.
void ArchivePage::showEvent(QShowEvent *event)
{
    if (m_model->rowCount() == 0 && m_model->canFetchMore({}))
        m_model->fetchMore({});
    Page::showEvent(event);
}

bool ArchivePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (enter && plain && m_current != 0) {
            Q_EMIT orderOpened(m_current);
            return true;
        }
        // Letters would start the view's own search and swallow what an input method composes.
        if (plain && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber()) {
            event->ignore();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

int ArchivePage::stateWidth() const
{
    qreal widest = 0;
    const QFontMetricsF metrics(m_theme.font(TypeRole::Caption));
    for (const auto &[state, stored] : orderStateWords)
        widest = std::max(widest, metrics.horizontalAdvance(stateWord(state)));
    // Icon and padding of the pill, and the bold of its word.
    return qRound(widest * 1.1 + m_theme.scaled(58));
}

int ArchivePage::paymentWidth() const
{
    qreal widest = 0;
    const QFontMetricsF metrics(m_theme.font(TypeRole::Body));
    for (const auto &[state, stored] : paymentStateWords)
        widest = std::max(widest, metrics.horizontalAdvance(paymentWord(state)));
    return qRound(widest) + 24;
}

void ArchivePage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_table->verticalHeader()->setDefaultSectionSize(qRound(m_theme.scaled(rowPx)));
    for (int column = 0; column < ArchiveModel::ColumnCount; ++column) {
        if (columnPx[static_cast<std::size_t>(column)] > 0)
            m_table->setColumnWidth(
                column, qRound(m_theme.scaled(columnPx[static_cast<std::size_t>(column)])));
    }
    m_table->setColumnWidth(ArchiveModel::State, stateWidth());
    m_table->setColumnWidth(ArchiveModel::Payment, paymentWidth());
    QFont header = m_theme.font(TypeRole::Caption);
    header.setWeight(QFont::DemiBold);
    m_table->horizontalHeader()->setFont(header);
    QPalette soft = m_empty->palette();
    soft.setColor(QPalette::WindowText, m_theme.palette().text3);
    m_empty->setPalette(soft);
    m_empty->setFont(m_theme.font(TypeRole::Body));
}

} // namespace petalpost::desk
