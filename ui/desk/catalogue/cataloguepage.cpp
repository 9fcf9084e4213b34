// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/catalogue/cataloguepage.h"

#include "core/storage/desk/draftstore.h"
#include "ui/desk/catalogue/productdelegate.h"
#include "ui/desk/catalogue/productform.h"
#include "ui/desk/catalogue/productmodel.h"
#include "ui/desk/style/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int pageMarginPx = 16;
constexpr int listShare = 2; ///< of five
constexpr int editorShare = 3;
constexpr auto draftKind = DraftStore::Kind::Product;

} // namespace

CataloguePage::CataloguePage(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_model(new ProductModel(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"cataloguePage"_s);
    setAccessibleName(tr("메뉴"));
    m_column->setContentsMargins(pageMarginPx, 12, pageMarginPx, 12);
    m_column->setSpacing(10);
    buildHeader();
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildList(), listShare);
    row->addWidget(buildEditor(), editorShare);
    m_column->addLayout(row, 1);
    m_keep.setSingleShot(true);
    m_keep.setInterval(draftMs);
    connect(&m_keep, &QTimer::timeout, this, &CataloguePage::keepDraft);
    connectEngine();
    loadDrafts();
    connect(&m_theme, &Theme::changed, this, &CataloguePage::dress);
    dress();
    refreshEditor();
    refreshEmpty();
}

CataloguePage::~CataloguePage()
{
    if (m_keep.isActive())
        keepDraft();
}

void CataloguePage::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(tr("메뉴"), this);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"productSearch"_s);
    m_search->setPlaceholderText(tr("이름으로 찾기"));
    m_search->setAccessibleName(tr("이름으로 찾기"));
    m_search->setClearButtonEnabled(true);
    m_new = new QPushButton(tr("새 상품"), this);
    m_new->setObjectName(u"productNew"_s);
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_new);
    m_column->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        refreshEmpty();
    });
    connect(m_new, &QPushButton::clicked, this, &CataloguePage::beginNew);
}

QWidget *CataloguePage::buildList()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_list = new QListView(side);
    m_list->setObjectName(u"productList"_s);
    m_list->setAccessibleName(tr("상품 목록"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setItemDelegate(new ProductDelegate(m_theme, this));
    m_list->setModel(m_model);
    m_empty = new QLabel(side);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    select(index.data(ProductModel::IdRole).toLongLong());
            });
    connect(m_list, &QListView::activated, this, [this] { m_form->focusFirst(); });
    return side;
}

