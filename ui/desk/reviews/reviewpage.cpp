// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/reviews/reviewpage.h"

#include "ui/desk/reviews/reviewdelegate.h"
#include "ui/desk/reviews/reviewmodel.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int marginPx = 16;
constexpr qreal editorHeightPx = 84;
enum Filter { Unanswered, All };

} // namespace

ReviewPage::ReviewPage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_icons(icons)
    , m_model(new ReviewModel(this))
{
    setObjectName(u"reviewPage"_s);
    setAccessibleName(tr("리뷰"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(marginPx, 12, marginPx, 12);
    m_column->setSpacing(10);
    buildHeader(m_column);
    buildList(m_column);
    buildEditor(m_column);
    connectEngine();
    connect(&m_theme, &Theme::changed, this, &ReviewPage::dress);
    dress();
    refreshCounts();
    refreshEditor();
}

void ReviewPage::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(tr("리뷰"), this);
    row->addWidget(m_heading);
    row->addSpacing(8);
    m_filter = new QButtonGroup(this);
    for (const Filter filter : {Unanswered, All}) {
        auto *button = new QPushButton(this);
        button->setObjectName(filter == All ? u"reviews-all"_s : u"reviews-unanswered"_s);
        button->setCheckable(true);
        button->setChecked(filter == All);
        m_filter->addButton(button, filter);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(m_filter, &QButtonGroup::idClicked, this, [this](int id) {
        m_model->setOnlyUnanswered(id == Unanswered);
        refreshCounts();
    });
}

void ReviewPage::buildList(QVBoxLayout *column)
{
    m_list = new QListView(this);
    m_list->setObjectName(u"reviewList"_s);
    m_list->setAccessibleName(tr("리뷰 목록"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setItemDelegate(new ReviewDelegate(m_theme, m_icons, this));
    m_list->setModel(m_model);
    column->addWidget(m_list, 1);
    m_empty = new QLabel(tr("아직 없어요"), this);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(m_empty, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    select(index.data(ReviewModel::IdRole).toLongLong());
            });
    connect(m_list, &QListView::activated, this,
            [this] { m_reply->setFocus(Qt::OtherFocusReason); });
}

void ReviewPage::buildEditor(QVBoxLayout *column)
{
    m_editor = new QWidget(this);
    auto *row = new QHBoxLayout(m_editor);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(10);
    m_reply = new QPlainTextEdit(m_editor);
    m_reply->setObjectName(u"replyText"_s);
    m_reply->setAccessibleName(tr("답글"));
    m_reply->setTabChangesFocus(true);
    row->addWidget(m_reply, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(6);
    m_counter = new QLabel(m_editor);
    m_counter->setAlignment(Qt::AlignRight);
    m_submit = new QPushButton(tr("답글 올리기"), m_editor);
    m_submit->setObjectName(u"replySubmit"_s);
    setButtonKind(*m_submit, ButtonKind::Primary);
    side->addStretch(1);
    side->addWidget(m_counter);
    side->addWidget(m_submit);
    row->addLayout(side);
    column->addWidget(m_editor);
    connect(m_reply, &QPlainTextEdit::textChanged, this, [this] {
        if (m_current != 0)
            m_drafts[m_current] = m_reply->toPlainText();
        refreshEditor();
    });
    connect(m_submit, &QPushButton::clicked, this, &ReviewPage::submit);
}

void ReviewPage::connectEngine()
{
    connect(&m_engine, &sync::Engine::reviewChanged, this, [this](const Review &review) {
        m_model->upsert(review);
        refreshCounts();
        refreshEditor();
    });
    connect(&m_engine, &sync::Engine::reviewRemoved, this, [this](qint64 id) {
        m_model->remove(id);
        if (id == m_current)
            m_current = 0;
        refreshCounts();
        refreshEditor();
    });
    connect(&m_engine, &sync::Engine::shopChanged, this,
            [this] { m_model->setZone(m_engine.shop().zone); });
    m_model->setZone(m_engine.shop().zone);
    for (const auto &[id, review] : m_engine.reviews())
        m_model->upsert(review);
}

void ReviewPage::select(qint64 reviewId)
{
    if (m_current == reviewId)
        return;
    m_current = reviewId;
    const QSignalBlocker quiet(m_reply);
    const Review *review = m_model->review(reviewId);
    const auto draft = m_drafts.find(reviewId);
    m_reply->setPlainText(draft != m_drafts.end() ? draft->second
                          : review                ? review->reply
                                                  : QString());
    refreshEditor();
}

void ReviewPage::resume(std::map<qint64, QString> drafts, qint64 reviewId)
{
    m_drafts = std::move(drafts);
    if (const int row = m_model->rowOf(reviewId); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void ReviewPage::submit()
{
    if (!m_submit->isEnabled())
        return;
    const QString text = m_reply->toPlainText().trimmed();
    const qint64 id = m_current;
    if (const auto sent = m_engine.replyToReview(id, text); !sent) {
        Q_EMIT refusedAtOnce(sent.error());
        return;
    }
    m_drafts.erase(id);
    refreshEditor();
    m_list->setFocus(Qt::OtherFocusReason);
    Q_EMIT replied(id);
}

int ReviewPage::unansweredCount() const
{
    return m_model->unansweredCount();
}

void ReviewPage::refreshCounts()
{
    m_filter->button(Unanswered)->setText(tr("답글 필요 %1").arg(m_model->unansweredCount()));
    m_filter->button(All)->setText(tr("전체"));
    m_list->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    Q_EMIT countsChanged();
}

void ReviewPage::refreshEditor()
{
    const Review *review = m_model->review(m_current);
    const auto length = m_reply->toPlainText().trimmed().size();
    m_reply->setEnabled(review != nullptr);
    m_reply->setPlaceholderText(review ? tr("%1님께 드릴 답글").arg(review->author)
                                       : tr("리뷰를 고르면 답글을 쓸 수 있어요."));
    m_counter->setText(tr("%1/%2").arg(length).arg(maxReply));
    const bool changed = review && m_reply->toPlainText().trimmed() != review->reply;
    m_submit->setEnabled(changed && length > 0 && length <= maxReply);
}

void ReviewPage::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void ReviewPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void ReviewPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_counter->setFont(m_theme.font(TypeRole::Caption));
    m_editor->setFixedHeight(qRound(m_theme.scaled(editorHeightPx)));
    m_submit->setMinimumHeight(qRound(m_theme.scaled(36)));
    QPalette soft = m_empty->palette();
    soft.setColor(QPalette::WindowText, m_theme.palette().text3);
    m_empty->setPalette(soft);
    m_list->doItemsLayout();
}

} // namespace petalpost::desk
