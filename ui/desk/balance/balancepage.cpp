// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/balancepage.h"

#include "ui/desk/balance/differencecard.h"
#include "ui/desk/balance/sidesmodel.h"
#include "ui/desk/balance/sumsmodel.h"
#include "ui/desk/balance/sumstable.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int pageMarginPx = 16;
constexpr qreal leastPagePx = 700;
constexpr qreal summaryIconPx = 20;

QPushButton *headerButton(QHBoxLayout &row, const char *name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    row.addWidget(button);
    return button;
}

/// A later look at the same thing may name another amount or time.
bool isSameThing(const Difference &one, const Difference &other)
{
    return one.kind == other.kind && one.orderId == other.orderId
           && one.attemptId == other.attemptId && one.refundId == other.refundId;
}

} // namespace

BalancePage::BalancePage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_presenter(new BalancePresenter(engine, this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"balancePage"_s);
    setAccessibleName(tr("정산"));
    m_column->setContentsMargins(pageMarginPx, 12, pageMarginPx, 12);
    m_column->setSpacing(10);
    buildHeader();
    buildBody();
    connect(m_presenter, &BalancePresenter::changed, this, &BalancePage::refresh);
    connect(&engine, &sync::Engine::shopChanged, this, &BalancePage::refreshHeader);
    connect(&m_theme, &Theme::changed, this, &BalancePage::dress);
    dress();
    refresh();
}

void BalancePage::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_heading = new QLabel(this);
    m_heading->setObjectName(u"balanceHeading"_s);
    row->addWidget(m_heading);
    row->addSpacing(8);
    m_before = headerButton(*row, "balance-before", tr("이전 날"), this);
    m_today = headerButton(*row, "balance-today", tr("오늘"), this);
    m_today->setCheckable(true);
    m_after = headerButton(*row, "balance-after", tr("다음 날"), this);
    row->addStretch(1);
    m_readAt = new QLabel(this);
    m_readAt->setObjectName(u"balanceReadAt"_s);
    row->addWidget(m_readAt);
    m_reload = headerButton(*row, "balance-reload", tr("새로 고침"), this);
    m_column->addLayout(row);
    connect(m_before, &QPushButton::clicked, m_presenter, [this] { m_presenter->stepDay(-1); });
    connect(m_today, &QPushButton::clicked, m_presenter, [this] {
        m_presenter->showDay({});
        refreshHeader(); // the click has unchecked it
    });
    connect(m_after, &QPushButton::clicked, m_presenter, [this] { m_presenter->stepDay(1); });
    connect(m_reload, &QPushButton::clicked, m_presenter, &BalancePresenter::reload);
}

void BalancePage::buildBody()
{
    m_notice = new QWidget(this);
    auto *notice = new QVBoxLayout(m_notice);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->setSpacing(10);
    m_noticeText = new NoteLabel(m_theme, NoteLabel::Kind::Plain, m_notice);
    m_noticeText->setObjectName(u"balanceNotice"_s);
    notice->addWidget(m_noticeText);
    m_retry = new QPushButton(tr("다시 시도"), m_notice);
    m_retry->setObjectName(u"balanceRetry"_s);
    setButtonKind(*m_retry, ButtonKind::Primary);
    notice->addWidget(m_retry, 0, Qt::AlignLeft);
    notice->addStretch(1);
    m_column->addWidget(m_notice, 1);
    connect(m_retry, &QPushButton::clicked, m_presenter, &BalancePresenter::reload);

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
    auto *summary = new QHBoxLayout;
    summary->setSpacing(8);
    m_summaryIcon = new QLabel(body);
    m_summary = new QLabel(body);
    m_summary->setObjectName(u"balanceSummary"_s);
    m_summary->setWordWrap(true);
    summary->addWidget(m_summaryIcon, 0, Qt::AlignTop);
    summary->addWidget(m_summary, 1);
    m_rows->addLayout(summary);
    m_orders = new QLabel(body);
    m_orders->setObjectName(u"balanceOrders"_s);
    m_orders->setWordWrap(true);
    m_rows->addWidget(m_orders);
    m_sums = new SumsModel(this);
    m_table = new SumsTable(*m_sums, m_theme, body);
    m_table->setObjectName(u"balanceSums"_s);
    m_table->setAccessibleName(tr("결제사마다 오간 돈"));
    m_rows->addWidget(m_table);
    m_sides = new SidesModel(this);
    m_sidesTable = new SumsTable(*m_sides, m_theme, body);
    m_sidesTable->setObjectName(u"balanceSides"_s);
    m_sidesTable->setAccessibleName(tr("주문, 장부, 결제사 목록의 건수와 합계"));
    m_rows->addWidget(m_sidesTable);
    m_news = new NoteLabel(m_theme, NoteLabel::Kind::Plain, body);
    m_news->setObjectName(u"balanceNews"_s);
    m_rows->addWidget(m_news);
    m_more = new QLabel(body);
    m_more->setObjectName(u"balanceMore"_s);
    m_more->setWordWrap(true);
    m_rows->addWidget(m_more);
    m_rows->addStretch(1);
    m_column->addWidget(m_scroll, 1);
}

void BalancePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_presenter->setWatched(true);
}

void BalancePage::hideEvent(QHideEvent *event)
{
    m_presenter->setWatched(false);
    Page::hideEvent(event);
}

QDate BalancePage::day() const
{
    return m_presenter->isToday() ? QDate() : m_presenter->day();
}

void BalancePage::refresh()
{
    refreshHeader();
    refreshNotice();
    refreshBalance();
    keepFocus();
}

void BalancePage::refreshHeader()
{
    //: the screen, and the day that is balanced
    m_heading->setText(tr("정산 · %1").arg(dayHeading(m_presenter->day())));
    m_today->setChecked(m_presenter->isToday());
    m_after->setEnabled(!m_presenter->isToday());
    using State = BalancePresenter::State;
    const State state = m_presenter->state();
    const bool asking = state == State::Loading || m_presenter->repairing();
    m_readAt->setText(
        asking ? tr("확인하는 중…")
        : state == State::Shown
            ? tr("%1에 확인했어요").arg(clockTime(m_presenter->readAtMs(), m_presenter->zone()))
            : QString());
}

QString BalancePage::noticeText() const
{
    switch (m_presenter->state()) {
    case BalancePresenter::State::Unread:
    case BalancePresenter::State::Loading:
        return tr("서버가 결제사마다 물어보고 있어요. 1분까지 걸릴 수 있어요.");
    case BalancePresenter::State::NoContact:
        return tr("서버의 답을 받지 못했어요. 정산은 서버와 연결돼야 볼 수 있어요. 다시 연결되면 "
                  "저절로 확인해요.");
    case BalancePresenter::State::NotAllowed:
        return tr("이 컴퓨터에서는 정산을 볼 수 없어요. 사장님이나 플로리스트로 연결한 컴퓨터에서 "
                  "봐 주세요.");
    case BalancePresenter::State::Refused:
        return refusalText(m_presenter->refusal());
    case BalancePresenter::State::Shown:
        break;
    }
    return {};
}