QWidget *CataloguePage::buildEditor()
{
    m_editor = new QScrollArea(this);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setWidgetResizable(true);
    m_editor->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editor->viewport()->setAutoFillBackground(false);
    auto *inner = new QWidget(m_editor);
    inner->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_title = new QLabel(inner);
    m_title->setObjectName(u"productTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_soldOut = new QPushButton(inner);
    m_soldOut->setObjectName(u"productSoldOut"_s);
    m_hidden = new QPushButton(inner);
    m_hidden->setObjectName(u"productHidden"_s);
    row->addWidget(m_title, 1);
    row->addWidget(m_soldOut);
    row->addWidget(m_hidden);
    column->addLayout(row);
    m_form = new ProductForm(m_theme, inner);
    column->addWidget(m_form, 1);
    m_editor->setWidget(inner);
    connect(m_soldOut, &QPushButton::clicked, this, [this] {
        const bool now = !edited().soldOut;
        toggle(u"soldOut"_s, now, now ? tr("%1 · 품절로 바꿨어요") : tr("%1 · 다시 팔아요"));
    });
    connect(m_hidden, &QPushButton::clicked, this, [this] {
        const bool now = !edited().hidden;
        toggle(u"hidden"_s, now,
               now ? tr("%1 · 메뉴에서 숨겼어요") : tr("%1 · 메뉴에 다시 보여요"));
    });
    connect(m_form, &ProductForm::edited, this, &CataloguePage::noteEdited);
    connect(m_form, &ProductForm::saveRequested, this, &CataloguePage::save);
    connect(m_form, &ProductForm::resetRequested, this, [this] {
        dropDraft(m_current);
        refreshEditor();
    });
    return m_editor;
}

void CataloguePage::connectEngine()
{
    connect(&m_engine, &sync::Engine::productChanged, this, [this](const Product &product) {
        const Product *before = m_model->product(product.id);
        const bool shownAnew =
            product.id == m_current && m_editing && (!before || *before != product);
        m_model->upsert(product);
        if (shownAnew)
            refreshEditor();
        refreshEmpty();
    });
    connect(&m_engine, &sync::Engine::productRemoved, this, [this](qint64 id) {
        m_model->remove(id);
        if (id == m_current && m_editing) {
            m_editing = false;
            refreshEditor();
        }
        refreshEmpty();
    });
    for (const auto &[id, product] : m_engine.products())
        m_model->upsert(product);
}

/// A fault of the disk leaves no drafts: what follows is kept, or not, all the same.
void CataloguePage::loadDrafts()
{
    m_drafts = m_engine.drafts().all(draftKind).value_or(std::map<qint64, QJsonObject>());
    for (const auto &[id, draft] : m_drafts)
        m_model->setUnsaved(id, true);
    if (m_drafts.contains(0))
        select(0);
}

void CataloguePage::select(qint64 productId)
{
    if (m_editing && m_current == productId)
        return;
    if (m_keep.isActive())
        keepDraft();
    m_current = productId;
    m_editing = true;
    refreshEditor();
}

void CataloguePage::setCurrentProduct(qint64 productId)
{
    if (const int row = m_model->rowOf(productId); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void CataloguePage::beginNew()
{
    m_list->setCurrentIndex({});
    select(0);
    m_form->focusFirst();
}

Product CataloguePage::edited() const
{
    if (const Product *product = m_model->product(m_current))
        return *product;
    Product fresh;
    if (!m_engine.products().empty())
        fresh.price.currency = m_engine.products().begin()->second.price.currency;
    return fresh;
}

void CataloguePage::toggle(const QString &field, bool on, const QString &text)
{
    const Product before = edited();
    if (const auto done = m_engine.changeProduct(before.id, {{field, on}}); !done) {
        Q_EMIT refusedAtOnce(done.error());
        return;
    }
    Q_EMIT toggled(before.id, text.arg(before.name), {{field, !on}});
}

void CataloguePage::save()
{
    const QJsonObject changes = m_form->changes();
    if (!m_editing || changes.isEmpty())
        return;
    const qint64 id = m_current;
    const QString name = id == 0 ? changes.value(u"name"_s).toString() : edited().name;
    if (const auto done = m_engine.changeProduct(id, changes); !done) {
        m_form->sayRefused(done.error());
        return;
    }
    dropDraft(id);
    if (id == 0)
        m_editing = false;
    refreshEditor();
    Q_EMIT saved(id == 0 ? tr("%1 · 메뉴에 올렸어요").arg(name.simplified())
                         : tr("%1 · 저장했어요").arg(name));
}

void CataloguePage::noteEdited()
{
    if (!m_editing)
        return;
    const QJsonObject changes = m_form->changes();
    if (changes.isEmpty())
        m_drafts.erase(m_current);
    else
        m_drafts[m_current] = changes;
    m_model->setUnsaved(m_current, !changes.isEmpty());
    m_keep.start();
}

void CataloguePage::keepDraft()
{
    m_keep.stop();
    const auto draft = m_drafts.find(m_current);
    const auto kept = draft == m_drafts.end()
                          ? m_engine.drafts().remove(draftKind, m_current)
                          : m_engine.drafts().put(draftKind, m_current, draft->second);
    if (!kept)
        Q_EMIT refusedAtOnce(kept.error());
}

void CataloguePage::dropDraft(qint64 productId)
{
    m_drafts.erase(productId);
    m_model->setUnsaved(productId, false);
    if (productId == m_current)
        keepDraft();
}

void CataloguePage::refreshEditor()
{
    m_editor->setVisible(m_editing);
    if (!m_editing)
        return;
    const Product product = edited();
    const auto draft = m_drafts.find(m_current);
    m_form->show(product, draft == m_drafts.end() ? QJsonObject() : draft->second);
    m_form->setEnabled(product.id >= 0); // what is on its way is not changed before it is there
    m_title->setText(product.id == 0 ? tr("새 상품") : product.name);
    m_soldOut->setText(product.soldOut ? tr("다시 팔기") : tr("품절로 바꾸기"));
    m_hidden->setText(product.hidden ? tr("메뉴에 보이기") : tr("메뉴에서 숨기기"));
    for (QPushButton *button : {m_soldOut, m_hidden})
        button->setVisible(product.id > 0);
}

void CataloguePage::refreshEmpty()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setText(m_search->text().isEmpty() ? tr("아직 없어요") : tr("찾는 상품이 없어요"));
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
}

void CataloguePage::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0 && !m_editing)
        m_list->setCurrentIndex(m_model->index(0));
}

void CataloguePage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void CataloguePage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_title->setFont(m_theme.font(TypeRole::Section));
    m_search->setMinimumWidth(qRound(m_theme.scaled(200)));
    QPalette soft = m_empty->palette();
    soft.setColor(QPalette::WindowText, m_theme.palette().text3);
    m_empty->setPalette(soft);
    m_list->doItemsLayout();
}

} // namespace petalpost::desk
