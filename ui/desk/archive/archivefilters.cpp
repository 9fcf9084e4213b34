// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/archivefilters.h"

#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int boxHeightPx = 34;
constexpr qreal searchLeastPx = 220;
constexpr qreal searchWidthPx = 420;

template<class Enum>
std::optional<Enum> chosen(const QComboBox &box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(static_cast<Enum>(data.toInt())) : std::nullopt;
}

} // namespace

ArchiveFilters::ArchiveFilters(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_search(new QLineEdit(this))
    , m_period(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_dash(new QLabel(u"–"_s, this))
    , m_until(new QDateEdit(this))
    , m_state(new QComboBox(this))
    , m_payment(new QComboBox(this))
    , m_reset(new QPushButton(tr("조건 지우기"), this))
{
    build();
    for (QComboBox *box : {m_period, m_state, m_payment})
        connect(box, &QComboBox::currentIndexChanged, this, &ArchiveFilters::refresh);
    for (QDateEdit *date : {m_from, m_until})
        connect(date, &QDateEdit::dateChanged, this, &ArchiveFilters::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &ArchiveFilters::refresh);
    connect(m_reset, &QPushButton::clicked, this, &ArchiveFilters::reset);
    connect(&m_theme, &Theme::changed, this, &ArchiveFilters::dress);
    dress();
    refresh();
}

void ArchiveFilters::build()
{
    m_search->setObjectName(u"archiveSearch"_s);
    m_search->setAccessibleName(tr("모든 주문에서 찾기"));
    m_search->setPlaceholderText(tr("번호·이름·전화·주소·상품, ㄱㅅㅇ (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_period->setObjectName(u"archivePeriod"_s);
    m_period->setAccessibleName(tr("기간"));
    m_period->addItems({tr("전체 기간"), tr("오늘"), tr("최근 7일"), tr("최근 30일"), tr("올해"),
                        tr("날짜 고르기")});
    m_from->setObjectName(u"archiveFrom"_s);
    m_from->setAccessibleName(tr("첫날"));
    m_until->setObjectName(u"archiveUntil"_s);
    m_until->setAccessibleName(tr("마지막 날"));
    m_state->setObjectName(u"archiveState"_s);
    m_state->setAccessibleName(tr("상태"));
    m_state->addItem(tr("모든 상태"));
    for (const auto &[state, stored] : orderStateWords)
        m_state->addItem(stateWord(state), static_cast<int>(state));
    m_payment->setObjectName(u"archivePayment"_s);
    m_payment->setAccessibleName(tr("결제"));
    m_payment->addItem(tr("모든 결제"));
    for (const auto &[state, stored] : paymentStateWords)
        m_payment->addItem(paymentWord(state), static_cast<int>(state));
    m_reset->setObjectName(u"archiveReset"_s);
    setButtonKind(*m_reset, ButtonKind::Quiet);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *box : std::initializer_list<QWidget *>{m_period, m_from, m_dash, m_until, m_state,
                                                         m_payment, m_reset})
        row->addWidget(box);
    row->addStretch(1);
    for (QDateEdit *date : {m_from, m_until})
        date->setDisplayFormat(u"yyyy-MM-dd"_s);
    for (QWidget *box :
         std::initializer_list<QWidget *>{m_period, m_from, m_until, m_state, m_payment})
        box->setMinimumHeight(boxHeightPx);
}

OrderFilter ArchiveFilters::filter(const QTimeZone &zone, const QDate &today) const
{
    OrderFilter filter;
    filter.text = m_search->text().trimmed();
    filter.state = chosen<OrderState>(*m_state);
    filter.payment = chosen<PaymentState>(*m_payment);
    const auto from = [&](const QDate &day) {
        filter.fromMs = day.startOfDay(zone).toMSecsSinceEpoch();
    };
    switch (static_cast<Period>(m_period->currentIndex())) {
    case AnyTime:
        break;
    case Today:
        from(today);
        break;
    case Week:
        from(today.addDays(-6));
        break;
    case Month:
        from(today.addDays(-29));
        break;
    case Year:
        from(QDate(today.year(), 1, 1));
        break;
    case FromTo:
        from(std::min(m_from->date(), m_until->date()));
        filter.untilMs = std::max(m_from->date(), m_until->date())
                             .addDays(1)
                             .startOfDay(zone)
                             .toMSecsSinceEpoch();
        break;
    }
    return filter;
}

QString ArchiveFilters::text() const
{
    return m_search->text();
}

void ArchiveFilters::setText(const QString &text)
{
    m_search->setText(text);
}

void ArchiveFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ArchiveFilters::setToday(const QDate &today)
{
    if (m_period->currentIndex() == FromTo)
        return; // somebody is at it
    const QSignalBlocker from(m_from);
    const QSignalBlocker until(m_until);
    m_from->setDate(today.addDays(-6));
    m_until->setDate(today);
}

void ArchiveFilters::reset()
{
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker period(m_period);
        const QSignalBlocker state(m_state);
        const QSignalBlocker payment(m_payment);
        m_search->clear();
        for (QComboBox *box : {m_period, m_state, m_payment})
            box->setCurrentIndex(0);
    }
    refresh();
    focusSearch(); // the button has gone
}

void ArchiveFilters::refresh()
{
    const bool days = m_period->currentIndex() == FromTo;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_from, m_dash, m_until})
        widget->setVisible(days);
    const bool open = m_search->text().isEmpty() && m_period->currentIndex() == AnyTime
                      && m_state->currentIndex() == 0 && m_payment->currentIndex() == 0;
    m_reset->setVisible(!open);
    Q_EMIT changed();
}

void ArchiveFilters::dress()
{
    m_search->setMinimumWidth(qRound(m_theme.scaled(searchLeastPx)));
    m_search->setMaximumWidth(qRound(m_theme.scaled(searchWidthPx)));
    for (QAction *old : m_search->actions()) {
        if (old->objectName() == u"searchIcon"_s)
            delete old;
    }
    QAction *icon = m_search->addAction(m_icons.icon(u"search"_s, m_theme.palette().text2, 16),
                                        QLineEdit::LeadingPosition);
    icon->setObjectName(u"searchIcon"_s);
}

bool ArchiveFilters::eventFilter(QObject *watched, QEvent *event)
{
    const bool keyed =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_search || !keyed)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    // Esc first empties the field; only then does it belong to the window.
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        if (event->type() == QEvent::KeyPress)
            m_search->clear();
        event->accept();
        return true;
    }
    const bool on = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool plain =
        (static_cast<QKeyEvent *>(event)->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->type() == QEvent::KeyPress && on && plain) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace petalpost::desk