void BalancePage::refreshNotice()
{
    using State = BalancePresenter::State;
    const State state = m_presenter->state();
    const bool shown = m_presenter->balance().has_value();
    const bool waiting = state == State::Loading || state == State::Unread;
    m_notice->setVisible(!shown);
    m_scroll->setVisible(shown);
    if (shown)
        return;
    const QString text = noticeText();
    const bool news = m_noticeText->text() != text;
    m_noticeText->setKind(waiting ? NoteLabel::Kind::Plain : NoteLabel::Kind::Warning);
    m_noticeText->setText(text);
    m_retry->setVisible(state == State::NoContact || state == State::Refused);
    if (!news || !isVisible())
        return;
    QAccessibleEvent alert(m_noticeText, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BalancePage::refreshBalance()
{
    if (!m_presenter->balance())
        return;
    const Balance &balance = *m_presenter->balance();
    m_summary->setText(summaryText(balance));
    m_orders->setText(ordersText(balance));
    if (m_presenter->state() == BalancePresenter::State::Shown && !m_presenter->repairing()) {
        m_sums->setBalance(balance);
        m_sides->setBalance(balance);
    }
    m_table->setVisible(m_sums->rowCount() > 0);
    m_sidesTable->setVisible(m_sides->rowCount() > 0);
    const auto &news = m_presenter->news();
    const QString text = m_presenter->repairing() ? tr("결제사에 물어보고 있어요…")
                         : news                   ? repairNewsText(*news)
                                                  : QString();
    const bool changed = text != m_news->text();
    m_news->setKind(news && !news->isGood() ? NoteLabel::Kind::Warning : NoteLabel::Kind::Plain);
    m_news->setText(text);
    m_news->setVisible(!text.isEmpty());
    if (changed && !text.isEmpty()) {
        QAccessibleEvent alert(m_news, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    refreshCards();
    dress();
}

void BalancePage::addCard(QVBoxLayout &column)
{
    auto *card = new DifferenceCard(m_theme, m_scroll->widget());
    column.insertWidget(column.indexOf(m_more), card);
    m_cards.push_back(card);
    connect(card, &DifferenceCard::repairPressed, this, &BalancePage::press);
    connect(card, &DifferenceCard::orderPressed, this, &BalancePage::openOrder);
}

void BalancePage::openOrder(qint64 orderId)
{
    m_order = orderId;
    Q_EMIT orderOpened(orderId);
}

/// Cards are filled again, never deleted while one of their buttons is being pressed.
void BalancePage::refreshCards()
{
    const Balance &balance = *m_presenter->balance();
    const auto all = std::min(balance.differences.size(), std::size_t(maxCards));
    const bool pressable =
        m_presenter->state() == BalancePresenter::State::Shown && !m_presenter->repairing();
    while (m_cards.size() < all)
        addCard(*m_rows);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < all);
        m_cards[i]->setPressable(pressable);
        if (i < all)
            m_cards[i]->show(balance.differences[i], balance.date, m_presenter->zone());
    }
    const int more = int(balance.differences.size() - all);
    m_more->setVisible(more > 0);
    m_more->setText(tr("%n건이 더 있어요. 위의 것이 해결되면 나와요.", nullptr, more));
}

void BalancePage::press(const Difference &difference)
{
    m_pressed = difference;
    m_reload->setFocus(Qt::OtherFocusReason); // the button cannot keep it
    if (difference.kind == DifferenceKind::ProviderNotRead)
        m_presenter->reload();
    else
        m_presenter->repair(difference);
}

/// Once the button can be pressed again the focus comes back to its card or, when that is gone, to
/// the first one.
void BalancePage::keepFocus()
{
    if (!m_pressed || m_presenter->state() == BalancePresenter::State::Loading
        || m_presenter->repairing())
        return;
    const Difference pressed = *std::exchange(m_pressed, std::nullopt);
    if (!isVisible() || window()->focusWidget() != m_reload)
        return; // somebody went on to something else
    const auto card = std::ranges::find_if(m_cards, [&](const DifferenceCard *one) {
        return !one->isHidden() && isSameThing(one->difference(), pressed);
    });
    if (card == m_cards.end() || !(*card)->focusFirst())
        focusContent();
}

void BalancePage::focusContent()
{
    if (!m_retry->isHidden() && !m_notice->isHidden()) {
        m_retry->setFocus(Qt::OtherFocusReason);
        return;
    }
    const bool focused =
        !m_scroll->isHidden() && std::ranges::any_of(m_cards, [this](DifferenceCard *card) {
            if (card->isHidden() || !card->focusFirst())
                return false;
            m_scroll->ensureWidgetVisible(card);
            return true;
        });
    if (!focused)
        m_reload->setFocus(Qt::OtherFocusReason);
}

void BalancePage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

int BalancePage::leastWidthPx() const
{
    return qRound(m_theme.scaled(leastPagePx));
}

void BalancePage::dress()
{
    const Palette &palette = m_theme.palette();
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_readAt->setFont(m_theme.font(TypeRole::Caption));
    setInk(*m_readAt, palette.text2);
    m_summary->setFont(m_theme.font(TypeRole::Section));
    setInk(*m_summary, palette.text);
    for (QLabel *label : {m_orders, m_more}) {
        label->setFont(m_theme.font(TypeRole::Body));
        setInk(*label, palette.text2);
    }
    m_noticeText->setFont(m_theme.font(TypeRole::Body));
    m_news->setFont(m_theme.font(TypeRole::Body));
    const bool good = m_presenter->balance() && m_presenter->balance()->isBalanced();
    m_summaryIcon->setPixmap(m_icons.pixmap(good ? u"circle-check"_s : u"triangle-alert"_s,
                                            good ? palette.doneFg : palette.warnFg,
                                            m_theme.scaled(summaryIconPx), devicePixelRatioF()));
}

} // namespace petalpost::desk
