// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/figurespage.h"

#include "core/sync/engine.h"
#include "ui/desk/figures/saleschart.h"
#include "ui/desk/figures/salesmodel.h"
#include "ui/desk/figures/salestable.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/csvfields.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSaveFile>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int figuresMarginPx = 16;
constexpr qreal chartHeightPx = 220;
constexpr qreal tableRowPx = 32;
constexpr int periods[] = {7, 30}; ///< days
constexpr std::size_t mostNamedDays = 10; ///< below bars that are wide enough for it

} // namespace

FiguresPage::FiguresPage(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_days(new SalesModel(tr("결제한 날"), this))
    , m_products(new SalesModel(tr("상품"), this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"figuresPage"_s);
    setAccessibleName(tr("매출"));
    m_column->setContentsMargins(figuresMarginPx, 12, figuresMarginPx, 12);
    m_column->setSpacing(12);
    buildHeader();
    m_column->addWidget(buildTiles());
    m_chartRoom = new QWidget(this);
    (new QVBoxLayout(m_chartRoom))->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_chartRoom);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(16);
    m_dayTable = addTable(m_days, u"salesByDay"_s, tr("날짜별 매출"));
    m_productTable = addTable(m_products, u"salesByProduct"_s, tr("상품별 매출"));
    tables->addWidget(m_dayTable, 1);
    tables->addWidget(m_productTable, 1);
    m_column->addLayout(tables, 1);
    connect(&m_engine.sales(), &sync::SalesReader::answered, this, &FiguresPage::take);
    connect(&m_theme, &Theme::changed, this, &FiguresPage::dress);
    dress();
}

void FiguresPage::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(tr("매출"), this);
    m_when = new QLabel(this);
    m_when->setObjectName(u"salesWhen"_s);
    row->addWidget(m_heading);
    row->addSpacing(8);
    m_period = new QButtonGroup(this);
    for (const int days : periods) {
        auto *button = new QPushButton(tr("%1일").arg(days), this);
        button->setObjectName(u"sales-%1"_s.arg(days));
        button->setCheckable(true);
        button->setChecked(days == periods[0]);
        m_period->addButton(button, days);
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(m_when);
    m_csv = new QPushButton(tr("CSV 파일로 저장"), this);
    m_csv->setObjectName(u"salesCsv"_s);
    m_csv->setEnabled(false);
    row->addWidget(m_csv);
    m_column->addLayout(row);
    connect(m_period, &QButtonGroup::idClicked, this, &FiguresPage::reload);
    connect(m_csv, &QPushButton::clicked, this, &FiguresPage::askFile);
}

QWidget *FiguresPage::buildTiles()
{
    auto *tiles = new QWidget(this);
    auto *row = new QHBoxLayout(tiles);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const std::pair<QString, QString> names[] = {{u"salesToday"_s, tr("오늘")},
                                                 {u"salesWeek"_s, tr("이번 주")},
                                                 {u"salesMonth"_s, tr("이번 달")}};
    for (const auto &[name, text] : names) {
        auto *frame = new CardFrame(m_theme, tiles);
        auto *column = new QVBoxLayout(frame);
        column->setContentsMargins(16, 12, 16, 12);
        column->setSpacing(2);
        m_tileNames.push_back(new QLabel(text, frame));
        m_tiles.push_back(new QLabel(u"–"_s, frame));
        m_tiles.back()->setObjectName(name);
        column->addWidget(m_tileNames.back());
        column->addWidget(m_tiles.back());
        row->addWidget(frame, 1);
    }
    return tiles;
}

SalesTable *FiguresPage::addTable(SalesModel *model, const QString &name, const QString &text)
{
    auto *table = new SalesTable(*model, this);
    table->setObjectName(name);
    table->setAccessibleName(text);
    return table;
}

QDate FiguresPage::today() const
{
    return m_engine.shop().today(m_engine.nowMs());
}

QDate FiguresPage::periodFrom() const
{
    return today().addDays(1 - m_period->checkedId());
}

/// Weeks begin on Monday; this one may have begun before the month.
QDate FiguresPage::tilesFrom() const
{
    const QDate day = today();
    return std::min(day.addDays(1 - day.dayOfWeek()), QDate(day.year(), day.month(), 1));
}

