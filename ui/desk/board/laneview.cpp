// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/laneview.h"

#include "ui/desk/board/carddelegate.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/statelook.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

void CardList::keyPressEvent(QKeyEvent *event)
{
    Q_EMIT touched();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT stepped(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
        return;
    }
    // Letters would start the view's own search and swallow what an input method composes.
    if (plain && !event->text().isEmpty() && event->text().at(0).isLetterOrNumber()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

bool CardList::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::HoverMove:
        Q_EMIT touched();
        break;
    default:
        break;
    }
    return QListView::viewportEvent(event);
}

LaneView::LaneView(CardModel &model, const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_icons(icons)
    , m_list(new CardList(this))
    , m_delegate(new CardDelegate(theme, icons, this))
{
    const QString name = QString(word(stateOf(lane())));
    setObjectName(u"lane-"_s % name);
    m_list->setObjectName(u"cards-"_s % name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(m_delegate);
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_list);
    connectModel();
    connect(m_list, &CardList::touched, this, &LaneView::touched);
    connect(m_list, &CardList::stepped, this, &LaneView::stepped);
    connect(m_list, &CardList::opened, this,
            [this](const QModelIndex &index) { Q_EMIT opened(m_model.idAt(index.row())); });
    connect(m_list, &CardList::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT pointedAt(m_model.idAt(index.row())); });
    connect(m_delegate, &CardDelegate::acknowledged, this, &LaneView::acknowledged);
    connect(&m_theme, &Theme::changed, this, &LaneView::dress);
    dress();
    countChanged();
}

Lane LaneView::lane() const
{
    return m_model.lane();
}

/// A card that leaves must not drag the selection to its neighbour: the guard is connected before
/// the view's own handlers, so it stands while they run.
void LaneView::connectModel()
{
    connect(&m_model, &CardModel::rowsAboutToBeRemoved, this, [this] { m_quiet = true; });
    m_list->setModel(&m_model);
    connect(&m_model, &CardModel::rowsRemoved, this, [this] {
        showCurrent(m_currentId);
        m_quiet = false;
        countChanged();
    });
    connect(&m_model, &CardModel::rowsInserted, this, &LaneView::countChanged);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (m_quiet || !now.isValid())
                    return;
                m_currentId = m_model.idAt(now.row());
                Q_EMIT currentChanged(m_currentId);
            });
}

void LaneView::showCurrent(qint64 orderId)
{
    const QScopedValueRollback guard(m_quiet, true);
    const int row = m_model.rowOf(orderId);
    m_currentId = row >= 0 ? orderId : 0;
    if (row < 0) {
        m_list->selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row);
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void LaneView::enter(int row)
{
    // First the card, then the focus: a view that gains the focus without one chooses its first.
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
    m_list->setFocus(Qt::OtherFocusReason);
}

void LaneView::holdButton(QPushButton *button)
{
    m_button = button;
    m_button->setParent(this);
    dress();
}

void LaneView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_button)
        return;
    const int wide = m_button->sizeHint().width(); // as high as the header has room
    m_button->setGeometry(width() - wide - 4, 2, wide, headerHeight() - 4);
}

int LaneView::headerHeight() const
{
    return qRound(QFontMetricsF(m_theme.font(TypeRole::CardTitle)).height() + m_theme.scaled(16));
}

void LaneView::dress()
{
    layout()->setContentsMargins(0, headerHeight() - 3, 0, 6);
    setMinimumWidth(qRound(m_theme.scaled(minWidthPx)));
    setMaximumWidth(qRound(std::max(m_theme.scaled(minWidthPx), maxWidthPx)));
    m_list->doItemsLayout();
    update();
}

void LaneView::countChanged()
{
    //: state of the orders in the lane, their number
    m_list->setAccessibleName(
        tr("%1 %n건", nullptr, m_model.rowCount()).arg(stateWord(stateOf(lane()))));
    update();
}

void LaneView::paintEvent(QPaintEvent *)
{
    const Palette &palette = m_theme.palette();
    const StateLook look = stateLook(stateOf(lane()), palette);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.surface2);
    painter.drawRoundedRect(rect(), 10, 10);

    const qreal side = qRound(m_theme.scaled(18));
    QRectF room(14, 1, width() - 28, headerHeight());
    painter.drawPixmap(QPointF(room.left(), qRound(room.center().y() - side / 2)),
                       m_icons.pixmap(look.icon, look.ink, side, devicePixelRatioF()));
    room.setLeft(room.left() + side + m_theme.scaled(6));
    const QFont titleFont = m_theme.font(TypeRole::CardTitle);
    const QString title = stateWord(stateOf(lane()));
    painter.setFont(titleFont);
    painter.setPen(palette.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    room.setLeft(room.left() + QFontMetricsF(titleFont).horizontalAdvance(title)
                 + m_theme.scaled(7));
    QFont countFont = m_theme.font(TypeRole::Caption);
    countFont.setWeight(QFont::DemiBold);
    painter.setFont(countFont);
    drawPill(painter, room, {{}, QString::number(m_model.rowCount()), look.ink, look.ground});
    if (m_model.rowCount() > 0)
        return;
    painter.setFont(m_theme.font(TypeRole::Body));
    painter.setPen(palette.text3);
    painter.drawText(QRectF(0, headerHeight() + m_theme.scaled(20), width(), m_theme.scaled(24)),
                     Qt::AlignCenter | Qt::TextSingleLine, tr("아직 없어요"));
}

} // namespace petalpost::desk