void FiguresPage::reload()
{
    sync::SalesReader &sales = m_engine.sales();
    sales.ask(periodFrom(), today());
    if (tilesFrom() != periodFrom())
        sales.ask(tilesFrom(), today());
}

void FiguresPage::take(QDate from, const sync::SalesAnswer &answer)
{
    sayWhen(answer);
    if (!answer)
        return;
    if (from == periodFrom())
        showPeriod(*answer);
    if (from == tilesFrom())
        showTiles(*answer);
}

void FiguresPage::sayWhen(const sync::SalesAnswer &answer)
{
    if (answer) {
        m_when->setText(tr("%1 기준").arg(clockTime(m_engine.nowMs(), m_engine.shop().zone)));
    } else if (answer.error().refusal) {
        m_when->setText(refusalText(*answer.error().refusal));
    } else if (m_days->salesCount() == 0) {
        m_when->setText(tr("연결되면 볼 수 있어요."));
    } else if (!m_when->text().contains(u'·')) {
        m_when->setText(m_when->text() + u" · "_s + tr("연결되면 새로 받아요"));
    }
}

void FiguresPage::showPeriod(const Sales &sales)
{
    std::vector<SalesRow> days;
    const bool many = sales.days.size() > mostNamedDays;
    days.reserve(sales.days.size());
    for (const DaySales &day : sales.days) {
        const QString name = dayShort(day.date);
        days.push_back({name, many ? QString::number(day.date.day()) : name, day.figures});
    }
    std::vector<SalesRow> products;
    products.reserve(sales.products.size());
    for (const ProductSales &product : sales.products)
        products.push_back({productText(product.name, product.nameEn), {}, product.figures});
    m_days->setRows(std::move(days), sales.currency);
    m_products->setRows(std::move(products), sales.currency);
    m_csv->setEnabled(true);
}

void FiguresPage::showTiles(const Sales &sales)
{
    const QDate day = today();
    const QDate begins[] = {day, day.addDays(1 - day.dayOfWeek()),
                            QDate(day.year(), day.month(), 1)};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        SalesFigures sum;
        for (const DaySales &one : sales.days) {
            if (one.date >= begins[i])
                sum += one.figures;
        }
        m_tiles[i]->setText(moneyText({sum.netMinor(), sales.currency}));
    }
}

void FiguresPage::askFile()
{
    auto *dialog = new QFileDialog(this, tr("CSV 파일로 저장"));
    dialog->setObjectName(u"salesCsvDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilter(tr("CSV 파일 (*.csv)"));
    dialog->selectFile(u"petalpost-sales-%1.csv"_s.arg(today().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &FiguresPage::exportTo);
    dialog->open();
}

void FiguresPage::exportTo(const QString &path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.write(csv::byteOrderMark.toByteArray() + m_days->csv()
                                       + csv::row({}) + m_products->csv())
                                > 0
                         && file.commit();
    Q_EMIT exported(written ? tr("매출을 저장했어요")
                            : tr("저장하지 못했어요: %1").arg(file.errorString()));
}

void FiguresPage::showEvent(QShowEvent *event)
{
    // Charts cost a start something, and most starts never come here.
    if (!m_chart) {
        m_chart = new SalesChart(*m_days, m_theme, m_chartRoom);
        m_chartRoom->layout()->addWidget(m_chart);
    }
    reload();
    Page::showEvent(event);
}

void FiguresPage::focusContent()
{
    m_dayTable->setFocus(Qt::OtherFocusReason);
}

void FiguresPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void FiguresPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_when->setFont(m_theme.font(TypeRole::Caption));
    QPalette soft = m_when->palette();
    soft.setColor(QPalette::WindowText, m_theme.palette().text2);
    m_when->setPalette(soft);
    for (QLabel *name : m_tileNames) {
        name->setFont(m_theme.font(TypeRole::Body));
        name->setPalette(soft);
    }
    for (QLabel *tile : m_tiles)
        tile->setFont(m_theme.font(TypeRole::Figure));
    m_chartRoom->setFixedHeight(qRound(m_theme.scaled(chartHeightPx)));
    for (SalesTable *table : {m_dayTable, m_productTable})
        table->setRowHeight(qRound(m_theme.scaled(tableRowPx)));
}

} // namespace petalpost::desk
